"""Whatever is typed and however: a rename there and back leaves every byte but what was called before, and the check says the same.

Records are invented at random, with fixed seeds: in lines or between brackets, quoted in every way, with comments, blank lines,
line ends of Windows, a mark before the first letter, no end at the last line.
"""

from __future__ import annotations

import codecs
import random
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from kennisstad.checking import check
from kennisstad.editing.desk import Desk
from kennisstad.editing.merging import merge_well
from kennisstad.editing.renaming import kind_named, rename
from kennisstad.model import Folders, Project
from tests.site.small import EVERYTHING_BUT_TRACKS, PROGRAMME, write_small

IDS = ("cider", "cider-2", "old-cider", "press", "pear", "apple")
"""Ids of which some begin or end as others do."""


class Typist:
    """Types the same records in many ways."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def quoted(self, text: str) -> str:
        return self.random.choice([text, f'"{text}"', f"'{text}'"])

    def listed(self, field: str, names: list[str]) -> list[str]:
        quoted = [self.quoted(name) for name in names]
        comma = self.random.choice([", ", ",", " , "])
        block = [f"{field}:", *(f"    - {name}{self.random.choice(['', '  # why'])}" for name in quoted)]
        return self.random.choice([[f"{field}: [{comma.join(quoted)}]"], block])

    def text(self, names: list[str]) -> list[str]:
        links = " and ".join(f"[{name}](project:{name})" for name in names) or "nothing"
        return self.random.choice(
            [
                ["description:", f"    en: See {links}, not project-{IDS[0]}."],
                [
                    "description:",
                    "    en: |",
                    f"      See {links}.",
                    "",
                    f"      - {IDS[0]} and [another](https://example.org/{IDS[0]})",
                    "",
                ],
                ["description: {en: 'See " + links + "'}"],
                ["description:", f'    en: "See {links}', '      and more."'],
            ]
        )

    def record(self, identity: str) -> str:
        others = [name for name in IDS if name != identity]
        names = self.random.sample(others, self.random.randrange(4))
        fields = [
            [f"title: {{en: The {identity}}}"],
            ["summary: {en: A press.}"],
            ["status: running"],
            [f"status_year: 2024{self.random.choice(['', ' # or so', '  '])}"],
            ["checked: 2025-03-04"],
            *([self.listed("continues", names[:1])] if names and IDS.index(names[0]) < IDS.index(identity) else []),
            *([self.text(names)] if self.random.random() < 0.7 else []),
            *([self.listed("partners", ["school", "growers"])] if self.random.random() < 0.5 else []),
        ]
        self.random.shuffle(fields)
        lines = [line for field in fields for line in field]
        first = f"- id: {self.quoted(identity)}"
        above = self.random.choice(["", "\n", "# above\n", "\n# above\n", "\n# head\n\n"])
        return above + "\n".join([first, *(f"  {line}" if line else "" for line in lines)]) + "\n"

    def files(self) -> dict[str, bytes]:
        projects = "# The projects\n" + "".join(self.record(identity) for identity in IDS)
        notes = EVERYTHING_BUT_TRACKS["editorial_notes"].replace("[project:cider]", "[project:cider, 'project:old-cider']")
        page = "---\ntitle: A\ndescription: B.\n---\nSee [it](project:cider) and [old](<project:old-cider>), `(project:cider)`.\n"
        texts = {"data/projects.yaml": projects, "data/editorial-notes.yaml": notes, "content/en/about.md": page}
        return {name: self.saved(text) for name, text in texts.items()}

    def saved(self, text: str) -> bytes:
        end = self.random.choice(["\n", "\r\n"])
        mark = self.random.choice([b"", codecs.BOM_UTF8])
        text = self.random.choice([text, text.rstrip("\n")])
        return mark + text.replace("\n", end).encode()


def programme(folder: Path, seed: int) -> Folders:
    records = {**EVERYTHING_BUT_TRACKS, "programme": PROGRAMME, "timeline": "[]", "governance": "[]"}
    folders = write_small(folder, records)
    for name, data in Typist(seed).files().items():
        (folder / name).write_bytes(data)
    return folders


def told(folders: Folders, **names: str) -> Counter[tuple[str, str]]:
    problems = check(folders).problems
    return Counter((problem.rule, names.get(problem.record.replace("-", "_"), problem.record)) for problem in problems)


def projects(folders: Folders) -> Mapping[str, Project]:
    dataset = check(folders).dataset
    assert dataset is not None
    return dataset.projects


def contents(folders: Folders) -> dict[str, bytes]:
    found = (path for top in (folders.data, folders.content) for path in top.rglob("*") if path.is_file())
    return {path.relative_to(folders.root).as_posix(): path.read_bytes() for path in found}


@pytest.mark.parametrize("seed", range(12))
def test_a_rename_there_and_back_leaves_every_byte_but_what_was_called_before(tmp_path: Path, seed: int) -> None:
    folders = programme(tmp_path, seed)
    before, problems = contents(folders), told(folders)
    assert b"cider" in before["data/projects.yaml"]
    for old, new in (("cider", "perry"), ("perry", "cider")):
        desk = Desk.of(folders)
        rename(desk, kind_named(desk, "project"), old, new)
        assert desk.new_errors(desk.outcome(), {old: new}) == []
        desk.save()
        renamed = contents(folders)
        if new == "perry":
            assert told(folders, perry="cider") == problems
            assert not re.search(rb"(id: [\"']?|project:)cider[\"')\]\s]", renamed["data/projects.yaml"])
    after = {name: re.sub(rb" *formerly: \[perry\](?:\r?\n|\Z)", b"", data) for name, data in contents(folders).items()}

    assert {name: data.rstrip() for name, data in after.items()} == {name: data.rstrip() for name, data in before.items()}
    assert contents(folders)["data/projects.yaml"].count(b"formerly: [perry]") == 1
    assert told(folders) == problems


@pytest.mark.parametrize("seed", range(8))
def test_a_merge_changes_only_the_lines_that_name_the_record_and_those_of_the_two(tmp_path: Path, seed: int) -> None:
    folders = programme(tmp_path, seed)
    before, gone = contents(folders), projects(folders)["press"]
    desk = Desk.of(folders)
    _, errors = merge_well(desk, kind_named(desk, "project"), "press", "pear")
    assert errors == []
    desk.save()
    after = contents(folders)

    kept = projects(folders)["pear"]
    assert "press" not in projects(folders)
    assert kept.formerly == ("press",)
    assert kept.aliases == ("The press",)
    assert {*gone.continues, *gone.partners} <= {*kept.continues, *kept.partners}
    for name, data in before.items():
        others = [line for line in data.split(b"\n") if b"press" not in line]
        if name != "data/projects.yaml":
            assert [line for line in after[name].split(b"\n") if line in others] == others
    for identity in ("cider", "cider-2", "old-cider", "apple"):
        assert _record(after, identity) == _record(before, identity)


def _record(files: dict[str, bytes], identity: str) -> list[bytes]:
    """Gives the lines of a record that do not name one of the two, in which a list may have become shorter."""
    text = files["data/projects.yaml"].replace(b"\r\n", b"\n")
    found = re.search(rb"^- id: [\"']?" + identity.encode() + rb"[\"']?\n(?:(?!- ).*\n?)*", text, re.MULTILINE)
    assert found is not None
    return [line for line in found[0].split(b"\n") if line.startswith(b"  ") and not re.search(rb"press|pear|continues", line)]
