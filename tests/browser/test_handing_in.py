"""Without a token: the text to copy and the place where it goes, step by step; never a whole file that others write in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.audit.tools import axe
from tests.browser.desk import FILE, GITHUB, added, article, changed, desk, hand_in, record
from tests.browser.visitor import SCREENS

GITLAB = {"host": "gitlab.com", "path": "harbour/town/site", "branch": "main"}
ARTICLE = "---\ntitle: Boats\ndate: 2021-06-01\n---\nThe boats are back.\n\nAll of them.\n"
AXE = """async () => {
  const { violations } = await axe.run({ rules: { "target-size": { enabled: true } } });
  return violations.map(({ id, nodes }) => [id, nodes[0].html]);
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A desk in English."""
    with desk(browser) as page:
        yield page


def texts(page: Page) -> list[str]:
    """Gives every text that is offered to copy."""
    given: list[str] = page.locator("textarea.handing-text").evaluate_all("(fields) => fields.map(({ value }) => value)")
    return given


def links(page: Page) -> list[str]:
    given: list[str] = page.locator(".handing-steps a").evaluate_all("(all) => all.map(({ href }) => href)")
    return given


def test_a_changed_record_is_copied_and_its_file_opens_at_its_line(page: Page) -> None:
    change = changed("benches", "Places to sit", "Places to rest", name="Benches")
    hand_in(page, change)

    last = change["line"] + record("benches").count("\n") - 1
    assert texts(page) == [change["after"]]
    assert links(page) == [f"https://github.com/harbour/site/edit/main/data/projects.yaml#L{change['line']}"]
    expect(page.locator(".handing-steps")).to_contain_text(f"lines {change['line']} to {last}: from “- id: benches” up to")
    assert FILE.splitlines()[last - 1].strip() in page.locator(".handing-steps").inner_text()


def test_a_new_record_goes_to_the_end_of_the_file_that_all_share(page: Page) -> None:
    hand_in(page, added(), ends={"data/projects.yaml": 71})

    assert texts(page) == [added()["after"]]
    assert links(page) == ["https://github.com/harbour/site/edit/main/data/projects.yaml#L71"]
    expect(page.locator(".handing-steps")).to_contain_text("Go to the end of the file")


def test_a_new_record_is_a_file_of_its_own_where_that_is_allowed(page: Page) -> None:
    hand_in(page, added(), folders={"projects": "data/projects"})

    (address,) = links(page)
    asked = parse_qs(urlsplit(address).query)
    assert urlsplit(address).path == "/harbour/site/new/main"
    assert asked["filename"] == ["data/projects/jetty.yaml"]
    assert asked["value"][0].startswith("id: jetty\ntitle: {en: Jetty}\n")


def test_a_new_article_opens_as_a_file_with_its_text(page: Page) -> None:
    hand_in(page, article(ARTICLE))

    (address,) = links(page)
    assert parse_qs(urlsplit(address).query) == {"filename": ["content/en/news/boats.md"], "value": [ARTICLE]}
    assert texts(page) == []


def test_an_article_too_long_for_an_address_is_uploaded_to_its_folder(page: Page) -> None:
    long = ARTICLE + "A word about boats. " * 600 + "\n"
    hand_in(page, article(long))
    with page.expect_download() as download:
        page.get_by_role("button", name="Download boats.md").click()

    assert links(page) == ["https://github.com/harbour/site/upload/main/content/en/news"]
    assert download.value.suggested_filename == "boats.md"
    assert download.value.path().read_text("utf-8") == long


@pytest.mark.parametrize(
    ("old", "new", "lines", "pasted"),
    [
        ("The boats are back.", "The boats are here.", "line 5: “The boats are back.”", "The boats are here.\n"),
        ("All of them.\n", "All of them.\n\nCome.\n", "line 7: “All of them.”", "All of them.\n\nCome.\n"),
        ("title: Boats\n", "title: Ships\n", "line 2: “title: Boats”", "title: Ships\n"),
    ],
)
def test_of_a_changed_article_only_the_lines_that_changed(page: Page, old: str, new: str, lines: str, pasted: str) -> None:
    hand_in(page, article(ARTICLE.replace(old, new), ARTICLE))

    assert texts(page) == [pasted]
    expect(page.locator(".handing-steps")).to_contain_text(lines)


@pytest.mark.parametrize(
    ("repository", "begins"),
    [
        (GITLAB, "https://gitlab.com/harbour/town/site/-/edit/main/data/projects.yaml#L"),
        ({**GITHUB, "branch": ""}, "https://github.com/harbour/site/blob/HEAD/data/projects.yaml#L"),
        ({**GITLAB, "branch": "HEAD"}, "https://gitlab.com/harbour/town/site/-/blob/HEAD/data/projects.yaml#L"),
        (
            {"host": "git.example.org", "path": "harbour", "branch": "main"},
            "https://git.example.org/harbour/blob/main/data/projects.yaml#L",
        ),
    ],
)
def test_other_hosts_open_the_file_too(page: Page, repository: dict[str, str], begins: str) -> None:
    hand_in(page, changed("benches", "Places to sit", "Places to rest"), repository=repository)

    (address,) = links(page)
    assert address.startswith(begins)
    is_github = repository["host"] == "github.com"
    assert page.locator("input[type=password]").count() == int(is_github)


def test_gitlab_takes_only_the_name_of_a_new_file(page: Page) -> None:
    hand_in(page, article(ARTICLE), repository=GITLAB)

    assert links(page) == ["https://gitlab.com/harbour/town/site/-/new/main?file_name=content%2Fen%2Fnews%2Fboats.md"]
    assert texts(page) == [ARTICLE]


@pytest.mark.parametrize("path", ["../../evil", "a/b?c=d", "a b/c", "x/..", "harbour/site#"])
def test_a_repository_that_is_no_path_is_none(page: Page, path: str) -> None:
    hand_in(page, added(), repository={**GITHUB, "path": path})

    assert links(page) == []
    expect(page.get_by_role("heading", name="Send the text")).to_be_visible()


def test_without_a_repository_the_text_is_a_file_to_send(page: Page) -> None:
    hand_in(page, added(), repository=None, contact={"name": "the office", "email": "mailto:office@example.org"})
    with page.expect_download() as download:
        page.get_by_role("button", name="Download projects-jetty.yaml").click()

    assert download.value.path().read_text("utf-8") == added()["after"]
    assert links(page) == ["mailto:office@example.org?subject=Change%20for%20the%20site%3A%20Jetty"]


def test_the_text_is_copied_and_that_is_said(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    hand_in(page, added())
    page.get_by_role("button", name="Copy the text").click()

    expect(page.locator(".handing-copy [role=status]")).to_have_text("The text is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == added()["after"]


def test_each_of_several_changes_has_its_steps(page: Page) -> None:
    hand_in(page, changed("benches", "Places to sit", "Places to rest", name="Benches"), added(), added() | {"after": ""})

    assert page.locator(".handing-in h4").all_inner_texts() == [
        "Changed: Benches data/projects.yaml",
        "New: Jetty data/projects.yaml",
    ]
    assert page.locator(".handing-steps").count() == 2


def test_nothing_changed_is_nothing_to_hand_in(page: Page) -> None:
    hand_in(page, added() | {"after": ""})

    expect(page.get_by_role("heading", name="Nothing was changed")).to_be_visible()
    assert page.locator(".handing-steps").count() == 0


def test_what_people_typed_is_shown_as_text(page: Page) -> None:
    hand_in(page, changed("benches", "Places to sit", "<img src=x onerror=alert(1)>", name="<b>Benches</b>"), added())

    assert page.locator("#root img, #root b").count() == 0
    assert "<img src=x onerror=alert(1)>" in texts(page)[0]


def test_inside_another_site_it_does_not_start(browser: Browser) -> None:
    """The policy forbids it too; where a host does not send that, the script looks for itself."""
    with desk(browser) as page:
        page.evaluate("Object.defineProperty(window, 'self', { get: () => ({}) })")
        hand_in(page, added())

        expect(page.get_by_role("alert")).to_contain_text("shown inside another site")
        assert page.locator("#root :is(input, textarea, a, button)").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_everyone_can_use_it(browser: Browser, language: str, screen: str, scheme: Any) -> None:
    with desk(browser, language, viewport=SCREENS[screen], color_scheme=scheme) as page:
        long = article(ARTICLE + "A word. " * 2000)
        hand_in(page, changed("quay-garden", "Neighbours dig", "People dig", name="Quay garden"), added(), long, language=language)
        page.locator("summary").click()
        page.evaluate(axe())

        assert page.evaluate(AXE) == []
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
