"""Embeds: what a partner, a track or a theme shows of its projects in a frame on other sites, and the line that puts it there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from kennisstad.addresses.routes import Route
from kennisstad.model import Dataset, Project, Status
from kennisstad.views.cards import newest_cards
from kennisstad.views.colours import NO_TRACK_STYLE, style
from kennisstad.views.components import LinkView, ProjectCard, TextView, View, view
from kennisstad.views.edition import Edition
from kennisstad.views.page import Draft
from kennisstad.views.relations import Relations
from kennisstad.views.walls import COURSE, JOINT, MODULE, MODULES, Brick, bricks

MOST = 20
"""Projects in an embed; the page that it leads to has all."""
COURSES = 3
"""Of the wall above them."""
LINE = '<iframe src="{url}" title="{title}" width="100%" height="600" loading="lazy"></iframe>'
SCRIPT = "embed"
"""Leads to the visitor's language."""


@view
class BricksView:
    """The bricks of one colour and tint as one path; tint 1 is the lightest."""

    style: str
    tint: str
    path: str


@view
class CourseWallView:
    """A tile of wall that repeats to the left and right, of which each course may have a colour of its own."""

    width: int
    height: int
    bricks: tuple[BricksView, ...]


@view
class EmbedView(View):
    """What other sites show: the newest projects, and the way to all of them."""

    title: TextView
    wall: CourseWallView
    projects: tuple[ProjectCard, ...]
    has_tracks: bool
    """Whether a project says its track: not where all have the same."""
    more: LinkView


@view
class EmbedLineView:
    """The line that puts an embed on another site, and the path of the embed itself."""

    line: str
    path: str


@dataclass(frozen=True, slots=True)
class Embed:
    """Whose projects an embed shows: the kind of page that has all, and the projects of one by its id.

    `names` gives the ids that a project belongs to, and `heading` is the word for what stands above the projects.
    """

    kind: str
    names: Callable[[Project], Iterable[str | None]]
    projects: Callable[[Relations, str], Iterable[Project]]
    heading: str = "embeds.of"

    def ids(self, dataset: Dataset) -> list[str]:
        """Gives the ids of those that have projects, in their own order."""
        named = {name for project in dataset.projects.values() for name in self.names(project)}
        return [identity for identity in dataset.valid[dataset.kinds.by_name[self.kind].above] if identity in named]


def embed_page(embed: Embed) -> Callable[[Edition, Route], Draft]:
    """Gives what drafts an embed."""

    def draft(edition: Edition, route: Route) -> Draft:
        locale, shown = edition.locale, edition.links.title(embed.kind, route.id)
        return Draft(
            title=locale.say("embeds.of", name=shown.text),
            description=_title(edition, shown.text),
            view=_embed_view(edition, embed, route.id),
            notice="",
            scripts=(SCRIPT,) if _leads_on(edition, route) else (),
            canonical=edition.links.path(embed.kind, route.id),
        )

    return draft


def _leads_on(edition: Edition, route: Route) -> bool:
    """Whether an embed leads to the visitor's language: one that stands in a folder is a record of what was there."""
    dataset = edition.dataset
    return route.language == edition.default and len(dataset.programme.languages) > 1 and not dataset.opens_from_folder


def embed_line(edition: Edition, kind: str, identity: str) -> EmbedLineView | None:
    """Gives the line for the page of a record, or None where it has no embed.

    Its address is that of the default language, which leads each visitor to a language of their own.
    """
    path = edition.links.embed(kind, identity)
    if not path:
        return None
    url = edition.addresses.absolute(edition.in_language(edition.default).links.embed(kind, identity))
    title = _title(edition, edition.links.title(kind, identity).text)
    return EmbedLineView(LINE.format(url=escape(url), title=escape(title)), path)


def _title(edition: Edition, name: str) -> str:
    return edition.locale.say("embeds.frame", name=name, programme=edition.text(edition.dataset.programme.name).text)


def _embed_view(edition: Edition, embed: Embed, identity: str) -> EmbedView:
    projects = {project.id: project for project in embed.projects(edition.relations, identity)}
    cards = newest_cards(edition, projects.values(), MOST)
    styles = _styles(edition.dataset, projects.values())
    record = edition.dataset.valid[edition.dataset.kinds.by_name[embed.kind].above][identity]
    own = (style(embed.kind, identity),) if getattr(record, "colour", None) else styles
    return EmbedView(
        title=_heading(edition, embed, identity),
        wall=_wall(f"{embed.kind}-{identity}", own),
        projects=cards,
        has_tracks=len(styles) > 1,
        more=LinkView(
            TextView(edition.locale.count("embeds.all", len(projects))),
            edition.links.path(embed.kind, identity),
        ),
    )


def _heading(edition: Edition, embed: Embed, identity: str) -> TextView:
    """Gives the words above the projects; a name in another language stands by itself."""
    name = edition.links.title(embed.kind, identity)
    if name.lang and embed.heading == "embeds.of":
        return name
    return TextView(edition.locale.say(embed.heading, name=name.text, programme=edition.text(edition.dataset.programme.name).text))


def _styles(dataset: Dataset, projects: Iterable[Project]) -> tuple[str, ...]:
    """Gives the colours of the tracks that projects are on, in the order of the tracks; those of no track last."""
    named = {project.track for project in projects}
    found = tuple(style("track", track.id) for track in dataset.tracks_in_order if track.id in named)
    return found if found and None not in named else (*found, NO_TRACK_STYLE)


def _wall(identity: str, styles: tuple[str, ...]) -> CourseWallView:
    """Gives a wall at half its size; every colour has a course at least, the first one at the foot."""
    courses = max(COURSES, len(styles))
    paths: defaultdict[tuple[str, str], str] = defaultdict(str)
    for brick in bricks(identity, Status.RUNNING, courses):
        course = courses - 1 - brick.y // COURSE
        paths[styles[course * len(styles) // courses], str(brick.tint)] += _outline(brick)
    drawn = tuple(BricksView(*colour, path) for colour, path in paths.items())
    return CourseWallView(MODULES * MODULE // 2, courses * COURSE // 2, drawn)


def _outline(brick: Brick) -> str:
    width, height = brick.width // 2, (COURSE - JOINT) // 2
    return f"M{brick.x // 2} {brick.y // 2}h{width}v{height}h-{width}z"


OF_PARTNER = Embed(
    "partner",
    lambda project: (*project.leads, *project.partners),
    lambda relations, partner: (*relations.led_by[partner], *relations.joined_by[partner]),
    heading="embeds.ours",
)
OF_TRACK = Embed("track", lambda project: (project.track,), lambda relations, track: relations.on_track[track])
OF_THEME = Embed("theme", lambda project: project.themes, lambda relations, theme: relations.with_theme[theme])
