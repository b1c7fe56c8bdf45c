"""The agendas as tables: what stood on the list in which year."""

from __future__ import annotations

import re

from kennisstad.model import Action, Agenda, Dataset, Project
from kennisstad.views.components import LinkView, StatusView, TextView, View, view
from kennisstad.views.edition import Edition
from kennisstad.views.standing import status_view
from kennisstad.views.table_of_contents import ContentsEntry


@view
class AgendaRow:
    """A row of an agenda: its code, what it is, who leads it, how it stands."""

    code: str
    title: TextView
    path: str
    summary: TextView
    leads: tuple[LinkView, ...]
    status: StatusView | None
    projects: tuple[LinkView, ...]


@view
class AgendaView:
    """One agenda as a table."""

    anchor: str
    title: TextView
    document: TextView
    has_codes: bool
    says_leads: bool
    """Whether to say who leads each project: not where there are no partners at all."""
    rows: tuple[AgendaRow, ...]


@view
class AgendasView(View):
    """All agendas, the oldest first."""

    contents: tuple[ContentsEntry, ...]
    agendas: tuple[AgendaView, ...]


def agendas_view(edition: Edition) -> AgendasView:
    """Gives every agenda that has projects or actions, the oldest first."""
    agendas = sorted(edition.dataset.programme.agendas, key=lambda agenda: agenda.year)
    views = tuple(view for agenda in agendas if (view := _agenda(edition, agenda)).rows)
    return AgendasView(tuple(ContentsEntry(view.anchor, view.title) for view in views), views)


def has_agendas(dataset: Dataset) -> bool:
    """Whether a project or an action stands in an agenda."""
    return bool(dataset.actions) or any(project.codes for project in dataset.projects.values())


def _agenda(edition: Edition, agenda: Agenda) -> AgendaView:
    coded = [(code, project) for project in edition.dataset.projects.values() for code in project.codes.get(agenda.id, ())]
    rows = [
        _project_row(edition, code, project) for code, project in sorted(coded, key=lambda pair: (_natural(pair[0]), pair[1].id))
    ]
    actions = [action for action in edition.dataset.actions.values() if action.agenda == agenda.id]
    rows += [_action_row(edition, action) for action in sorted(actions, key=lambda action: action.order)]
    title, from_document, has_codes = edition.text(agenda.title), edition.links.title("document", agenda.document), bool(coded)
    return AgendaView(agenda.id, title, from_document, has_codes, has_codes and bool(edition.dataset.partners), tuple(rows))


def _natural(code: str) -> list[tuple[int, str]]:
    """Gives what a code is sorted by: 4b.2 comes before 4b.10."""
    return [(int(number or 0), letters) for number, letters in re.findall(r"(\d*)(\D*)", code)]


def _project_row(edition: Edition, code: str, project: Project) -> AgendaRow:
    link = edition.links.record("project", project.id)
    leads = tuple(edition.links.record("partner", one) for one in project.leads)
    return AgendaRow(code, link.title, link.path, edition.text(project.summary), leads, status_view(edition, project), ())


def _action_row(edition: Edition, action: Action) -> AgendaRow:
    projects = tuple(edition.links.record("project", one) for one in action.projects)
    return AgendaRow(str(action.order), edition.text(action.title), "", edition.text(action.summary), (), None, projects)
