"""Addresses, telephone numbers, headings and names of files, as somebody types them."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path
from typing import Literal

import pytest

from kennisstad.checking import check
from kennisstad.markdown.fields import read_field, to_html
from kennisstad.markdown.longform import longform_html, read_longform
from kennisstad.model import Folders
from kennisstad.model.telephone import telephone_address
from kennisstad.reading.files import garbled_words, text_of
from kennisstad.rules.marks import plain_mark
from tests.site.programmes import copy_invented, published


def html(markdown: str) -> str:
    return longform_html(markdown, lambda url, is_picture: url)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (
            "Zie https://a.example/pad?x=1&y=2.",
            'Zie <a href="https://a.example/pad?x=1&amp;y=2">https://a.example/pad?x=1&amp;y=2</a>.',
        ),
        ("(zie www.a.example)", '(zie <a href="https://www.a.example">www.a.example</a>)'),
        ("https://a.example/x_(y), en", '<a href="https://a.example/x_(y)">https://a.example/x_(y)</a>, en'),
        ("“https://a.example”!", '“<a href="https://a.example">https://a.example</a>”!'),
        ("Mail loket@a.example.", 'Mail <a href="mailto:loket@a.example">loket@a.example</a>.'),
        ("HTTPS://A.example/Pad", '<a href="https://A.example/Pad">HTTPS://A.example/Pad</a>'),
    ],
)
def test_an_address_in_a_text_is_a_link(text: str, link: str) -> None:
    assert html(text) == to_html(text, str) == f"<p>{link}</p>"


@pytest.mark.parametrize("text", ["javascript://a.example/", "ftp://a.example/", "www.nl", "een@twee", "a@b@c.example", "https://"])
def test_what_is_no_address_is_no_link(text: str) -> None:
    assert "<a" not in html(text)


def test_an_address_in_code_or_in_a_link_stays_as_it_is() -> None:
    assert html("`https://a.example`") == "<p><code>https://a.example</code></p>"
    assert html("[www.a.example](about.md)").count("<a ") == 1


@pytest.mark.parametrize(
    ("typed", "address"),
    [("071-516 51 65", "tel:0715165165"), ("+31 (0)71 516 51 65", "tel:+31715165165"), ("0031 71 5165165", "tel:+31715165165"),
     ("14 071", "tel:14071"), ("071-5165165, na vijven", ""), ("geen", "")],
)  # fmt: skip
def test_a_telephone_number_is_called_however_it_is_spaced(typed: str, address: str) -> None:
    assert telephone_address(typed) == address


def test_telephone_numbers_are_links_in_texts_and_in_the_foot(tmp_path: Path) -> None:
    folder = copy_invented(tmp_path)
    page = folder / "content/en/contact.md"
    page.write_text(page.read_text("utf-8") + "\n[Call us](tel:+31715165165).\n", "utf-8")

    assert '<a href="tel:+31715165165">Call us</a>' in to_html("[Call us](tel:+31715165165)", str)
    made = published(folder).html["contact/index.html"]
    assert '<a href="tel:+31715165165">Call us</a>' in made
    assert '<a href="tel:012345"><bdi>01 23 45</bdi></a>' in made


def test_headings_have_ids_of_their_own_or_none() -> None:
    made = html("## Trees\n\n## Trees\n\n## Trees-1\n\n## !!!\n\n## 🌱\n\n## _content\n\n## fn1\n\n## Één *twee* `drie`")

    assert [f'id="{name}"' in made for name in ("trees", "trees-1", "trees-1-1", "content", "_fn1", "één-twee-drie")] == [True] * 6
    assert 'id=""' not in made
    assert "<h2>!!!</h2>" in made
    assert 'id="_content"' not in made


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("stored", ["NFC", "NFD"])
def test_a_picture_is_found_however_the_disk_and_the_text_spell_it(
    tmp_path: Path, stored: Literal["NFC", "NFD"], form: Literal["NFC", "NFD"]
) -> None:
    folder = copy_invented(tmp_path)
    (folder / "content/en/quay.png").rename(folder / "content/en" / unicodedata.normalize(stored, "kadé.png"))
    for page in (folder / "content").rglob("*.md"):
        page.write_text(page.read_text("utf-8").replace("quay.png", unicodedata.normalize(form, "kadé.png")), "utf-8")

    assert [problem for problem in check(Folders.of(folder)).errors if "picture" in problem.rule] == []


@pytest.mark.parametrize("letter", ["\x80", "\x92", "\x9f", "\ufdd0", "\ufffe", "\U0001fffe", "\U0010ffff"])
def test_characters_that_nobody_types_are_refused(letter: str) -> None:
    _, problem = text_of(f"Een\nstad{letter}s plan".encode(), "content/nl/x.md")

    assert problem is not None
    assert (problem.rule, problem.location.line, problem.location.column) == ("control-character", 2, 5)


@pytest.mark.parametrize("letter", ["é", "€", "\u00a0", "🌱", "\u200d", "\ufe0f", "𝒳"])
def test_other_characters_are_not(letter: str) -> None:
    assert text_of(f"Een {letter}".encode(), "content/nl/x.md") == (f"Een {letter}", None)


LONG = 100_000


@pytest.mark.parametrize(
    "text",
    ["](" * (LONG // 2), "a" * 20_000 + "Ã©" + "b" * 20_000, "## a\n\n" * 8_300, "• a\n" * 5_000, "| a | b |\n" * 5_000,
     "{{ a " * 10_000, "https://a.example/" + "(" * LONG, "*a " * 5_000, "[a](b " * 10_000],
    ids=["half-links", "word", "headings", "dots", "rows", "braces", "brackets", "stars", "links"],
)  # fmt: skip
def test_no_text_is_slow_to_read(text: str) -> None:
    begun = time.process_time()
    read_longform(text)
    html(text)
    read_field(text)
    plain_mark(text)
    list(garbled_words(text, "x"))

    assert time.process_time() - begun < 6
