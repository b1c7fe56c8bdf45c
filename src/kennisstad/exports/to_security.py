"""`/.well-known/security.txt`: where somebody reports a leak (RFC 9116), once the programme says where."""

from __future__ import annotations

import datetime
from functools import partial

from kennisstad.exports.material import Files, Material

PATH = ".well-known/security.txt"
"""Where it stands, from the root of the site's host; a site in a folder of another host cannot have one."""
VALID = datetime.timedelta(days=330)
"""From the day that the site speaks from; under a year, as the RFC recommends (2.5.5): who stops publishing promises no more."""


def files(material: Material) -> Files:
    """Gives the file where the programme names an address; a preview has none."""
    contact = material.dataset.programme.security
    if contact and material.dataset.preview is None:
        yield PATH, partial(_text, material, contact)


def _text(material: Material, contact: str) -> bytes:
    day = material.dataset.day
    expires = day + VALID if day <= datetime.date.max - VALID else datetime.date.max
    lines = {
        "Contact": contact,
        "Expires": f"{expires.isoformat()}T00:00:00Z",
        "Preferred-Languages": ", ".join(material.dataset.programme.languages),
        "Canonical": material.addresses.absolute(PATH),
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items()).encode()
