"""From when to when, as people say it."""

from __future__ import annotations

from kennisstad.model import Moment
from kennisstad.views.edition import Edition


def period_of(edition: Edition, start: Moment | None, end: Moment | None) -> str:
    """Gives a period in words: from one date to another, since one, until one, or the one date that both are; "" for neither."""
    locale = edition.locale
    if start and end and start.root != end.root:
        return locale.say("period.both", start=locale.moment(start.parts), end=locale.moment(end.parts))
    if start and end:
        return locale.moment(start.parts)
    if start:
        return locale.say("period.start", start=locale.moment(start.parts))
    return locale.say("period.end", end=locale.moment(end.parts)) if end else ""
