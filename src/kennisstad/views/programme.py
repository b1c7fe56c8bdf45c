"""How the programme is organised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kennisstad.model import Body, Channel, Dataset, Office, Part, Person, Reading, Statement
from kennisstad.views.agendas import has_agendas
from kennisstad.views.components import LinkView, TextView, View, view, years
from kennisstad.views.edition import Edition
from kennisstad.views.readings import HowView, note_links, readings
from kennisstad.views.sources import SourceView, sources_of
from kennisstad.views.table_of_contents import ContentsEntry, entries_to

_KINDS = ("criteria", "agreements", "programme_lines", "conclusions", "recommendations")
"""The statements that stand under a heading each, in the order of the page."""


@view
class StatementView:
    """Something that a document states: its letter or number, and what it says."""

    label: str
    text: TextView


@view
class StatementsView:
    """Statements of one kind under a heading, and where they stand."""

    anchor: str
    title: str
    lead: str
    statements: tuple[StatementView, ...]
    sources: tuple[SourceView, ...]


@view
class OfficeView:
    """A person in a public office."""

    name: str
    title: TextView
    organisation: LinkView | None
    year: str


@view
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
    how: HowView
    sources: tuple[SourceView, ...]


@view
class ChannelView:
    """A way to follow the programme."""

    anchor: str
    title: TextView
    text: TextView
    rhythm: TextView | None
    icon: str


@view
class PeriodView:
    """A period of the agreement."""

    title: TextView
    period: str


@view
class ProgrammeView(View):
    """How the programme is organised."""

    contents: tuple[ContentsEntry, ...]
    goals: StatementsView
    periods: tuple[PeriodView, ...]
    global_goals: tuple[LinkView, ...]
    bodies: tuple[BodyView, ...]
    others: tuple[OfficeView, ...]
    """People in an office outside the programme's own groups."""
    others_how: HowView
    others_sources: tuple[SourceView, ...]
    statements: tuple[StatementsView, ...]
    channels: tuple[ChannelView, ...]
    channels_sources: tuple[SourceView, ...]
    agendas: LinkView | None
    history: LinkView | None


def programme_view(edition: Edition) -> ProgrammeView:
    """Gives how the programme is organised."""
    programme, locale = edition.dataset.programme, edition.locale
    bodies = sorted(edition.dataset.governance.values(), key=lambda body: body.order)
    found = (_statements(edition, kind, f"programme.{kind}", getattr(programme, kind)) for kind in _KINDS)
    statements = tuple(view for view in found if view.statements)
    others = _held(edition, "")
    return ProgrammeView(
        contents=(
            *entries_to(edition, ("bodies", "programme.bodies", bodies)),
            *(ContentsEntry(view.anchor, TextView(view.title)) for view in statements),
            *entries_to(
                edition,
                ("agendas", "programme.agendas", edition.links.has("agendas")),
                ("channels", "programme.channels", programme.channels),
            ),
        ),
        goals=_statements(
            edition,
            "goals",
            "home.goals" if programme.goals else "programme.periods",
            programme.goals,
            *programme.periods,
            *programme.sources,
        ),
        periods=tuple(
            PeriodView(
                edition.text(period.title),
                locale.say("period.both", start=locale.moment(period.start.parts), end=locale.moment(period.end.parts)),
            )
            for period in programme.periods
        ),
        global_goals=tuple(edition.links.record("goal", str(goal)) for goal in programme.sdgs),
        bodies=tuple(_body(edition, body) for body in bodies),
        others=tuple(_office(edition, office, person) for office, person in others),
        others_how=_how(edition, "people", (), others),
        others_sources=sources_of(edition, *_parts_of(others)),
        statements=statements,
        channels=tuple(_channel(edition, channel) for channel in programme.channels),
        channels_sources=sources_of(edition, *programme.channels),
        agendas=edition.links.maybe("agendas"),
        history=edition.links.maybe("history"),
    )


def tells_of_programme(dataset: Dataset) -> bool:
    """Whether there is anything to tell of how the programme works."""
    programme = dataset.programme
    told = (programme.goals, programme.periods, programme.channels, programme.sdgs, *(getattr(programme, kind) for kind in _KINDS))
    return any(told) or any((dataset.governance, dataset.people, dataset.timeline, has_agendas(dataset)))


def _statements(edition: Edition, anchor: str, key: str, statements: Sequence[Statement], *others: Part) -> StatementsView:
    """Gives statements under the heading that `key` names in the locale; `others` stand below it too, with their sources."""
    return StatementsView(
        anchor=anchor,
        title=edition.locale.say(key),
        lead=edition.locale.words.get(f"{key}_lead", ""),
        statements=tuple(StatementView(statement.label or "", edition.text(statement.text)) for statement in statements),
        sources=sources_of(edition, *statements, *others),
    )


def _body(edition: Edition, body: Body) -> BodyView:
    governance = edition.dataset.governance
    above, depth = body.answers_to, 0
    while above:
        above, depth = governance[above].answers_to, depth + 1
    moment, held = edition.locale.moment, _held(edition, body.id)
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
        people=tuple(_office(edition, office, person) for office, person in held),
        how=_how(edition, f"body:{body.id}", body.readings, held),
        sources=sources_of(edition, body, *_parts_of(held)),
    )


def _held(edition: Edition, body: str) -> list[tuple[Office, Person]]:
    """Gives who held office in a body, or outside all of them for ""; the latest first."""
    people = edition.dataset.people.values()
    found = [(office, person) for person in people for office in person.offices if (office.body or "") == body]
    return sorted(found, key=lambda pair: (-(pair[0].until_year or pair[0].year), pair[1].name))


def _how(edition: Edition, name: str, found: Iterable[Reading], held: Iterable[tuple[Office, Person]]) -> HowView:
    """Gives how we know what we tell of a group and of the people in it; a reading about a person has that person's name."""
    people = {person.id: person for _, person in held}
    told = ((person.name, view) for person in people.values() for view in readings(edition, person.readings))
    of_people = (replace(view, field=person) for person, view in told)
    notes = {note.path: note for about in (name, *(f"person:{person}" for person in people)) for note in note_links(edition, about)}
    return HowView(tuple(notes.values()), (*readings(edition, found), *of_people))


def _parts_of(held: Iterable[tuple[Office, Person]]) -> Iterator[Part]:
    """Gives what is told of people in office, for its sources."""
    for office, person in held:
        yield from (office, *person.readings)


def _office(edition: Edition, office: Office, person: Person) -> OfficeView:
    return OfficeView(
        person.name,
        edition.text(office.title),
        edition.links.record("partner", office.organisation) if office.organisation else None,
        years(office.year, office.until_year),
    )


def _channel(edition: Edition, channel: Channel) -> ChannelView:
    title, text = edition.text(channel.title), edition.text(channel.text)
    return ChannelView(channel.id, title, text, edition.maybe(channel.rhythm), channel.icon or "")
