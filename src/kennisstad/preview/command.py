"""`kennisstad serve`: follows the folders, the code too, and shows every change in the browser."""

from __future__ import annotations

import gc
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from kennisstad.messages import Messages
from kennisstad.model import Folders
from kennisstad.preview.index import Index
from kennisstad.preview.ports import PortTaken, listen
from kennisstad.preview.preview import Preview
from kennisstad.preview.server import Application, server
from kennisstad.preview.watch import Watch

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

TICK = 0.5
"""Seconds between two looks at the search index that is being made."""
_CODE = "import kennisstad.cli, kennisstad.preview.command"


def serve(folders: Folders, words: Messages, language: str, host: str, port: int) -> int:
    """Serves until somebody stops it. Gives 0 then, and 1 where it could not begin."""
    listening = listen_or_tell(words, "serve", host, port)
    if listening is None:
        return 1
    is_loopback = host in ("127.0.0.1", "::1")

    def told(preview: Preview, index: Index) -> WSGIApplication:
        shown = f"[{host}]" if ":" in host else host
        print(words.say("serve-at", address=f"http://{shown}:{listening.getsockname()[1]}/"), flush=True)
        return Application(preview, lambda: index.folder, is_loopback=is_loopback)

    return run(folders, language, listening, told)


def listen_or_tell(words: Messages, command: str, host: str, port: int) -> socket.socket | None:
    """Gives a socket that listens, or None where there can be none, after telling why."""
    try:
        return listen(host, port)
    except PortTaken as taken:
        print(words.say(f"{command}-port-taken", port=taken.port, free=taken.free or port + 1), file=sys.stderr)
    except OSError as error:
        print(words.say(f"{command}-not-here", host=host, port=port, told=error.strerror or error), file=sys.stderr)
    return None


def run(folders: Folders, language: str, listening: socket.socket, application: Callable[[Preview, Index], WSGIApplication]) -> int:
    """Serves a preview of the folders, by what `application` makes of it, until somebody stops it. Gives 0 then."""
    preview, index, watch = Preview(folders, language=language), Index(folders), Watch(folders)
    at = server(listening, application(preview, index))
    threading.Thread(target=at.serve_forever, daemon=True).start()
    watch.start()
    try:
        follow(preview, index, watch)
    except KeyboardInterrupt:
        return 0
    finally:
        index.stop()
        at.shutdown()
        watch.stop()


def follow(preview: Preview, index: Index, watch: Watch) -> NoReturn:
    """Renews the preview at each change, for as long as the process runs."""
    said = _say(preview, "")
    preview.renew()
    gc.collect()
    gc.freeze()  # what was read stays; looking through it for rubbish after each change would take longer than the change
    while True:
        said = _say(preview, said)
        index.step()
        if not watch.wait(TICK):
            continue
        if watch.is_code_changed():
            _begin_again(preview, index.stop)
        else:
            gc.disable()
            preview.renew(lambda: not watch.is_changed)
            gc.enable()
            index.later()


def _say(preview: Preview, said: str) -> str:
    """Tells in the terminal what is wrong, once."""
    told = preview.state.fault.told if preview.state.fault else ""
    if told and told != said:
        print(told, file=sys.stderr, flush=True)
    return told


def _begin_again(preview: Preview, stop: Callable[[], None]) -> None:
    """Begins anew with the new code, unless it could not even begin: then Python's own words are shown."""
    tried = subprocess.run([sys.executable, "-c", _CODE], capture_output=True, encoding="utf-8", errors="replace", check=False)
    if tried.returncode:
        preview.break_down(tried.stderr.strip())
        return
    stop()
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - ourselves, as we were called
