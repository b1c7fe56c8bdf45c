"""What a plain (unquoted) word of YAML means, and where YAML would make something else of it than the editor typed.

A plain scalar is taken as a number, a truth value, a date or nothing only where it is written the one usual way; every other
spelling that YAML 1.1 (https://yaml.org/type/) would convert is a surprise and is reported, never converted.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

import yaml

SURPRISE: Final = object()
"""Stands for a value that could not be read as typed; its problem is already reported."""

LONGEST_NUMBER = 20
"""Characters of a number that a message shows; Python refuses to turn thousands of digits into one."""

_resolver = yaml.resolver.Resolver()
_constructor = yaml.constructor.SafeConstructor()
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{0,5}[1-9])?")
_ALMOST_NUMBER = re.compile(r"[+-]?0*([0-9]{1,15})(\.[0-9]{1,6})?")
_DUTCH_NUMBER = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ALMOST_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")


_LAST_OF_CENTURY = 50


def whole_year(digits: str) -> str:
    """Gives a year of four digits for one of two, as a guess: `23` → `2023`, `98` → `1998`."""
    return f"{'20' if int(digits) < _LAST_OF_CENTURY else '19'}{digits}"


@dataclass(frozen=True, slots=True)
class Reading:
    """A plain scalar's value, or the rule it breaks with what YAML would make of it and what to write instead."""

    value: Any
    rule: str = ""
    hint: str = ""
    read_as: str = ""
    instead: str = ""
    is_certain: bool = False
    """Whether nothing else than `instead` can have been meant."""


@lru_cache(maxsize=4096)
def read_plain(text: str) -> Reading:
    """Reads a plain scalar, e.g. `2021` → 2021, `Leiden` → "Leiden"; `no`, `0123` and `12:30` are surprises."""
    tag = str(_resolver.resolve(yaml.ScalarNode, text, (True, False))).rsplit(":", 1)[-1]  # type: ignore[no-untyped-call]
    match tag:
        case "null":
            return Reading(None)
        case "bool":
            return _read_truth(text)
        case "int" | "float":
            return _read_number(text, tag)
        case "timestamp":
            return _read_date(text)
        case "merge" | "value":
            return Reading(SURPRISE, "surprise", "quote-text", text, f'"{text}"')
    return Reading(text)


def _read_truth(text: str) -> Reading:
    if text in ("true", "false"):
        return Reading(text == "true")
    read_as = str(_constructor.bool_values[text.lower()]).lower()
    return Reading(SURPRISE, "surprise", "quote-text-or-truth", read_as, f'"{text}"')


def _read_number(text: str, tag: str) -> Reading:
    if _DUTCH_NUMBER.fullmatch(text):
        whole = text.replace(".", "")
        # Nobody ends a decimal number with a nought.
        return Reading(SURPRISE, "thousands-point", "write-plain-number", text.replace(".", ","), whole, text.endswith("0"))
    if _NUMBER.fullmatch(text):
        return Reading(int(text) if tag == "int" else Decimal(text))
    almost = _ALMOST_NUMBER.fullmatch(text)
    if almost:
        number = almost.group().lstrip("+0") or "0"
        number = (number.rstrip("0").rstrip(".") if "." in number else number) or "0"
        number = f"0{number}" if number.startswith(".") else number
        return Reading(SURPRISE, "surprise", "quote-text-or-number", _constructed(text, tag), number)
    return Reading(SURPRISE, "surprise", "quote-text", _constructed(text, tag), f'"{text}"')


def _read_date(text: str) -> Reading:
    if _DATE.fullmatch(text):
        try:
            return Reading(datetime.date.fromisoformat(text))
        except ValueError:
            return Reading(SURPRISE, "no-such-date", "write-date")
    almost = _ALMOST_DATE.fullmatch(text)
    if almost:
        year, month, day = almost.groups()
        return Reading(SURPRISE, "surprise", "write-instead", text, f"{year}-{int(month):02}-{int(day):02}", is_certain=True)
    return Reading(text)  # a day with a time: a text as it was typed, which the field may refuse


def _constructed(text: str, tag: str) -> str:
    """Gives what PyYAML would make of the text, for the message only."""
    if len(text) > LONGEST_NUMBER:
        return f"{text[:LONGEST_NUMBER]}…"
    node = yaml.ScalarNode(f"tag:yaml.org,2002:{tag}", text)
    construct = _constructor.construct_yaml_int if tag == "int" else _constructor.construct_yaml_float
    try:
        return str(construct(node))
    except ValueError:
        return text
