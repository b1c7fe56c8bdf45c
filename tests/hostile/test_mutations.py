"""Whatever somebody types or a program leaves behind, in any field or file: it is told or it is built.

No traceback, no hang, no file of gigabytes, no clean check of what cannot be built. Five hundred cases, the same each time;
`make hostile` tries ten thousand others.
"""

from __future__ import annotations

import copy
import datetime
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kennisstad.kinds import RECORDS
from kennisstad.model import PROGRAMME
from tests.figures import Record
from tests.hostile import attacks
from tests.hostile.judged import Desk, new_desk, plain
from tests.hostile.made import LANGUAGE, article, dumped, full

Keys = tuple[str | int, ...]
_FULL = full(plain)
_KINDS = {kind.name: kind for kind in (PROGRAMME, *RECORDS)}
GONE = object()
_VALUES = st.one_of(
    st.just(GONE),
    st.sampled_from(attacks.ALL),
    st.text(max_size=40),
    st.sampled_from(
        [None, "", 0, -1, 10**30, 1.5, float("inf"), True, [], {}, [None], [[]], {"a": {"b": 1}}, {LANGUAGE: None}, {LANGUAGE: 3}]
    ),
    st.sampled_from(
        [{LANGUAGE: "One."}, {LANGUAGE: "One.", "xx": "Two."}, ["one", "one"], "one", "two", datetime.date(2020, 2, 3)]
    ),
)
_SELDOM = st.integers(0, 7).map(lambda number: number == 0)
"""A build takes five times as long as a check, so few are made; at night they are many all the same."""


@cache
def desk() -> Desk:
    return new_desk()


@pytest.fixture(autouse=True)
def counted(request: pytest.FixtureRequest, record_property: Record) -> Iterator[None]:
    """Tells what was tried in a test."""
    tried, built = desk().tried, desk().built
    yield
    cases = f"{request.node.name}: {desk().tried - tried} cases, {desk().built - built} of them built"
    record_property("figure", f"{cases}; the slowest so far took {desk().slowest:.1f} s")


def _places(value: Any, keys: Keys = ()) -> Iterator[Keys]:
    for key, inside in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield (*keys, key)
        yield from _places(inside, (*keys, key))


_PLACES = [(kind, keys) for kind, records in _FULL.items() for keys in _places(records[0])]


def _with(value: Any, keys: Keys, new: Any) -> Any:
    """Gives records with another value at some keys, or without that place."""
    changed = copy.deepcopy(value)
    inside = changed
    for key in keys[:-1]:
        inside = inside[key]
    if new is GONE:
        del inside[keys[-1]]
    else:
        inside[keys[-1]] = copy.deepcopy(new)
    return changed


@given(place=st.sampled_from(_PLACES), new=_VALUES, builds=_SELDOM)
def test_any_value_in_any_field_is_told_or_built(place: tuple[str, Keys], new: Any, builds: bool) -> None:
    name, keys = place
    kind, first, *others = _KINDS[name], *_FULL[name]
    changed = _with(first, keys, new)
    if kind.folder:
        path = desk().folders.content / LANGUAGE / kind.folder / "one.md"
        text = article(changed)
    else:
        path = desk().folders.data / kind.file
        text = dumped(changed if kind is PROGRAMME else [changed, *others])
    checked = desk().judge({path: text.encode("utf-8", "surrogatepass")}, builds=builds)

    assert checked.errors or checked.dataset is not None


@given(
    number=st.integers(0, 10**6),
    at=st.floats(0, 1),
    length=st.sampled_from([0, 0, 1, 2, 20, 400]),
    piece=st.one_of(st.sampled_from(attacks.ALL), st.text(max_size=8), st.sampled_from(["\n", "  ", "\t", "- ", ": ", "---\n"])),
    builds=_SELDOM,
)
def test_a_piece_of_any_file_may_be_something_else(number: int, at: float, length: int, piece: str, builds: bool) -> None:
    path = list(desk().files)[number % len(desk().files)]
    before = desk().files[path]
    start = int(at * len(before))
    after = before[:start] + piece.encode("utf-8", "surrogatepass") + before[start + length :]
    checked = desk().judge({path: after}, builds=builds)

    assert checked.errors or checked.dataset is not None


_PIECES = st.one_of(
    st.sampled_from(
        [*attacks.ALL, *"[]()*_`#>-|!~^:\\\"'&<{}$=+@", "\n", "\n\n", "\n    ", "| a | b |\n|---|---|\n", "[^1]", "[^1]: x\n"]
    ),
    st.sampled_from(["!!! note\n    ", "https://", "www.", "project:one", "](project:one)", "1. ", "- ", "http://example.org/"]),
    st.text(max_size=10),
)


@given(pieces=st.lists(_PIECES, max_size=12), where=st.sampled_from(["page", "field", "news"]), builds=_SELDOM)
def test_any_text_is_told_or_built(pieces: list[str], where: str, builds: bool) -> None:
    folders, text = desk().folders, "".join(pieces)
    if where == "page":
        path, typed = folders.content / LANGUAGE / "about.md", f"---\ntitle: About\ndescription: What it is.\n---\n{text}\n"
    elif where == "news":
        path = folders.content / LANGUAGE / "news" / "one.md"
        typed = article({**_FULL["news"][0], "text": {LANGUAGE: text}})
    else:
        path = folders.data / "projects.yaml"
        typed = dumped([_with(_FULL["projects"][0], ("description", LANGUAGE), text)])
    checked = desk().judge({path: typed.encode("utf-8", "surrogatepass")}, builds=builds)

    assert checked.errors or checked.dataset is not None
