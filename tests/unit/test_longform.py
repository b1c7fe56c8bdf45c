"""The Markdown of hand-written pages: what is found in it is what is shown of it."""

from __future__ import annotations

import pytest

from kennisstad.markdown.longform import PageLink, longform_html, read_longform


def html(markdown: str) -> str:
    return longform_html(markdown, lambda url, is_picture: f"{'picture' if is_picture else 'link'}:{url}")


def test_pages_have_headings_tables_notes_and_footnotes() -> None:
    made = html('## Wie *samen* werken\n\n| a |\n| - |\n| b |\n\n!!! note "Let op"\n\n    Tekst.[^1]\n\n[^1]: Bron.')

    assert '<h2 id="wie-samen-werken">' in made
    assert "<th>a</th>" in made
    assert '<p class="admonition-title">Let op</p>' in made
    assert 'id="fn1"' in made


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("[x](about.md)", PageLink("about.md", 0, False)),
        ("een\ntwee [x](about.md)", PageLink("about.md", 1, False)),
        ("![x](<mijn foto.png>)", PageLink("mijn%20foto.png", 0, True)),
        ("!!! note\n\n    [x](partner:lumc)", PageLink("partner:lumc", 2, False)),
        ("- [x]\n\n    [x]: partner:lumc", PageLink("partner:lumc", 0, False)),
        ("> [a]\n\n[a]:\n  javascript:alert(1)", PageLink("javascript:alert(1)", 0, False)),
        ("[^1]\n\n[^1]: [x](partner:lumc)", PageLink("partner:lumc", 2, False)),
        ("<https://a.example>", PageLink("https://a.example", 0, False)),
    ],
)
def test_every_link_is_found_wherever_it_stands(text: str, link: PageLink) -> None:
    assert read_longform(text).links == (link,)


@pytest.mark.parametrize("text", ["`[x](weg)`", "    [x](weg)", "````\n```\n[x](weg)\n````", r"\[x](weg)", "[Noot]: dit is tekst"])
def test_what_is_no_link_is_none(text: str) -> None:
    assert read_longform(text).links == ()


@pytest.mark.parametrize(
    "text",
    ["<b>x</b>", "x <img src=x\nonerror=alert(1)>", "<?php ?>", "<!DOCTYPE x>", "<![CDATA[x]]>", "<!-- x -->",
     "> <div>", "~~~\n```\n~~~\n<b>x</b>"],
)  # fmt: skip
def test_html_is_told_and_never_becomes_html(text: str) -> None:
    assert read_longform(text).html
    assert not any(tag in html(text) for tag in ("<b>", "<img", "<svg", "<?", "<!", "<div>"))


@pytest.mark.parametrize(
    "text", ["<svg/onload=alert(1)>", "`<b>x</b>`", "```\n<b>x</b>\n```", "een < twee > drie", "    <b>x</b>", "R&D <3"]
)
def test_what_is_no_html_is_shown_as_typed(text: str) -> None:
    assert read_longform(text).html == ()
    assert not any(tag in html(text) for tag in ("<b>", "<svg"))


TABLE = "| a | `b` |\n| - | - |\n| c | d |\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"## When\n\n{TABLE}", 'aria-labelledby="when"'),
        (f"## When\n\n### And where\n\n> {TABLE.strip().replace(chr(10), chr(10) + '> ')}", 'aria-labelledby="and-where"'),
        (TABLE, 'aria-label="a, b"'),
        ("| | |\n| - | - |\n| c | |\n", 'aria-label="c"'),
    ],
)
def test_a_table_scrolls_by_itself_under_a_name(text: str, name: str) -> None:
    made = html(text)

    assert f'<div class="scroll" role="group" tabindex="0" {name}>\n<table>' in made
    assert made.count("<div") == made.count("</div>")


def test_a_table_without_any_word_is_no_stop() -> None:
    assert "tabindex" not in html("| | |\n| - | - |\n| | |\n")


@pytest.mark.parametrize("end", ["> ", ">", ""])
def test_a_page_may_end_within_a_quote(end: str) -> None:
    html = longform_html(f"> | a |\n> | - |\n> | c |\n{end}", lambda url, is_picture: url)

    assert "<blockquote>" in html
    assert "<td>c</td>" in html
