"""Every address that leads on, or that says that it leads nowhere: one list, of which pages and the rules of hosts are made.

A path is relative to the site's root and never starts with a slash, as in `routes.py`; a fragment is part of none, for a browser
carries it along by itself (RFC 9110, section 10.2.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus

from kennisstad.addresses.before import Before
from kennisstad.addresses.routes import Addresses
from kennisstad.model import Dataset
from kennisstad.model.redirected import is_elsewhere


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address of before, and where it leads now.

    `old` ends in a slash, or names a file (`events/calendar.ics`). `to` is a path of this site that is published ("" for the home
    page), never one that leads on itself; or a whole https address, where `is_elsewhere`; or None where there is nothing any more.
    `is_lasting` is False where the page may come back: that of a status which no project has today. `record` is the id of the
    record that says so, "" where it follows from another.
    """

    old: str
    to: str | None
    language: str
    is_elsewhere: bool = False
    is_lasting: bool = True
    record: str = ""

    @property
    def is_gone(self) -> bool:
        """Whether it leads nowhere."""
        return self.to is None

    @property
    def status(self) -> int:
        """The status that a host answers with (RFC 9110): 301, 302 where the page may come back, 410 where it is gone."""
        if self.to is None:
            return HTTPStatus.GONE
        return HTTPStatus.MOVED_PERMANENTLY if self.is_lasting else HTTPStatus.FOUND

    @property
    def is_page(self) -> bool:
        """Whether a page stands there that leads on or explains, for hosts without rules; a file has none."""
        return not self.old or self.old.endswith("/")


def redirects(dataset: Dataset, addresses: Addresses) -> tuple[Redirect, ...]:
    """Gives every redirect of a site once, sorted by `old`; none of them is the address of a page that exists."""
    return followed(Before(dataset, addresses))


def followed(before: Before) -> tuple[Redirect, ...]:
    """Gives the same of addresses of before that are known already."""
    return tuple(sorted(_followed(before), key=lambda one: one.old))


def _followed(before: Before) -> Iterator[Redirect]:
    for old in before.led:
        end = None if before.is_there(old) else before.end(old)
        if end is not None:
            outside = end.to is not None and is_elsewhere(end.to)
            yield Redirect(old, end.to, before.language(old), outside, end.is_lasting, end.record)
