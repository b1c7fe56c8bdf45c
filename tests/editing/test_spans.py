"""Where records stand in a file, and that an edit of lines leaves every other byte alone."""

from __future__ import annotations

import codecs

import pytest

from kennisstad.editing.lines import Typed
from kennisstad.editing.spans import record_span, record_spans, value_of
from kennisstad.problem import Edit

HARBOUR = """# yaml-language-server: $schema=schema/projects.json
- id: quay   # the first
  title: {en: Quay}
  description:
    en: |
      One line.

      - id: no-record


# ------ Water

# What was once a dock;
# it is one still.
- {id: "dock", title: {en: "Dock, the
  old one"}}
-
  title: {en: Late}
  id: late
# the end
"""


def test_a_record_has_the_comments_right_above_it_and_ends_in_its_last_line() -> None:
    quay, dock, late = record_spans(HARBOUR)

    assert (quay.id, quay.above, quay.start, quay.end) == ("quay", (2, 1), (2, 1), (9, 1))
    assert (dock.id, dock.above, dock.start, dock.end) == ("dock", (13, 1), (15, 1), (17, 1))
    assert (late.id, late.above, late.start, late.end) == ("late", (17, 1), (17, 1), (20, 1))
    assert Typed(HARBOUR).at(dock.whole).startswith("# What was once a dock;\n# it is one still.\n- {id")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- id: a\n- id: b", [("a", (1, 1), (2, 1)), ("b", (2, 1), (2, 8))]),
        ("  - id: a\n\n  - id: b\n", [("a", (1, 1), (2, 1)), ("b", (3, 1), (4, 1))]),
        ("# why\nid: a\ntitle: {en: A}\n\n", [("a", (2, 1), (4, 1))]),
        ("- title: {en: A}\n", [("", (1, 1), (2, 1))]),
        ('- id: a\n  note: "one\n- id: b"\n- id: c\n', [("a", (1, 1), (4, 1)), ("c", (4, 1), (5, 1))]),
        ("[]\n", []),
        ("[{id: a}]\n", []),
        ("- id: [\n", []),
    ],
)
def test_records_are_found_however_they_are_typed(text: str, found: list[tuple[str, tuple[int, int], tuple[int, int]]]) -> None:
    assert [(span.id, span.start, span.end) for span in record_spans(text)] == found


def test_a_value_knows_from_where_up_to_where_it_is_typed() -> None:
    record = record_span(HARBOUR, "dock")
    assert record is not None
    value = value_of(HARBOUR, record)
    assert value is not None
    title = value.fields["title"].fields["en"]

    assert Typed(HARBOUR).at(title.span) == '"Dock, the\n  old one"'
    assert Typed(HARBOUR).at(value.fields["id"].span) == '"dock"'


def test_an_edit_leaves_every_other_byte_alone() -> None:
    data = codecs.BOM_UTF8 + b"- id: a  \r\n  title: {en: A}\r\n# x\n- id: b"
    typed = Typed.of(data)
    changed = typed.changed([Edit((1, 7), (1, 8), "quay"), Edit((2, 1), (2, 1), "  formerly: [a]\n")])

    assert typed.data == data
    assert changed.data == codecs.BOM_UTF8 + b"- id: quay  \r\n  formerly: [a]\r\n  title: {en: A}\r\n# x\n- id: b"
    assert typed.at(record_spans(typed.text)[1].span) == "- id: b"


def test_edits_of_one_place_are_refused() -> None:
    with pytest.raises(ValueError, match="Edit"):
        Typed("- id: a\n").changed([Edit((1, 1), (1, 4), ""), Edit((1, 3), (1, 5), "")])
