"""A desk with a token for the repository of the invented programme: what is typed there and pressed."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.desk import FILE, changed

KEY = "github_pat_oars"
BRANCH = "edit/projects-benches"
BENCHES = changed("benches", "Places to sit", "Places to rest", name="Benches")
SHIPPED = FILE.replace("Places to sit", "Places to rest")


def paste(page: Page, key: str = KEY) -> None:
    page.get_by_label("Access token", exact=True).fill(key)
    page.get_by_role("button", name="See whether the token fits").click()


def send(page: Page) -> None:
    page.get_by_role("button", name="Hand in the proposal").click()


def alert(page: Page) -> str:
    told = page.locator(".handing-token > [role=alert]")
    expect(told).not_to_be_empty()
    return told.inner_text()
