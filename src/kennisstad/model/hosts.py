"""Which names a browser takes for those of a host (https://url.spec.whatwg.org/#host-parsing): no part is too long, and what
ends in a number is an address of four numbers.
"""

from __future__ import annotations

import re

LONGEST_HOST, LONGEST_LABEL = 253, 63
"""Characters of a host's name, and of the parts between its dots (RFC 1035, 2.3.4)."""
LAST_PORT = 65_535
_FOUR_NUMBERS = re.compile(r"(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.(?!$)|$)){4}")
_ENDS_IN_NUMBER = re.compile(r"[0-9]+|0[xX][0-9a-fA-F]*")


def is_host(host: str) -> bool:
    """Whether a browser takes a text for the name of a host: `www.example.org`, `1.2.3.4`, not `1.2.3` or `xn--a.nl`."""
    *_, last = host.split(".")
    if _ENDS_IN_NUMBER.fullmatch(last):
        return bool(_FOUR_NUMBERS.fullmatch(host))
    try:
        name = host.encode("ascii" if host.isascii() else "idna").decode("ascii")
        if "xn--" in name.lower():
            name.encode("ascii").decode("idna")
    except UnicodeError:
        return False
    return len(name) <= LONGEST_HOST and all(len(part) <= LONGEST_LABEL for part in name.split("."))
