"""How to follow the programme: its feeds and calendar, and what to do with their addresses."""

from __future__ import annotations

from kennisstad.model import Dataset
from kennisstad.views.components import LinkView, View, view
from kennisstad.views.edition import Edition
from kennisstad.views.feeds import CALENDAR, feeds


@view
class AddressView:
    """A feed or a calendar: what it tells, its path and its whole address."""

    title: str
    path: str
    address: str


@view
class FollowView(View):
    """The page about feeds and the calendar."""

    lead: str
    feeds: tuple[AddressView, ...]
    calendar: AddressView | None
    others: tuple[LinkView, ...]
    """Other pages that tell what is new."""


def follow_view(edition: Edition) -> FollowView:
    """Gives the page about feeds and the calendar of a language."""
    programme = edition.text(edition.dataset.programme.name).text
    calendar = f"{edition.links.path('events')}{CALENDAR}"
    return FollowView(
        lead=edition.locale.say("follow.lead", programme=programme),
        feeds=tuple(_address(edition, feed.title, feed.path) for feed in feeds(edition)),
        calendar=_address(edition, edition.links.label("events"), calendar) if edition.dataset.events else None,
        others=edition.links.to_each("newsletters", "changes"),
    )


def has_feeds(dataset: Dataset) -> bool:
    """Whether there is anything to follow."""
    return bool(dataset.news or dataset.events or dataset.history.changes)


def _address(edition: Edition, title: str, path: str) -> AddressView:
    programme = edition.text(edition.dataset.programme.name).text
    return AddressView(title.removesuffix(f" · {programme}"), path, edition.addresses.absolute(path))
