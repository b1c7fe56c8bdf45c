"""The home page, and the pages that hold words of the interface only: search and 404."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace

from kennisstad.addresses.routes import Route, content_page
from kennisstad.model import Collection
from kennisstad.model.content import HOME
from kennisstad.problem import Location
from kennisstad.views.articles import EventCard, NewsCard, coming, event_card, newest_first, news_card
from kennisstad.views.cards import newest_cards, partner_card, project_card, track_cards
from kennisstad.views.components import LinkView, Pair, PartnerCard, ProjectCard, TextView, TrackCard, View, view
from kennisstad.views.content import written_html
from kennisstad.views.edition import Edition
from kennisstad.views.figures import FigureView, figure_views
from kennisstad.views.lexicon import lexicon_path
from kennisstad.views.page import Draft, listing
from kennisstad.views.until import until
from kennisstad.views.walls import WallView, wall

NEWEST, FEW = 4, 3
"""So many projects, and so many news items and events, stand on the home page."""


@view
class WallCard:
    """A project or track with its wall."""

    card: ProjectCard | TrackCard
    wall: WallView


@view
class HomeView(View):
    """The home page; `title` and `introduction` come from the hand-written page, where there is one."""

    title: TextView
    introduction: TextView
    written: TextView
    """The title of the hand-written text with the language of all of it, or an empty line."""
    goals: tuple[TextView, ...]
    walls: tuple[WallCard, ...]
    audiences: tuple[LinkView, ...]
    places: tuple[LinkView, ...]
    newest: tuple[ProjectCard, ...]
    """The projects that the newest sources tell of."""
    until: str
    news: tuple[NewsCard, ...]
    events: tuple[EventCard, ...]
    all_news: LinkView | None
    all_events: LinkView | None
    highlights: tuple[WallCard, ...]
    figures: tuple[FigureView, ...]
    all_figures: LinkView | None
    partners: tuple[PartnerCard, ...]
    all_projects: LinkView | None
    results: LinkView | None
    all_partners: LinkView | None
    search_path: str
    opens_from_folder: bool


@view
class SearchView(View):
    """The search page; `counts` are the sentences for each plural form, with `{count}` and `{query}` left to fill in.

    They are named `one`, `other` … for what was found, `more-one` … for what is not shown yet.
    """

    path: str
    lexicon: str
    """The path of what words are looked up in."""
    counts: tuple[Pair, ...]
    kinds: tuple[str, ...]
    sections: tuple[LinkView, ...]


@view
class NotFoundSection:
    """The 404 page in one language: its words and the ways on."""

    lang: str
    dir: str
    words: SimpleNamespace
    sections: tuple[LinkView, ...]
    search_path: str
    search: str
    """What the link to search says, or to the list in its place."""


@view
class NotFoundView(View):
    """The 404 page; the one at the root is served for every language, so it speaks them all."""

    languages: tuple[NotFoundSection, ...]


def home_page(edition: Edition, route: Route) -> Draft:
    """Gives what the home page says of itself; its title and introduction come from the hand-written page, where there is one."""
    programme = edition.dataset.programme
    content = content_page(edition.dataset, HOME, route.language)
    name, introduction = edition.text(programme.name), edition.text(programme.summary)
    title = edition.links.written_title(content, content.front.title) if content else name
    view = home_view(edition, title, introduction, title if content else TextView(""))
    return Draft(
        title=name.text,
        description=content.front.description if content else introduction.text,
        view=view,
        content=written_html(edition, content, route.root) if content else "",
        origin=Location(content.file) if content else None,
    )


def home_view(edition: Edition, title: TextView, introduction: TextView, written: TextView) -> HomeView:
    """Gives the home page under a title and an introduction."""
    dataset, locale, links = edition.dataset, edition.locale, edition.links
    core = [partner for partner in dataset.partners.values() if partner.core_since]
    return HomeView(
        title=title,
        introduction=introduction,
        written=written,
        goals=tuple(edition.text(goal.text) for goal in dataset.programme.goals),
        walls=tuple(WallCard(track, wall(track.style, courses=4)) for track in track_cards(edition)),
        audiences=_each(edition, "audience", dataset.audiences),
        places=_each(edition, "place", dataset.places),
        newest=newest_cards(edition, dataset.projects.values(), NEWEST) if edition.relations.newest_source else (),
        until=until(edition),
        news=tuple(news_card(edition, item) for item in newest_first(dataset.news.values())[:FEW]),
        events=tuple(event_card(edition, event) for event in coming(edition, dataset.events.values())[:FEW]),
        all_news=links.maybe("news", locale.say("home.all_news")),
        all_events=links.maybe("events", locale.say("home.all_events")),
        highlights=tuple(_highlight(edition, project) for project in dataset.programme.highlights),
        figures=figure_views(edition, (dataset.figures[figure] for figure in dataset.programme.headline_figures)),
        all_figures=links.maybe("figures", locale.count("home.all_figures", len(dataset.figures))),
        partners=tuple(partner_card(edition, partner) for partner in core),
        all_projects=links.maybe("projects", locale.count("home.all_projects", len(dataset.projects))),
        results=links.maybe("results", locale.say("home.results")),
        all_partners=links.maybe("partners", locale.count("home.all_partners", len(dataset.partners))),
        search_path=links.path("search"),
        opens_from_folder=dataset.opens_from_folder,
    )


def _each(edition: Edition, one: str, records: Mapping[str, Collection]) -> tuple[LinkView, ...]:
    """Gives links to the collections of a kind, in their own order."""
    return tuple(edition.links.record(one, record.id) for record in sorted(records.values(), key=lambda record: record.order))


def _highlight(edition: Edition, identity: str) -> WallCard:
    project, statuses = edition.dataset.projects[identity], edition.dataset.choices.statuses
    return WallCard(project_card(edition, project), wall(project.id, statuses[project.status], courses=4))


def search_view(edition: Edition) -> SearchView:
    """Gives the search page; what is found is named by the listing or the group that it is among."""
    kinds = edition.dataset.kinds
    counts = [Pair(form, word) for form, word in edition.locale.forms("search.found").items()]
    counts += [Pair(f"more-{form}", word) for form, word in edition.locale.forms("search.more").items()]
    among = dict.fromkeys(place.found_as for place in kinds.places if place.found_as and edition.links.has(place.name))
    return SearchView(
        path=edition.links.path("search"),
        lexicon=lexicon_path(edition.language),
        counts=tuple(counts),
        kinds=tuple(map(edition.locale.say, among)),
        sections=edition.links.to_each("sitemap", "projects", "tracks", "partners"),
    )


def not_found_page(edition: Edition, route: Route) -> Draft:
    """Gives the 404 page; a static host serves the root's for every address, so that one speaks all languages."""
    is_root = edition.language == edition.default
    others = [edition.in_language(code) for code in edition.dataset.programme.languages if is_root and code != edition.language]
    return listing(edition, route, NotFoundView(tuple(_not_found(each, edition) for each in (edition, *others))))


def _not_found(edition: Edition, own: Edition) -> NotFoundSection:
    is_own, links = edition is own, edition.links
    return NotFoundSection(
        lang="" if is_own else edition.language,
        dir="" if is_own or edition.direction == own.direction else edition.direction,
        words=edition.locale.tree,
        sections=links.to_each("projects", "tracks", "partners", "sitemap"),
        search_path=links.path("search"),
        search=edition.locale.say("archive.all_pages" if edition.dataset.opens_from_folder else "not_found.search"),
    )
