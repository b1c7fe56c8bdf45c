"""The programme that builds are measured with: always the same, right, and as large for every generator."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from benchmarks.contestants import CONTESTANTS
from benchmarks.generate import generate
from benchmarks.report import Row
from benchmarks.run import Measured, row

from kennisstad.checking import check
from kennisstad.model import Folders

PROJECTS = 12


@pytest.fixture(scope="module")
def programme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("measured") / "programme"
    generate(PROJECTS, folder)
    return folder


def _digest(folder: Path) -> str:
    found = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        found.update(path.relative_to(folder).as_posix().encode())
        found.update(path.read_bytes() if path.is_file() else b"")
    return found.hexdigest()


def test_the_programme_passes_the_check_without_advice(programme: Path) -> None:
    checked = check(Folders.of(programme / "ours"))
    assert [problem for problem in checked.problems if problem.rule != "hard-text"] == []  # of its texts nobody asks that
    assert checked.dataset is not None
    assert len(checked.dataset.projects) == PROJECTS


def test_two_runs_give_the_same_bytes(programme: Path, tmp_path: Path) -> None:
    generate(PROJECTS, tmp_path / "again")
    assert _digest(tmp_path / "again") == _digest(programme)


def test_every_generator_gets_every_record_in_every_language(programme: Path) -> None:
    records = [*(f"projects/project-{number:04}" for number in range(1, PROJECTS + 1)), "partners/partner-0001"]
    for record in records:
        kind, identity = record.split("/")
        assert (programme / "mkdocs" / "pages" / f"{record}.md").exists()
        assert (programme / "mkdocs" / "pages" / "en" / f"{record}.md").exists()
        assert f'"{identity}"' in (programme / "hugo" / "data" / f"{kind}.json").read_text("utf-8")
        assert f'"{identity}"' in (programme / "eleventy" / "records" / f"{kind}.json").read_text("utf-8")


def test_a_ratio_is_of_medians() -> None:
    measured = [Measured(cpu, cpu, 10.0) for cpu in (1.0, 9.0, 2.0)]
    found = row(60, CONTESTANTS["mkdocs"], measured, 252, baseline=4.0)
    assert found == Row(60, "Kennisstad through MkDocs", 252, 2.0, 2.0, 10.0, 0.5, 3)
