"""One language's edition of the site: turns records into the small views that pages share."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kennisstad import markup
from kennisstad.i18n import display_name
from kennisstad.model import Dataset, Figure, Partner, Project, Prose, Record, Status, Text, Track
from kennisstad.model.content import HOME, ContentPage
from kennisstad.text import collation_key
from kennisstad.urls import Addresses, Kind, content_page, content_slugs, ids_below
from kennisstad.views.parts import (
    LinkView,
    PartnerCard,
    ProjectCard,
    ProjectsUnderHeading,
    ProseView,
    StatusView,
    TextView,
    TrackCard,
    TrackLabel,
)
from kennisstad.views.relations import Relations

_KINDS = {"project": Kind.PROJECT, "partner": Kind.PARTNER, "track": Kind.TRACK}
NO_TRACK_STYLE = "trackless"
MOST = 12
"""A group of at most so many projects is shown whole."""
FIRST = 8
"""Of a larger group, so many are shown before the rest is asked for: on a phone that is two screens."""


class Edition:
    """The dataset as seen in one language."""

    def __init__(self, dataset: Dataset, relations: Relations, addresses: Addresses, language: str) -> None:
        self.dataset, self.relations, self.addresses, self.language = dataset, relations, addresses, language
        self.locale = dataset.locales[language]
        self.default = dataset.programme.default_language
        self._cards: dict[str, ProjectCard] = {}
        self.slugs = content_slugs(dataset, language)
        pages = (content_page(dataset, name, language) for name in self.slugs)
        self.pages = sorted((page for page in pages if page), key=lambda page: (page.front.order, page.name))
        self.menu_pages = [page for page in self.pages if page.front.menu]
        self.page_links = tuple(map(self.content_link, self.pages))

    def text(self, text: Text) -> TextView:
        """Gives a text in this language, else in the default one with its `lang`."""
        own = text.in_language(self.language)
        return TextView(own) if own is not None else TextView(text.in_language(self.default) or "", self.default)

    def maybe(self, text: Text | None) -> TextView | None:
        """Gives a text, or None where there is none."""
        return None if text is None else self.text(text)

    def prose(self, prose: Prose | None, root: str) -> ProseView | None:
        """Gives Markdown as HTML for a page whose way to the root is `root`."""
        if prose is None:
            return None
        own = prose.in_language(self.language)
        markdown = prose.in_language(self.default) or "" if own is None else own
        html = markup.to_html(markdown, lambda url: root + self.record_path(url))
        return ProseView(html, self.default if own is None else "")

    def record_path(self, url: str) -> str:
        """Gives the path that a link to a record, a page or a file leads to: `project:leren-met-de-stad`, `page:figures`."""
        scheme, _, identity = url.partition(":")
        if scheme == "page" and identity == HOME:
            return self.addresses.home(self.language)
        if scheme == "page" and identity in self.slugs:
            return self.addresses.content(self.slugs[identity], self.language)
        if scheme == "page":
            return self.addresses.section(Kind(identity), self.language)
        if scheme == "open-data":
            return self.addresses.open_data(identity)
        return self.addresses.record(_KINDS[scheme], identity, self.language)

    def untranslated(self, record: Record) -> str:
        """Gives the notice that part of a record is in the default language only, or ""."""
        if self.language == self.default or self.language in self.relations.languages_of(record):
            return ""
        return self.fallback_notice()

    def fallback_notice(self) -> str:
        """Gives the notice that a text is in the default language only."""
        name = display_name(self.default, self.language)
        return self.locale.say("notice.untranslated", language=name)

    def partner_name(self, identity: str) -> TextView:
        """Gives a partner's name."""
        return self.text(self.dataset.partners[identity].name)

    def partner_link(self, identity: str) -> LinkView:
        """Gives a link to a partner's page."""
        return LinkView(self.partner_name(identity), self.addresses.record(Kind.PARTNER, identity, self.language))

    def track_label(self, identity: str) -> TrackLabel:
        """Gives a track as a label."""
        track = self.dataset.tracks[identity]
        path = self.addresses.record(Kind.TRACK, identity, self.language)
        return TrackLabel(self.text(track.short_title), path, f"track-{identity}")

    def status(self, project: Project) -> StatusView:
        """Gives a project's status in words."""
        key = project.status.value
        year = "" if project.status == Status.UNKNOWN else self.locale.say("status.in_year", year=project.status_year)
        words = self.locale.words
        return StatusView(key, words[f"status.{key}"], year, words[f"status.meaning.{key}"], self.maybe(project.status_explanation))

    def project_card(self, project: Project) -> ProjectCard:
        """Gives a project for a list."""
        if project.id not in self._cards:
            track = self.track_label(project.track) if project.track else None
            self._cards[project.id] = ProjectCard(
                title=self.text(project.title),
                path=self.addresses.record(Kind.PROJECT, project.id, self.language),
                summary=self.text(project.summary),
                status=self.status(project),
                track=track,
                style=track.style if track else NO_TRACK_STYLE,
                leads=tuple(self.partner_name(lead) for lead in project.leads),
            )
        return self._cards[project.id]

    def project_cards(self, projects: Iterable[Project]) -> tuple[ProjectCard, ...]:
        """Gives projects for a list, by title."""
        return tuple(sorted(map(self.project_card, projects), key=lambda card: (collation_key(card.title.text), card.path)))

    def under_heading(self, anchor: str, key: str, cards: tuple[ProjectCard, ...]) -> ProjectsUnderHeading:
        """Gives projects under the heading that `key` names in the locale."""
        return self.projects_under(anchor, TextView(self.locale.say(key)), cards, self.locale.words.get(f"{key}_hint", ""))

    def projects_under(self, anchor: str, title: TextView, cards: tuple[ProjectCard, ...], hint: str = "") -> ProjectsUnderHeading:
        """Gives projects under a heading; few are shown all at once."""
        shown = FIRST if len(cards) > MOST else len(cards)
        counted = self.locale.count("count.projects", len(cards))
        more = self.locale.count("count.more_projects", len(cards) - shown)
        return ProjectsUnderHeading(anchor, title, counted, hint, cards[:shown], cards[shown:], more)

    def section_link(self, kind: Kind) -> LinkView:
        """Gives a link to a listing."""
        return LinkView(TextView(self.locale.say(f"menu.{kind.value}")), self.addresses.section(kind, self.language))

    def partner_card(self, partner: Partner) -> PartnerCard:
        """Gives a partner for a list."""
        link = self.partner_link(partner.id)
        counted = self.partner_count(partner)
        return PartnerCard(link.title, link.path, self.maybe(partner.summary), counted)

    def partner_count(self, partner: Partner) -> str:
        """Gives how many projects a partner leads or joins, or may join where it leads and joins none."""
        relations = self.relations
        number = len(relations.led_by.get(partner.id, ())) + len(relations.joined_by.get(partner.id, ()))
        possible = len(relations.intended_for.get(partner.id, ()))
        if possible and not number:
            return self.locale.count("count.possible", possible)
        return self.locale.count("count.projects", number)

    def content_link(self, page: ContentPage) -> LinkView:
        """Gives a link to a hand-written page."""
        title = TextView(page.front.title, "" if page.language == self.language else page.language)
        return LinkView(title, self.addresses.content(self.slugs[page.name], self.language))

    def document_path(self, identity: str) -> str:
        """Gives where the site tells of a document."""
        return f"{self.addresses.section(Kind.METHOD, self.language)}#{identity}"

    def page_link(self, name: str) -> LinkView | None:
        """Gives a link to the hand-written page of a name, or None where nobody wrote one."""
        return next((self.content_link(page) for page in self.pages if page.name == name), None)

    def theme_link(self, identity: str) -> LinkView:
        """Gives a link to a theme's page."""
        path = self.addresses.record(Kind.THEME, identity, self.language)
        return LinkView(self.text(self.dataset.themes[identity].title), path)

    def track_link(self, identity: str) -> LinkView:
        """Gives a link to a track's page."""
        path = self.addresses.record(Kind.TRACK, identity, self.language)
        return LinkView(self.text(self.dataset.tracks[identity].title), path)

    def goal_link(self, goal: int) -> LinkView:
        """Gives a link to the page of a global goal, or without a path where no project has it."""
        is_used = self.relations.with_goal.get(str(goal))
        path = self.addresses.record(Kind.GOAL, str(goal), self.language) if is_used else ""
        return LinkView(self.goal_title(str(goal)), path)

    def goal_title(self, goal: str) -> TextView:
        """Gives the number and the name of a global goal."""
        return TextView(f"{goal}. {self.locale.say(f'sdg.goal_{goal}')}")

    def status_link(self, identity: str) -> LinkView:
        """Gives a link to the page of a status."""
        path = self.addresses.record(Kind.STATUS, identity, self.language)
        return LinkView(TextView(self.locale.say(f"status.{identity}")), path)

    def project_link(self, identity: str) -> LinkView:
        """Gives a link to a project's page."""
        path = self.addresses.record(Kind.PROJECT, identity, self.language)
        return LinkView(self.text(self.dataset.projects[identity].title), path)

    def partner_short_name(self, identity: str) -> TextView:
        """Gives a partner's short name, or its name where that is short already."""
        partner = self.dataset.partners[identity]
        return self.text(partner.short_name or partner.name)

    def figure_name(self, figure: Figure) -> str:
        """Gives a number with its unit."""
        if figure.shown:
            return self.text(figure.shown).text
        return f"{self.locale.number(figure.value)} {self.text(figure.unit).text}"

    def notes_link(self, identity: str) -> LinkView:
        """Gives a link to the page of a kind of notes."""
        title = self.locale.say(f"notes.{identity.replace('-', '_')}.title")
        return LinkView(TextView(title), self.addresses.record(Kind.NOTES, identity, self.language))

    def links_below(self, listing: Kind) -> tuple[LinkView, ...]:
        """Gives links to all pages below a listing, by title; goals, statuses and notes in their own order."""
        makers: dict[Kind, Callable[[str], LinkView]] = {
            Kind.PROJECTS: self.project_link,
            Kind.PARTNERS: self.partner_link,
            Kind.TRACKS: self.track_link,
            Kind.THEMES: self.theme_link,
            Kind.GOALS: lambda identity: self.goal_link(int(identity)),
            Kind.STATUSES: self.status_link,
            Kind.METHOD: self.notes_link,
        }
        links = map(makers[listing], ids_below(self.dataset, listing))
        if listing in (Kind.PROJECTS, Kind.PARTNERS):
            return tuple(sorted(links, key=lambda link: (collation_key(link.title.text), link.path)))
        return tuple(links)

    def track_card(self, track: Track) -> TrackCard:
        """Gives a track for a list."""
        number = len(self.relations.on_track[track.id])
        return TrackCard(
            title=self.text(track.title),
            short_title=self.text(track.short_title),
            path=self.addresses.record(Kind.TRACK, track.id, self.language),
            summary=self.text(track.summary),
            style=f"track-{track.id}",
            icon=track.icon,
            number=number,
            counted=self.locale.count("count.projects", number),
        )

    def tracks(self) -> tuple[TrackCard, ...]:
        """Gives all tracks, in their own order."""
        return tuple(self.track_card(track) for track in self.dataset.tracks_in_order)
