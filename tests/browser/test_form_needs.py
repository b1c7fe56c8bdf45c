"""What the form asks before anything is handed in: lists that are needed, numbers that can be read in two ways."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.form_page import form_of, site_at_github


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the invented programme's site."""
    with site_at_github(tmp_path_factory.mktemp("harbour")) as address:
        yield address


@pytest.fixture
def page(browser: Browser, host: str) -> Iterator[Page]:
    """Somebody's page on a phone."""
    with form_of(browser, host, "phone") as page:
        yield page


def new(page: Page, kind: str, title: str) -> None:
    page.goto(f"/edit/?{kind}=")
    expect(page.get_by_role("heading", name=title)).to_be_focused()


def test_a_list_that_is_needed_is_not_left_empty(page: Page) -> None:
    new(page, "figure", "New: Figures")
    page.get_by_role("button", name="See the change").click()
    alert = page.get_by_role("alert")

    expect(alert.get_by_role("link", name="Sources: ", exact=False)).to_be_visible()
    alert.get_by_role("link", name="Sources: ", exact=False).click()
    expect(page.get_by_role("button", name="Add: Sources")).to_be_focused()


def test_a_number_with_a_point_before_three_digits_is_asked_about(page: Page) -> None:
    """`1.250` is a thousand to some and one and a quarter to others."""
    new(page, "figure", "New: Figures")
    value = page.get_by_label("Value", exact=False).first
    value.fill("1.250")
    value.blur()

    expect(page.get_by_text("Do you mean 1250?", exact=False)).to_be_visible()
    value.fill("1.25")
    value.blur()
    expect(page.get_by_text("Do you mean", exact=False)).to_have_count(0)


def test_each_field_that_is_folded_is_named(page: Page) -> None:
    new(page, "event", "New: Events")
    names = page.locator(".more-names").first.inner_text().strip().split(", ")

    assert "" not in names
    assert "Cancelled" in names


def test_a_new_project_shows_what_it_seldom_does_without(page: Page) -> None:
    new(page, "project", "New: Projects")

    for field in ("Track", "Leads", "Partners"):
        expect(page.get_by_label(field, exact=False).first).to_be_visible()
