"""The address of an id that a record had before leads on to the record, in every language."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.visitor import serve
from tests.site.conftest import HARBOUR


def test_an_old_address_says_where_the_page_is_now(harbour: Path) -> None:
    html = (harbour / "nl/projecten/letter/index.html").read_text("utf-8")

    assert f'<link rel="canonical" href="{HARBOUR}nl/projecten/newsletter/">' in html
    assert '<meta http-equiv="refresh" content="0; url=../../../nl/projecten/newsletter/">' in html
    assert '<a href="../../../nl/projecten/newsletter/">Nieuwsbrief</a>' in html
    assert "letter/" not in (harbour / "sitemap.xml").read_text("utf-8").replace("newsletter/", "")


def test_a_visitor_of_an_old_address_comes_out_right(harbour: Path, browser: Browser) -> None:
    """With JavaScript at the same place on the page, without it at the page."""
    with serve(harbour) as address:
        for has_script, expected in ((True, "#_content"), (False, "")):
            page = browser.new_context(java_script_enabled=has_script).new_page()
            page.goto(f"{address}projects/letter/#_content")
            page.wait_for_url(f"{address}projects/newsletter/{expected}")
            assert page.locator("h1").inner_text() == "Newsletter"
            page.context.close()
