"""The accessibility statement says what stands in the data, and where to turn."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kennisstad.addresses.routes import Addresses
from kennisstad.model import Compliance, Dataset, Moment
from kennisstad.views.accessibility import AccessibilityView, accessibility_view
from kennisstad.views.edition import Edition
from kennisstad.views.relations import Relations


def view(dataset: Dataset, language: str = "en", **changes: Any) -> AccessibilityView:
    """Gives the statement with some of its fields changed."""
    assert dataset.programme.accessibility is not None
    statement = dataset.programme.accessibility.model_copy(update=changes)
    changed = replace(dataset, programme=dataset.programme.model_copy(update={"accessibility": statement}))
    addresses = Addresses.of(changed, "https://harbour.example.org")
    return accessibility_view(Edition(changed, Relations(changed), addresses, {}, language))


def test_the_statement_says_whose_site_it_is_and_how_far_it_is(invented: Dataset) -> None:
    made = view(invented)

    assert (made.organisation.text, made.site_url) == ("Harbour Together", "https://harbour.example.org/")
    assert (made.letter, made.level) == ("B", "meets the standard in part")
    assert (made.assessed, made.assessed_date, made.audit) == ("3 February 2021", "2021-02-03", "done: January 2021")


def test_an_audit_can_be_planned_or_absent(invented: Dataset) -> None:
    planned = view(invented, status=Compliance.FIRST_STEPS, audited=None, audit_planned=Moment("2021-06"))
    absent = view(invented, status=Compliance.NOT, audited=None, audit_planned=None)

    assert (planned.level, planned.audit) == ("first measures taken", "planned: June 2021")
    assert (absent.level, absent.audit) == ("does not meet the standard", "not done and not planned yet")


def test_visitors_can_turn_to_a_partner_as_long_as_the_programme_gives_no_contact(invented: Dataset) -> None:
    assert view(invented).contact is not None

    made = view(replace(invented, programme=invented.programme.model_copy(update={"contact": None})), "nl")

    assert made.contact is None
    assert made.turn_to.title.text == invented.partners["town"].name.in_language("nl")


def test_a_failure_that_is_not_translated_keeps_its_language(invented: Dataset) -> None:
    assert [(failure.text, failure.lang) for failure in view(invented, "de").known_failures] == [
        ("Die Karte hat keinen Text.", ""),
        ("The quay has no railing.", "en"),
    ]
