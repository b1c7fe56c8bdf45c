"""What the button for records does with what somebody typed: only words that can be ids, dates and kinds reach the command."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT

SHOWS_ARGUMENTS = '#!/bin/sh\nfor one in "$@"; do echo "<$one>"; done\n'


def make_record(folder: Path, **typed: str) -> subprocess.CompletedProcess[str]:
    """Runs the target as the workflow does, with a command that only shows what it was given."""
    shutil.copy(ROOT / "Makefile", folder)
    (folder / ".venv" / "bin").mkdir(parents=True)
    command = folder / ".venv" / "bin" / "kennisstad"
    command.write_text(SHOWS_ARGUMENTS, "utf-8")
    command.chmod(0o755)
    env = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL")}
    given = {"ACTION": "", "KIND": "project", "RECORD": "", "OTHER": "", "RESULT": "", **typed}
    arguments = ["make", "--silent", "-o", ".venv/.site", "record"]
    return subprocess.run(arguments, cwd=folder, env={**env, **given}, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ({"ACTION": "rename", "RECORD": "quay-garden", "OTHER": "green-quay"}, "<rename><project><quay-garden><green-quay>"),
        ({"ACTION": "merge", "KIND": "partner", "RECORD": "town", "OTHER": "city"}, "<merge><partner><town><city>"),
        ({"ACTION": "end", "RECORD": "benches", "OTHER": "2024-06"}, "<end><benches><--on=2024-06>"),
        (
            {"ACTION": "end", "RECORD": "benches", "OTHER": "2024", "RESULT": '--x; "$(touch here)" `touch here`'},
            '<end><benches><--on=2024><--result=--x; "$(touch here)" `touch here`>',
        ),
        ({"ACTION": "translated", "RECORD": "projects/benches.title", "OTHER": "en"}, "<translated><projects/benches.title><en>"),
        ({"ACTION": "translated", "RECORD": "benches"}, "<translated><benches>"),
    ],
)
def test_the_command_gets_what_was_typed(tmp_path: Path, typed: dict[str, str], given: str) -> None:
    done = make_record(tmp_path, **typed)

    assert (done.returncode, done.stdout.replace("\n", ""), done.stderr) == (0, given, "")
    assert not (tmp_path / "here").exists()


@pytest.mark.parametrize(
    "typed",
    [
        {"ACTION": "rename", "RECORD": "--folder=elsewhere", "OTHER": "x"},
        {"ACTION": "rename", "RECORD": "quay garden", "OTHER": "x"},
        {"ACTION": "rename", "RECORD": "quay-garden", "OTHER": "x; touch here"},
        {"ACTION": "rename", "RECORD": "$(touch here)", "OTHER": "x"},
        {"ACTION": "rename", "RECORD": "quay-garden\ntouch here", "OTHER": "x"},
        {"ACTION": "rename", "KIND": "-h", "RECORD": "quay-garden", "OTHER": "x"},
        {"ACTION": "init", "RECORD": "here"},
    ],
)
def test_what_is_no_id_reaches_no_command(tmp_path: Path, typed: dict[str, str]) -> None:
    done = make_record(tmp_path, **typed)

    assert done.returncode != 0
    assert "<" not in done.stdout
    assert not (tmp_path / "here").exists()
    assert not (tmp_path / "record.txt").exists()
