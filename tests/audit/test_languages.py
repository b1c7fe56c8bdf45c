"""Right language: pages know their translations, and every text is in the language it claims."""

from __future__ import annotations

from pathlib import Path

from kennisstad.addresses.routes import Route
from tests.audit.texts import texts, written_in
from tests.conftest import ADDRESS
from tests.site.pages import BuiltPage

X_DEFAULT = "x-default"


def alternates(page: BuiltPage) -> dict[str, str]:
    """Gives the address of the page in each language, as its head tells."""
    return {link["hreflang"]: link["href"] for link in page.all("link", rel="alternate") if "hreflang" in link}


def test_every_page_says_its_own_language(pages: dict[str, BuiltPage], every_route: list[Route]) -> None:
    assert {route.file: route.language for route in every_route} == {
        page.path: page.tags[0][1].get("lang") for page in pages.values()
    }


def test_hreflang_names_the_same_page_in_every_language(pages: dict[str, BuiltPage], every_route: list[Route]) -> None:
    same: dict[tuple[str, str], dict[str, str]] = {}
    for route in every_route:
        same.setdefault((route.kind, route.id), {})[route.language] = ADDRESS + route.path
    default = every_route[0].language
    expected = {route.file: same[route.kind, route.id] | {X_DEFAULT: same[route.kind, route.id][default]} for route in every_route}
    told = {page.path: alternates(page) for page in pages.values() if page.all("link", rel="canonical")}

    assert len(told) > 0
    assert told == {path: expected[path] for path in told}


def test_the_switch_is_in_each_language_itself(pages: dict[str, BuiltPage]) -> None:
    """The 404 pages switch too, though search engines never see them."""
    languages = {page.tags[0][1]["lang"] for page in pages.values()}
    switches = {page.path: [link for link in page.all("a") if "hreflang" in link] for page in pages.values()}

    assert [path for path, links in switches.items() if {link["hreflang"] for link in links} != languages] == []
    assert [path for path, links in switches.items() if any(link["lang"] != link["hreflang"] for link in links)] == []


def test_every_lang_is_a_language_of_the_site(pages: dict[str, BuiltPage]) -> None:
    languages = {page.tags[0][1]["lang"] for page in pages.values()}

    assert {found["lang"] for page in pages.values() for _, found in page.tags if "lang" in found} == languages


def test_every_text_is_in_the_language_it_claims(site: Path, pages: dict[str, BuiltPage]) -> None:
    claims = {(lang, text): path for path in pages for lang, text in texts((site / path).read_text("utf-8"))}
    lies = [f"{path}: not {lang}: {text}" for (lang, text), path in claims.items() if written_in(text) not in ("", lang)]

    assert lies == [], "\n".join(lies)


def test_languages_are_told_apart_by_sentences_not_by_names() -> None:
    assert written_in("Zij doet mee aan het convenant van de stad.") == "nl"
    assert written_in("It takes part in the covenant with the city.") == "en"
    assert written_in("Leren met de stad: ontwikkeling van onderwijs met en in de stad") == ""
