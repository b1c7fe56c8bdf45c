"""Projects that share something: a track, a theme, an audience, a place, a global goal, a status. And the lists of those."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from kennisstad.addresses.routes import Route, ids_of
from kennisstad.model import Collection, Dataset, Grouping, Place, Project, word_key
from kennisstad.views.cards import counted_projects, loose_projects, project_cards, projects_under, track_cards
from kennisstad.views.colours import NO_TRACK_STYLE, style
from kennisstad.views.components import LinkView, Pair, ProjectsUnderHeading, ProseView, TextView, View, view
from kennisstad.views.edition import Edition
from kennisstad.views.embeds import EmbedLineView, embed_line
from kennisstad.views.figures import FigureGroup, figure_group
from kennisstad.views.page import Draft, listing
from kennisstad.views.readings import HowView, how_we_know
from kennisstad.views.relations import Relations
from kennisstad.views.results import ResultOfProject, results_of
from kennisstad.views.social_card import ALL
from kennisstad.views.sources import SourceView, sources_of
from kennisstad.views.standing import standing_of, standing_title, standings
from kennisstad.views.table_of_contents import ContentsEntry, table_of_contents
from kennisstad.views.texts import Texts
from kennisstad.views.walls import WallView, wall


@view
class LeadView:
    """Who leads projects, and how many of these."""

    link: LinkView
    counted: str


@view
class ItemView:
    """A collection in a list of collections."""

    title: TextView
    path: str
    summary: TextView | None
    counted: str
    style: str
    icon: str


@view
class CollectionView(View):
    """The page of a collection."""

    trail: LinkView
    title: TextView
    summary: TextView
    style: str
    wall: WallView
    counted: str
    """How many projects, or "" where there are none."""
    nothing: str
    """What is said where there are none."""
    contents: tuple[ContentsEntry, ...]
    groups: tuple[ProjectsUnderHeading, ...]
    leads: tuple[LeadView, ...]
    others: tuple[ItemView, ...]
    description: ProseView | None = None
    numbers: tuple[Pair, ...] = ()
    figures: FigureGroup | None = None
    results: tuple[ResultOfProject, ...] = ()
    how: HowView | None = None
    embed: EmbedLineView | None = None
    sources: tuple[SourceView, ...] = ()


@view
class CollectionsView(View):
    """A list of collections, with a second list that crosses it, or ()."""

    title: str
    lead: str
    items: tuple[ItemView, ...]
    crossing: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class Sharing:
    """What the projects of a collection share: its kind of page, and its projects by what they share.

    `groups` puts those of one collection under headings, `records` gives the collections that are records, `title` and `summary`
    what the page of another says, and `row` the sentence below it in a list (None for none).
    """

    kind: str
    projects: Callable[[Relations], Mapping[str, list[Project]]]
    groups: Callable[[Edition, list[Project]], Iterable[ProjectsUnderHeading]]
    records: Callable[[Dataset], Mapping[str, Collection]] = lambda dataset: {}
    title: Callable[[Edition, str], TextView] = lambda edition, identity: TextView("")
    summary: Callable[[Edition, str], TextView] = lambda edition, identity: TextView("")
    row: Callable[[Edition, str], TextView | None] = lambda edition, identity: None


def grouping_page(sharing: Sharing) -> Callable[[Edition, Route], Draft]:
    """Gives what drafts the page of a collection that is a record: a track, a theme, an audience, a place."""

    def draft(edition: Edition, route: Route) -> Draft:
        record = sharing.records(edition.dataset)[route.id]
        view = _grouping_view(edition, sharing, record, route)
        return Draft(
            title=view.title.text,
            description=view.summary.text,
            view=view,
            notice=edition.untranslated(record),
            card=style(sharing.kind, record.id) if record.colour else ALL,
            origin=edition.dataset.place(route.place.above, record.id),
        )

    return draft


def shared_page(sharing: Sharing) -> Callable[[Edition, Route], Draft]:
    """Gives what drafts the page of a global goal or a status."""

    def draft(edition: Edition, route: Route) -> Draft:
        title, summary = sharing.title(edition, route.id), sharing.summary(edition, route.id)
        view = _view(edition, sharing, route, title, summary)
        values = {"name": view.title.text, "programme": edition.text(edition.dataset.programme.name).text, "counted": view.counted}
        return Draft(title=view.title.text, description=edition.locale.say("collection.description", **values), view=view)

    return draft


def collections_page(sharing: Sharing, crossing: Sharing | None = None) -> Callable[[Edition, Route], Draft]:
    """Gives what drafts the list of all collections of a kind, with those of another that cross them."""

    def draft(edition: Edition, route: Route) -> Draft:
        words = edition.locale.say(f"{route.kind}.title"), edition.locale.say(f"{route.kind}.lead")
        crossed = _items(edition, crossing) if crossing else ()
        return listing(edition, route, CollectionsView(*words, _items(edition, sharing), crossed))

    return draft


def _grouping_view(edition: Edition, sharing: Sharing, record: Collection, route: Route) -> CollectionView:
    view = _view(edition, sharing, route, edition.text(record.title), edition.text(record.summary))
    projects = sharing.projects(edition.relations)[record.id]
    figures = figure_group(edition, (figure for project in projects for figure in edition.relations.figures_of[project.id]))
    results = results_of(edition, projects)
    how = how_we_know(edition, f"{sharing.kind}:{record.id}", record.readings if isinstance(record, Grouping) else ())
    sections = (
        ("figures", "collection.figures", figures),
        ("results", "collection.results", results),
        ("readings", "reading.title", how),
    )
    return replace(
        view,
        contents=table_of_contents(edition, view.groups, sections),
        description=edition.prose(record.description, route.root),
        numbers=tuple(_numbers(edition, record)),
        figures=figures,
        results=results,
        how=how,
        embed=embed_line(edition, sharing.kind, record.id),
        sources=sources_of(edition, record),
    )


def _view(edition: Edition, sharing: Sharing, route: Route, title: TextView, summary: TextView) -> CollectionView:
    """Gives what the page of every collection has."""
    projects = sharing.projects(edition.relations)[route.id]
    groups = tuple(sharing.groups(edition, projects))
    return CollectionView(
        trail=edition.links.to(route.place.above),
        title=title,
        summary=summary,
        style=_style(edition, sharing, route.id),
        wall=wall(f"{sharing.kind}-{route.id}"),
        counted=counted_projects(edition, len(projects)) if projects else "",
        nothing="" if projects else edition.locale.say("collection.nothing"),
        contents=table_of_contents(edition, groups, ()),
        groups=groups,
        leads=_leads(edition, projects),
        others=tuple(item for item in _items(edition, sharing) if item.path != route.path),
    )


def _numbers(edition: Edition, record: Collection) -> Iterable[Pair]:
    """Gives the number that each agenda gives a track or a theme."""
    for agenda in edition.dataset.programme.agendas:
        if isinstance(record, Grouping) and agenda.id in record.numbers:
            yield Pair(edition.text(agenda.title).text, str(record.numbers[agenda.id]))


def _by_status(edition: Edition, projects: list[Project]) -> Iterable[ProjectsUnderHeading]:
    for standing in standings(edition):
        cards = project_cards(edition, (project for project in projects if standing_of(edition, project) == standing))
        if cards:
            yield projects_under(edition, f"status-{standing}", standing_title(edition, standing), cards)


def _by_track(edition: Edition, projects: list[Project]) -> Iterable[ProjectsUnderHeading]:
    for track in track_cards(edition):
        cards = project_cards(edition, (project for project in projects if project.track == track.id))
        if cards:
            yield projects_under(edition, track.style, track.short_title, cards)
    loose = project_cards(edition, (project for project in projects if not project.track))
    if loose:
        yield projects_under(edition, NO_TRACK_STYLE, TextView(loose_projects(edition)), loose)


def _leads(edition: Edition, projects: list[Project]) -> tuple[LeadView, ...]:
    """Gives who leads the projects, those who lead most first."""
    times = Counter(lead for project in projects for lead in project.leads)
    most = sorted(times, key=lambda lead: (-times[lead], lead))
    return tuple(LeadView(edition.links.record("partner", lead), edition.locale.number(times[lead])) for lead in most)


def _style(edition: Edition, sharing: Sharing, identity: str) -> str:
    return style(sharing.kind, identity) if sharing.records(edition.dataset) else NO_TRACK_STYLE


def _items(edition: Edition, sharing: Sharing) -> tuple[ItemView, ...]:
    return tuple(_item(edition, sharing, identity) for identity in _in_order(edition.dataset, sharing))


def _in_order(dataset: Dataset, sharing: Sharing) -> Iterable[str]:
    records = sharing.records(dataset)
    return sorted(records, key=lambda identity: records[identity].order) if records else ids_of(dataset, _place(dataset, sharing))


def _place(dataset: Dataset, sharing: Sharing) -> Place:
    return dataset.kinds.by_name[sharing.kind]


def _item(edition: Edition, sharing: Sharing, identity: str) -> ItemView:
    record = sharing.records(edition.dataset).get(identity)
    link = edition.links.record(sharing.kind, identity)
    summary = edition.text(record.summary) if record else sharing.row(edition, identity)
    counted = counted_projects(edition, len(sharing.projects(edition.relations)[identity]))
    icon = (record.icon or "") if record else ""
    return ItemView(link.title, link.path, summary, counted, _style(edition, sharing, identity), icon)


def goal_title(texts: Texts, goal: str) -> TextView:
    """Gives the number and the name of one of the United Nations' global goals."""
    return TextView(f"{goal}. {texts.locale.say(f'sdg.goal_{goal}')}")


def status_title(texts: Texts, status: str) -> TextView:
    """Gives the word for a status."""
    return texts.word(word_key("status", status))


def goals_used(dataset: Dataset) -> list[str]:
    """Gives the global goals that projects have, in their own order."""
    return [str(goal) for goal in sorted({goal for project in dataset.projects.values() for goal in project.sdgs})]


def statuses_used(dataset: Dataset) -> list[str]:
    """Gives the statuses that projects have, in the order of the model."""
    used = {project.status for project in dataset.projects.values()}
    return [status for status in dataset.choices.statuses if status in used]


TRACK = Sharing("track", lambda relations: relations.on_track, _by_status, lambda dataset: dataset.tracks)
THEME = Sharing("theme", lambda relations: relations.with_theme, _by_status, lambda dataset: dataset.themes)
AUDIENCE = Sharing("audience", lambda relations: relations.for_audience, _by_status, lambda dataset: dataset.audiences)
PLACE = Sharing("place", lambda relations: relations.at_place, _by_status, lambda dataset: dataset.places)
GOAL = Sharing(
    "goal",
    lambda relations: relations.with_goal,
    _by_status,
    title=lambda edition, goal: TextView(edition.locale.say("goals.one", number=goal, name=edition.locale.say(f"sdg.goal_{goal}"))),
    summary=lambda edition, goal: edition.word("goals.one_lead"),
)
STATUS = Sharing(
    "status",
    lambda relations: relations.with_status,
    _by_track,
    title=status_title,
    summary=lambda edition, status: edition.word(word_key("status.meaning", status)),
    row=lambda edition, status: edition.word(word_key("status.meaning", status)),
)
