"""Every address that leads on, or that says that it leads nowhere: one list, of which pages and the rules of hosts are made.

A path is relative to the site's root and never starts with a slash, as in `routes.py`; a fragment is part of none, for a browser
carries it along by itself (RFC 9110, section 10.2.2).
"""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from kennisstad.addresses.routes import Addresses, former_addresses
from kennisstad.model import Dataset


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address of before, and where it leads now.

    `old` ends in a slash, or names a file (`events/calendar.ics`). `to` is a path of this site that is published ("" for the home
    page), never one that leads on itself; or a whole https address, where `is_elsewhere`; or None where there is nothing any more.
    `is_lasting` is False where the page may come back: that of a status which no project has today.
    """

    old: str
    to: str | None
    language: str
    is_elsewhere: bool = False
    is_lasting: bool = True

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
        """Whether a page stands there that leads on or explains, for hosts without rules; of a file only the host's rule can."""
        return not self.old or self.old.endswith("/")


def redirects(dataset: Dataset, addresses: Addresses) -> tuple[Redirect, ...]:
    """Gives every redirect of a site once, sorted by `old`; none of them is the address of a page that exists."""
    found: dict[str, Redirect] = {}
    for former in former_addresses(dataset, addresses):
        language = former.old.language
        found[former.old.path] = Redirect(former.old.path, addresses.page(former.old.kind, language, former.now), language)
    return tuple(found[old] for old in sorted(found))
