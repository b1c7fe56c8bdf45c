"""A project's page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kennisstad.addresses.routes import Route
from kennisstad.model import Project, Status
from kennisstad.model.content import CONTACT
from kennisstad.model.records import LinkKind
from kennisstad.views.articles import ArticlesView, articles_view
from kennisstad.views.cards import project_card, project_cards, track_label, under_heading
from kennisstad.views.colours import style
from kennisstad.views.components import (
    LinkView,
    OutsideLinkView,
    ProjectsUnderHeading,
    ProseView,
    StatusView,
    TextView,
    TrackLabel,
    View,
    view,
)
from kennisstad.views.edition import Edition
from kennisstad.views.figures import FigureGroup, figure_group
from kennisstad.views.history import TimelineView, project_timeline
from kennisstad.views.page import Draft
from kennisstad.views.periods import period_of
from kennisstad.views.photos import PhotoView, photo_view
from kennisstad.views.readings import HowView, how_we_know
from kennisstad.views.results import ResultView, result_views
from kennisstad.views.social_card import ALL
from kennisstad.views.sources import SourceView, sources_of
from kennisstad.views.standing import status_view
from kennisstad.views.walls import WallView, wall


@view
class CodeView:
    """Where a project stands in an agenda: the agenda, its place on the site, and the codes there."""

    agenda: LinkView
    codes: str


@view
class StepView:
    """The one thing to do next: to go to a page about the project, else to ask who can tell more."""

    page: OutsideLinkView | None
    ask: tuple[OutsideLinkView, ...]
    """The sites of who can tell more: the one thing to do where no page about the project is known, else beside it."""
    contact: LinkView | None
    """Where no such site is known either: the page about contact."""


@view
class ProjectView(View):
    """A project's page."""

    trail: LinkView
    title: TextView
    summary: TextView
    photo: PhotoView | None
    description: ProseView | None
    style: str
    wall: WallView
    track: TrackLabel | None
    no_track: TextView | None
    status: StatusView
    leads: tuple[LinkView, ...]
    partners: tuple[LinkView, ...]
    intended_partners: tuple[LinkView, ...]
    themes: tuple[LinkView, ...]
    audiences: tuple[LinkView, ...]
    places: tuple[LinkView, ...]
    goals: tuple[LinkView, ...]
    aliases: str
    period: str
    codes: tuple[CodeView, ...]
    timeline: tuple[TimelineView, ...]
    results: tuple[ResultView, ...]
    figures: FigureGroup | None
    step: StepView
    articles: ArticlesView | None
    other_links: tuple[OutsideLinkView, ...]
    groups: tuple[ProjectsUnderHeading, ...]
    how: HowView | None
    sources: tuple[SourceView, ...]
    checked: str
    checked_date: str


def project_view(edition: Edition, project: Project, root: str) -> ProjectView:
    """Gives a project's page; `root` is the page's way to the site's root."""
    links = _links(edition, project)
    return ProjectView(
        trail=edition.links.to("projects"),
        title=edition.text(project.title),
        summary=edition.text(project.summary),
        photo=photo_view(edition, project.photo),
        description=edition.prose(project.description, root),
        style=style("track", project.track),
        wall=wall(project.id, edition.dataset.choices.statuses[project.status]),
        track=track_label(edition, project.track) if project.track else None,
        no_track=edition.maybe(project.no_track),
        status=status_view(edition, project),
        leads=tuple(edition.links.record("partner", one) for one in project.leads),
        partners=tuple(edition.links.record("partner", one) for one in project.partners),
        intended_partners=tuple(edition.links.record("partner", one) for one in project.intended_partners),
        themes=tuple(edition.links.record("theme", one) for one in project.themes),
        audiences=tuple(edition.links.record("audience", one) for one in project.audiences),
        places=tuple(edition.links.record("place", one) for one in project.places),
        goals=tuple(edition.links.record("goal", str(goal)) for goal in project.sdgs),
        aliases=", ".join(project.aliases),
        period=_period(edition, project),
        codes=_codes(edition, project),
        timeline=project_timeline(edition, project),
        results=result_views(edition, project),
        figures=figure_group(edition, edition.relations.figures_of[project.id]),
        step=_step(edition, project, links),
        articles=articles_view(edition, edition.relations.articles_on_project[project.id]),
        other_links=links[1:],
        groups=_groups(edition, project),
        how=how_we_know(edition, f"project:{project.id}", project.readings),
        sources=sources_of(edition, project),
        checked=edition.locale.moment(project.checked.parts),
        checked_date=project.checked.root,
    )


def project_page(edition: Edition, route: Route) -> Draft:
    """Gives what a project's page says of itself."""
    project = edition.dataset.projects[route.id]
    view = project_view(edition, project, route.root)
    return Draft(
        title=view.title.text,
        description=view.summary.text,
        view=view,
        notice=edition.untranslated(project),
        scripts=("page",),
        card=style("track", project.track) if project.track else ALL,
        photo=view.photo,
        origin=edition.dataset.place("projects", project.id),
    )


def _groups(edition: Edition, project: Project) -> tuple[ProjectsUnderHeading, ...]:
    relations, projects = edition.relations, edition.dataset.projects
    found = {
        "part_of": project_cards(edition, [projects[project.part_of]] if project.part_of else []),
        "parts": project_cards(edition, relations.parts[project.id]),
        "continues": project_cards(edition, (projects[earlier] for earlier in project.continues)),
        "continued_by": project_cards(edition, relations.continued_by[project.id]),
        "related": tuple(project_card(edition, one) for one in relations.related(project)),
    }
    return tuple(under_heading(edition, name, f"project.{name}", cards) for name, cards in found.items() if cards)


def _links(edition: Edition, project: Project) -> tuple[OutsideLinkView, ...]:
    """Gives the pages about a project, its own first."""
    own_first = sorted(project.links, key=lambda link: link.kind is not LinkKind.OWN)
    titles = (edition.maybe(link.title) or TextView(edition.locale.say(f"project.link_{link.kind.value}")) for link in own_first)
    return tuple(OutsideLinkView(title, link.url) for title, link in zip(titles, own_first, strict=True))


def _step(edition: Edition, project: Project, links: tuple[OutsideLinkView, ...]) -> StepView:
    ask = _sites_to_ask(edition, project)
    return StepView(links[0] if links else None, ask, None if ask or links else edition.links.page(CONTACT))


def _sites_to_ask(edition: Edition, project: Project) -> tuple[OutsideLinkView, ...]:
    """Gives the sites of who leads a project, else of the core partners that take part."""
    core = (name for name in project.partners if edition.dataset.partners[name].core_since)
    return tuple(_sites(edition, project.leads)) or tuple(_sites(edition, core))


def _sites(edition: Edition, partners: Iterable[str]) -> Iterator[OutsideLinkView]:
    """Gives each partner's site, or that of the organisation it is part of; each site once."""
    found = dict.fromkeys(_with_site(edition, identity) for identity in partners)
    for partner in (edition.dataset.partners[identity] for identity in found if identity):
        title = edition.locale.say("project.to_site", name=edition.links.title("partner", partner.id).text)
        yield OutsideLinkView(TextView(title), partner.link or "")


def _with_site(edition: Edition, identity: str | None) -> str | None:
    while identity and not edition.dataset.partners[identity].link:
        identity = edition.dataset.partners[identity].parent
    return identity


def _period(edition: Edition, project: Project) -> str:
    """Gives from when to when; of what goes on "since", of what happened once or was planned only the date."""
    if project.start and not project.end and edition.dataset.choices.statuses[project.status] is not Status.RUNNING:
        return edition.locale.moment(project.start.parts)
    return period_of(edition, project.start, project.end)


def _codes(edition: Edition, project: Project) -> tuple[CodeView, ...]:
    titles = {agenda.id: edition.text(agenda.title) for agenda in edition.dataset.programme.agendas}
    path = edition.links.path("agendas")
    links = {agenda: LinkView(titles[agenda], f"{path}#{agenda}") for agenda in project.codes}
    return tuple(CodeView(links[agenda], ", ".join(codes)) for agenda, codes in project.codes.items())
