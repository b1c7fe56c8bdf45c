"""What an editor is told of marks that came out as text: which rule, which advice, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import NamedTuple

from kennisstad.addresses.open_data import known_files
from kennisstad.addresses.pagelinks import OPEN_DATA, PAGE, is_record_link
from kennisstad.markdown.bare import address_of
from kennisstad.markdown.marks import Mark, telephone_meant
from kennisstad.model import Dataset
from kennisstad.model.content import HOME
from kennisstad.problem import Edit, Location, Problem, Severity
from kennisstad.text import suggest_slug

_AS_TEXT = "mark-as-text"
_TOLD: dict[str, tuple[str, str]] = {
    "link": ("lost-link", "write-link"),
    "wiki": ("lost-link", "write-link"),
    "turned-link": ("lost-link", "write-link"),
    "space-in-link": ("lost-link", "no-space-in-address"),
    "telephone": ("lost-link", "write-telephone"),
    "broken-address": ("lost-link", "write-whole-address"),
    "record": ("lost-link", "write-link"),
    "reference": ("unknown-reference", "write-address-behind"),
    "bracket": ("unknown-reference", "write-address-behind"),
    "unused-reference": ("unused-reference", "refer-or-remove"),
    "footnote": ("unknown-footnote", "write-footnote"),
    "unused-footnote": ("unused-footnote", "refer-to-footnote"),
    "footnote-twice": ("unused-footnote", "rename-footnote"),
    "cell-too-many": ("cell-lost", "add-column"),
    "cell-too-few": ("cell-missing", "add-cell"),
    "table-ruler": (_AS_TEXT, "mend-ruler"),
    "table-apart": (_AS_TEXT, "no-empty-line-in-table"),
    "table-without-ruler": (_AS_TEXT, "add-ruler"),
    "note-title": ("note-title", "write-note"),
    "note-empty": ("note-empty", "indent-note"),
    "note-folded": ("markup-not-allowed", "write-note"),
    "note": (_AS_TEXT, "write-note"),
    "callout": (_AS_TEXT, "write-note"),
    "code-open": ("code-open", "close-code"),
    "code-by-spaces": ("code-by-spaces", "fewer-spaces"),
    "heading-empty": ("heading-empty", "write-words-of-heading"),
    "heading-level": ("heading-level", "raise-heading"),
    "mark-lost": ("mark-lost", "escape-mark"),
    "stars": ("stars-lost", "escape-stars"),
    "stars-in-word": ("stars-lost", "escape-stars"),
    "list-shallow": ("list-shallow", "indent-list"),
    "head-in-text": ("head-in-text", "one-head"),
    "underlined": ("underlined", "empty-line-above"),
    "too-deep": ("too-deep", "fewer-levels"),
    "endless": ("text-too-long", "divide-text"),
    "brackets": ("too-many-brackets", "fewer-brackets"),
    "heading": (_AS_TEXT, "write-heading"),
    "heading-or-tag": (_AS_TEXT, "heading-or-tag"),
    "contents": (_AS_TEXT, "no-contents"),
    "tab": (_AS_TEXT, "no-tabs"),
    "emoji": (_AS_TEXT, "type-character"),
    "raised": (_AS_TEXT, "type-character"),
    "highlight": (_AS_TEXT, "use-emphasis"),
    "strike": (_AS_TEXT, "use-emphasis"),
    "keys": (_AS_TEXT, "use-emphasis"),
    "emphasis": (_AS_TEXT, "mend-emphasis"),
    "emphasis-closed": (_AS_TEXT, "mend-emphasis"),
    "lone": (_AS_TEXT, "mend-emphasis"),
    "backtick": (_AS_TEXT, "close-code"),
    "entity": ("entity", "write-letter"),
    "newline": (_AS_TEXT, "write-line"),
    "line-end": (_AS_TEXT, "remove-mark"),
    "list-glued": (_AS_TEXT, "list-apart"),
    "task": (_AS_TEXT, "no-tasks"),
    "letter": (_AS_TEXT, "write-list-marks"),
    **dict.fromkeys(("list-dot", "list-dash", "list-space", "number-space"), (_AS_TEXT, "write-list-marks")),
    **dict.fromkeys(
        ("attributes", "template", "critic", "snippet", "container", "forum", "abbreviation", "term", "formula"),
        (_AS_TEXT, "unknown-mark"),
    ),
}
_ADVICE = frozenset(
    ("lone", "emphasis-closed", "cell-too-few", "code-by-spaces", "heading-level", "heading-or-tag", "mark-lost", "stars-in-word")
)
"""What may have been meant as it stands."""
_NOT_IN_FIELDS = frozenset(
    (
        "heading",
        "heading-or-tag",
        "footnote",
        "callout",
        "note",
        "table-ruler",
        "table-apart",
        "table-without-ruler",
        "task",
        "abbreviation",
        "term",
    )
)
_AS_MEANT = frozenset(("sic", "red", "nvt", "na", "noot", "note", "ed"))
_QUOTES = re.compile('["“”„«»‘’]')
_PLAIN = re.compile(
    r"\*\*\S|</?[a-zA-Z][^<>\n]{0,200}>|\]\([^\s()\[\]]{0,80}\)?|\]\[[^\[\]\n]{0,100}\]|\[\^[^\[\]\s]{1,100}\]"
    r"|(?<![\w*])\*[^\s*](?:[^*\n]{0,200}[^\s*])?\*(?![\w*])|(?<!\w)_[^\W_](?:[^_\n]{0,200}[^\s_])?_(?!\w)|`[^`\n]{1,200}`"
    r"|^(?:#{1,6}|>|[-*+•])\s|~~\S|\{\{|\{%|==[^\s=][^=\n]{0,200}==|(?<![\w:]):[a-z][a-z0-9_+-]{1,60}:(?![\w:])"
    r"|&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,5});"
)


_INSTEAD: dict[str, Callable[[Mark], str]] = {
    "escape-stars": lambda mark: mark.instead or mark.found,
    "escape-mark": lambda mark: f"\\{mark.found}",
    "heading-or-tag": lambda mark: f"## {mark.found.lstrip('#')}",
    "raise-heading": lambda mark: mark.instead or mark.found,
}
"""The advice that holds what to write, where the whole line with it is shown only of what is certain."""


class Told(NamedTuple):
    """What is told of a mark."""

    rule: str
    hint: str
    severity: Severity = Severity.ERROR
    suggestion: str = ""


def told_of(dataset: Dataset, mark: Mark, text: str, *, is_field: bool) -> Told | None:
    """Gives what is told of a mark in a text, or None where it may well have been meant as it stands."""
    if mark.name == "record":
        scheme, _, identity = mark.found.partition(":")
        is_known = is_record_link(dataset.kinds, mark.found) and identity in (known_ids(dataset, scheme) or ())
        return Told(*_TOLD["record"]) if is_known else None
    if mark.name == "bracket":
        return _bracket(dataset, mark, text)
    if mark.name == "reference":
        named = re.sub(r".*\[([^\[\]]+)\](?:\[\])?$", r"\1", mark.found)
        return Told(*_TOLD["reference"], suggestion=page_named(dataset, named))
    if is_field and mark.name in _NOT_IN_FIELDS:
        return Told("markup-not-allowed", "allowed-markup")
    if is_field and mark.name == "backtick":
        return Told(_AS_TEXT, "write-apostrophe")
    return Told(*_TOLD[mark.name], Severity.ADVICE if mark.name in _ADVICE else Severity.ERROR)


def problem_of(told: Told, where: Location, record: str, mark: Mark, fix: tuple[Edit, ...]) -> Problem:
    """Gives the problem that a mark is."""
    values = {"found": " ".join(mark.found.split())[:80] or mark.found[:80]}
    if told.hint in _INSTEAD:
        values["instead"] = _INSTEAD[told.hint](mark)[:80]
    if told.suggestion:
        values["suggestion"] = f"{mark.found.partition(']')[0].lstrip('!')}]({PAGE}:{told.suggestion})"
        return Problem(where, told.rule, "did-you-mean", record, values, told.severity)
    return Problem(where, told.rule, told.hint, record, values, told.severity, () if told.severity is Severity.ADVICE else fix)


def _bracket(dataset: Dataset, mark: Mark, text: str) -> Told | None:
    """Words between square brackets are a link that goes nowhere where they name a page; else they may be the writer's own."""
    label = mark.found.strip("![]").strip()
    page = page_named(dataset, label)
    if page or mark.found.startswith("!"):
        return Told(*_TOLD["bracket"], suggestion=page)
    line = text.split("\n")[mark.line]
    end = mark.column + len(mark.found)
    around = line[max(mark.column - 1, 0) : mark.column] + line[end : end + 1]
    is_own = suggest_slug(label) in _AS_MEANT or sum(map(str.isalpha, label)) < 3 or any(letter.isalnum() for letter in around)
    is_quoted = bool(_QUOTES.search(line[: mark.column]) and _QUOTES.search(line[end:]))
    return None if is_own or is_quoted or mark.column < 0 else Told(*_TOLD["bracket"], Severity.ADVICE)


def page_named(dataset: Dataset, label: str) -> str:
    """Gives the page that somebody calls by its name, its address or its title."""
    wanted = suggest_slug(label)
    names = {name: name for name in (*dataset.kinds.sections, *(name for _, name in dataset.pages))}
    for page in dataset.content:
        names.setdefault(page.slug, page.name)
        names.setdefault(suggest_slug(page.front.title), page.name)
    return names.get(wanted, "")


def plain_mark(text: str) -> re.Match[str] | None:
    """Gives the first mark in a text that has none, such as a title, or None."""
    return next((found for found in _PLAIN.finditer(text) if found[0][0] != "&" or unescape(found[0]) != found[0]), None)


def told_of_plain(found: str) -> tuple[str, str, dict[str, str]]:
    """Gives what is told of a mark in a title or a summary; of a letter that was spelled out, also the letter."""
    if found.startswith("&"):
        letter = unescape(found).replace("\u00a0", " ")
        return "entity", "write-letter", {"found": found, "instead": letter}
    return "markup-not-allowed", "no-markup", {"found": found[:80]}


def outside_problem(url: str, where: Location, record: str) -> Problem:
    """Gives what is wrong with an address that leads nowhere, and the right one where that is certain."""
    if not url.strip():
        return Problem(where, "link-without-address", "write-address-behind", record)
    if url.lower().startswith("tel:"):
        meant, rule, hint = telephone_meant(url), "telephone", "write-telephone"
    else:
        meant, rule, hint = address_of(url) if "://" not in url else "", "address", "write-address"
    values = {"found": url, **({"instead": meant} if meant else {})}
    return Problem(where, rule, "write-instead" if meant else hint, record, values)


def known_ids(dataset: Dataset, scheme: str) -> frozenset[str] | None:
    """Gives the ids that a link of a scheme may name, or None where the records could not be read."""
    if scheme == PAGE:
        return frozenset((*dataset.kinds.sections, HOME, *(name for _, name in dataset.pages)))
    if scheme == OPEN_DATA:
        return known_files(dataset)
    return dataset.ids.get(dataset.kinds.schemes[scheme].above)
