"""Marks within a line that were meant as something and came out as text: half links, references, emphasis that is not closed,
and marks of other programs (`{ .knop }`, `:smile:`, `==dit==`).

One pass over what came out as plain text finds them all; a pattern never looks further than a few hundred letters, so that no text
is slow to look at. What may have been meant (a lone `*`, `[sic]`) is told by `rules/marks.py` as advice or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html import unescape

from kennisstad.markdown.shown import Shown
from kennisstad.model.telephone import is_telephone, telephone_address

MOST = 50
"""Marks that are told of one text; whoever mends those sees the others."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark that came out as text: which one, where it stands in the text (from 0), and what to write instead if that is certain.

    A `column` of -1 means that only the line is known. `also` are the same marks right below it: a list is mended as a whole.
    """

    name: str
    line: int
    column: int
    found: str
    instead: str | None = None
    also: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """What a pattern found, with what stands around it."""

    typed: str
    before: str
    after: str
    groups: dict[str, str | None]


Judge = Callable[[_Found], tuple[str, str | None] | None]
"""Gives the name of a mark and what to write instead, or None where it is none after all."""

_AROUND = 300
"""Letters before a mark that are looked at."""
_LABEL, _INSIDE = r"[^\[\]\n]{0,300}", r"(?:[^()\n]|\([^()\n]{0,50}\)){0,300}"
_ADDRESS = re.compile(
    r"tel:.*|(?:https?://|www\.|mailto:|[a-z-]+: ?[a-z0-9]|#\w|\.{0,2}/\w)[^()]*"
    r"|[^()]*\.(?:md|pdf|png|jpe?g|gif|webp|avif|svg|html?|docx?)(?:#\S*)?|[^\s()@]+@[^\s()@]+\.\w+",
    re.IGNORECASE,
)
_FILE = re.compile(r"[^<>\"\n]+\.[a-zA-Z0-9]{2,5}")
_PATTERNS = rf"""
(?P<callout>\[!\w{{1,20}}\])
|(?P<contents>(?i:\[\[?_?toc_?\]\]?))
|(?P<wiki>!?\[\[[^\[\]\n]{{1,300}}\]\])
|(?P<footnote>\[\^[^\[\]\s]{{1,100}}\])
|(?P<forum>\[/(?:b|i|u|s|url|img|quote|code|list|color|size)\])
|(?P<backwards>\[(?P<first>https?://[^\s\[\]]{{1,300}})\s(?P<then>[^\[\]\n]{{1,300}})\])
|(?P<link>!?\[(?P<text>{_LABEL})\](?P<between>[ ]{{0,2}}:?[ ]{{0,2}})\((?P<address>{_INSIDE})(?P<close>\)?))
|(?P<reference>!?\[[^\[\]\n]{{1,300}}\]\[{_LABEL}\])
|(?P<turned>\((?P<said>[^()\n]{{1,300}})\)\[(?P<where>[^\[\]\n]{{1,300}})\])
|(?P<bracket>!?\[[^\[\]\n]{{1,100}}\](?![\[(:]))
|(?P<rest>\]\(\S{{0,60}})
|(?P<template>\{{\{{[^{{}}\n]{{0,200}}\}}\}}|\{{%[^{{}}\n]{{0,200}}%\}}|\{{\#[^{{}}\n]{{1,200}}\#\}})
|(?P<attributes>[ ]?\{{:?\s{{0,3}}(?:[.\#][\w-]|[\w-]{{1,30}}=["'\w])[^{{}}\n]{{0,200}}\}})
|(?P<critic>\{{(?:\+\+|--|~~|==|>>)[^{{}}\n]{{0,200}}\}})
|(?P<emoji>(?<![\w:]):(?:[a-z][a-z0-9_+-]{{1,60}}|[+-]1):(?![\w:]))
|(?P<keys>\+\+[a-z0-9"][a-z0-9+"-]{{0,40}}\+\+)
|(?P<highlight>==[^\s=](?:[^=\n]{{0,200}}[^\s=])?==)
|(?P<strike>~~[^\s~](?:[^~\n]{{0,200}}[^\s~])?~~|(?<!\w)~(?=\w)[^~\n]{{1,200}}\w~(?!\w))
|(?P<square>\b(?:[cdkm]?m)\^(?P<power>[23])\b)
|(?P<raised>\^[^\W_][\w+-]{{0,30}}\^|(?<=\w)~[\w+-]{{1,20}}~)
|(?P<snippet>-{{1,2}}8<-{{1,2}})
|(?P<broken>(?<![\w/.:])(?i:h{{1,2}}t{{1,3}}p{{1,2}}(?P<safe>s{{0,2}})|ttps?)[:;]{{0,2}}\s?/{{1,3}}\s?(?P<host>\w[^\s<>()\[\]]{{0,100}}[\w/]))
|(?P<pair>(?P<mark>\*{{1,3}}|_{{1,3}})(?P<inner>[^*_\n]{{1,300}})(?P=mark)(?![*_]))
|(?P<strong>(?<!\*)\*{{2,3}}(?!\*)|(?<!_)__(?!_))
|(?P<lone>(?<![\w*_\\])[*_](?=[^\W_]))
|(?P<backtick>`{{1,3}})
|(?P<entity>&(?:nbsp|[ei]uml|eacute|egrave|euro|copy|[nm]dash|hellip|[lr][sd]quo|quot|lt|gt|amp)(?![\w;=])|(?<=\x00)(?:[a-z]{{2,8}}|\#\d{{1,5}});)
|(?P<newline>\\n(?=\\n|\s|$|[A-Z]))
|(?P<formula>\$\$|\\\[|\\\()
|(?P<record>(?<![\w:/.@-])[a-z][a-z-]{{2,20}}:[a-z0-9][a-z0-9-]{{1,80}}(?![\w:/@]))
"""
_MARKS = re.compile(rf"(?=[\[\](){{}}*_`~^=+$&\\:a-zA-Z#!\x20<-])(?:{_PATTERNS})", re.VERBOSE)
_ALIKE = {"highlight": "letters", "strike": "letters", "keys": "letters", "raised": "signs", "emoji": "signs"}
"""Marks of other programs with the same remedy: told of once on a line."""
_SUSPECT = re.compile(r"[\[\]{}*_`~^=+$&\\]|:\S|8<|tps?[:;]?\s?/|\x00(?:[a-z]{2,8}|#\d{1,5});")
"""What no line without a mark has."""


def marks_in(line: Shown) -> Iterator[Mark]:
    """Gives the marks within a line of text."""
    if not _SUSPECT.search(line.plain):
        return
    at, told = 0, set[str]()
    while found := _MARKS.search(line.plain, at):
        at = found.start() + 1
        groups = found.groupdict()
        name = next(name for name in _JUDGES if groups[name] is not None)
        start, end = found.span(name)
        judged = _JUDGES[name](
            _Found(
                line.typed[start:end], line.typed[max(start - _AROUND, 0) : start], line.typed[end : end + 1], _typed(found, line)
            )
        )
        alike = _ALIKE.get(judged[0], "") if judged and judged[1] is None else ""
        if judged and alike not in told:
            told |= {alike} - {""}
            mark = Mark(judged[0], line.line, line.column + start if line.column >= 0 else -1, line.typed[start:end], judged[1])
            yield _trimmed(mark) if name == "entity" else mark
            at = max(end, at)


def _typed(found: re.Match[str], line: Shown) -> dict[str, str | None]:
    """Gives the parts of what was found as they were typed, with their emphasis and code."""
    return {name: line.typed[slice(*found.span(name))] if text is not None else None for name, text in found.groupdict().items()}


def _trimmed(mark: Mark) -> Mark:
    """An ampersand that was spelled out (`&amp;nbsp;`) is part of what has to be written anew."""
    if mark.found.startswith("&") or mark.column < 0:
        return mark
    return replace(mark, column=mark.column - len("&amp;"), found=f"&amp;{mark.found}")


def _is(name: str) -> Judge:
    return lambda found: (name, None)


def _link(found: _Found) -> tuple[str, str | None] | None:
    text, between, address = (found.groups[name] or "" for name in ("text", "between", "address"))
    is_closed, picture = bool(found.groups["close"]), "!" if found.typed.startswith("!") else ""
    if between and not (is_closed and _ADDRESS.fullmatch(address.strip())):
        return None
    if not is_closed:
        return "link", None
    meant = address.strip()
    if re.match(r"[a-z-]+:\s", meant):
        meant = re.sub(r":\s+", ":", meant, count=1)
    if meant.lower().startswith("tel:"):
        return "telephone", f"{picture}[{text}]({telephone_meant(meant)})" if telephone_meant(meant) else None
    if " " not in meant:
        return "link", f"{picture}[{text}]({meant})" if meant and _ADDRESS.fullmatch(meant) else None
    if _FILE.fullmatch(meant) and "://" not in meant:
        return "space-in-link", f"{picture}[{text}](<{meant}>)"
    return "space-in-link", None


def telephone_meant(address: str) -> str:
    """Gives the one way to write an international telephone number as an address, or "" where its country is not there."""
    meant = telephone_address(address)
    return meant if is_telephone(meant) else ""


def _turned(found: _Found) -> tuple[str, str | None] | None:
    said, where = found.groups["said"] or "", found.groups["where"] or ""
    if not _ADDRESS.fullmatch(where.strip()):
        return None
    return "turned-link", None if " " in where.strip() else f"[{said}]({where.strip()})"


def _backwards(found: _Found) -> tuple[str, str | None]:
    return "turned-link", f"[{(found.groups['then'] or '').strip()}]({found.groups['first']})"


def _reference(found: _Found) -> tuple[str, str | None] | None:
    """Two numbers side by side (`[1][2]`) may be meant as they stand."""
    return None if re.fullmatch(r"(\[[\d\s,]*\]){2}", found.typed) else ("reference", None)


def _pair(found: _Found) -> tuple[str, str | None] | None:
    """A pair of marks that the parser did not take: a space stands inside it, or a letter right outside."""
    mark, inner = found.groups["mark"] or "", found.groups["inner"] or ""
    before, after = found.before[-1:], found.after
    leads, trails, text = inner[0].isspace(), inner[-1].isspace(), inner.strip()
    if not text or (leads and before.isalnum()) or (before.isalnum() and after.isalnum()):
        return None
    if len(mark) == 1 and (leads == trails or before.isalnum() or after.isalnum() or not any(map(str.isalpha, text))):
        return None
    outside = (" " if leads and before.strip() and before not in "([\"'“‘" else ""), (" " if after.isalnum() else "")
    is_certain = not before.isalnum() and not (leads and trails)
    return "emphasis", f"{outside[0]}{mark}{text}{mark}{outside[1]}" if is_certain else None


def _strong(found: _Found) -> tuple[str, str | None] | None:
    before, after = found.before[-1:], found.after
    if after.strip() and not before.isalnum():
        return "emphasis", None
    return ("emphasis-closed", None) if before.strip() and not after.isalnum() else None


def _broken(found: _Found) -> tuple[str, str | None] | None:
    start, host = found.typed[: -len(found.groups["host"] or "")], found.groups["host"] or ""
    if start.lower() in ("http://", "https://"):
        return None
    return "broken-address", f"http{'s' if 's' in start.lower() else ''}://{host}" if "." in host else None


def _entity(found: _Found) -> tuple[str, str | None] | None:
    if found.typed.startswith("&"):
        return "entity", unescape(f"{found.typed};").replace("\u00a0", " ")
    letter = unescape(f"&{found.typed}")
    return ("entity", letter.replace("\u00a0", " ")) if found.before.endswith("&amp;") and letter != f"&{found.typed}" else None


def _contents(found: _Found) -> tuple[str, str | None] | None:
    return None if found.before.strip() or found.after.strip() else ("contents", "")


_JUDGES: dict[str, Judge] = {
    "contents": _contents,
    "link": _link,
    "turned": _turned,
    "backwards": _backwards,
    "reference": _reference,
    "pair": _pair,
    "strong": _strong,
    "broken": _broken,
    "entity": _entity,
    "attributes": lambda found: ("attributes", ""),
    "square": lambda found: ("raised", f"{found.typed[:-2]}{'²' if found.groups['power'] == '2' else '³'}"),
    "rest": lambda found: None if "\\[" in found.before else ("link", None),
    **{
        name: _is(name)
        for name in (
            "callout",
            "wiki",
            "footnote",
            "forum",
            "bracket",
            "template",
            "critic",
            "emoji",
            "keys",
            "highlight",
            "strike",
        )
    },
    **{name: _is(name) for name in ("raised", "snippet", "lone", "backtick", "newline", "formula", "record")},
}
