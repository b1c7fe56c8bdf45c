"""How a project stands, told on the day that the site speaks from: what is known of now, and what is known of before only."""

from __future__ import annotations

from kennisstad.model import Project, Status, word_key
from kennisstad.views.components import StatusView, TextView
from kennisstad.views.edition import Edition
from kennisstad.views.texts import Texts

THEN = "-then"
"""What is added to a status that is known of an earlier year only."""
_MAY_PASS = (Status.PLANNED, Status.EXPLORING, Status.RUNNING)
"""What may be otherwise by now; what ended or is not known stays so."""
YEARS_KNOWN = 1
"""A source of this year or so many before tells of now."""


def status_view(edition: Edition, project: Project) -> StatusView:
    """Gives a project's status in words."""
    like = edition.dataset.choices.statuses[project.status]
    key = standing_of(edition, project)
    is_then = key.endswith(THEN)
    meaning = edition.word(word_key("status.after" if is_then else "status.meaning", like.value if is_then else project.status))
    word = _word(edition, project, like, is_then)
    return StatusView(
        key, like.value, word, _when(edition, project, like, is_then), meaning, edition.maybe(project.status_explanation)
    )


def standing_of(texts: Texts, project: Project) -> str:
    """Gives the id of a project's status, with `-then` where it is known of an earlier year only."""
    return project.status + THEN if is_past(texts, project) else project.status


def is_past(texts: Texts, project: Project) -> bool:
    """Whether what is known of how a project stands is of an earlier year, so that it may be otherwise by now."""
    like, day = texts.dataset.choices.statuses[project.status], texts.dataset.day
    if like not in _MAY_PASS or project.status_year is None:
        return False
    if like is Status.PLANNED and project.start is not None:
        return project.start.last_day < day
    ends_later = project.end is not None and project.end.last_day >= day
    return not ends_later and project.status_year < day.year - YEARS_KNOWN


def status_of(standing: str) -> str:
    """Gives the status of a standing, whether it is of now or of an earlier year."""
    return standing.removesuffix(THEN)


def standings(texts: Texts) -> tuple[str, ...]:
    """Gives every standing in the order of lists: of each status what is known of now before what was."""
    return tuple(each for status in texts.dataset.choices.statuses_by_use for each in (status, status + THEN))


def standing_title(texts: Texts, standing: str) -> TextView:
    """Gives what a standing is called in a list of them."""
    status = status_of(standing)
    word = texts.word(word_key("status", status))
    if status == standing:
        return word
    key = word_key("status.earlier", status)
    return texts.word(key) if key in texts.locale.words else TextView(texts.locale.say("status.earlier_own", status=word.text))


def _word(edition: Edition, project: Project, like: Status, is_then: bool) -> TextView:
    key = word_key("status.then", project.status)
    if is_then and key in edition.locale.words:
        return edition.word(key)
    return edition.word(word_key("status", project.status))


def _when(edition: Edition, project: Project, like: Status, is_then: bool) -> str:
    """Gives of when the status is: until when it goes on, for when it was meant, or the year of who told it."""
    locale, day = edition.locale, edition.dataset.day
    if not like.has_year or project.status_year is None:
        return ""
    if like is Status.PLANNED and project.start is not None:
        return locale.say("status.planned_for", date=locale.moment(project.start.parts))
    if like is Status.RUNNING and project.end is not None and project.end.last_day >= day:
        return locale.say("status.until", date=locale.moment(project.end.parts))
    return locale.say("status.in_earlier_year" if is_then else "status.in_year", year=project.status_year)
