"""How the programme is organised, and its agendas as tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kennisstad.model import Action, Agenda, Body, Channel, Project, Statement
from kennisstad.urls import Kind
from kennisstad.views.edition import Edition
from kennisstad.views.figures import readings
from kennisstad.views.parts import LinkView, ReadingView, SourceView, StatusView, TextView, years


@dataclass(frozen=True, slots=True)
class StatementView:
    """Something that a document states: its letter or number, and what it says."""

    label: str
    text: TextView


@dataclass(frozen=True, slots=True)
class StatementsView:
    """Statements of one kind under a heading, and where they stand."""

    anchor: str
    title: str
    lead: str
    statements: tuple[StatementView, ...]
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class OfficeView:
    """A person in a public office."""

    name: str
    title: TextView
    organisation: LinkView | None
    year: str


@dataclass(frozen=True, slots=True)
class BodyView:
    """A group or office; `above` is the one it answers to, `depth` how many stand above it."""

    anchor: str
    title: TextView
    summary: TextView
    tasks: tuple[TextView, ...]
    members: TextView | None
    meets: TextView | None
    since: str
    until: str
    above: LinkView | None
    depth: int
    people: tuple[OfficeView, ...]
    readings: tuple[ReadingView, ...]
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class ChannelView:
    """A way to follow the programme."""

    anchor: str
    title: TextView
    text: TextView
    rhythm: TextView | None


@dataclass(frozen=True, slots=True)
class PeriodView:
    """A period of the agreement."""

    title: TextView
    period: str


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """How the programme is organised."""

    goals: StatementsView
    periods: tuple[PeriodView, ...]
    global_goals: tuple[LinkView, ...]
    bodies: tuple[BodyView, ...]
    others: tuple[OfficeView, ...]
    """People in an office outside the programme's own groups."""
    statements: tuple[StatementsView, ...]
    channels: tuple[ChannelView, ...]
    agendas: LinkView
    history: LinkView


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A row of an agenda: its code, what it is, who leads it, how it stands."""

    code: str
    title: TextView
    path: str
    summary: TextView
    leads: tuple[LinkView, ...]
    status: StatusView | None
    projects: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class AgendaView:
    """One agenda as a table."""

    anchor: str
    title: TextView
    document: TextView
    has_codes: bool
    rows: tuple[AgendaRow, ...]


@dataclass(frozen=True, slots=True)
class AgendasView:
    """All agendas, the oldest first."""

    agendas: tuple[AgendaView, ...]


def programme_view(edition: Edition) -> ProgrammeView:
    """Gives how the programme is organised."""
    programme, locale = edition.dataset.programme, edition.locale
    bodies = sorted(edition.dataset.governance.values(), key=lambda body: body.order)
    kinds = ("criteria", "agreements", "programme_lines", "conclusions", "recommendations")
    found = (_statements(edition, kind, f"programme.{kind}", getattr(programme, kind)) for kind in kinds)
    return ProgrammeView(
        goals=_statements(edition, "goals", "home.goals", programme.goals),
        periods=tuple(
            PeriodView(
                edition.text(period.title),
                locale.say("period.both", start=locale.moment(period.start.parts), end=locale.moment(period.end.parts)),
            )
            for period in programme.periods
        ),
        global_goals=tuple(map(edition.goal_link, programme.sdgs)),
        bodies=tuple(_body(edition, body) for body in bodies),
        others=tuple(_offices(edition, "")),
        statements=tuple(view for view in found if view.statements),
        channels=tuple(_channel(edition, channel) for channel in programme.channels),
        agendas=edition.section_link(Kind.AGENDAS),
        history=edition.section_link(Kind.HISTORY),
    )


def agendas_view(edition: Edition) -> AgendasView:
    """Gives every agenda that has projects or actions, the oldest first."""
    agendas = sorted(edition.dataset.programme.agendas, key=lambda agenda: agenda.year)
    views = (_agenda(edition, agenda) for agenda in agendas)
    return AgendasView(tuple(view for view in views if view.rows))


def agenda_path(edition: Edition, identity: str) -> str:
    """Gives where an agenda stands among all agendas."""
    return f"{edition.addresses.section(Kind.AGENDAS, edition.language)}#{identity}"


def _statements(edition: Edition, anchor: str, key: str, found: Iterable[Statement]) -> StatementsView:
    """Gives statements under the heading that `key` names in the locale."""
    statements = tuple(found)
    return StatementsView(
        anchor=anchor,
        title=edition.locale.say(key),
        lead=edition.locale.words.get(f"{key}_lead", ""),
        statements=tuple(StatementView(statement.label or "", edition.text(statement.text)) for statement in statements),
        sources=edition.sources(source for statement in statements for source in statement.sources),
    )


def _body(edition: Edition, body: Body) -> BodyView:
    governance = edition.dataset.governance
    above, depth = body.answers_to, 0
    while above:
        above, depth = governance[above].answers_to, depth + 1
    moment = edition.locale.moment
    return BodyView(
        anchor=body.id,
        title=edition.text(body.title),
        summary=edition.text(body.summary),
        tasks=tuple(map(edition.text, body.tasks)),
        members=edition.maybe(body.members),
        meets=edition.maybe(body.meets),
        since=moment(body.since.parts) if body.since else "",
        until=moment(body.until.parts) if body.until else "",
        above=LinkView(edition.text(governance[body.answers_to].title), f"#{body.answers_to}") if body.answers_to else None,
        depth=depth,
        people=tuple(_offices(edition, body.id)),
        readings=readings(edition, body.readings),
        sources=edition.sources(body.sources),
    )


def _offices(edition: Edition, body: str) -> Iterable[OfficeView]:
    """Gives who held office in a body, or outside all of them for ""; the latest first."""
    found = [
        (office, person.name)
        for person in edition.dataset.people.values()
        for office in person.offices
        if (office.body or "") == body
    ]
    for office, name in sorted(found, key=lambda pair: (-(pair[0].until_year or pair[0].year), pair[1])):
        yield OfficeView(
            name,
            edition.text(office.title),
            edition.partner_link(office.organisation) if office.organisation else None,
            years(office.year, office.until_year),
        )


def _channel(edition: Edition, channel: Channel) -> ChannelView:
    return ChannelView(channel.id, edition.text(channel.title), edition.text(channel.text), edition.maybe(channel.rhythm))


def _agenda(edition: Edition, agenda: Agenda) -> AgendaView:
    coded = [(code, project) for project in edition.dataset.projects.values() for code in project.codes.get(agenda.id, ())]
    rows = [
        _project_row(edition, code, project) for code, project in sorted(coded, key=lambda pair: (_natural(pair[0]), pair[1].id))
    ]
    actions = [action for action in edition.dataset.actions.values() if action.agenda == agenda.id]
    rows += [_action_row(edition, action) for action in sorted(actions, key=lambda action: action.order)]
    document = edition.dataset.documents[agenda.document]
    return AgendaView(agenda.id, edition.text(agenda.title), edition.text(document.title), bool(coded), tuple(rows))


def _natural(code: str) -> list[tuple[int, str]]:
    """Gives what a code is sorted by: 4b.2 comes before 4b.10."""
    return [(int(number or 0), letters) for number, letters in re.findall(r"(\d*)(\D*)", code)]


def _project_row(edition: Edition, code: str, project: Project) -> AgendaRow:
    link = edition.project_link(project.id)
    leads = tuple(map(edition.partner_link, project.leads))
    return AgendaRow(code, link.title, link.path, edition.text(project.summary), leads, edition.status(project), ())


def _action_row(edition: Edition, action: Action) -> AgendaRow:
    projects = tuple(map(edition.project_link, action.projects))
    return AgendaRow(str(action.order), edition.text(action.title), "", edition.text(action.summary), (), None, projects)
