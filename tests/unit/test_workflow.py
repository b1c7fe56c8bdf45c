"""The workflows on GitHub: valid, and all that they run are make targets."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import ROOT

BESIDE = ("git config --global --add safe.directory ",)
"""What prepares a job, besides make."""
OUR_TARGETS = {
    *("test", "today", "audit", "newsletter-proposal", "ledger-proposal", "publishable", "preview"),
    *("proposal-find", "proposal-tell", "proposal-post"),
}
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def steps() -> list[dict[str, Any]]:
    workflows = [yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader) for path in WORKFLOWS]
    return [step for workflow in workflows for job in workflow["jobs"].values() for step in job["steps"]]


def test_the_workflows_are_valid() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", *map(str, WORKFLOWS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_workflows_run_only_make_targets() -> None:
    commands = [step["run"] for step in steps() if "run" in step and not any(known in step["run"] for known in BESIDE)]
    targets = set(Path(ROOT / "Makefile").read_text("utf-8").split(".PHONY: ")[1].split("\n")[0].split())

    assert [command.split()[0] for command in commands] == ["make"] * len(commands)
    assert {command.split()[1] for command in commands} == OUR_TARGETS <= targets


def test_every_job_has_the_whole_history_and_may_read_it() -> None:
    taken = [place for place, step in enumerate(steps()) if step.get("uses", "").startswith("actions/checkout@")]

    assert {steps()[place]["with"]["fetch-depth"] for place in taken} == {0}
    assert all(steps()[place + 1]["run"].startswith(BESIDE[0]) for place in taken)
    assert taken


def test_ci_runs_the_tests() -> None:
    assert (ROOT / ".ci" / "run").read_text("utf-8").rstrip().endswith("make test")
