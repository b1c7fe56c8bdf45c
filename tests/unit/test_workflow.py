"""The workflows on GitHub: valid, and all that they run are make targets."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from kennisstad.messages import LANGUAGES, messages
from kennisstad.problem import Location, Problem, Severity
from tests.conftest import ROOT

BESIDE = ("::add-matcher::", "git config --global --add safe.directory ")
"""What prepares a job, besides make."""
MATCHER = ROOT / ".github" / "check-matcher.json"
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
    assert (
        {command.split()[1] for command in commands}
        == {"test", "today", "audit", "newsletter-proposal", "ledger-proposal"}
        <= targets
    )


def test_every_job_has_the_whole_history_and_may_read_it() -> None:
    taken = [place for place, step in enumerate(steps()) if step.get("uses", "").startswith("actions/checkout@")]

    assert [steps()[place].get("with") for place in taken] == [{"fetch-depth": 0}] * len(taken)
    assert all(steps()[place + 1]["run"].startswith(BESIDE[1]) for place in taken)
    assert taken


def test_github_shows_what_the_check_finds_at_its_line() -> None:
    matchers = {each["severity"]: each["pattern"][0] for each in json.loads(MATCHER.read_text("utf-8"))["problemMatcher"]}
    where = Location("data/projects.yaml", 47, 7)
    told = [Problem(where, "duplicate-id", "rename-one", "benches", {"found": "benches", "line": "25"})]
    told += [Problem(where, "photo-unused", "name-photo", severity=Severity.ADVICE, values={"found": "quay.jpg"})]

    assert any(f"::add-matcher::{MATCHER.relative_to(ROOT)}" in step.get("run", "") for step in steps())
    for language in LANGUAGES:
        lines = [line for line in messages(language).tell_all(told).splitlines() if not line.startswith(" ")]
        for severity, line in zip(("error", "warning"), lines, strict=True):
            fits = {name for name, pattern in matchers.items() if re.match(pattern["regexp"], line)}
            assert fits == {severity}, line
        found = re.match(matchers["error"]["regexp"], lines[0])
        assert found is not None
        assert found.groups()[:3] == ("data/projects.yaml", "47", "7")


def test_ci_runs_the_tests() -> None:
    assert (ROOT / ".ci" / "run").read_text("utf-8").rstrip().endswith("make test")
