"""What is said where a site could not be put in its folder, or was kept from it: by a full disk, a signal, another's files."""

from __future__ import annotations

import errno
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from kennisstad.messages import Messages
from kennisstad.reading.binary import Changed
from kennisstad.writing.disk import NotReplaced
from kennisstad.writing.search import IndexFailed

Identity = tuple[int, int]
Failed = OSError | IndexFailed | NotReplaced | Changed
"""What keeps a site that is made from being put in its folder."""
ENDED = 128
"""What programs add to the number of the signal that ended them."""

_WHY = {
    errno.ENOSPC: "why-full",
    errno.EDQUOT: "why-full",
    errno.EFBIG: "why-too-large",
    errno.EROFS: "why-read-only",
    errno.EACCES: "why-not-allowed",
    errno.EPERM: "why-not-allowed",
    errno.ENOTDIR: "why-no-folder",
    errno.EEXIST: "why-no-folder",
    errno.ENOENT: "why-gone",
    errno.EBUSY: "why-busy",
}


class Stopped(KeyboardInterrupt):
    """Somebody, or the system, asked the program to end; `signal` is the number of how."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.signal = number


@contextmanager
def stoppable() -> Iterator[None]:
    """Has a request to end (Ctrl-C, SIGTERM, a terminal that closes) raise Stopped in the block.

    What the block holds is cleared up. A request that is ignored already (nohup) stays so. Only the main thread hears of signals.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard = [number for number in _signals() if signal.getsignal(number) not in (signal.SIG_IGN, None)]
    before = {number: signal.signal(number, _stop) for number in heard}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _signals() -> list[signal.Signals]:
    return [signal.Signals[name] for name in ("SIGINT", "SIGTERM", "SIGHUP") if name in signal.Signals.__members__]


def _stop(number: int, frame: FrameType | None) -> None:
    for heard in _signals():
        signal.signal(heard, signal.SIG_IGN)  # who presses Ctrl-C twice does not interrupt the clearing up
    raise Stopped(number)


def all_or_nothing(target: Path, words: Messages, build: Callable[[], int]) -> int:
    """Gives what a build gives; else tells what stands in its folder now, and gives 1 or more."""
    before = identity(target)
    try:
        with stoppable():
            return build()
    except Stopped as stopped:
        print(told_of_stop(before, target, words), file=sys.stderr)
        return ENDED + stopped.signal
    except (OSError, IndexFailed, NotReplaced, Changed) as failed:
        print(told_of_failure(failed, target, words), file=sys.stderr)
        return 1


def identity(target: Path) -> Identity | None:
    """Gives what tells a folder from the one that takes its place, or None where there is none."""
    try:
        found = target.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def told_of_stop(before: Identity | None, target: Path, words: Messages) -> str:
    """Gives the sentence about a build that was stopped: whether its folder is still as it was `before`."""
    is_as_before = identity(target) in (before, None)
    return words.say("build-stopped-before" if is_as_before else "build-stopped-after", target=target)


def told_of_failure(failed: Failed, target: Path, words: Messages) -> str:
    """Gives the sentence about what kept a site from being put in its folder, which is as it was."""
    if isinstance(failed, NotReplaced):
        return words.say(failed.rule, target=failed.target)
    if isinstance(failed, Changed):
        return words.say("build-file-changed", found=failed.name, target=target)
    if isinstance(failed, IndexFailed):
        return words.say("build-index-failed", why=str(failed), target=target)
    return words.say("build-not-written", found=failed.filename or target, why=why(failed, words), target=target)


def why(error: OSError, words: Messages) -> str:
    """Gives why a file could not be read or written; in the system's own words where we have none."""
    key = _WHY.get(error.errno or 0)
    return words.say(key) if key else error.strerror or str(error)
