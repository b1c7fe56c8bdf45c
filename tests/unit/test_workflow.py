"""The workflows on GitHub and GitLab: valid, pinned, each job with the least it needs, and all that they run are make targets."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

BESIDE = "git config --global --add safe.directory "
"""What prepares a job, besides make."""
WORKFLOWS = {path.stem: path for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))}
GITLAB = ROOT / ".gitlab-ci.yml"
WRITES: dict[str, set[str]] = {
    "site/pages": {"pages", "id-token"},
    "comment/post": {"pull-requests"},
    "tick/push": {"contents"},
    "links/tell": {"issues"},
    **{key: {"contents", "pull-requests"} for key in ("ledger/propose", "newsletter/propose", "records/propose")},
}
"""What each job may write; no other may write anything."""
WITH_KEY = {"site/server", "back/back"}
"""The jobs that get the key of a server."""
Workflow = dict[Any, Any]


def read(text: str) -> Workflow:
    found: Workflow = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


def read_all() -> dict[str, Workflow]:
    return {name: read(path.read_text("utf-8")) for name, path in WORKFLOWS.items()}


def jobs() -> dict[str, Workflow]:
    return {f"{name}/{job}": found for name, workflow in read_all().items() for job, found in workflow["jobs"].items()}


def gitlab_jobs() -> dict[str, Workflow]:
    return {name: job for name, job in read(GITLAB.read_text("utf-8")).items() if isinstance(job, dict) and "script" in job}


def commands(job: Workflow) -> list[str]:
    return [step["run"] for step in job["steps"] if "run" in step and not step["run"].startswith(BESIDE)]


def targets_of_makefile() -> set[str]:
    return set((ROOT / "Makefile").read_text("utf-8").split(".PHONY: ")[1].split("\n")[0].split())


def holds_something(job: Workflow) -> bool:
    """Whether a job has something to take: a right to write, or a secret."""
    return "write" in str(job.get("permissions", "write")) or "secrets." in str(job)


def unpinned(text: str) -> list[str]:
    """Gives the actions and images that are named by what may lead elsewhere tomorrow, or without the version they are."""
    action, image = (
        re.compile(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+"),
        re.compile(r"[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64} # .*\d+\.\d+\.\d+.*"),
    )
    named = [(action, found) for found in re.findall(r"(?m)^\s*(?:- )?uses: (.+)$", text)]
    named += [
        (image, found) for found in re.findall(r"(?m)^\s*(?:container|image): (.+)$", text) if not found.startswith("${{ matrix.")
    ]
    return [found for form, found in named if not form.fullmatch(found)]


def kept_credentials(job: Workflow) -> list[Workflow]:
    """Gives the checkouts of a job after which a token lies in the folder."""
    taken = [step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
    return [step for step in taken if step.get("with", {}).get("persist-credentials") is not False]


def running_others_code(job: Workflow) -> list[str]:
    """Gives the commands of a job that run what others made: those that use the environment in which all dependencies are."""
    found = []
    for command in commands(job):
        told = subprocess.run(["make", "--dry-run", *command.split()[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
        if told.returncode or ".venv/" in told.stdout:
            found.append(command)
    return found


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        (["vendor.github-workflows"], list(WORKFLOWS.values())),
        (["vendor.gitlab-ci", "--data-transform", "gitlab-ci"], [GITLAB]),
        (["vendor.dependabot"], [ROOT / ".github" / "dependabot.yml"]),
    ],
    ids=lambda value: value[0] if isinstance(value[0], str) else "",
)
def test_they_are_valid(schema: list[str], paths: list[Path]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", *schema, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_they_run_only_make_targets_that_are_there() -> None:
    asked = [command for job in jobs().values() for command in commands(job)]
    asked += [command for job in gitlab_jobs().values() for command in job["script"]]
    words = [command.split() for command in asked]

    assert words
    assert {first for first, *_ in words} == {"make"}
    assert not [command for command in asked if not re.fullmatch(r"make( [a-z-]+)+", command)]
    assert {target for _, *targets in words for target in targets} <= targets_of_makefile()


def test_everything_is_named_by_what_it_is() -> None:
    assert {name: found for name, path in WORKFLOWS.items() if (found := unpinned(path.read_text("utf-8")))} == {}
    assert unpinned(GITLAB.read_text("utf-8")) == []


def test_an_image_or_an_action_is_the_same_everywhere() -> None:
    texts = [path.read_text("utf-8") for path in (*WORKFLOWS.values(), GITLAB)]
    named = {found for text in texts for found in re.findall(r"(?m)^\s*(?:- )?(?:uses|container|image): ([^@\s]+)@(\S+)", text)}

    assert len(named) == len({name for name, _ in named})
    assert {name for name, _ in named if name.startswith("python:")} == {"python:3.11-bookworm", "python:3.14-bookworm"}


def test_no_token_stays_in_a_checkout() -> None:
    assert [name for name, job in jobs().items() if kept_credentials(job)] == []


def test_each_job_says_what_it_may_and_that_is_little() -> None:
    assert {str(workflow["permissions"]) for workflow in read_all().values()} == {"{}"}
    assert [name for name, job in jobs().items() if not isinstance(job.get("permissions"), dict)] == []
    may = {name: {of for of, right in job["permissions"].items() if right == "write"} for name, job in jobs().items()}
    assert {name: found for name, found in may.items() if found} == WRITES
    assert {name for name, job in jobs().items() if "secrets." in str(job)} == WITH_KEY
    assert {jobs()[name]["environment"] for name in WITH_KEY} == {"server"}


def test_who_may_write_or_has_a_key_runs_nothing_that_others_made() -> None:
    holding = {name: job for name, job in jobs().items() if holds_something(job)}

    assert set(holding) == {*WRITES, *WITH_KEY}
    assert {name: found for name, job in holding.items() if (found := running_others_code(job))} == {}
    assert [name for name, job in holding.items() if "container" in job] == []


OLD = """
permissions: {contents: read}
jobs:
  publish:
    container: python:3.11-bookworm
    permissions: {contents: read, pages: write, id-token: write}
    steps:
      - uses: actions/checkout@v4
      - run: make site
      - uses: actions/deploy-pages@v4
"""


def test_the_faults_of_before_are_seen() -> None:
    """What was found by attacking: actions and images by tag, credentials kept, the site built where the token is."""
    job = read(OLD)["jobs"]["publish"]

    assert unpinned(OLD) == ["actions/checkout@v4", "actions/deploy-pages@v4", "python:3.11-bookworm"]
    assert len(kept_credentials(job)) == 1
    assert kept_credentials({"steps": [{"uses": "actions/checkout@v4", "with": {"persist-credentials": True}}]})
    assert holds_something(job)
    assert running_others_code(job) == ["make site"]
    assert running_others_code({"steps": [{"run": "make nothing-of-that-name"}]})
    assert holds_something({"steps": []}), "a job that does not say what it may has what the repository gives"


def triggers(workflow: Workflow) -> Iterator[str]:
    on: Any = workflow.get(True, workflow.get("on"))  # YAML 1.1 reads `on` as true
    yield from on if isinstance(on, dict | list) else [on]


def test_what_comes_from_elsewhere_is_not_taken_out_where_there_is_a_token() -> None:
    for name, workflow in read_all().items():
        assert "pull_request_target" not in list(triggers(workflow)), name
        taken = [step for job in workflow["jobs"].values() for step in job["steps"] if "actions/checkout@" in step.get("uses", "")]
        assert not [step for step in taken if {"ref", "repository", "ssh-key", "token"} & set(step.get("with", {}))], name
        assert not [step for job in workflow["jobs"].values() for step in job["steps"] if "run-id" in step.get("with", {})], name


def test_what_was_tested_is_what_is_published() -> None:
    site = {name.removeprefix("site/"): job for name, job in jobs().items() if name.startswith("site/")}
    (kept,) = (step for step in site["test"]["steps"] if "upload-artifact@" in step.get("uses", ""))

    assert commands(site["test"]) == ["make test", "make tested"]
    assert site["test"]["steps"][-1] is kept
    assert (kept["with"]["name"], kept["with"]["path"], kept["with"]["if-no-files-found"]) == (
        "github-pages",
        "artifact.tar",
        "error",
    )
    assert [step["uses"].partition("@")[0] for step in site["pages"]["steps"]] == ["actions/deploy-pages"]
    (brought,) = (step for step in site["server"]["steps"] if "download-artifact@" in step.get("uses", ""))
    assert brought["with"] == {"name": "github-pages"}
    for name in ("pages", "server"):
        assert site[name]["needs"] == "test"
        for asked in ("needs.test.result == 'success'", "github.event_name != 'pull_request'", "github.ref == 'refs/heads/main'"):
            assert asked in site[name]["if"]
    assert "pull_request" not in str(site["address"].get("needs", ""))


def test_the_site_is_published_each_day_too() -> None:
    on = read_all()["site"][True]

    assert re.fullmatch(r"\d+ \d+ \* \* \*", on["schedule"][0]["cron"])
    assert on["push"]["branches"] == ["main"]


def test_every_job_that_reads_the_history_has_the_whole_of_it_and_may_read_it() -> None:
    reading = [job for job in jobs().values() if "container" in job]

    for job in reading:
        place = next(at for at, step in enumerate(job["steps"]) if step.get("uses", "").startswith("actions/checkout@"))
        assert job["steps"][place]["with"]["fetch-depth"] == 0
        assert job["steps"][place + 1]["run"].startswith(BESIDE)
        assert "timeout-minutes" in job
    assert len(reading) > 10


def test_no_job_waits_for_ever() -> None:
    assert [name for name, job in jobs().items() if not 0 < job.get("timeout-minutes", 0) <= 300] == []
    assert [name for name, job in gitlab_jobs().items() if "timeout" not in job] == []


def test_at_gitlab_the_same_is_published_as_it_was_tested() -> None:
    found = gitlab_jobs()

    assert found["test"]["script"] == ["make test", "make tested"]
    assert found["test"]["artifacts"]["paths"] == ["artifact.tar"]
    for name, script in (("pages", "make public"), ("server", "make server")):
        assert (found[name]["needs"], found[name]["script"]) == (["test"], [script])
        assert running_others_code({"steps": [{"run": script}]}) == []
        assert any("$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" in rule.get("if", "") for rule in found[name]["rules"])
    assert found["pages"]["artifacts"]["paths"] == ["public"]


def test_at_gitlab_no_preview_stands_on_the_address_of_the_site() -> None:
    found = gitlab_jobs()

    assert [rule["if"] for rule in found["preview"]["rules"]] == ['$CI_PIPELINE_SOURCE == "merge_request_event"']
    assert found["preview"]["script"] == ["make preview"]
    assert not [name for name, job in found.items() if "path_prefix" in str(job)]
    assert [name for name, job in found.items() if "public" in job.get("artifacts", {}).get("paths", [])] == ["pages"]


def test_ci_runs_the_tests() -> None:
    assert (ROOT / ".ci" / "run").read_text("utf-8").rstrip().endswith("make test")
