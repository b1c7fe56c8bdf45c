"""All projects in one list, with everything they can be found by.

The list is whole in the HTML; a script in the page only hides rows. What a row can be found by stands in it as short tokens,
`l.lumc p.gemeente-leiden g.3`: the facet's letter and the value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kennisstad.model import Project, Status
from kennisstad.text import collation_key
from kennisstad.urls import Kind
from kennisstad.views.edition import Edition
from kennisstad.views.parts import BY_USE, LinkView, Pair, ProjectCard, TextView


@dataclass(frozen=True, slots=True)
class FinderRow:
    """A project in the list, with its tokens."""

    card: ProjectCard
    tokens: str


@dataclass(frozen=True, slots=True)
class OptionView:
    """A value to choose; the script counts the projects that have it."""

    value: str
    label: TextView
    style: str


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """Values under a label, or all values of a facet under ""."""

    label: str
    options: tuple[OptionView, ...]


@dataclass(frozen=True, slots=True)
class FacetView:
    """Something to choose by: `name` stands in the address, `letter` in the tokens."""

    name: str
    letter: str
    label: str
    any: str
    is_long: bool
    groups: tuple[OptionGroup, ...]


@dataclass(frozen=True, slots=True)
class ProjectsView:
    """The list of all projects."""

    rows: tuple[FinderRow, ...]
    facets: tuple[FacetView, ...]
    browse: tuple[LinkView, ...]
    total: str
    found: tuple[Pair, ...]
    """The sentences for each plural form with `{count}` and `{total}` left to fill in, `one` …; `all-one` … where all fit."""
    data: str
    """The path of the open data, without its ending."""


_VALUES: dict[str, Callable[[Project], Iterable[str]]] = {
    "track": lambda project: (project.track,) if project.track else (),
    "status": lambda project: (project.status.value,),
    "theme": lambda project: project.themes,
    "lead": lambda project: project.leads,
    "partner": lambda project: (*project.leads, *project.partners),
    "year": lambda project: (str(project.status_year),) if project.status_year else (),
    "goal": lambda project: map(str, project.sdgs),
}
"""The facets by their name in the address, and a project's values of each."""
_LETTERS = {"track": "t", "status": "s", "theme": "h", "lead": "l", "partner": "p", "year": "y", "goal": "g"}
_SHORT = ("track", "status", "theme")
"""Facets with few values stand as boxes to tick, the others as a list to choose from."""


def projects_view(edition: Edition) -> ProjectsView:
    """Gives the list of all projects, by title."""
    locale, projects = edition.locale, edition.dataset.projects.values()
    rows = [FinderRow(edition.project_card(project), _tokens(project)) for project in projects]
    found = [Pair(form, word) for form, word in locale.forms("finder.found").items()]
    found += [Pair(f"all-{form}", word) for form, word in locale.forms("finder.all").items()]
    browse = (Kind.TRACKS, Kind.THEMES, Kind.STATUSES, Kind.GOALS, Kind.PARTNERS)
    return ProjectsView(
        rows=tuple(sorted(rows, key=lambda row: (collation_key(row.card.title.text), row.card.path))),
        facets=tuple(_facet(edition, name, projects) for name in _VALUES),
        browse=tuple(map(edition.section_link, browse)),
        total=locale.count("count.projects", len(rows)),
        found=tuple(found),
        data="api/v1/projects",
    )


def _tokens(project: Project) -> str:
    """Gives what a project can be found by; its track and status show in its row, and who leads it takes part in it too."""
    said = {name: values(project) for name, values in _VALUES.items() if name not in ("track", "status", "partner")}
    said["partner"] = project.partners
    return " ".join(dict.fromkeys(f"{_LETTERS[name]}.{value}" for name, values in said.items() for value in values))


def _facet(edition: Edition, name: str, projects: Iterable[Project]) -> FacetView:
    used = {value for project in projects for value in _VALUES[name](project)}
    options = [_option(edition, name, value) for value in _in_order(edition, name, used)]
    label, any_of = edition.locale.say(f"finder.{name}"), edition.locale.say("finder.any")
    groups = _by_circle(edition, options) if name in ("lead", "partner") else (OptionGroup("", tuple(options)),)
    return FacetView(name, _LETTERS[name], label, any_of, name not in _SHORT, groups)


def _by_circle(edition: Edition, options: list[OptionView]) -> tuple[OptionGroup, ...]:
    """Gives the core partners before all others, so that nobody has to look for them among a hundred."""
    partners = edition.dataset.partners
    core = tuple(option for option in options if partners[option.value].core_since)
    others = tuple(option for option in options if not partners[option.value].core_since)
    words = edition.locale.say("partners.core"), edition.locale.say("finder.others")
    return tuple(OptionGroup(label, found) for label, found in zip(words, (core, others), strict=True) if found)


def _in_order(edition: Edition, name: str, used: Iterable[str]) -> list[str]:
    def order(value: str) -> tuple[int, str]:
        if name in ("track", "theme"):
            return getattr(edition.dataset, f"{name}s")[value].order, ""
        if name == "status":
            return BY_USE.index(Status(value)), ""
        if name in ("goal", "year"):
            return int(value) * (-1 if name == "year" else 1), ""
        return 0, collation_key(_partner(edition, value).text)

    return sorted(used, key=lambda value: (order(value), value))


def _option(edition: Edition, name: str, value: str) -> OptionView:
    return OptionView(value, _label(edition, name, value), f"track-{value}" if name == "track" else "")


def _label(edition: Edition, name: str, value: str) -> TextView:
    if name == "track":
        return edition.text(edition.dataset.tracks[value].short_title)
    if name == "theme":
        return edition.text(edition.dataset.themes[value].title)
    if name == "status":
        return TextView(edition.locale.say(f"status.{value}"))
    if name == "goal":
        return edition.goal_title(value)
    return TextView(value) if name == "year" else _partner(edition, value)


def _partner(edition: Edition, identity: str) -> TextView:
    """Gives a partner's name after its abbreviation: who looks for the LUMC, looks for an L and a U."""
    name, short = edition.partner_name(identity), edition.partner_short_name(identity)
    return name if short.text.casefold() in name.text.casefold() else TextView(f"{short.text} ({name.text})", name.lang)
