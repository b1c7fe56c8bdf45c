"""Until when the data reach: the newest date of anything that a record names as its source."""

from __future__ import annotations

from kennisstad.views.edition import Edition


def until(edition: Edition) -> str:
    """Gives the sentence that says until when the data reach, or "" where no source has a date."""
    newest = edition.relations.newest_source
    return edition.locale.say("shell.until", date=edition.locale.moment(newest.parts)) if newest else ""
