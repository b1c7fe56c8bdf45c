"""The pages of the handbook that explain each rule: what it says, what somebody typed, what they are told and what is right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kennisstad.edits import Typed
from kennisstad.messages import LANGUAGES, Messages, messages
from kennisstad.messages.drawing import typed_line
from kennisstad.messages.examples import Example, all_examples
from kennisstad.problem import Location, Problem
from kennisstad.telling.handbook import PAGES

AROUND = 4
"""Lines that are shown above and below the one with the mistake."""


def rule_pages() -> dict[str, str]:
    """Gives the page of rules in each language, by path."""
    return {PAGES[language]: _page(messages(language)) for language in LANGUAGES}


def _page(words: Messages) -> str:
    lines = [f"# {words.say('rules-title')}", "", words.say("rules-intro"), ""]
    lines += [f"| {words.say('rule')} | {words.say('rule-says')} |", "| --- | --- |"]
    rules = sorted(words.rules)
    lines += (f"| [{rule}](#{rule}) | {_text(_in_general(words.rules[rule]))} |" for rule in rules)
    for rule in rules:
        lines += _section(rule, words)
    return "\n".join(lines) + "\n"


def _section(rule: str, words: Messages) -> Iterator[str]:
    yield from ("", f"## {rule}", "")
    example = all_examples().get(rule)
    if example is None or not example.hint:
        yield _text(_in_general(words.rules[rule]))
        return
    problem = Problem(Location(example.file, example.line or 1, example.column or 1), rule, example.hint, values=example.values)
    if example.wrong:
        yield from (words.say("was-typed", file=f"`{example.file}`"), "", *_block(_with_caret(problem, example)), "")
    elif example.file:
        yield from (f"`{example.file}`", "")
    yield from (f"> {_text(words.message(problem))}", ">", f"> → {_text(words.remedy(problem))}")
    if example.right:
        yield from ("", words.say("is-right"), "", *_block(_around(example.right.split("\n"), example.line)))


def _with_caret(problem: Problem, example: Example) -> list[str]:
    """Gives the lines around the mistake as typed, with the caret under it."""
    lines = [line.replace("\t", "⇥   ") for line in example.wrong.split("\n")]
    drawn = typed_line(problem, Typed(example.wrong)) if example.line else []
    if not drawn:
        return _around(lines, example.line or 1)
    shown, caret = (line.partition("| ")[2] for line in drawn)
    place = example.line - 1
    above, below = lines[max(place - AROUND, 0) : place], lines[place + 1 : place + 1 + AROUND]
    return [*above, shown, caret, *below]


def _around(lines: list[str], line: int) -> list[str]:
    return lines[max(line - 1 - AROUND, 0) : line + AROUND]


def _block(lines: list[str]) -> list[str]:
    """Gives lines as they stand; what was typed may hold a fence of its own."""
    fence = "`````"
    return [f"{fence}text", *(line.rstrip() for line in lines), fence]


def _in_general(sentence: str) -> str:
    """Gives a sentence with … for what the program fills in."""
    return sentence.format_map(defaultdict(lambda: "…"))


def _text(sentence: str) -> str:
    """Gives a sentence that Markdown shows as it is."""
    for character in "\\`*_[]<>|":
        sentence = sentence.replace(character, f"\\{character}")
    return sentence
