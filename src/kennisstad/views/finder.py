"""All projects in one list, with everything they can be found by.

The list is whole in the HTML; a script in the page only hides rows. What a row can be found by stands in it as short tokens,
`l.lumc p.gemeente-leiden g.3`: the facet's letter and the value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kennisstad.model import Project
from kennisstad.text import collation_key, fitted
from kennisstad.views.cards import newest_cards, partner_short_name, project_card
from kennisstad.views.collection import AUDIENCE, PLACE, THEME, Sharing
from kennisstad.views.colours import style
from kennisstad.views.components import LinkView, Pair, ProjectCard, TextView, View, view
from kennisstad.views.edition import Edition
from kennisstad.views.standing import standing_of, standing_title, standings

SUMMARY = 120
"""Characters."""


@view
class FinderRow:
    """A project in the list, with as much of its summary as a list has room for, and its tokens."""

    card: ProjectCard
    summary: TextView
    tokens: str


@view
class OptionView:
    """A value to choose; the script counts the projects that have it."""

    value: str
    label: TextView
    style: str


@view
class OptionGroup:
    """Values under a label, or all values of a facet under ""."""

    label: str
    options: tuple[OptionView, ...]


@view
class FacetView:
    """Something to choose by: `name` stands in the address, `letter` in the tokens."""

    name: str
    letter: str
    label: str
    any: str
    is_long: bool
    groups: tuple[OptionGroup, ...]


@view
class ProjectsView(View):
    """The list of all projects."""

    rows: tuple[FinderRow, ...]
    facets: tuple[FacetView, ...]
    browse: tuple[LinkView, ...]
    total: str
    found: tuple[Pair, ...]
    """The sentences for each plural form with `{count}` and `{total}` left to fill in, `one` …; `all-one` … where all fit."""
    data: str
    """The path of the open data, without its ending."""


@dataclass(frozen=True, slots=True)
class Facet:
    """What projects can be found by: its name in the address, its letter in the tokens, and a project's values of it.

    `order` gives what a value is sorted by, `label` what it is called; `is_long` tells that its values stand as a list to choose
    from, not as boxes to tick, and `is_shown` that the row shows the value already.
    """

    name: str
    letter: str
    values: Callable[[Edition, Project], Iterable[str]]
    label: Callable[[Edition, str], TextView]
    order: Callable[[Edition, str], tuple[int, str]]
    is_long: bool = True
    is_shown: bool = False
    is_by_circle: bool = False


def _partner(edition: Edition, identity: str) -> TextView:
    """Gives a partner's name after its abbreviation: who looks for the LUMC, looks for an L and a U."""
    name, short = edition.links.title("partner", identity), partner_short_name(edition, identity)
    return name if short.text.casefold() in name.text.casefold() else TextView(f"{short.text} ({name.text})", name.lang)


def _by_name(edition: Edition, identity: str) -> tuple[int, str]:
    return 0, collation_key(_partner(edition, identity).text)


def _of_collections(
    sharing: Sharing, letter: str, values: Callable[[Edition, Project], Iterable[str]], is_long: bool = True
) -> Facet:
    """Gives what finds projects by collections that are records, in the order of these."""
    return Facet(
        sharing.kind,
        letter,
        values,
        lambda edition, value: edition.links.title(sharing.kind, value),
        lambda edition, value: (sharing.records(edition.dataset)[value].order, ""),
        is_long,
    )


FACETS = (
    Facet(
        "track",
        "t",
        lambda edition, project: (project.track,) if project.track else (),
        lambda edition, value: edition.text(edition.dataset.tracks[value].short_title),
        lambda edition, value: (edition.dataset.tracks[value].order, ""),
        is_long=False,
        is_shown=True,
    ),
    Facet(
        "status",
        "s",
        lambda edition, project: (standing_of(edition, project),),
        standing_title,
        lambda edition, value: (standings(edition).index(value), ""),
        is_long=False,
        is_shown=True,
    ),
    _of_collections(THEME, "h", lambda edition, project: project.themes, is_long=False),
    _of_collections(AUDIENCE, "a", lambda edition, project: project.audiences),
    _of_collections(PLACE, "w", lambda edition, project: project.places),
    Facet("lead", "l", lambda edition, project: project.leads, _partner, _by_name, is_by_circle=True),
    Facet(
        "partner",
        "p",
        lambda edition, project: (*project.leads, *project.partners),
        _partner,
        _by_name,
        is_by_circle=True,
    ),
    Facet(
        "year",
        "y",
        lambda edition, project: (str(project.status_year),) if project.status_year else (),
        lambda edition, value: TextView(value),
        lambda edition, value: (-int(value), ""),
    ),
    Facet(
        "goal",
        "g",
        lambda edition, project: map(str, project.sdgs),
        lambda edition, value: edition.links.title("goal", value),
        lambda edition, value: (int(value), ""),
    ),
)
"""Whatever else a project could be found by is one more row here, and its words."""


def projects_view(edition: Edition) -> ProjectsView:
    """Gives the list of all projects, those of which a newer source tells first."""
    locale, projects = edition.locale, edition.dataset.projects.values()
    by_card = {project_card(edition, project).path: project for project in projects}
    rows = [
        FinderRow(card, _short(card.summary), _tokens(edition, by_card[card.path]))
        for card in newest_cards(edition, projects, len(projects))
    ]
    found = [Pair(form, word) for form, word in locale.forms("finder.found").items()]
    found += [Pair(f"all-{form}", word) for form, word in locale.forms("finder.all").items()]
    return ProjectsView(
        rows=tuple(rows),
        facets=tuple(view for facet in FACETS if (view := _facet(edition, facet, projects)).groups),
        browse=edition.links.to_each("audiences", "places", "tracks", "themes", "statuses", "goals", "partners"),
        total=locale.count("count.projects", len(rows)),
        found=tuple(found),
        data="" if edition.dataset.opens_from_folder else edition.addresses.open_data("projects"),
    )


def _short(summary: TextView) -> TextView:
    """All summaries are two thirds of what a first visit to the list weighs; the page of the project has the whole of it."""
    return TextView(fitted(summary.text, SUMMARY), summary.lang, summary.dir)


def _tokens(edition: Edition, project: Project) -> str:
    """Gives what a project can be found by; its track and status show in its row, and who leads it takes part in it too."""
    leads = set(project.leads)
    said = [(facet.letter, value) for facet in FACETS if not facet.is_shown for value in facet.values(edition, project)]
    return " ".join(dict.fromkeys(f"{letter}.{value}" for letter, value in said if letter != "p" or value not in leads))


def _facet(edition: Edition, facet: Facet, projects: Iterable[Project]) -> FacetView:
    used = {value for project in projects for value in facet.values(edition, project)}
    colour = facet.name if facet.name == "track" else ""
    options = [
        OptionView(value, facet.label(edition, value), style(colour, value) if colour else "")
        for value in sorted(used, key=lambda value: (facet.order(edition, value), value))
    ]
    label, any_of = edition.locale.say(f"finder.{facet.name}"), edition.locale.say("finder.any")
    whole = (OptionGroup("", tuple(options)),) if options else ()
    groups = _by_circle(edition, options) if facet.is_by_circle else whole
    return FacetView(facet.name, facet.letter, label, any_of, facet.is_long, groups)


def _by_circle(edition: Edition, options: list[OptionView]) -> tuple[OptionGroup, ...]:
    """Gives the core partners before all others, so that nobody has to look for them among a hundred."""
    partners = edition.dataset.partners
    core = tuple(option for option in options if partners[option.value].core_since)
    others = tuple(option for option in options if not partners[option.value].core_since)
    words = edition.locale.say("partners.core"), edition.locale.say("finder.others")
    return tuple(OptionGroup(label, found) for label, found in zip(words, (core, others), strict=True) if found)
