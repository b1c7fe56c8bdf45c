"""The home page, and the pages that hold words of the interface only: search and 404."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace

from kennisstad.urls import Kind
from kennisstad.views.edition import Edition
from kennisstad.views.figures import FigureView, figure_views
from kennisstad.views.parts import LinkView, Pair, PartnerCard, ProjectCard, TextView, TrackCard
from kennisstad.views.walls import WallView, wall


@dataclass(frozen=True, slots=True)
class WallCard:
    """A project or track with its wall."""

    card: ProjectCard | TrackCard
    wall: WallView


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page; `title` and `introduction` come from the hand-written page, where there is one."""

    title: TextView
    introduction: TextView
    content_lang: str
    """The language of the hand-written text where that is not the page's own, else ""."""
    goals: tuple[TextView, ...]
    walls: tuple[WallCard, ...]
    highlights: tuple[WallCard, ...]
    figures: tuple[FigureView, ...]
    all_figures: LinkView
    partners: tuple[PartnerCard, ...]
    all_projects: LinkView
    results: LinkView
    all_partners: LinkView
    search_path: str


@dataclass(frozen=True, slots=True)
class ContentView:
    """A hand-written page; `lang` is "" in the page's own language, `untranslated` the notice where it is not."""

    title: TextView
    lang: str
    untranslated: str
    is_contact: bool
    """Whether somebody may come here to tell of a fault on another page."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page; `counts` are the sentences for each plural form, with `{count}` and `{query}` left to fill in.

    They are named `one`, `other` … for what was found, `more-one` … for what is not shown yet.
    """

    path: str
    counts: tuple[Pair, ...]
    kinds: tuple[str, ...]
    sections: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class NotFoundSection:
    """The 404 page in one language: its words and the ways on."""

    lang: str
    words: SimpleNamespace
    sections: tuple[LinkView, ...]
    search_path: str


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The 404 page; the one at the root is served for every language, so it speaks them all."""

    languages: tuple[NotFoundSection, ...]


def home_view(edition: Edition, title: TextView, introduction: TextView, content_lang: str) -> HomeView:
    """Gives the home page under a title and an introduction."""
    dataset, locale = edition.dataset, edition.locale
    core = [partner for partner in dataset.partners.values() if partner.core_since]
    return HomeView(
        title=title,
        introduction=introduction,
        content_lang=content_lang,
        goals=tuple(edition.text(goal.text) for goal in dataset.programme.goals),
        walls=tuple(WallCard(track, wall(track.style, courses=4)) for track in edition.tracks()),
        highlights=tuple(_highlight(edition, project) for project in dataset.programme.highlights),
        figures=figure_views(edition, (dataset.figures[figure] for figure in dataset.programme.headline_figures)),
        all_figures=_section(edition, Kind.FIGURES, locale.count("home.all_figures", len(dataset.figures))),
        partners=tuple(map(edition.partner_card, core)),
        all_projects=_section(edition, Kind.PROJECTS, locale.count("home.all_projects", len(dataset.projects))),
        results=_section(edition, Kind.RESULTS, locale.say("home.results")),
        all_partners=_section(edition, Kind.PARTNERS, locale.count("home.all_partners", len(dataset.partners))),
        search_path=edition.addresses.section(Kind.SEARCH, edition.language),
    )


def _highlight(edition: Edition, identity: str) -> WallCard:
    project = edition.dataset.projects[identity]
    return WallCard(edition.project_card(project), wall(project.id, project.status, courses=4))


def search_view(edition: Edition) -> SearchView:
    """Gives the search page."""
    counts = [Pair(form, word) for form, word in edition.locale.forms("search.found").items()]
    counts += [Pair(f"more-{form}", word) for form, word in edition.locale.forms("search.more").items()]
    kinds = (edition.locale.say(f"menu.{kind.value}") for kind in (Kind.PROJECTS, Kind.PARTNERS, Kind.TRACKS, Kind.THEMES))
    sections = (Kind.SITE_MAP, Kind.PROJECTS, Kind.TRACKS, Kind.PARTNERS)
    return SearchView(
        edition.addresses.section(Kind.SEARCH, edition.language),
        tuple(counts),
        (*kinds, edition.locale.say("search.pages")),
        tuple(map(edition.section_link, sections)),
    )


def not_found_view(editions: list[Edition]) -> NotFoundView:
    """Gives the 404 page for one or more languages, the page's own first."""
    return NotFoundView(
        tuple(
            NotFoundSection(
                edition.language if edition is not editions[0] else "",
                edition.locale.tree,
                _sections(edition),
                edition.addresses.section(Kind.SEARCH, edition.language),
            )
            for edition in editions
        )
    )


def _sections(edition: Edition) -> tuple[LinkView, ...]:
    return tuple(map(edition.section_link, (Kind.PROJECTS, Kind.TRACKS, Kind.PARTNERS, Kind.SITE_MAP)))


def _section(edition: Edition, kind: Kind, title: str) -> LinkView:
    return LinkView(TextView(title), edition.addresses.section(kind, edition.language))
