"""A project's page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kennisstad.model import Moment, Project
from kennisstad.model.content import CONTACT
from kennisstad.model.records import LinkKind
from kennisstad.urls import Kind
from kennisstad.views.agendas import agenda_path
from kennisstad.views.edition import NO_TRACK_STYLE, Edition
from kennisstad.views.figures import FigureView, figure_views
from kennisstad.views.history import EventView, project_timeline
from kennisstad.views.parts import (
    LinkView,
    OutsideLinkView,
    ProjectsUnderHeading,
    ProseView,
    StatusView,
    TextView,
    TrackLabel,
)
from kennisstad.views.photos import PhotoView, photo_view
from kennisstad.views.readings import HowView, how_we_know
from kennisstad.views.results import ResultView, result_views
from kennisstad.views.sources import SourceView, sources_of
from kennisstad.views.walls import WallView, wall


@dataclass(frozen=True, slots=True)
class CodeView:
    """Where a project stands in an agenda: the agenda, its place on the site, and the codes there."""

    agenda: LinkView
    codes: str


@dataclass(frozen=True, slots=True)
class ProjectView:
    """A project's page."""

    trail: LinkView
    title: TextView
    summary: TextView
    photo: PhotoView | None
    description: ProseView | None
    untranslated: str
    style: str
    wall: WallView
    track: TrackLabel | None
    no_track: TextView | None
    status: StatusView
    leads: tuple[LinkView, ...]
    partners: tuple[LinkView, ...]
    intended_partners: tuple[LinkView, ...]
    themes: tuple[LinkView, ...]
    goals: tuple[LinkView, ...]
    aliases: str
    period: str
    codes: tuple[CodeView, ...]
    timeline: tuple[EventView, ...]
    results: tuple[ResultView, ...]
    figures: tuple[FigureView, ...]
    action: OutsideLinkView | None
    """The project's own page."""
    ask: tuple[OutsideLinkView, ...]
    """Where no page of the project is known: the sites of who can tell more."""
    contact: LinkView | None
    """Where no such site is known either: the page about contact."""
    other_links: tuple[OutsideLinkView, ...]
    groups: tuple[ProjectsUnderHeading, ...]
    how: HowView | None
    sources: tuple[SourceView, ...]
    checked: str
    checked_date: str


def project_view(edition: Edition, project: Project, root: str) -> ProjectView:
    """Gives a project's page; `root` is the page's way to the site's root."""
    own, others = _links(edition, project)
    ask = () if own else _sites_to_ask(edition, project)
    return ProjectView(
        trail=edition.section_link(Kind.PROJECTS),
        title=edition.text(project.title),
        summary=edition.text(project.summary),
        photo=photo_view(edition, project),
        description=edition.prose(project.description, root),
        untranslated=edition.untranslated(project),
        style=f"track-{project.track}" if project.track else NO_TRACK_STYLE,
        wall=wall(project.id, project.status),
        track=edition.track_label(project.track) if project.track else None,
        no_track=edition.maybe(project.no_track),
        status=edition.status(project),
        leads=tuple(map(edition.partner_link, project.leads)),
        partners=tuple(map(edition.partner_link, project.partners)),
        intended_partners=tuple(map(edition.partner_link, project.intended_partners)),
        themes=tuple(map(edition.theme_link, project.themes)),
        goals=tuple(map(edition.goal_link, project.sdgs)),
        aliases=", ".join(project.aliases),
        period=_period(edition, project.start, project.end),
        codes=_codes(edition, project),
        timeline=project_timeline(edition, project),
        results=result_views(edition, project),
        figures=figure_views(edition, edition.relations.figures_of[project.id]),
        action=own,
        ask=ask,
        contact=None if own or ask else edition.page_link(CONTACT),
        other_links=others,
        groups=_groups(edition, project),
        how=how_we_know(edition, f"project:{project.id}", project.readings),
        sources=sources_of(edition, project),
        checked=edition.locale.moment(project.checked.parts),
        checked_date=project.checked.root,
    )


def _groups(edition: Edition, project: Project) -> tuple[ProjectsUnderHeading, ...]:
    relations, projects = edition.relations, edition.dataset.projects
    found = {
        "part_of": edition.project_cards([projects[project.part_of]] if project.part_of else []),
        "parts": edition.project_cards(relations.parts[project.id]),
        "continues": edition.project_cards(projects[earlier] for earlier in project.continues),
        "continued_by": edition.project_cards(relations.continued_by[project.id]),
        "related": tuple(map(edition.project_card, relations.related(project))),
    }
    return tuple(edition.under_heading(name, f"project.{name}", cards) for name, cards in found.items() if cards)


def _links(edition: Edition, project: Project) -> tuple[OutsideLinkView | None, tuple[OutsideLinkView, ...]]:
    own: OutsideLinkView | None = None
    others: list[OutsideLinkView] = []
    for link in project.links:
        title = edition.maybe(link.title) or TextView(edition.locale.say(f"project.link_{link.kind.value}"))
        view = OutsideLinkView(title, link.url)
        if link.kind == LinkKind.OWN and own is None:
            own = view
        else:
            others.append(view)
    return own, tuple(others)


def _sites_to_ask(edition: Edition, project: Project) -> tuple[OutsideLinkView, ...]:
    """Gives the sites of who leads a project, else of the core partners that take part."""
    core = (name for name in project.partners if edition.dataset.partners[name].core_since)
    return tuple(_sites(edition, project.leads)) or tuple(_sites(edition, core))


def _sites(edition: Edition, partners: Iterable[str]) -> Iterator[OutsideLinkView]:
    """Gives each partner's site, or that of the organisation it is part of; each site once."""
    found = dict.fromkeys(_with_site(edition, identity) for identity in partners)
    for partner in (edition.dataset.partners[identity] for identity in found if identity):
        title = edition.locale.say("project.to_site", name=edition.partner_name(partner.id).text)
        yield OutsideLinkView(TextView(title), partner.link or "")


def _with_site(edition: Edition, identity: str | None) -> str | None:
    while identity and not edition.dataset.partners[identity].link:
        identity = edition.dataset.partners[identity].parent
    return identity


def _period(edition: Edition, start: Moment | None, end: Moment | None) -> str:
    if start and end and start.root != end.root:
        return edition.locale.say("period.both", start=edition.locale.moment(start.parts), end=edition.locale.moment(end.parts))
    if start and end:
        return edition.locale.moment(start.parts)
    if start:
        return edition.locale.say("period.start", start=edition.locale.moment(start.parts))
    return edition.locale.say("period.end", end=edition.locale.moment(end.parts)) if end else ""


def _codes(edition: Edition, project: Project) -> tuple[CodeView, ...]:
    titles = {agenda.id: edition.text(agenda.title) for agenda in edition.dataset.programme.agendas}
    links = {agenda: LinkView(titles[agenda], agenda_path(edition, agenda)) for agenda in project.codes}
    return tuple(CodeView(links[agenda], ", ".join(codes)) for agenda, codes in project.codes.items())
