"""Quotes that opened or closed nowhere, and texts that need them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kennisstad.reading.edits import instead, put, quoted
from kennisstad.reading.scalars import whole_year
from kennisstad.reading.shapes.broken import FIELD, Broken, Guess, Look

_BARE_END = re.compile(r"(?:^\s*(?:- +)*(?:[\w-]+:\s+)?|[:,\[{]\s*)([^\s\"'\[\]{},:#&*!|>%@`-][^\"]*?)(\")\s*(?=$|[,}\]])")
"""A text without a quote before it, and with one behind it."""
_BARE_SINGLE_END = re.compile(r"(?:[:,\[{]\s+)([^\s\"'\[\]{},:#&*!|>%@`-][^']*?)(')\s*(?=$|[,}\]])")
_DATED = r"\b(?:(?:[a-z]+_)?(?:year|since)|date|start|end|until)"
"""The fields that hold a year or a date."""
_STOP = re.compile(r"\s*(?:[,}\]]|$)")
_SURE_STOP = re.compile(r"""\s*(?:,\s*(?:["'{\[]|[a-z][\w-]*:\s)|[}\]]|$)""")
"""Where a text in a row ends for sure: before the next field, the next text between quotes, or a bracket that closes."""
_SPECIAL = tuple("@`%*&!|>?,[{]}#-:")


def lost_quotes(broken: Broken) -> Iterator[Guess]:
    """`nl: Wonen"`: the quote before the text was lost."""
    for number in broken.near(before=4):
        line = broken.line(number)
        for pattern, quote in ((_BARE_END, '"'), (_BARE_SINGLE_END, "'")):
            if line.count(quote) % 2 == 0:
                continue
            for text in pattern.finditer(line):
                edit = put(number, text.start(1) + 1, quote)
                yield Guess(
                    "lost-quote", "open-quote", number, text.start(1) + 1, (edit,), {"instead": f"{quote}{text[1]}{quote}"[:80]}
                )


def short_years(broken: Broken) -> Iterator[Guess]:
    """`year: '23`: the quote opens a text to YAML, and the year wants all its digits."""
    for number in dict.fromkeys((broken.began, broken.stuck)):
        year = re.search(rf"{_DATED}:\s+(')([0-9]{{2}})\s*(?=$|[,}}])", broken.line(number))
        if year:
            yield Guess("open-quote", "write-four-digits", number, year.start(1) + 1, (), {"instead": whole_year(year[2])})


def open_quotes(broken: Broken) -> Iterator[Guess]:
    """`nl: "Wonen`: the quote behind the text was lost; the parser stops at the next one, perhaps many lines further."""
    for number, line in broken.numbered():
        for quote in ('"', "'"):
            if not _is_odd(line, quote):
                continue
            begin = _opening(line, quote)
            if begin < 0:
                continue
            stops = [place for place in range(begin + 1, len(line.rstrip()) + 1) if _STOP.match(line, place)]
            sure = [place for place in stops if _SURE_STOP.match(line, place)]
            for place in dict.fromkeys([*sure, *stops]):
                if line[place - 1] != " ":
                    yield Guess("open-quote", "close-quote", number, begin + 1, (put(number, place + 1, quote),))


def _is_odd(line: str, quote: str) -> bool:
    bare = line.replace('\\"', "") if quote == '"' else re.sub(r'"[^"]*"|(?<=\w)\'(?=\w)', "", line)
    return bare.count(quote) % 2 == 1


def _opening(line: str, quote: str) -> int:
    """Gives where the text begins that is not closed: the first quote that opens and has no end before the next."""
    starts = [mark.start(1) for mark in re.finditer(rf"(?:^\s*|[:,\[{{-]\s*)({quote})", line)]
    for start in starts:
        close = line.find(quote, start + 1)
        if close < 0 or not _STOP.match(line, close + 1):
            return start
        if close in starts:
            return start
    return starts[-1] if starts else -1


def quotes_within(broken: Broken) -> Iterator[Guess]:
    """`"Water" taxi`, `"In 2022 "zestig" leerlingen."`, `'foto's'`: the whole text asks for other quotes."""
    for number in broken.near():
        for begin, end in values_in(broken.line(number)):
            text = broken.line(number)[begin:end]
            quote = text[:1]
            if quote not in ('"', "'") or (text.count(quote) == 2 and text.endswith(quote)):
                continue
            closes = text.index(quote, 1) if quote in text[1:] else len(text) - 1
            whole = text[1:-1] if text.endswith(quote) and (quote == "'" or text.count(quote) % 2 == 0) else text
            if re.search(r"[\"'] *(?:[a-z][\w-]*: *)?[\"']", whole):
                continue  # two texts with no comma between
            for inside in dict.fromkeys((whole, text)):
                edit = instead(number, begin + 1, end - begin, quoted(inside))
                values = {"instead": quoted(inside)[:80]}
                yield Guess("text-after-quote", "write-quoted", number, begin + closes + 2, (edit,), values)


def texts_without_quotes(broken: Broken) -> Iterator[Guess]:
    """`nl: Wonen: genoeg`, `nl: *Leren*`, `{nl: Plan #1}`: such a text asks for quotes."""
    for number in broken.near(before=3):
        line = broken.line(number)
        for begin, end in values_in(line):
            text = line[begin:end]
            rule, column = _why(text)
            if rule:
                edit = instead(number, begin + 1, end - begin, quoted(text))
                yield Guess(
                    rule,
                    "write-quoted",
                    number,
                    begin + column + 1,
                    (edit,),
                    {"instead": quoted(text)[:80], "found": line.strip()[:80]},
                )


def _why(text: str) -> tuple[str, int]:
    colon, lost = re.search(r":(?:\s|$)", text), re.search(r"\s#", text)
    if text.startswith(_SPECIAL) and not re.match(r"[\[{|>-]", text):
        return ("lost-text" if text.startswith("#") else "special-start"), 0
    if text.startswith(('"', "'", "[", "{", "|", ">")):
        return "", 0
    if lost:
        return "lost-text", lost.start() + 1
    return ("colon-in-text", colon.start()) if colon else ("", 0)


def values_in(line: str) -> Iterator[tuple[int, int]]:
    """Gives where the values on a line begin and end: behind the name of a field, or in a row behind each name in it."""
    field = FIELD.match(line)
    begin = field.start("value") if field else len(line) - len(line.lstrip(" -"))
    end = len(line.rstrip())
    if line[begin : begin + 1] not in ("{", "["):
        yield begin, end
        return
    yield from _in_row(line, begin, end)


def _in_row(line: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    for start in re.finditer(r"[\[{,]\s*(?:[a-z][\w-]*:\s+)?(?=[^\s\[{])", line[begin:end]):
        first = begin + start.end()
        for stop in re.finditer(r"\s*(?:,\s*(?=[a-z][\w-]*:\s|[\"'])|[}\]]+\s*(?:,|$|[}\]]))", line[first:end]):
            yield first, first + stop.start()
            break


QUOTES: tuple[Look, ...] = (short_years, lost_quotes, open_quotes, quotes_within)
QUOTING: tuple[Look, ...] = (texts_without_quotes,)
