"""The one list of headers, with the paths that each is sent with. What every host is told is made of it (`deployment.py`).

The list holds what Internet.nl asks of a site (HSTS of a year, `nosniff`, a Referrer-Policy that tells other sites nothing, a
strict Content-Security-Policy), and what a browser needs to keep files: those named by their content for a year (RFC 8246), all
else only as long as the host says that it is still the same (`no-cache`, RFC 9111).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kennisstad.addresses.kept import FOREVER
from kennisstad.addresses.routes import OPEN_DATA, Addresses, framed_folders
from kennisstad.hosting.policy import EMBED, PAGE, as_header, form_policy
from kennisstad.model import Dataset

POLICY, CACHING = "Content-Security-Policy", "Cache-Control"
FORM = "edit"
"""The kind of page with the form."""
_NEVER = ("camera", "display-capture", "geolocation", "microphone", "payment", "publickey-credentials-get", "usb")
"""What no page asks of a browser, and so none of what stands in it may."""
ALWAYS: Mapping[str, str] = {
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _NEVER),
    "Cross-Origin-Opener-Policy": "same-origin",
    POLICY: as_header(PAGE),
    CACHING: "no-cache",
}
KEPT = {CACHING: "public, max-age=31536000, immutable"}
OPEN = {"Access-Control-Allow-Origin": "*"}


@dataclass(frozen=True, slots=True)
class Rule:
    """Headers of all that stands below some folders of the host (`/`, `/api/`); a later rule takes the place of an earlier.

    `if_there` leaves out the page that says that there is nothing: a browser shall not keep that for a year.
    """

    below: tuple[str, ...]
    headers: Mapping[str, str]
    if_there: bool = False


def header_rules(dataset: Dataset, addresses: Addresses) -> tuple[Rule, ...]:
    """Gives the list for a site: what holds of all of it, then what differs."""
    form = form_policy(dataset.programme.repository or "")
    has_form = FORM in dataset.kinds.by_name and form != PAGE
    forms = [addresses.page(FORM, language) for language in dataset.programme.languages] if has_form else []
    found = (
        Rule(_on_host(addresses, ("",)), ALWAYS),
        Rule(_on_host(addresses, framed_folders(dataset, addresses)), {POLICY: as_header(EMBED)}),
        Rule(_on_host(addresses, forms), {POLICY: as_header(form)}),
        Rule(_on_host(addresses, FOREVER), KEPT, if_there=True),
        Rule(_on_host(addresses, (f"{OPEN_DATA.partition('/')[0]}/",)), OPEN, if_there=True),
    )
    return tuple(rule for rule in found if rule.below)


def _on_host(addresses: Addresses, folders: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{addresses.base}{folder}" for folder in folders)


def headers_at(rules: Iterable[Rule], path: str, *, is_there: bool = True) -> dict[str, str]:
    """Gives the headers that a host sends with a path of it, which starts with a slash."""
    sent: dict[str, str] = {}
    for rule in rules:
        if path.startswith(rule.below) and (is_there or not rule.if_there):
            sent |= rule.headers
    return sent
