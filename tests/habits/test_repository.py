"""The files about the project itself: line ends, hooks, updates, licence, and the pages for who runs the site."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.conftest import ROOT

TARGETS = set((ROOT / "Makefile").read_text("utf-8").split(".PHONY: ")[1].split("\n")[0].split())
GUIDES = [ROOT / "docs" / "beheer.md", ROOT / "docs" / "operations.md"]


def read(name: str) -> Any:
    return yaml.load((ROOT / name).read_text("utf-8"), Loader=yaml.CSafeLoader)


def git(*arguments: str, cwd: Path) -> str:
    """Runs git with no settings but those given, and gives what it says."""
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    names = ("-c", "user.name=test", "-c", "user.email=test@example.org")
    return subprocess.run(["git", *names, *arguments], cwd=cwd, env=env, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone as git for Windows makes it: line ends changed, unless the repository says otherwise."""
    folder = tmp_path_factory.mktemp("windows")
    git("init", "--quiet", "--bare", "store", cwd=folder)
    here = (f"--git-dir={folder / 'store'}", f"--work-tree={ROOT}", "-c", "core.bare=false")
    git(*here, "add", ".", cwd=ROOT)
    git(*here, "commit", "--quiet", "--message", "as it stands", cwd=ROOT)
    git("-c", "core.autocrlf=true", "clone", "--quiet", "store", "clone", cwd=folder)
    return folder / "clone"


def test_a_clone_that_changes_line_ends_gives_the_same_bytes(clone: Path) -> None:
    names = git("ls-files", "-z", cwd=clone).rstrip("\0").split("\0")
    changed = [name for name in names if (clone / name).read_bytes() != (ROOT / name).read_bytes()]

    assert {"Makefile", "overrides/assets/icon.svg", "LICENSE"} <= set(names)
    assert changed == []


def test_ci_runs_in_such_a_clone(clone: Path, tmp_path: Path) -> None:
    (tmp_path / "make").write_text('#!/bin/sh\necho "make $*"\n', "utf-8")
    (tmp_path / "make").chmod(0o755)
    env = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(["bash", clone / ".ci" / "run"], env=env, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (0, "make test\n", "")


def test_git_knows_what_is_binary_and_what_is_made(clone: Path) -> None:
    names = git("ls-files", cwd=clone).splitlines()
    told = git("check-attr", "binary", "linguist-generated", "--", *names, cwd=clone).splitlines()
    marked = {(name, mark) for name, mark, value in (line.rsplit(": ", 2) for line in told) if value == "set"}

    assert {name for name in names if b"\0" in (clone / name).read_bytes()} <= {name for name, mark in marked if mark == "binary"}
    made = {
        "requirements/site.txt",
        "requirements/test.txt",
        "requirements/package-lock.json",
        "docs/velden.md",
        "docs/fields.md",
        "docs/regels.md",
        "docs/rules.md",
    }
    made.add("data/ledger.json")
    made |= {"form/package-lock.json", *(name for name in names if name.endswith(".min.js"))}
    made |= {name for name in names if name.startswith("data/schema/")}
    assert {name for name, mark in marked if mark == "linguist-generated"} == made


def test_dependabot_is_valid_and_looks_where_versions_stand() -> None:
    path = ROOT / ".github" / "dependabot.yml"
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.dependabot", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    looked = {(update["package-ecosystem"], update["directory"]) for update in read(".github/dependabot.yml")["updates"]}

    assert done.returncode == 0, done.stdout + done.stderr
    assert looked == {("pip", "/requirements"), ("npm", "/requirements"), ("npm", "/form"), ("github-actions", "/")}


def test_what_runs_before_a_commit_is_our_own() -> None:
    settings = read(".pre-commit-config.yaml")
    hooks = [hook for repository in settings["repos"] for hook in repository["hooks"]]

    assert {repository["repo"] for repository in settings["repos"]} == {"local"}
    assert {hook["language"] for hook in hooks} == {"system"}
    assert {tuple(hook["entry"].split()) for hook in hooks} <= {("make", target) for target in TARGETS}
    assert all(hook["pass_filenames"] is False for hook in hooks), "make would take a file's name for a target"
    assert {stage for hook in hooks for stage in hook.get("stages", ["pre-commit"])} == set(settings["default_install_hook_types"])


PUBLIC_CODE: dict[str, Any] = {
    "type": "object",
    "required": [
        "publiccodeYmlVersion",
        "name",
        "platforms",
        "softwareType",
        "developmentStatus",
        "description",
        "legal",
        "localisation",
    ],
    "properties": {
        "publiccodeYmlVersion": {"type": "string"},
        "url": {"type": "string", "pattern": "^https://"},
        "platforms": {"type": "array", "items": {"type": "string"}, "minItems": 1},
        "softwareType": {"pattern": "^(standalone/(mobile|iot|desktop|web|backend|other)|addon|library|configurationFiles)$"},
        "developmentStatus": {"enum": ["concept", "development", "beta", "stable", "obsolete"]},
        "description": {
            "minProperties": 1,
            "additionalProperties": {
                "required": ["shortDescription", "longDescription", "features"],
                "properties": {
                    "shortDescription": {"type": "string", "maxLength": 150},
                    "longDescription": {"type": "string", "minLength": 150, "maxLength": 10_000},
                    "features": {"type": "array", "items": {"type": "string"}, "minItems": 5, "maxItems": 20},
                },
            },
        },
        "legal": {"required": ["license"]},
        "maintenance": {
            "required": ["type"],
            "properties": {"type": {"enum": ["internal", "contract", "community", "none"]}},
            "if": {"properties": {"type": {"enum": ["internal", "community"]}}},
            "then": {"required": ["contacts"]},
        },
        "localisation": {
            "required": ["localisationReady", "availableLanguages"],
            "properties": {
                "localisationReady": {"type": "boolean"},
                "availableLanguages": {"type": "array", "items": {"pattern": "^[a-z]{2}"}},
            },
        },
    },
}
"""What the standard publiccode.yml asks, of the parts that we fill in."""


def test_catalogues_can_read_what_this_software_is() -> None:
    faults = jsonschema.Draft202012Validator(PUBLIC_CODE).iter_errors(read("publiccode.yml"))

    assert [f"{fault.json_path}: {fault.message}" for fault in faults] == []


@pytest.mark.parametrize("key", ["url", "maintenance"])
def test_what_nobody_supplied_is_named_not_invented(key: str) -> None:
    """Once it is supplied it takes the place of the comment."""
    explained = f"\n# - {key}: " in (ROOT / "publiccode.yml").read_text("utf-8")

    assert (key in read("publiccode.yml")) != explained


def test_the_licence_is_whole_and_says_that_it_is_a_proposal() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")

    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    assert re.findall(r"(?m)^(\d+)\.", text) == [str(article) for article in range(1, 16)]
    assert text.endswith("All other changes or additions to this Appendix require the production of a new EUPL version.\n")
    assert read("publiccode.yml")["legal"]["license"] == "EUPL-1.2"
    proposed = ["Proposed to the programme, not yet decided" in (ROOT / "docs" / "licence.md").read_text("utf-8")]
    proposed += ["proposed to the programme, not yet decided" in (ROOT / "publiccode.yml").read_text("utf-8")]
    assert len(set(proposed)) == 1, "the page and publiccode.yml say the same"


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_the_pages_for_operators_name_what_is_there(guide: Path) -> None:
    text = guide.read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    files = re.findall(r"`((?:\.github|tests|requirements|\.ci)/[\w./-]*|mkdocs\.yml|pyproject\.toml)`", text)
    files += re.findall(r"pytest (\S+\.py)", text)

    assert [link for link in links if not (guide.parent / link).exists()] == []
    assert [name for name in files if not (ROOT / name).exists()] == []
    assert set(re.findall(r"(?:`|^ +|&& |/ )make (\w+)", text, re.MULTILINE)) <= TARGETS
    assert set(re.findall(r"\*(Site|Audit of every page)\*", text)) == {
        read(f".github/workflows/{name}.yml")["name"] for name in ("site", "audit")
    }


def test_the_pages_for_operators_say_the_same_in_both_languages() -> None:
    def shape(guide: Path) -> list[str]:
        return re.findall(r"(?m)^ *(#+ |\d\. |make \w+|git \w+|\.venv/\S+|SITE_URL)", guide.read_text("utf-8"))

    assert shape(GUIDES[0]) == shape(GUIDES[1])
    assert shape(GUIDES[0]).count("## ") >= 7
