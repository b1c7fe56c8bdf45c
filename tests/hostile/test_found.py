"""What was found by attacking a site: each of a kind, with the right outcome."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kennisstad.checking import check
from kennisstad.markdown.fields import read_field
from kennisstad.markdown.longform import longform_html, read_longform
from kennisstad.messages import messages
from kennisstad.model import Folders
from kennisstad.model.values import is_web_address
from kennisstad.site import BadData, make_site
from tests.hostile.judged import SECONDS, bounded, plain
from tests.hostile.made import dumped, full, write_full
from tests.site.programmes import slowness

SECRET = "id: taken-from-outside\n"
PLACES = (
    "data/programme.yaml",
    "data/projects.yaml",
    "data/projects/two.yaml",
    "data/ledger.json",
    "data/photos/two.jpg",
    "data/schema/projects.json",
    "data/more",
    "content/en/about.md",
    "content/en/two.md",
    "content/en/two.png",
    "content/en/news/two.md",
    "content/en",
    "content/fr",
    "content",
    "locales/en.yaml",
    "overrides/records/project.html",
    "overrides/assets/two.css",
    "overrides/.icons/leaf.svg",
    "overrides/assets",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_full(tmp_path / "programme", plain)
    return tmp_path / "programme"


def _link_to(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


WAYS: dict[str, Callable[[Path], None]] = {
    "file outside": lambda path: path.symlink_to(path.parents[len(path.parts) - path.parts.index("programme") - 1] / "secret.yaml"),
    "process": _link_to("/proc/self/environ"),
    "device": _link_to("/dev/zero"),
    "folder": _link_to("/"),
    "nowhere": _link_to("nowhere"),
    "itself": lambda path: path.symlink_to(path.name),
    "queue": os.mkfifo,
}


@pytest.mark.parametrize("way", WAYS)
def test_what_is_no_file_of_the_project_is_told_and_never_read(folder: Path, way: str) -> None:
    (folder.parent / "secret.yaml").write_text(SECRET, "utf-8")
    for name in PLACES:
        path, aside = folder / name, folder.parent / "aside"
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():
            path.rename(aside)
        WAYS[way](path)
        checked = check(Folders.of(folder))
        told = messages("en").tell_all(checked.problems, folder)
        path.unlink()
        if aside.exists():
            aside.rename(path)
        assert (name, "not-a-file") in {(problem.location.file, problem.rule) for problem in checked.errors}
        assert "taken-from-outside" not in told
    assert check(Folders.of(folder)).errors == []


def test_a_record_without_a_field_that_it_needs_is_told_of(folder: Path) -> None:
    records = full(plain)
    del records["actions"][0]["agenda"]
    (folder / "data" / "actions.yaml").write_text(dumped(records["actions"]), "utf-8")
    found = check(Folders.of(folder)).errors
    assert [(problem.rule, problem.values["field"]) for problem in found] == [("missing-field", "agenda")]


@pytest.mark.parametrize(
    "address",
    [
        "https://a.nl:99999/",
        "https://1.2.3/",
        "https://256.1.1.1/",
        "https://example.org.1/",
        "https://xn--a.nl/",
        f"https://{'a' * 64}.nl/",
        f"https://{'a.' * 130}nl/",
        "https://a..nl/",
    ],
)
def test_an_address_that_no_browser_opens_is_none(address: str) -> None:
    assert not is_web_address(address)


@pytest.mark.parametrize(
    "address", ["https://a.nl:8080/", "https://127.0.0.1/", "https://bücher.example/", "https://xn--bcher-kva.example/"]
)
def test_an_address_that_browsers_open_is_one(address: str) -> None:
    assert is_web_address(address)


@pytest.mark.parametrize(
    "piece",
    ["[", "![", "^[", "[^", "[`]`", "](", "[a](", "*a_", "\n- a", "\n## a", "> ", "|a|b|\n|-|-|\n", "- a\n - b\n", "5*3*2 "],
)
def test_no_small_text_takes_long(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    began = time.process_time()
    read_field(text)
    read_longform(text)
    longform_html(text, lambda url, is_picture: url)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(("text", "mark"), [("a" * 60_001, "endless"), ("One.\n\n" + "[" * 3_000, "brackets")])
def test_a_text_that_is_not_read_is_told(text: str, mark: str) -> None:
    for read in (read_field(text), read_longform(text)):
        assert read.marks[0].name == mark
    assert read_field(text).pieces == ()


@pytest.mark.parametrize(("text", "rule"), [("a" * 60_001, "text-too-long"), ("One.\n\n" + "[" * 3_000, "too-many-brackets")])
def test_the_editor_reads_why(folder: Path, text: str, rule: str) -> None:
    records = full(plain)
    records["projects"][0]["description"]["en"] = text
    (folder / "data" / "projects.yaml").write_text(dumped(records["projects"]), "utf-8")
    page = folder / "content" / "en" / "about.md"
    page.write_text(f"{page.read_text('utf-8')}\n{text}\n", "utf-8")
    told = {(problem.location.file, problem.rule) for problem in check(Folders.of(folder)).errors}
    assert {("data/projects.yaml", rule), ("content/en/about.md", rule)} <= told


@pytest.mark.parametrize("piece", ["## a\n\n", "[a](project:nope)\n\n", "<b>\n\n", "**a ", "[](x) "])
def test_a_fault_on_every_line_is_told_soon(folder: Path, piece: str) -> None:
    """What is told of one fault does not ask for a look at all that stands around it."""
    records = full(plain)
    records["projects"][0]["description"]["en"] = f"<b>One</b>\n\n{piece * (59_000 // len(piece))}"
    (folder / "data" / "projects.yaml").write_text(dumped(records["projects"]), "utf-8")
    with bounded(SECONDS * slowness()):
        assert check(Folders.of(folder)).errors


@pytest.mark.parametrize(
    "text", ["\r<b>One</b>", "One.\r\n<b>Two</b>", "[One](\r)\r\r*Two*\r", "\r![One](two)\r\n\r[^1]", "One\r- Two\r    - Three\r"]
)
def test_a_return_between_quotes_is_told_and_ends_a_line(folder: Path, text: str) -> None:
    """YAML gives `\\r` in a text as it is; Markdown ends a line there."""
    records = full(plain)
    records["projects"][0]["description"]["en"] = text
    (folder / "data" / "projects.yaml").write_text(dumped(records["projects"]), "utf-8")

    assert "unknown-escape" in {problem.rule for problem in check(Folders.of(folder)).errors}


@pytest.mark.parametrize(("kind", "field"), [("themes", "icon"), ("projects", "leads"), ("projects", "status")])
def test_an_id_of_a_whole_book_is_told_soon(folder: Path, kind: str, field: str) -> None:
    """What is no word is held against none of the words that there are, such as ten thousand names of icons."""
    records = full(plain)
    records[kind][0][field] = ["a" * 20_000] if field == "leads" else "a" * 20_000
    (folder / "data" / f"{kind}.yaml").write_text(dumped(records[kind]), "utf-8")
    with bounded(SECONDS * slowness()):
        assert check(Folders.of(folder)).errors


def test_a_title_of_a_whole_book_is_told(folder: Path) -> None:
    records = full(plain)
    records["projects"][0]["title"]["en"] = "](" * 50_000
    (folder / "data" / "projects.yaml").write_text(dumped(records["projects"]), "utf-8")
    assert "too-long" in {problem.rule for problem in check(Folders.of(folder)).errors}


def test_a_heading_never_takes_an_id_of_the_page_itself(folder: Path) -> None:
    page = folder / "content" / "en" / "about.md"
    names = ("_content", "_query", "search-panel", "fn1", "brief")
    page.write_text(page.read_text("utf-8") + "".join(f"\n## {name}\n\nText.\n" for name in names), "utf-8")
    made = make_site(Folders.of(folder)).files["about/index.html"].decode()
    ids = [piece.partition('"')[0] for piece in made.split(' id="')[1:]]
    assert len(ids) == len(set(ids))


def test_what_would_be_lost_is_told(folder: Path) -> None:
    page = folder / "content" / "en" / "about.md"
    levels = "\n".join(f"{'  ' * level}- level" for level in range(14))
    lost = f"\n[^1]: LOST\n\n| a | b |\n|---|---|\n| c | d | LOST |\n\n!!! note LOST\n    Text.\n\n{levels}\n\n[LOST]: https://example.org/\n"
    page.write_text(page.read_text("utf-8") + lost, "utf-8")
    with pytest.raises(BadData) as told:
        make_site(Folders.of(folder))
    rules = {problem.rule for problem in told.value.problems}
    assert {"unused-footnote", "cell-lost", "note-title", "too-deep", "unused-reference"} <= rules
