"""What every host has to know of a site, whichever it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kennisstad.addresses.redirects import Redirect, redirects
from kennisstad.addresses.routes import Addresses
from kennisstad.hosting.headers import Rule, header_rules
from kennisstad.model import Dataset

LOST = "not-found"
"""The kind of page that says that there is nothing."""


HIDDEN = r"(^|/)\.(?!well-known(/|$))"
"""A file that is the host's own business, such as `.htaccess`: to a visitor it is not there (RFC 8615 has the exception)."""


@dataclass(frozen=True, slots=True)
class Hosted:
    """A site as a host sees it. Paths count from the root of the host and start with a slash.

    `base` is the folder of the site ("/"), `lost` gives the page that says that there is nothing by the folder it is for, the root
    first; `led` are the addresses that lead on or are gone.
    """

    base: str
    rules: tuple[Rule, ...]
    lost: Mapping[str, str]
    led: tuple[Redirect, ...]

    @classmethod
    def of(cls, dataset: Dataset, addresses: Addresses) -> Hosted:
        """Gives what a host has to know of a programme's site."""
        base, languages = addresses.base, dataset.programme.languages
        lost = {f"{base}{addresses.home(code)}": f"{base}{addresses.page(LOST, code)}" for code in languages}
        return cls(base, header_rules(dataset, addresses), lost, redirects(dataset, addresses))

    def leads_to(self, led: Redirect) -> str:
        """Gives where a browser is sent: a path of the host, or a whole address; "" where nothing is left."""
        return "" if led.to is None else led.to if led.is_elsewhere else f"{self.base}{led.to}"

    def asked_as(self, led: Redirect) -> tuple[str, ...]:
        """Gives the paths at which an address of before is asked for: with the slash at its end and without."""
        whole = f"{self.base}{led.old}"
        bare = whole.rstrip("/")
        return tuple(dict.fromkeys(path for path in (whole, bare) if path))

    @property
    def common(self) -> dict[str, str]:
        """The headers that are the same everywhere."""
        differing = {name for rule in self.rules[1:] for name in rule.headers}
        return {name: value for name, value in self.rules[0].headers.items() if name not in differing}

    @property
    def differing(self) -> dict[str, list[tuple[tuple[str, ...], str, bool]]]:
        """The headers that differ: by name what is sent below which folders, and whether only with what is there; all first."""
        names = dict.fromkeys(name for rule in self.rules[1:] for name in rule.headers)
        return {
            name: [(rule.below, rule.headers[name], rule.if_there) for rule in self.rules if name in rule.headers] for name in names
        }
