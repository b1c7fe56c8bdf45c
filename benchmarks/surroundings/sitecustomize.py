"""Makes of any Python one that lists folders backwards and has no network: Python reads this file when it starts.

`PYTHONPATH=benchmarks/surroundings kennisstad build` builds there. What other programs do (git, Pagefind) it does not change.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Any

_listed, _scanned = os.listdir, os.scandir
_ASKS = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")


class _Backwards:
    """What `os.scandir` gives, from the last name to the first."""

    def __init__(self, *arguments: Any) -> None:
        with _scanned(*arguments) as found:
            self._found = sorted(found, key=lambda entry: entry.name, reverse=True)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._found)

    def __next__(self) -> Any:
        if not self._found:
            raise StopIteration
        return self._found.pop(0)

    def __enter__(self) -> _Backwards:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """There is nothing left to close."""


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in _ASKS:
        raise PermissionError(f"A build asks the network: {event} {arguments[1:]}")


os.listdir = lambda *arguments: sorted(_listed(*arguments), reverse=True)  # type: ignore[assignment]
os.scandir = _Backwards  # type: ignore[assignment]
sys.addaudithook(_refuse)
