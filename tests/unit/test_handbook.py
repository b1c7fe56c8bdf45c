"""The handbook for editors: its examples and commands work, its pictures and links are there, its buttons exist."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from kennisstad.checking import check
from kennisstad.cli import main
from kennisstad.commands.init import Wanted, begin
from kennisstad.model import Folders
from tests.conftest import ROOT

HANDBOOKS = {"nl": "CONTRIBUTING.md", "en": "CONTRIBUTING.en.md"}
RECORDS = {
    "tracks": """- id: groen
  title: {nl: Groene kades, en: Green quays}
  short_title: {nl: Groen, en: Green}
  summary: {nl: Bomen langs de kades., en: Trees along the quays.}
  order: 1
  colour: {light: "#1e6b45", dark: "#7fd3a6"}
  icon: quay
""",
    "partners": """- {id: stad, name: {nl: De Stad, en: The Town}, kind: government}
- {id: roeiclub, name: {nl: Roeiclub, en: Rowing Club}, kind: association}
- {id: roeiers, name: {nl: Roeiers, en: Rowers}, kind: association}
""",
    "documents": "- {id: plan, kind: page, title: {nl: Plan}, language: nl, publisher: stad, date: 2020, "
    "link: https://plan.example.org/, read: 2026-11-01}\n",
    "projects": """- id: kadetuin
  title: {nl: Kadetuin, en: Quay garden}
  summary: {nl: Een tuin op de kade., en: A garden on the quay.}
  track: groen
  status: running
  status_year: 2025
  leads: [stad]
  partners: [roeiers]
  checked: 2026-11-01
- id: bankjes
  title: {nl: Bankjes, en: Benches}
  summary: {nl: Plekken om te zitten.}
  track: groen
  status: unknown
  checked: 2026-11-01
""",
}
"""What the invented programme of the handbook has before an editor begins. Nothing in it is true."""
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"^```.*?^```$|`[^`\n]+`", re.MULTILINE | re.DOTALL)
QUOTED = re.compile("“([^”]+)”")
LARGEST, MOST_PICTURES = 60 * 1024, 10


def handbook(language: str) -> str:
    return (ROOT / HANDBOOKS[language]).read_text("utf-8")


def blocks(language: str) -> Iterator[tuple[str, str, str, str]]:
    """Gives each example: what it is written in, its file and the record that it is part of ("" for a whole one), and its text."""
    yield from BLOCK.findall(handbook(language))


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    """The folder of the programme that the examples are of."""
    folder = tmp_path / "haven"
    assert begin(folder, Wanted("Haven Samen", ("nl", "en"), "https://haven.example.org/")) is None
    for name, text in RECORDS.items():
        (folder / "data" / f"{name}.yaml").write_text(text, "utf-8")
    icon = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M2 2h20v20H2z"/></svg>'
    (folder / "overrides" / ".icons").mkdir(parents=True)
    (folder / "overrides" / ".icons" / "quay.svg").write_text(icon, "utf-8")
    (folder / "data" / "photos").mkdir()
    Image.new("RGB", (800, 600), "teal").save(folder / "data" / "photos" / "kade.jpg")
    return folder


def put(folder: Path, file: str, record: str, text: str) -> None:
    """Does what the handbook says: a page is a file, a record stands below the others, a field takes the place of the one there."""
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    old = path.read_text("utf-8") if path.exists() else ""
    if not record:
        path.write_text(old + text, "utf-8")
        return
    start = old.index(f"- id: {record}\n")
    end = old.find("\n- id: ", start) + 1 or len(old)
    names = tuple(f"  {name}:" for name in yaml.safe_load(text))
    kept = [line for line in old[start:end].splitlines(keepends=True) if not line.startswith(names)]
    path.write_text(old[:start] + "".join(kept) + text + old[end:], "utf-8")


def wrong(folder: Path) -> list[tuple[str, str, dict[str, Any]]]:
    return [(problem.location.file, problem.rule, dict(problem.values)) for problem in check(Folders.of(folder)).errors]


def test_its_examples_are_right(programme: Path) -> None:
    pieces = [(file, record, text) for kind, file, record, text in blocks("nl") if kind in {"yaml", "markdown"}]
    whole, parts = [one for one in pieces if not one[1]], [one for one in pieces if one[1]]
    for one in whole:
        put(programme, *one)
    assert wrong(programme) == []
    files = {path: path.read_bytes() for path in (programme / "data").glob("*.yaml")}
    for one in parts:
        put(programme, *one)
        assert wrong(programme) == [], one
        for path, data in files.items():
            path.write_bytes(data)
    assert len(whole) >= 10
    assert len(parts) >= 6


def test_its_commands_do_what_they_say(programme: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands = [shlex.split(line) for kind, _, _, text in blocks("nl") if kind == "sh" for line in text.splitlines()]
    for number, (name, *arguments) in enumerate(commands):
        folder = shutil.copytree(programme, programme.parent / str(number))
        assert name == "kennisstad"
        assert main([*arguments, "--folder", str(folder)]) == 0, (arguments, capsys.readouterr())
        assert wrong(folder) == []
    assert {name for _, name, *_ in commands} == {"new", "rename", "merge", "end", "translated", "check"}


@pytest.mark.parametrize("language", HANDBOOKS)
def test_the_message_it_shows_is_told_so(programme: Path, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    path = programme / "data" / "projects.yaml"
    path.write_text(path.read_text("utf-8").replace("status: running", "status: runing"), "utf-8")
    shown = [text for kind, _, _, text in blocks(language) if kind == "text"]

    assert main(["check", "--language", language, "--folder", str(programme)]) == 1
    told = "".join(capsys.readouterr())
    assert [text for text in shown if text not in told] == []
    assert len(shown) == 1


def test_both_languages_have_the_same_examples_commands_and_pictures() -> None:
    sections = [re.findall(r"^#+ ", handbook(language), re.MULTILINE) for language in HANDBOOKS]
    examples = [[block for block in blocks(language) if block[0] != "text"] for language in HANDBOOKS]
    assert examples[0] == examples[1]
    assert sections[0] == sections[1]
    assert pictures("nl") == [name.replace(".en.", ".nl.") for name in pictures("en")]


def pictures(language: str) -> list[str]:
    return [link for link in LINK.findall(handbook(language)) if link.endswith(".png")]


def test_each_picture_is_shown_and_each_that_is_shown_is_there() -> None:
    kept = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs" / "pictures").iterdir())

    assert sorted(pictures("nl") + pictures("en")) == kept
    assert len(kept) <= MOST_PICTURES
    assert {name: (ROOT / name).stat().st_size for name in kept if (ROOT / name).stat().st_size > LARGEST} == {}
    for name in kept:
        with Image.open(ROOT / name) as picture:
            assert picture.mode == "P", name


@pytest.mark.parametrize("language", HANDBOOKS)
def test_each_picture_is_told_to_who_cannot_see_it(language: str) -> None:
    told = re.findall(r"!\[([^]]*)\]\(docs/", handbook(language))

    assert len(told) == len(set(told)) == len(pictures(language))
    assert [text for text in told if len(text) < 40] == []


def anchors(text: str) -> set[str]:
    """Gives the ids that a code host makes of the headings."""
    heads = re.findall(r"^#+ (.+)$", CODE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("language", HANDBOOKS)
def test_its_links_lead_somewhere(language: str) -> None:
    text = CODE.sub("", handbook(language))
    links = LINK.findall(text)
    inside = {link[1:] for link in links if link.startswith("#")}
    dead = {link for link in links if not link.startswith("#") and not (ROOT / link.partition("#")[0]).exists()}

    assert inside - anchors(text) == set()
    assert dead == set()
    tasks = re.findall(r"^## (.+)$", text, re.MULTILINE)
    unnamed = anchors("\n".join(f"## {task}" for task in tasks)) - inside
    assert len(unnamed) == 2, "every task stands in the list at the top, but for that list and the three ways"


def said_by_the_form(language: str) -> list[re.Pattern[str]]:
    """Gives what the pages and the form say in a language, with room for what is filled in."""

    def leaves(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            for one in value.values():
                yield from leaves(one)
        elif isinstance(value, str):
            yield value

    words = list(leaves(yaml.safe_load((ROOT / "locales" / f"{language}.yaml").read_text("utf-8"))))
    words += leaves(yaml.safe_load((ROOT / "src" / "kennisstad" / "messages" / f"{language}.yaml").read_text("utf-8")))
    parts = [re.split(r"\{\w+\}", word) for word in words]
    return [re.compile(".+".join(map(re.escape, some))) for some in parts if len("".join(some)) > 2]


@pytest.mark.parametrize("language", HANDBOOKS)
def test_what_it_quotes_is_said_on_the_page(language: str) -> None:
    patterns = said_by_the_form(language)
    quoted = set(QUOTED.findall(CODE.sub("", handbook(language))))
    names = {quote for quote in quoted if not any(pattern.fullmatch(quote) for pattern in patterns)}

    assert names <= {"haakjes", "marks"}
    assert len(quoted) > 15
