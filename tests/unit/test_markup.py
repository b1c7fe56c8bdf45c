"""The small safe Markdown of text fields."""

from __future__ import annotations

import pytest

from kennisstad.markdown.fields import Link, read_field, to_html


def html(markdown: str) -> str:
    return to_html(markdown, lambda url: f"../{url.partition(':')[2]}/")


def test_paragraphs_emphasis_lists_and_links_are_shown() -> None:
    text = "Eén *twee* **drie**\n\n- [LUMC](partner:lumc)\n- [web](https://a.example/?b=1&c=2)"

    assert html(text) == (
        "<p>Eén <em>twee</em> <strong>drie</strong></p>\n<ul>\n"
        '<li><a href="../lumc/">LUMC</a></li>\n<li><a href="https://a.example/?b=1&amp;c=2">web</a></li>\n</ul>'
    )


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "[x](javascript:alert(1))", "[x](data:text/html,x)", "[x](JaVaScRiPt:alert(1))", "![x](y.png)",
     "<img src=x onerror=alert(1)>", "[x](vbscript:x)", '[x](https://a.example/"onmouseover=alert(1))', "[x](//evil.example)"],
)  # fmt: skip
def test_nothing_else_becomes_html(text: str) -> None:
    made = html(text)

    assert not any(
        bad in made for bad in ("<script", "<img", 'href="javascript', 'href="data', 'href="vb', 'href="JaVa', 'href="//')
    )
    assert "onmouseover=" not in made.replace("%22onmouseover=", "").replace("&quot;onmouseover=", "")


def test_what_a_field_may_not_have_is_named() -> None:
    blocks = ["# Kop", "> citaat", "`code`", "![foto](x.png)", "<b>vet</b>", "***", "| a |\n| - |\n| b |", "gewoon"]
    text = "\n\n".join([*blocks, "<https://a.example>", "[x]: https://a.example"])

    told = [piece.text for piece in read_field(text).not_allowed]

    assert told[:6] == ["# Kop", "> citaat", "`code`", "![foto](x.png)", "<b>vet</b>", "***"]
    assert {"| a |", "<https://a.example>", "[x]: https://a.example"} <= set(told)
    assert "gewoon" not in told


def test_links_are_found_with_their_line() -> None:
    assert read_field("Een\n\n[twee](project:x)").links == (Link("project:x", 2),)
