"""Records as lists show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from kennisstad.model import Partner, Project, Track
from kennisstad.text import collation_key
from kennisstad.views.colours import NO_TRACK_STYLE, style
from kennisstad.views.components import PartnerCard, ProjectCard, ProjectsUnderHeading, TextView, TrackCard, TrackLabel
from kennisstad.views.edition import Edition
from kennisstad.views.standing import status_view

Card = TypeVar("Card", ProjectCard, PartnerCard)
Item = TypeVar("Item")
MOST = 12
"""A group of at most so many projects is shown whole."""
FIRST, PARTNERS, A_FEW = 8, 3, 1
"""Of a larger group, so many projects or partners are shown before the rest is asked for; a few more are shown at once."""


def track_label(edition: Edition, identity: str) -> TrackLabel:
    """Gives a track as a label."""
    title = edition.text(edition.dataset.tracks[identity].short_title)
    return TrackLabel(title, edition.links.path("track", identity), style("track", identity))


def project_card(edition: Edition, project: Project) -> ProjectCard:
    """Gives a project for a list."""
    if project.id not in edition.cards:
        track = track_label(edition, project.track) if project.track else None
        edition.cards[project.id] = ProjectCard(
            title=edition.text(project.title),
            path=edition.links.path("project", project.id),
            summary=edition.text(project.summary),
            status=status_view(edition, project),
            track=track,
            style=track.style if track else NO_TRACK_STYLE,
            leads=tuple(edition.links.title("partner", lead) for lead in project.leads),
        )
    return edition.cards[project.id]


def project_cards(edition: Edition, projects: Iterable[Project]) -> tuple[ProjectCard, ...]:
    """Gives projects for a list: those of which a newer source tells first, then by title; parts under their whole.

    Those with little to tell stand last.
    """
    listed = {project.id: project for project in projects}
    cards = {identity: project_card(edition, project) for identity, project in listed.items()}
    places = {identity: _place_in_list(edition, project, cards[identity]) for identity, project in listed.items()}
    ways = {identity: [places[one] for one in _from_its_whole(listed, project)] for identity, project in listed.items()}
    return tuple(cards[identity] for identity in sorted(listed, key=ways.__getitem__))


def newest_cards(edition: Edition, projects: Iterable[Project], most: int) -> tuple[ProjectCard, ...]:
    """Gives the projects that the newest sources tell of, a part of another too."""
    cards = [(project, project_card(edition, project)) for project in projects]
    return tuple(card for _, card in sorted(cards, key=lambda one: _place_in_list(edition, *one))[:most])


def _place_in_list(edition: Edition, project: Project, card: ProjectCard) -> tuple[bool, int, str, str]:
    has_little = project.description is None and not project.results
    return has_little, -edition.relations.newest_year[project.id], collation_key(card.title.text), card.path


def _from_its_whole(listed: Mapping[str, Project], project: Project) -> list[str]:
    """Gives the ids from the whole that a project is part of, as far as they are in the list, to the project itself."""
    way = [project.id]
    while (whole := listed[way[0]].part_of) in listed and whole not in way:
        way.insert(0, str(whole))
    return way


def by_title(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Gives cards in the order of their titles."""
    return tuple(sorted(cards, key=lambda card: (collation_key(card.title.text), card.path)))


def loose_projects(edition: Edition) -> str:
    """Gives what projects that are on no track are called: among others that are, or where there are no tracks at all."""
    return edition.locale.say("projects.no_track" if edition.dataset.tracks else "projects.title")


def under_heading(edition: Edition, anchor: str, key: str, cards: tuple[ProjectCard, ...]) -> ProjectsUnderHeading:
    """Gives projects under the heading that `key` names in the locale."""
    return projects_under(edition, anchor, edition.word(key), cards, edition.locale.words.get(f"{key}_hint", ""))


def projects_under(
    edition: Edition, anchor: str, title: TextView, cards: tuple[ProjectCard, ...], hint: str = ""
) -> ProjectsUnderHeading:
    """Gives projects under a heading; few are shown all at once."""
    shown = FIRST if len(cards) > MOST else len(cards)
    counted = edition.locale.count("count.projects", len(cards))
    more = edition.locale.count("count.more_projects", len(cards) - shown)
    return ProjectsUnderHeading(anchor, title, counted, hint, cards[:shown], cards[shown:], more, bool(edition.dataset.partners))


def folded(edition: Edition, items: tuple[Item, ...], key: str, first: int) -> tuple[tuple[Item, ...], tuple[Item, ...], str]:
    """Gives the first of a list, those to ask for, and the words that ask, by their key."""
    shown = first if len(items) > first + A_FEW else len(items)
    return items[:shown], items[shown:], edition.locale.count(key, len(items) - shown)


def partner_card(edition: Edition, partner: Partner) -> PartnerCard:
    """Gives a partner for a list."""
    link = edition.links.record("partner", partner.id)
    return PartnerCard(link.title, link.path, edition.maybe(partner.summary), partner_count(edition, partner))


def partner_count(edition: Edition, partner: Partner) -> str:
    """Gives how many projects a partner leads or joins, or may join where it does neither; "" where there are no projects."""
    relations = edition.relations
    number = len(relations.led_by.get(partner.id, ())) + len(relations.joined_by.get(partner.id, ()))
    possible = len(relations.intended_for.get(partner.id, ()))
    if not edition.dataset.projects:
        return ""
    if possible and not number:
        return edition.locale.count("count.possible", possible)
    return edition.locale.count("count.projects", number)


def partner_short_name(edition: Edition, identity: str) -> TextView:
    """Gives a partner's short name, or its name where that is short already."""
    partner = edition.dataset.partners[identity]
    return edition.text(partner.short_name or partner.name)


def track_card(edition: Edition, track: Track) -> TrackCard:
    """Gives a track for a list."""
    number = len(edition.relations.on_track[track.id])
    return TrackCard(
        id=track.id,
        title=edition.text(track.title),
        short_title=edition.text(track.short_title),
        path=edition.links.path("track", track.id),
        summary=edition.text(track.summary),
        style=style("track", track.id),
        icon=track.icon or "",
        number=number,
        counted=counted_projects(edition, number),
    )


def counted_projects(edition: Edition, number: int) -> str:
    """Gives a number of projects in words, or "" in a site that has none."""
    return edition.locale.count("count.projects", number) if edition.dataset.projects else ""


def track_cards(edition: Edition) -> tuple[TrackCard, ...]:
    """Gives all tracks, in their own order."""
    return tuple(track_card(edition, track) for track in edition.dataset.tracks_in_order)
