"""The addresses that were ever published: each leads somewhere for good (decisions/0015).

They stand in `data/addresses.json`, which `kennisstad addresses` writes and nobody by hand: sorted, one on a line, each as it
is asked for from the root of the site: `/projects/quay-garden/`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

ADDRESSES = "addresses.json"
"""The file's name in the data folder."""
LOST = ("address-lost", "addresses-lost")
"""The rules that tell of an address that leads nowhere: of one, and of all that a record had."""
LONGEST_ADDRESS = 200
"""Characters; longer ones are no address that somebody could type or keep."""
_PART = r"[A-Za-z0-9](?:[A-Za-z0-9_~-]|\.(?!\.))*"
_ADDRESS = re.compile(rf"/(?:{_PART}/)*(?:[A-Za-z0-9][A-Za-z0-9_~.-]*\.[A-Za-z0-9]+|\.well-known/{_PART})?")
"""Letters, digits and a few marks that mean nothing to a host: what could be more than a name in its rules has no place here."""
_FRAMEWORK = "assets"
_NOBODY_KEEPS = re.compile(rf"{_FRAMEWORK}/|pagefind/|(?:.*/)?404\.html$|[_.](?!well-known/)|(?:.*/)?index\.html$")
"""What pages fetch for themselves and name anew each time, what stands for every address that is not there, and rules of hosts."""


class NoAddresses(ValueError):
    """A file that is no list of addresses: at which line, which rule it breaks, and what was found."""

    def __init__(self, line: int, column: int, rule: str, found: str = "") -> None:
        super().__init__(rule)
        self.line, self.column, self.rule, self.found = line, column, rule, found


def is_address(text: str) -> bool:
    """Whether a text is an address from the root of the site: `/`, `/news/`, `/news/feed.xml`, with nothing in it that leads up."""
    return len(text) <= LONGEST_ADDRESS and bool(_ADDRESS.fullmatch(text))


def is_kept(path: str) -> bool:
    """Whether somebody may have kept the address of a published file: of a page, a feed, a calendar, open data."""
    return not _NOBODY_KEEPS.match(path)


def address_of(file: str) -> str:
    """Gives the path at which a file is asked for: `news/index.html` → `news/`."""
    return file.removesuffix("index.html") if file == "index.html" or file.endswith("/index.html") else file


def as_text(paths: Iterable[str]) -> str:
    """Gives the file: sorted by characters, one address a line; `paths` do not begin with a slash."""
    lines = ",\n".join(f" {json.dumps(f'/{path}')}" for path in sorted(set(paths)))
    return f"[\n{lines}\n]\n" if lines else "[]\n"


def read_addresses(text: str) -> Mapping[str, int]:
    """Gives the paths that a file holds, without the slash, with the line of each. Raises NoAddresses."""
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise NoAddresses(error.lineno, error.colno, "addresses-unreadable") from None
    except RecursionError:
        raise NoAddresses(1, 1, "addresses-unreadable") from None
    if not isinstance(found, list):
        raise NoAddresses(1, 1, "addresses-unreadable")
    lines: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        lines.setdefault(line.strip().rstrip(","), number)
    paths: dict[str, int] = {}
    for one in found:
        place = lines.get(json.dumps(one), 1)
        if not isinstance(one, str) or not is_address(one):
            raise NoAddresses(place, 1, "addresses-no-address", str(one)[:60])
        paths[one.removeprefix("/")] = place
    return paths
