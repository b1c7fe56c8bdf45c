"""A kind of records as a folder of one file per record: the site, its history and its messages are those of one file of all."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from kennisstad.checking import check
from kennisstad.cli import main
from kennisstad.editing.spans import record_spans
from kennisstad.kinds import RECORDS
from kennisstad.model import Folders
from kennisstad.problem import Severity
from tests.site.programmes import copy_invented, published
from tests.site.repository import PROJECTS, Repository

_PLACE = re.compile(rb"blob/HEAD/data/[a-z-]+(?:/[a-z0-9-]+)?\.yaml#L[0-9]+")
"""Where the data of a page are edited."""


SAYS_ITS_ID = ("benches", "town")
"""The id of others is only the name of their file."""


def apart(folder: Path, stem: str, names: tuple[str, ...] | None = None) -> None:
    """Puts records of a kind (all, or some) in files of their own, as somebody would who cuts and pastes."""
    path = folder / "data" / f"{stem}.yaml"
    text = path.read_text("utf-8")
    (folder / "data" / stem).mkdir()
    lines, kept = text.split("\n"), list[str]()
    for span in record_spans(text):
        own = lines[span.start[0] - 1 : span.end[0] - 1]
        if names is not None and span.id not in names:
            kept += own
            continue
        record = [line.removeprefix("  ") for line in [own[0].replace("- ", "  ", 1), *own[1:]]]
        record = record if span.id in SAYS_ITS_ID else record[1:]
        (folder / "data" / stem / f"{span.id}.yaml").write_text("\n".join([*record, ""]), "utf-8")
    if kept:
        path.write_text("\n".join([*kept, ""]), "utf-8")
    else:
        path.unlink()


def in_order_of_ids(folder: Path, stem: str) -> None:
    """Puts the records of a file in the order that files of one have in a folder."""
    path = folder / "data" / f"{stem}.yaml"
    text = path.read_text("utf-8")
    lines = text.split("\n")
    records = {span.id: lines[span.start[0] - 1 : span.end[0] - 1] for span in record_spans(text)}
    path.write_text("\n".join([line for name in sorted(records) for line in records[name]] + [""]), "utf-8")


def test_a_site_of_folders_has_the_same_bytes(tmp_path: Path) -> None:
    one, other = copy_invented(tmp_path / "one"), copy_invented(tmp_path / "other")
    stems = [kind.stem for kind in RECORDS if (one / "data" / f"{kind.stem}.yaml").is_file()]
    for stem in stems:
        in_order_of_ids(one, stem)
        apart(other, stem)
    assert not [stem for stem in stems if (other / "data" / f"{stem}.yaml").exists()]
    assert check(Folders.of(other)).errors == []
    first, second = (dict(published(folder).files) for folder in (one, other))

    assert first.keys() == second.keys()
    pages = [name for name in first if not name.startswith("edit/data/")]  # there the form reads each file as it was typed
    assert [name for name in pages if _PLACE.sub(b"", first[name]) != _PLACE.sub(b"", second[name])] == []
    assert b"blob/HEAD/data/projects/quay-garden.yaml#L1" in second["projects/quay-garden/index.html"]


def test_some_records_may_stand_in_the_file_of_all(tmp_path: Path) -> None:
    folder = copy_invented(tmp_path)
    apart(folder, "projects", ("benches",))
    checked = check(Folders.of(folder))

    assert checked.errors == []
    assert checked.dataset is not None
    assert list(checked.dataset.projects) == ["quay-garden", "swimming", "newsletter", "benches"]
    assert str(checked.dataset.place("projects", "benches", ("track",))) == "data/projects/benches.yaml:4:8"


def test_a_broken_file_hides_no_other_record(tmp_path: Path) -> None:
    folder = copy_invented(tmp_path)
    apart(folder, "projects")
    (folder / "data/projects/quay-garden.yaml").write_text("title: {en: Quay\n", "utf-8")

    assert [(error.location.file, error.rule) for error in check(Folders.of(folder)).errors] == [
        ("data/projects/quay-garden.yaml", "open-bracket")
    ]


def test_history_tells_nothing_where_a_record_moves_to_a_file_of_its_own(tmp_path: Path) -> None:
    repository = Repository.of_invented(tmp_path)
    repository.commit("2021-06-02T10:00+02:00", "Apart", lambda files: apart(repository.folder, "projects", ("benches",)))
    own = "data/projects/benches.yaml"
    repository.commit("2021-06-03T10:00+02:00", "Stopped", lambda files: files.replace(own, "completed", "stopped"))
    repository.commit("2021-06-04T10:00+02:00", "Broken", lambda files: files.replace(own, "{en: Benches", "{en: Benches}, {"))
    repository.commit("2021-06-05T10:00+02:00", "Mended", lambda files: files.replace(own, "{en: Benches}, {", "{en: Seats"))
    repository.commit("2021-06-06T10:00+02:00", "A path", lambda files: files.write("data/projects/path.yaml", files.read(own)))
    repository.commit("2021-06-07T10:00+02:00", "No path", lambda files: files.remove("data/projects/path.yaml"))
    repository.commit("2021-06-08T10:00+02:00", "Here", lambda files: files.replace(PROJECTS, "status: running", "status: stopped"))
    changes = published(repository.folder).dataset.history.changes

    assert [
        (change.commit.day.day, change.kind, change.known_as, change.did.value, change.field) for change in reversed(changes)
    ] == [
        (3, "projects", "benches", "changed", "status"),
        (5, "projects", "benches", "changed", "title"),
        (6, "projects", "path", "added", ""),
        (7, "projects", "path", "removed", ""),
        (8, "projects", "quay-garden", "changed", "status"),
    ]


@pytest.mark.parametrize("stem", ["projects", "partners", "timeline"])
def test_a_file_of_one_record_has_a_schema(tmp_path: Path, stem: str) -> None:
    folder = copy_invented(tmp_path)
    apart(folder, stem)
    assert main(["schema", "--folder", str(folder)]) == 0
    schemas = folder / "data" / "schema"
    schema = json.loads((schemas / f"{stem}-alone.json").read_text("utf-8"))

    assert schema["type"] == "object"
    assert "id" in schema["properties"]
    assert "id" not in schema["required"]
    assert not [path.name for path in schemas.glob("*-alone.json") if path.stem != f"{stem}-alone"]
    choices = json.loads((schemas / "choices.json").read_text("utf-8"))
    given = Registry().with_resource("choices.json", Resource.from_contents(choices))
    for path in (folder / "data" / stem).glob("*.yaml"):
        record = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        told = list(Draft202012Validator(schema, registry=given).iter_errors(record))
        assert not [error for error in told if error.validator in ("required", "additionalProperties")]


def test_commands_know_files_of_one_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = copy_invented(tmp_path)
    apart(folder, "projects")

    def run(*arguments: str) -> None:
        assert main([*arguments, "--language", "en", "--folder", str(folder)]) == 0

    run("rename", "project", "quay-garden", "green-quay")
    run("merge", "project", "newsletter", "benches")
    run("end", "green-quay", "--on", "2024")
    run("new", "project", "--title", "Path", "summary=A path.", "track=green")
    files = {path.name: path.read_text("utf-8") for path in (folder / "data" / "projects").iterdir()}

    assert sorted(files) == ["benches.yaml", "green-quay.yaml", "path.yaml", "swimming.yaml"]
    assert files["green-quay.yaml"].startswith("formerly: [quay-garden]\ntitle:")
    assert files["benches.yaml"].startswith("id: benches\nformerly: [letter, newsletter]\n")
    assert "\nend: 2024\n" in files["green-quay.yaml"]
    assert files["path.yaml"].startswith("# yaml-language-server: $schema=../schema/projects-alone.json\nid: path\n")
    assert [problem for problem in check(Folders.of(folder)).problems if problem.severity is Severity.ERROR] == []
    shutil.rmtree(folder)
