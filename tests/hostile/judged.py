"""What has to hold whatever stands in a programme: it is told or it is built, soon, and in little memory."""

from __future__ import annotations

import resource
import signal
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from kennisstad.checking import Checked, check
from kennisstad.messages import LANGUAGES, messages
from kennisstad.messages.sources import Sources
from kennisstad.model import Folders
from kennisstad.reading.memory import Memory
from kennisstad.reading.unsaved import unsaved
from kennisstad.render import JinjaRenderer
from kennisstad.site import make_site
from kennisstad.telling import FORMATS, Handbook
from tests.hostile.made import write_full
from tests.site.programmes import slowness

SECONDS = 5
"""Of CPU that a check may take, and a build, on a quiet machine; a slow one has as much more time as it is slower."""
KIBIBYTES = 500 * 1024
"""Of memory that either may ask for."""


class TooSlow(Exception):
    """A check or a build took too long."""


class Desk:
    """The programme with every field, in a folder of its own; what is tried in it is never written down."""

    def __init__(self, folder: Path) -> None:
        self.folders: Folders = write_full(folder, plain)
        self.files = {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and _is_text(path)}
        self._memory, self._seconds = Memory(), SECONDS * slowness()
        self._renderer = JinjaRenderer(self.folders.looks)
        self.tried, self.built, self.slowest = 0, 0, 0.0
        self.judge({}, builds=True)
        assert check(self.folders).errors == []

    def judge(self, files: Mapping[Path, bytes | None], *, builds: bool) -> Checked:
        """Checks the programme with other bytes in some files, tells what is wrong in every form, and builds it if nothing is.

        Raises whatever goes wrong in that, and TooSlow.
        """
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        with unsaved(files):
            with self._timed():
                checked = check(self.folders, memory=self._memory)
                self._tell(checked)
            if builds and not checked.errors:
                with self._timed():
                    for made in make_site(self.folders, renderer=self._renderer).files.values():
                        assert made is not None
                self.built += 1
        self.tried += 1
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < KIBIBYTES
        return checked

    @contextmanager
    def _timed(self) -> Iterator[None]:
        begun = time.process_time()
        with bounded(self._seconds):
            yield
        self.slowest = max(self.slowest, time.process_time() - begun)

    def _tell(self, checked: Checked) -> None:
        sources, handbook = Sources(self.folders.root), Handbook.of(self.folders.root, "en", "")
        for language in LANGUAGES:
            words = messages(language)
            told = words.tell_all(checked.problems, sources, whole=True)
            assert_one_line_each(told)
            for form in FORMATS.values():
                assert_one_line_each(form(checked.problems, words, sources, handbook))


def assert_one_line_each(told: str) -> None:
    """Nothing that was typed begins a line, moves the cursor or turns the text around."""
    hidden = [letter for letter in told if (ord(letter) < 32 and letter not in "\n\t") or 0x7F <= ord(letter) < 0xA0]
    assert not hidden
    assert not any(line.startswith("::error file=README") for line in told.splitlines())


@contextmanager
def bounded(seconds: float) -> Iterator[None]:
    """Within it too much CPU raises TooSlow."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TooSlow(f"more than {seconds:.0f} seconds")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def plain(path: str) -> str:
    """Gives words for a field in which nothing is wrong, other ones for each."""
    return f"Plain words of {path.replace('.', ' ').replace('_', ' ')}"


def _is_text(path: Path) -> bool:
    return path.suffix in (".yaml", ".md", ".svg")


def new_desk() -> Desk:
    """Gives a desk in a folder that the system throws away."""
    return Desk(Path(tempfile.mkdtemp(prefix="hostile-")))
