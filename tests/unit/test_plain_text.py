"""HTML of our own Markdown as plain text."""

from __future__ import annotations

import pytest

from kennisstad.views.plain_text import plain_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Come <em>and</em>\nsee.</p>\n<p>Now &amp; then.</p>", "Come and see.\n\nNow & then."),
        ('<p>See <a href="https://example.org/a?b=1&amp;c=2">the beds</a>.</p>', "See the beds (https://example.org/a?b=1&c=2)."),
        ('<p><a href="https://example.org/">https://example.org/</a></p>', "https://example.org/"),
        ('<p><a href="mailto:desk@example.org">desk@example.org</a></p>', "desk@example.org"),
        ('<p><a href="mailto:desk@example.org">The desk</a></p>', "The desk (desk@example.org)"),
        ("<h2>Two</h2>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>", "Two\n\n- one\n- two"),
        ('<p>A<br />B <img src="quay.png" alt="The quay"></p>', "A\nB The quay"),
    ],
)
def test_html_as_text(html: str, text: str) -> None:
    assert plain_text(html) == text
