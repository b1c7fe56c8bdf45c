"""Bad input → what the editor is told. Each case file changes the invented programme and holds the messages that must follow.

A case has sections that start with `=== `: a file to replace (`=== data/tracks.yaml`), to change (`=== data/tracks.yaml
replace`, with old and new text divided by a line `---8<---`), or to remove (`=== data/tracks.yaml remove`); and `=== nl` and
`=== en` with the messages in that language. A photograph is drawn (`=== data/photos/quay.png picture`, with its width and
height) or moves (`moving`), cut off after a number of bytes (`first`), filled with a number of them (`bytes`) or led to nowhere
(`link`).
`GOLDEN=write pytest tests/golden` writes the messages as they are now: read the difference before you commit it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from PIL import Image

from kennisstad.checking import check
from kennisstad.messages import LANGUAGES, messages
from kennisstad.model import Folders
from kennisstad.rules import languages
from tests.site.programmes import copy_invented

CASES = sorted(Path(__file__).parent.glob("cases/*.txt"))
TOLD_ELSEWHERE = {"not-translated", "no-source", "source-without-place", "row-without-project", "one-sided"}
"""The invented programme itself gets this advice; the cases leave it out."""


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_the_editor_is_told(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(languages, "find_spec", lambda name: None)  # whether or not the larger search program is installed here
    parts = sections(case.read_text("utf-8"))
    folder = copy_invented(tmp_path)
    for head, text in parts:
        if head not in LANGUAGES:
            change(folder, head, text)
    checked = check(Folders.of(folder))
    problems = [problem for problem in checked.problems if problem.rule not in TOLD_ELSEWHERE or case.stem in problem.rule]
    told = {language: messages(language).tell_all(problems, folder, whole=True) for language in LANGUAGES}
    if os.environ.get("GOLDEN") == "write":
        _write(case, parts, told)
    assert problems, "a case has to go wrong"
    for language in LANGUAGES:
        assert told[language] == dict(parts).get(language, "").rstrip("\n")


def sections(text: str) -> list[tuple[str, str]]:
    """Gives the heads of a case with what stands under each."""
    parts = re.split(r"(?m)^=== (.*)\n", text)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def change(folder: Path, head: str, text: str) -> None:
    """Makes the change of a section in a copy of the programme."""
    name, _, verb = head.partition(" ")
    path = folder / name
    if verb == "remove":
        path.unlink()
    elif verb == "replace":
        old, _, new = text.rstrip("\n").partition("\n---8<---")
        before = path.read_text("utf-8")
        assert old in before, f"{name} has no {old!r}"
        path.write_text(before.replace(old, new.removeprefix("\n"), 1), "utf-8")
    elif verb == "first":
        path.write_bytes(path.read_bytes()[: int(text)])
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_file(path, verb, text)


def _write_file(path: Path, verb: str, text: str) -> None:
    if verb == "picture":
        width, height = map(int, text.split())
        Image.new("RGB", (width, height)).save(path)
    elif verb == "moving":
        Image.new("RGB", (9, 9), "red").save(path, save_all=True, append_images=[Image.new("RGB", (9, 9), "blue")])
    elif verb == "bytes":
        with path.open("wb") as file:
            file.truncate(int(text))
    elif verb == "link":
        path.symlink_to(text.strip())
    elif verb == "latin-1":
        path.write_bytes(text.encode("latin-1"))
    else:
        path.write_text(text, "utf-8")


def _write(case: Path, sections: list[tuple[str, str]], told: dict[str, str]) -> None:
    sections[:] = [*((head, text) for head, text in sections if head not in told), *told.items()]
    case.write_text("".join(f"=== {head}\n{text.rstrip(chr(10))}\n" for head, text in sections), "utf-8")


def test_every_rule_that_an_editor_can_break_has_a_case() -> None:
    told = "".join(case.read_text("utf-8") for case in CASES)
    shown = set(re.findall(r"\[([a-z0-9-]+)\]", told))
    assert set(messages("nl").rules) - shown == {
        *("file-too-large", "no-day"),  # tests/unit tells of these
        *("text-too-long", "too-many-brackets"),  # tests/hostile tells of these
        *("git-shallow", "git-incomplete", "git-refused", "unknown-commit"),  # and tests/site/test_history.py of these
    }
