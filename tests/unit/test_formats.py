"""What `kennisstad check --format` writes for programs, read as they read it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from kennisstad.messages import LANGUAGES, messages
from kennisstad.messages.sources import Sources
from kennisstad.problem import Edit, Location, Problem, Severity
from kennisstad.telling import FORMATS, Handbook
from kennisstad.telling.github import MOST, chosen
from tests.conftest import ROOT

FILE = "data/projects.yaml"
TEXT = "- id: café\n  status: runing # ::error::é\n  lead: a\n  track: b\n"
COMMANDS = ("error", "warning", "notice", "add-mask", "stop-commands")
HANDBOOK = Handbook("docs/rules.md")


def fault(line: int = 2, column: int = 11, severity: Severity = Severity.ERROR, rule: str = "not-in-list") -> Problem:
    values = {"found": "runing", "field": "status", "suggestion": "running", "known": "running, stopped"}
    edit = Edit((line, column), (line, column + 6), "running")
    fix = (edit,) if rule == "not-in-list" else ()
    return Problem(Location(FILE, line, column), rule, "did-you-mean-of", "café", values, severity, fix)


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    (tmp_path / "data").mkdir()
    (tmp_path / FILE).write_text(TEXT, "utf-8")
    return Sources(tmp_path)


def told(form: str, problems: list[Problem], sources: Sources, language: str = "en") -> str:
    return FORMATS[form](problems, messages(language), sources, HANDBOOK)


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Reads lines as the program does that runs a workflow: what begins with `::`, or holds `##[`, until it is told to stop."""
    found, token = [], ""
    for line in text.splitlines():
        new = re.match(r"\s*::([^ :]+)(?: (.*?))?::(.*)", line)
        old = re.search(r"##\[([^ \]]+)[^\]]*\](.*)", line)
        name = new[1] if new else old[1] if old else ""
        if token:
            token = "" if name == token else token
        elif name == "stop-commands" and new:
            token = new[3]
        elif name in COMMANDS:
            assert new is not None, line
            properties = dict(part.split("=", 1) for part in (new[2] or "").split(",") if part)
            found.append((name, {key: plain(value) for key, value in properties.items()}, plain(new[3])))
    assert token == ""
    return found


def plain(text: str) -> str:
    for code in ("%0D", "%0A", "%3A", "%2C", "%25"):
        text = text.replace(code, chr(int(code[1:], 16)))
    return text


@pytest.mark.parametrize("language", LANGUAGES)
def test_github_shows_message_and_remedy_at_the_line(sources: Sources, language: str) -> None:
    words = messages(language)
    problems = [fault(), fault(3, 3, Severity.ADVICE, rule="no-source")]
    error, warning = commands(told("github", problems, sources, language))

    assert error[:2] == ("error", {"file": FILE, "line": "2", "col": "11", "title": "café: not-in-list"})
    assert error[2].split("\n") == [
        words.message(problems[0]),
        f"→ {words.remedy(problems[0])}",
        "    2 +   status: running # ::error::é",
        "docs/rules.md#not-in-list",
    ]
    assert warning[0] == "warning"


def test_nothing_that_was_typed_is_a_command(tmp_path: Path, sources: Sources) -> None:
    hostile = "\n::error file=x::y\r%0A::warning::z, ##[add-mask]secret"
    problem = Problem(Location(f"data/a,b:{hostile}.yaml", 2, 3), "date", "write-date", hostile, {"found": hostile})
    (tmp_path / FILE).write_text(f"##[error]x\n{TEXT}::error::y", "utf-8")
    found = commands(told("github", [problem, fault(1), fault(5)], sources))

    assert [name for name, *_ in found] == ["error"] * 3
    assert found[0][1]["file"] == problem.location.file
    assert "\n::" not in found[0][2]
    assert all("##[" not in line for form in ("json", "rdjson") for line in told(form, [problem], sources).splitlines())


def test_more_than_github_shows_are_counted_and_of_every_kind_one_is_shown(sources: Sources) -> None:
    flood = [fault(line, 3) for line in range(1, 40)] + [fault(50, 1, rule="date"), fault(51, 1, Severity.ADVICE, rule="no-source")]
    found = commands(told("github", flood, sources))

    assert [name for name, *_ in found].count("error") == MOST
    assert {properties["title"] for name, properties, _ in found[:-1]} == {"café: not-in-list", "café: date", "café: no-source"}
    assert found[-1] == ("notice", {}, messages("en").say("more-in-log", count=30))
    assert chosen(flood[:3]) == flood[:3]
    assert told("github", [], sources) == ""


def test_json_has_every_part(sources: Sources) -> None:
    (one,) = json.loads(told("json", [fault()], sources))

    assert (one["file"], one["line"], one["column"], one["record"], one["rule"]) == (FILE, 2, 11, "café", "not-in-list")
    assert one["typed"] == TEXT.splitlines()[1]
    assert one["fix"] == [{"start": [2, 11], "end": [2, 17], "text": "running"}]
    assert (one["severity"], one["page"]) == ("error", "docs/rules.md#not-in-list")
    assert one["message"] == messages("en").message(fault())
    assert one["remedy"] == messages("en").remedy(fault())
    assert json.loads(told("json", [], sources)) == []


def suggested(text: str, suggestion: dict[str, Any]) -> str:
    """Puts a suggestion in a text as reviewdog does, which counts bytes."""
    lines = text.encode().splitlines(keepends=True)
    start, end = (
        sum(map(len, lines[: place["line"] - 1])) + place["column"] - 1
        for place in (suggestion["range"]["start"], suggestion["range"]["end"])
    )
    new: str = suggestion["text"]
    return f"{text.encode()[:start].decode()}{new}{text.encode()[end:].decode()}"


def test_reviewdog_can_suggest_what_is_certain(sources: Sources) -> None:
    two = Problem(
        Location(FILE, 1, 7),
        "date",
        "write-date",
        fix=(Edit((1, 10), (1, 11), "e"), Edit((2, 29), (2, 30), "e")),
        values={"found": ""},
    )
    told_ = json.loads(told("rdjson", [two, fault()], sources))
    both, one = told_["diagnostics"]

    assert one["location"] == {"path": FILE, "range": {"start": {"line": 2, "column": 11}}}
    assert (one["severity"], one["code"]) == ("ERROR", {"value": "not-in-list", "url": "docs/rules.md#not-in-list"})
    assert suggested(TEXT, one["suggestions"][0]) == TEXT.replace("runing", "running")
    assert [suggestion["text"].count("\n") for suggestion in both["suggestions"]] == [1]
    assert suggested(TEXT, both["suggestions"][0]).splitlines()[0] == "- id: cafe"


def test_the_workflow_asks_for_it_and_make_passes_it_on() -> None:
    make = (ROOT / "Makefile").read_text("utf-8")
    workflow = (ROOT / ".github" / "workflows" / "site.yml").read_text("utf-8")

    assert make.count("kennisstad check $(if $(CHECK_FORMAT),--format $(CHECK_FORMAT))") == 2
    assert "CHECK_FORMAT: github" in workflow
    assert "add-matcher" not in workflow
