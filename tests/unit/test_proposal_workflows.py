"""The workflows that look at what others propose: what may run beside a token; and the forms to tell us something."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return found


def jobs(name: str) -> dict[str, Any]:
    found: dict[str, Any] = read(GITHUB / "workflows" / f"{name}.yml")["jobs"]
    return found


def steps(job: dict[str, Any], *, uses: str) -> list[dict[str, Any]]:
    return [step for step in job["steps"] if step.get("uses", "").startswith(uses)]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_command_is_filled_in(path: Path) -> None:
    of_jobs = [step for job in read(path)["jobs"].values() for step in job["steps"]]

    assert of_jobs
    assert not [step["run"] for step in of_jobs if "${{" in step.get("run", "")]


def test_what_is_proposed_runs_where_there_is_nothing_to_take() -> None:
    """The artifact is all that comes of it, so a preview of a fork never stands on an address of ours."""
    for name, job in jobs("proposal").items():
        assert job["permissions"] == {"contents": "read"}, name
        assert [step["with"]["persist-credentials"] for step in steps(job, uses="actions/checkout@")] == [False]
        assert not [step for step in job["steps"] if "token" in str(step.get("env", ""))]
        assert not steps(job, uses="actions/deploy-pages@")


def test_the_job_that_may_write_sees_no_file_of_a_proposal() -> None:
    of = jobs("comment")

    assert [name for name, job in of.items() if "write" in job["permissions"].values()] == ["post"]
    assert of["post"]["permissions"] == {"actions": "read", "contents": "read", "pull-requests": "write"}
    for job in of.values():
        for step in steps(job, uses="actions/checkout@"):
            assert "ref" not in step["with"]
            assert "repository" not in step["with"]
            assert step["with"]["persist-credentials"] is False
        for step in steps(job, uses="actions/download-artifact@"):
            assert "run-id" not in step["with"]  # only what this very run made
    telling = next(step for step in of["tell"]["steps"] if step.get("run") == "make proposal-tell")
    assert "env" not in telling


def test_the_job_that_writes_what_was_ticked_gets_only_texts() -> None:
    of = jobs("tick")

    assert [name for name, job in of.items() if "write" in job["permissions"].values()] == ["push"]
    assert [step["run"] for step in of["push"]["steps"] if "run" in step] == ["make tick-push"]
    for job in of.values():
        for step in steps(job, uses="actions/checkout@"):
            assert not {"ref", "repository"} & set(step["with"])
            assert step["with"]["persist-credentials"] is False
        for step in steps(job, uses="actions/download-artifact@"):
            assert "run-id" not in step["with"]
    (work,) = (step for step in of["work"]["steps"] if step.get("run") == "make tick-do")
    assert "env" not in work
    (kept,) = steps(of["work"], uses="actions/upload-artifact@")
    assert kept["with"]["path"] == "proposal/ticked.json"


def test_a_preview_is_refused_before_anything_is_published() -> None:
    """The one command that makes what is published looks first."""
    recipe = (ROOT / "Makefile").read_text("utf-8").partition("\ntested: tools\n")[2].partition("\n\n")[0]

    assert (
        recipe.index("mkdocs build --strict")
        < recipe.index("kennisstad publishable")
        < recipe.index(".ci/pack.sh site artifact.tar")
    )


def test_the_forms_are_valid() -> None:
    for kind, paths in (("issue-forms", FORMS), ("issue-config", [GITHUB / "ISSUE_TEMPLATE" / "config.yml"])):
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.github-{kind}", *map(str, paths)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    assert len(FORMS) == 3


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_asks_in_both_languages(path: Path) -> None:
    form = read(path)
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    said = [form["name"], form["description"], *(field["attributes"]["label"] for field in fields)]
    said += [option for field in fields for option in field["attributes"].get("options", ())]

    assert not [text for text in said if " / " not in text]
    assert len({field["id"] for field in fields}) == len(fields)
    assert any(field.get("validations", {}).get("required") for field in fields)
