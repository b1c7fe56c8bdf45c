"""A fact leads to where it can be read: a page on the web with its day, or the words for why it leads nowhere."""

from __future__ import annotations

from pathlib import Path

from kennisstad.checking import check
from kennisstad.model import Folders
from kennisstad.views.relations import Relations
from tests.site.pages import plain_text


def test_a_page_is_linked_with_whose_it_is_and_how_it_was_read(harbour: Path) -> None:
    html = (harbour / "projects/benches/index.html").read_text("utf-8")

    assert '<a href="https://www.rowers.example/news/benches" lang="nl">De bankjes zijn klaar</a>' in html
    read = "(read on 1 June 2021, in a stored copy, only its beginning)"
    assert f'De bankjes zijn klaar, Rowing Club "The Oar" & Friends, 2 May 2021 {read}' in plain_text(html)


def test_an_address_that_this_site_takes_the_place_of_is_told_and_not_linked(harbour: Path) -> None:
    html = (harbour / "projects/newsletter/index.html").read_text("utf-8")

    assert "https://www.harbour.example.org/old/newsletter" in plain_text(html)
    assert 'href="https://www.harbour.example.org/old/newsletter"' not in html
    assert "The harbour itself, undated; after 2020 (read on 1 June 2021)" in plain_text(html)


def test_a_decision_says_why_it_leads_nowhere(harbour: Path) -> None:
    assert "Decision to start again, April 2021 A decision that is not on the web." in plain_text(
        (harbour / "projects/newsletter/index.html").read_text("utf-8")
    )


def test_the_page_on_how_we_know_lists_them_newest_first(harbour: Path) -> None:
    html = (harbour / "nl/verantwoording/index.html").read_text("utf-8")

    assert html.index('id="plan"') < html.index('id="rowers-news"') < html.index('id="decision-2021"') < html.index('id="own-page"')


def test_what_is_in_a_street_is_in_its_neighbourhood_too(harbour: Path) -> None:
    for place in ("harbour-side", "old-quay"):
        assert "Kadetuin" in (harbour / f"nl/plekken/{place}/index.html").read_text("utf-8")
    assert "Zwemmers" in (harbour / "nl/voor-wie/swimmers/index.html").read_text("utf-8")


def test_a_partner_has_its_years_in_each_agreement(harbour: Path) -> None:
    text = plain_text((harbour / "nl/partners/nobody/index.html").read_text("utf-8"))

    assert "In de overeenkomsten Besluit om opnieuw te beginnen, vanaf april 2021 Het tekende als laatste." in text


def test_the_title_of_a_page_on_the_web_asks_for_no_translation(harbour: Path) -> None:
    """It keeps its own language; of the pages that list documents none says for that reason that it is partly in another."""
    dataset = check(Folders.of(harbour.parent)).dataset
    assert dataset is not None
    page, relations = dataset.documents["rowers-news"], Relations(dataset)

    assert page.title.languages == ("en",)
    assert relations.languages_of(page) == {"en", "nl", "de"}
