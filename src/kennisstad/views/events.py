"""Events: what comes, what was in one year, and one event."""

from __future__ import annotations

from kennisstad.addresses.routes import Route
from kennisstad.model import Dataset, Event
from kennisstad.views.archives import years
from kennisstad.views.articles import (
    EventCard,
    article_origin,
    article_text,
    belongs_to,
    coming,
    event_card,
    is_off,
    past_cards,
    state_of,
)
from kennisstad.views.components import LinkView, OutsideLinkView, ProseView, TextView, View, view
from kennisstad.views.edition import Edition
from kennisstad.views.feeds import calendar_path
from kennisstad.views.page import Draft
from kennisstad.views.photos import PhotoView, photo_view
from kennisstad.views.whens import WhenView, event_when, instant_text

LAST = 5
"""So many of the events that are over stand below those that come; the others stand in the archives."""


@view
class EventsView(View):
    """What comes, the last of what was, and the ways to each year and to a calendar of one's own."""

    coming: tuple[EventCard, ...]
    past: tuple[EventCard, ...]
    years: tuple[LinkView, ...]
    follow: LinkView | None


@view
class EventsYearView(View):
    """The events of one year: what comes, and what was."""

    trail: LinkView
    title: str
    coming: tuple[EventCard, ...]
    past: tuple[EventCard, ...]
    years: tuple[LinkView, ...]


@view
class EventView(View):
    """One event; `action` is how to sign up, which nobody can once it is over or cancelled."""

    trail: LinkView
    title: TextView
    summary: TextView
    when: WhenView
    state: str
    is_off: bool
    was: str
    """When it would have begun, before it was moved."""
    place: TextView
    for_whom: TextView | None
    places: tuple[LinkView, ...]
    audiences: tuple[LinkView, ...]
    action: OutsideLinkView | None
    link: OutsideLinkView | None
    calendar: str
    """The path of its file for calendars; "" once it is over or cancelled."""
    photo: PhotoView | None
    description: ProseView | None
    projects: tuple[LinkView, ...]
    partners: tuple[LinkView, ...]


def events_view(edition: Edition) -> EventsView:
    """Gives the page of all events."""
    events = edition.dataset.events.values()
    return EventsView(
        tuple(event_card(edition, event) for event in coming(edition, events)),
        past_cards(edition, events)[:LAST],
        years(edition, "events-year"),
        edition.links.maybe("follow", edition.locale.say("follow.calendar")),
    )


def events_years(dataset: Dataset) -> list[str]:
    """Gives the years in which events begin, the newest first."""
    return [str(year) for year in sorted({_year(dataset, event) for event in dataset.events.values()}, reverse=True)]


def _year(dataset: Dataset, event: Event) -> int:
    return event.start.on_day(event.zone(dataset.programme.time_zone)).year


def events_year_page(edition: Edition, route: Route) -> Draft:
    """Gives what the page of a year's events says of itself."""
    found = [event for event in edition.dataset.events.values() if str(_year(edition.dataset, event)) == route.id]
    programme = edition.text(edition.dataset.programme.name).text
    title = edition.locale.say("events.of_year", year=route.id)
    view = EventsYearView(
        trail=edition.links.to("events"),
        title=title,
        coming=tuple(event_card(edition, event) for event in coming(edition, found)),
        past=past_cards(edition, found),
        years=years(edition, "events-year", route.id),
    )
    return Draft(
        title=title,
        description=edition.locale.say("events.of_year_description", year=route.id, programme=programme),
        view=view,
    )


def event_page(edition: Edition, route: Route) -> Draft:
    """Gives what the page of an event says of itself."""
    event = edition.dataset.events[route.id]
    view = _event_view(edition, event, route)
    return Draft(
        title=view.title.text,
        description=f"{view.when.text}. {view.summary.text}",
        view=view,
        notice=edition.untranslated(event),
        photo=view.photo,
        origin=article_origin(edition, event, "events"),
    )


def _event_view(edition: Edition, event: Event, route: Route) -> EventView:
    record, say = edition.links.record, edition.locale.say
    is_open = not is_off(edition, event)
    projects, partners = belongs_to(edition, event)
    return EventView(
        trail=edition.links.to("events"),
        title=edition.text(event.title),
        summary=edition.text(event.summary),
        when=event_when(edition, event),
        state=state_of(edition, event),
        is_off=not is_open,
        was=say("event.was", when=instant_text(edition, event, event.moved_from)) if event.moved_from else "",
        place=edition.text(event.place),
        for_whom=edition.maybe(event.for_whom),
        places=tuple(record("place", one) for one in event.places),
        audiences=tuple(record("audience", one) for one in event.audiences),
        action=OutsideLinkView(TextView(say("event.sign_up")), event.sign_up or "") if is_open and event.sign_up else None,
        link=OutsideLinkView(TextView(say("event.link")), event.link) if event.link else None,
        calendar=calendar_path(edition, event) if is_open else "",
        photo=photo_view(edition, event.photo),
        description=article_text(edition, event, "events", route.root),
        projects=projects,
        partners=partners,
    )
