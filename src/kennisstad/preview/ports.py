"""The port that something is shown at, which another program may have. Needs no package: a host asks it too."""

from __future__ import annotations

import errno
import socket
from collections.abc import Iterable


class PortTaken(Exception):
    """Another program listens at the port; `free` is one that is free, or 0."""

    def __init__(self, port: int, free: int) -> None:
        super().__init__(port)
        self.port, self.free = port, free


def listen(host: str, port: int) -> socket.socket:
    """Gives a socket that listens. Raises PortTaken, and OSError where the system or the network does not allow it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise PortTaken(port, _free(host, family, range(port + 1, min(port + 20, 65536)))) from None


def _free(host: str, family: int, ports: Iterable[int]) -> int:
    for port in ports:
        try:
            with socket.create_server((host, port), family=family):
                return port
        except OSError:
            continue
    return 0
