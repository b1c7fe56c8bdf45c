"""Which number or truth value somebody meant: with a decimal comma, a sign of money, a word before it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from kennisstad.messages.names import first_words_of, scale_called, truth_called
from kennisstad.model import Dataset
from kennisstad.model.register import Qualifier
from kennisstad.problem import Problem
from kennisstad.rules.meant.typed import TypedFiles, Value
from kennisstad.text import suggest_slug

_POINTS = re.compile(r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,([0-9]+))?")
_COMMAS = re.compile(r"-?[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}(?:\.([0-9]+))?")
_SPACES = re.compile(r"-?[1-9][0-9]{0,2}(?:['’ ][0-9]{3})+(?:[.,]([0-9]+))?")
_DECIMAL_COMMA = re.compile(r"-?[0-9]+,([0-9]+)")
_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_HUNDREDTHS = {"½": "5", "¼": "25", "¾": "75"}
_FRACTION = re.compile("([0-9]*) ?([½¼¾])")
_SEVERAL = re.compile(r"[0-9][0-9.,]*(?: *[-–—/:] *| +[^\W\d]+(?: [^\W\d]+)? +)[0-9][0-9.,]*\D*")
"""`10-15`, `1/3`, `10 tot 15`."""
_PARTS = re.compile(r"(?P<before>[^\d-]*?)(?P<number>-?(?:[0-9][0-9.,'’ ]*[0-9]|[0-9]))(?P<after>[^\d]*)")


def meant_truth(dataset: Dataset, problem: Problem, value: Value, files: TypedFiles) -> Problem | None:
    """`ja`, `nee`, `"true"`."""
    if problem.hint != "write-truth" or value.text is None or not truth_called(value.text):
        return None
    found = truth_called(value.text)
    return replace(problem, hint="write-instead", values={**problem.values, "instead": found}, fix=(value.replaced(found),))


def meant_number(dataset: Dataset, problem: Problem, value: Value, files: TypedFiles) -> Problem | None:
    """`2,5`, `1.750.000`, `60%`, `€ 750.000`, `ca. 900`, `2,5 miljoen`, `10-15`."""
    if problem.rule != "wrong-kind" or problem.hint not in ("write-number", "write-whole-number") or value.text is None:
        return None
    parts = _PARTS.fullmatch(_FRACTION.sub(lambda found: f"{found[1] or 0},{_HUNDREDTHS[found[2]]}", value.text.strip()))
    number, is_certain = read_number(parts["number"]) if parts else ("", False)
    if parts is None and problem.hint == "write-number" and _SEVERAL.fullmatch(value.text.strip()):
        return replace(problem, hint="write-one-number", values={**problem.values, "found": value.text.strip()})
    if parts is None or not number or ("." in number and problem.hint == "write-whole-number"):
        return None
    before, after = parts["before"].strip(), parts["after"].strip()
    values = {**problem.values, "instead": number}
    if not before and not after:
        fix = (value.replaced(number),) if is_certain else ()
        return replace(problem, hint="write-instead", values=values, fix=fix)
    scale = next((word for word in (*after.split(), *before.split()) if scale_called(word)), "")
    if scale:
        number = _plain(*_times(number, scale_called(scale)))
    qualifier = first_words_of(Qualifier).get(suggest_slug(before), "") if before else ""
    if qualifier and after in ("", scale):
        return replace(problem, hint="write-qualifier", values={**values, "instead": number, "qualifier": qualifier})
    if scale:
        return replace(
            problem, hint="write-scaled", values={**values, "short": values["instead"], "scale": scale, "instead": number}
        )
    return replace(problem, hint="write-number-only", values=values)


def read_number(text: str) -> tuple[str, bool]:
    """Gives a number as it should be written, and whether it is certain: `1.750,50` → `1750.5`; "" where it is none."""
    for pattern in (_POINTS, _COMMAS, _SPACES):
        if found := pattern.fullmatch(text):
            whole = re.sub(r"[^0-9-]", "", text[: found.start(1) - 1] if found[1] else text)
            return _plain(whole, found[1] or ""), True
    if found := _DECIMAL_COMMA.fullmatch(text):
        # 1,250 is a thousand and more to the English, and one and a quarter to others.
        return _plain(text[: found.start(1) - 1], found[1]), len(found[1]) != 3
    return (text, True) if _PLAIN.fullmatch(text) else ("", False)


def _times(number: str, scale: int) -> tuple[str, str]:
    """Gives the whole part and the decimals of a number times a thousand, a million …"""
    whole, _, decimals = f"{Decimal(number) * scale:f}".partition(".")
    return whole, decimals


def _plain(whole: str, decimals: str) -> str:
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole
