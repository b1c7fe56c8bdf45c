"""Speaks with Pagefind's program: requests and answers in JSON, each in base64 and closed by a comma.

That is how its own packages for Node and Python speak with it (https://pagefind.app/docs/py-api/). The one for Python waits a tenth
of a second for each answer, a minute and a half for a site of 840 pages; here nothing waits.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from io import BufferedRandom
from pathlib import Path
from typing import IO, Any, cast

_BLOCK = 1 << 16


class IndexFailed(Exception):
    """Pagefind could not make the index; the text is what it said."""


def index_of(pages: Iterable[tuple[str, str]], folder: Path, longest: float) -> dict[str, bytes]:
    """Gives the files of the index of pages (path and HTML), handed over in their order, by their paths within the index.

    Pagefind says that it wrote files before it did; so it is asked for them. Raises IndexFailed where it refuses a page, stops
    early, or is not ready after `longest` seconds; and what `pages` raises.
    """
    with tempfile.TemporaryFile() as complaints, _running(folder, complaints, longest) as process:
        asking = _Asking(_requests(pages), process)
        asking.start()
        answer = next(filter(_is_last, _answers(process)), None)
        process.kill()
        asking.join()
        if asking.failed is not None:
            raise asking.failed
        if answer is None:
            complaints.seek(0)
            said = complaints.read().decode("utf-8", "replace").strip()
            raise IndexFailed(said or f"Pagefind: {process.wait()}")
    return {file["path"]: base64.b64decode(file["content"]) for file in answer["files"]}


def _requests(pages: Iterable[tuple[str, str]]) -> Iterator[Mapping[str, object]]:
    yield {"type": "NewIndex", "config": {}}
    for path, html in pages:
        yield {"type": "AddFile", "index_id": 0, "file_path": path, "url": None, "file_contents": html}
    yield {"type": "GetFiles", "index_id": 0}


@contextmanager
def _running(folder: Path, complaints: IO[bytes], longest: float) -> Iterator[subprocess.Popen[bytes]]:
    from pagefind.service import get_executable  # noqa: PLC0415 - slow to load, and who only checks needs no index

    program = get_executable()
    if program is None:
        raise IndexFailed("Pagefind? pip install 'pagefind[bin]'")
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    command = (str(program.resolve()), "--service")
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=folder, env=settings, stdin=pipe, stdout=pipe, stderr=complaints) as process:
        late = threading.Timer(longest, process.kill)
        late.start()
        try:
            yield process
        finally:
            late.cancel()
            process.kill()
            with suppress(OSError):  # what was not sent yet has nobody to go to
                _pipe(process.stdin).close()


class _Asking(threading.Thread):
    """Sends all requests, while somebody else reads the answers: neither pipe holds them all."""

    def __init__(self, requests: Iterable[Mapping[str, object]], process: subprocess.Popen[bytes]) -> None:
        super().__init__(daemon=True)
        self._requests, self._process = requests, process
        self.failed: Exception | None = None

    def run(self) -> None:
        """Sends; where a request cannot be made nothing more is waited for."""
        to = _pipe(self._process.stdin)
        try:
            for number, request in enumerate(self._requests):
                message = json.dumps({"message_id": number, "payload": request}).encode()
                with suppress(BrokenPipeError):  # it stopped: what it said tells why
                    to.write(base64.b64encode(message) + b",")
            with suppress(BrokenPipeError):
                to.flush()
        except Exception as error:
            self.failed = error
            self._process.kill()


def _answers(process: subprocess.Popen[bytes]) -> Iterator[Mapping[str, Any]]:
    begun = bytearray()
    while block := _pipe(process.stdout).read1(_BLOCK):
        first, *more = block.split(b",")
        begun += first
        for part in more:
            yield json.loads(base64.b64decode(begun))["payload"]
            begun = bytearray(part)


def _is_last(answer: Mapping[str, Any]) -> bool:
    if answer["type"] == "Error":
        raise IndexFailed(str(answer.get("message", answer)))
    return bool(answer["type"] == "GetFiles")


def _pipe(pipe: IO[bytes] | None) -> BufferedRandom:
    assert pipe is not None  # noqa: S101 - for the type checker
    return cast("BufferedRandom", pipe)
