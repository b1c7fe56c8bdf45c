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
    *("test", "today", "audit", "newsletter-proposal", "ledger-proposal", "record-proposal", "publishable", "preview"),
    *("proposal-find", "proposal-tell", "proposal-post", "tick-find", "tick-do", "tick-push"),
}
READS_NO_HISTORY = ["make tick-push"]
"""All that a job runs that hands over what another job made."""
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def jobs() -> list[list[dict[str, Any]]]:
    workflows = [yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader) for path in WORKFLOWS]
    return [job["steps"] for workflow in workflows for job in workflow["jobs"].values()]


def steps() -> list[dict[str, Any]]:
    return [step for job in jobs() for step in job]


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
    reading = [job for job in jobs() if [step["run"] for step in job if "run" in step] != READS_NO_HISTORY]
    taken = [
        (job, place) for job in reading for place, step in enumerate(job) if step.get("uses", "").startswith("actions/checkout@")
    ]

    assert len(taken) == len(reading)
    assert {job[place]["with"]["fetch-depth"] for job, place in taken} == {0}
    assert all(job[place + 1]["run"].startswith(BESIDE[0]) for job, place in taken)


def test_ci_runs_the_tests() -> None:
    assert (ROOT / ".ci" / "run").read_text("utf-8").rstrip().endswith("make test")
