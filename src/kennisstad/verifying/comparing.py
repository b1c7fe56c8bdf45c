"""Each file of a build with what stands at its address, some at a time."""

from __future__ import annotations

import re
import threading
import urllib.parse
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from kennisstad.verifying.asking import Answer, Live
from kennisstad.writing.manifest import MANIFEST, Hashed, Manifest, hashes_of, read_manifest

AT_ONCE = 8
"""Files that are asked at the same time."""
GIVE_UP = 16
"""Files that could not be reached, after which no more are asked: the host is not there."""
LARGEST_MANIFEST = 1 << 26
_FOR_HOSTS = frozenset({"_headers", "_redirects", ".htaccess", ".nojekyll", "CNAME"})
"""Files that a host reads and does not serve."""
_PACKED = (".gz", ".br", ".zst")
_REFRESH = re.compile(rb'<meta http-equiv="refresh" content="0; *url=([^"]+)"')
_UNREACHED = frozenset({"live-unreachable", "live-slow"})


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that is not there as it was built: `why` is the name of a sentence, `found` goes into it."""

    path: str
    why: str
    found: str = ""


@dataclass(slots=True)
class Compared:
    """What was found: how many files are the same, and which are not; `live` and `here` are what the two manifests say.

    `unasked` counts the files that nobody asked for after the host gave no answer too often.
    """

    same: int = 0
    unasked: int = 0
    different: list[Difference] = field(default_factory=list)
    live: Manifest | None = None
    here: Manifest | None = None

    @property
    def is_rewritten(self) -> bool:
        """Whether only pages differ, and all of them: then it is the host that writes in them."""
        changed = [one.path for one in self.different if one.why == "live-differs"]
        return len(changed) > 1 and len(changed) == len(self.different) and all(path.endswith(".html") for path in changed)


def compare(site: Path, live: Live) -> Compared:
    """Holds a live site against the built one in a folder. Raises OSError where a file of the folder cannot be read."""
    files = hashes_of(site)
    served = {path: found for path, found in files.items() if is_served(path, files)}
    answer = live.ask(MANIFEST, LARGEST_MANIFEST)
    compared = Compared(live=read_manifest(answer.body), here=_own_manifest(site))
    if answer.why:
        compared.different.append(Difference(MANIFEST, answer.why, answer.found))
    elif compared.live is None:
        compared.different.append(Difference(MANIFEST, "live-no-manifest"))
    if answer.why in _UNREACHED or answer.why == "live-elsewhere":
        compared.unasked = len(served)
        return compared
    for difference in _each(site, served, live, compared):
        compared.different.append(difference)
    told = compared.live.files if compared.live else {}
    compared.different += [Difference(path, "live-extra") for path in sorted(set(told) - set(files))]
    return compared


def _own_manifest(site: Path) -> Manifest | None:
    path = site / MANIFEST
    return read_manifest(path.read_bytes()) if path.is_file() else None


def is_served(path: str, files: dict[str, Hashed]) -> bool:
    """Tells whether a host gives a file to visitors; one that was compressed beforehand stands for another."""
    return path not in _FOR_HOSTS and not (path.endswith(_PACKED) and path.rpartition(".")[0] in files)


def _each(site: Path, files: dict[str, Hashed], live: Live, compared: Compared) -> Iterator[Difference]:
    unreached, lock = 0, threading.Lock()

    def look(path: str) -> Difference | None:
        nonlocal unreached
        if unreached >= GIVE_UP:
            return Difference(path, "")
        found = _look(site, path, live)
        if found is not None and found.why in _UNREACHED:
            with lock:
                unreached += 1
        return found

    with ThreadPoolExecutor(AT_ONCE) as workers:
        for found in workers.map(look, files):
            if found is None:
                compared.same += 1
            elif not found.why:
                compared.unasked += 1
            else:
                yield found


def _look(site: Path, path: str, live: Live) -> Difference | None:
    built = (site / path).read_bytes()
    asked = path.removesuffix("index.html") if path.rpartition("/")[2] == "index.html" else path
    answer = live.ask(asked, len(built))
    if _is_led_on(built, live.address + urllib.parse.quote(asked), answer):
        return None
    if answer.why:
        return Difference(path, answer.why, answer.found)
    if answer.body != built:
        return Difference(path, "live-led-on", answer.led_to) if answer.led_to else Difference(path, "live-differs")
    return None


def _is_led_on(built: bytes, url: str, answer: Answer) -> bool:
    """Tells whether the host itself leads a visitor to where the page would: then nobody sees the page."""
    leads = _REFRESH.search(built)
    if not leads or not answer.led_to:
        return False
    target = urllib.parse.urljoin(url, unescape(leads[1].decode("utf-8", "replace")))
    return _bare(target) == _bare(answer.led_to)


def _bare(address: str) -> str:
    return urllib.parse.unquote(urllib.parse.urldefrag(address).url)
