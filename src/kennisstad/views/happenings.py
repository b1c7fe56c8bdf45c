"""What the pages of news and events say to machines (schema.org)."""

from __future__ import annotations

from kennisstad.addresses.routes import Route
from kennisstad.model import Article, Event, Instant
from kennisstad.views.edition import Edition
from kennisstad.views.page import Draft, Node, Structured
from kennisstad.views.structured import address_of, identity, node, programme_named, said
from kennisstad.views.things import image, organisation, project_named

_STATUS = "https://schema.org/Event"


def says_news_item(edition: Edition, route: Route, draft: Draft) -> Structured:
    """Gives what the page of a news item says. The article in each language is one of its own; the programme tells it."""
    item, address = edition.dataset.news[route.id], address_of(edition, route.path)
    main = node(
        "NewsArticle",
        {
            "@id": f"{address}#article",
            "headline": said(edition.text(item.title)),
            "description": said(edition.text(item.summary)),
            "url": address,
            "datePublished": item.date.root,
            "publisher": programme_named(edition),
            "about": _about(edition, item),
            "image": image(edition, draft.photo, item.photo),
        },
    )
    return Structured(main=main)


def says_event(edition: Edition, route: Route, draft: Draft) -> Structured:
    """Gives what the page of an event says."""
    return Structured(main=_event(edition, edition.dataset.events[route.id], address_of(edition, route.path), draft))


def _event(edition: Edition, event: Event, address: str, draft: Draft) -> Node:
    return node(
        "Event",
        {
            "@id": identity(edition, "event", event.id),
            "name": said(edition.text(event.title)),
            "description": said(edition.text(event.summary)),
            "url": address,
            "startDate": _time(edition, event, event.start),
            "endDate": _time(edition, event, event.end) if event.end else None,
            "eventStatus": f"{_STATUS}{_status(event)}",
            "previousStartDate": _time(edition, event, event.moved_from) if event.moved_from else None,
            "location": node("Place", {"name": said(edition.text(event.place))}),
            "audience": node("Audience", {"name": said(edition.text(event.for_whom))}) if event.for_whom else None,
            "about": _about(edition, event),
            "subjectOf": node("WebPage", {"url": event.link}) if event.link else None,
            "image": image(edition, draft.photo, event.photo),
        },
    )


def _status(event: Event) -> str:
    """Gives how an event stands: one that was moved and then cancelled is cancelled."""
    return "Cancelled" if event.cancelled else "Rescheduled" if event.moved_from else "Scheduled"


def _time(edition: Edition, event: Event, instant: Instant) -> str:
    """Gives a day, or a time with its distance from UTC."""
    at = instant.at(event.zone(edition.dataset.programme.time_zone))
    return at.isoformat(timespec="minutes") if instant.has_time else at.date().isoformat()


def _about(edition: Edition, article: Article) -> list[Node]:
    """Gives the projects and the partners that an article names."""
    projects = [project_named(edition, one) for one in article.projects]
    return [*projects, *(organisation(edition, one) for one in article.partners)]
