"""A site goes where a server shows it from: copied beside the others, and put in use by a link that is swapped in one step.

What is done in that folder is done by `releases.sh`, here or on the server, so that both are the same; it needs no Python there.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
import shlex
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from kennisstad.writing.disk import open_to_all, write_file
from kennisstad.writing.times import keep_times

INDEX, MAP, OPEN_DATA, MANIFEST = "index.html", "sitemap.xml", "api/v1/index.json", "manifest.json"
_LOCATION = re.compile(r"<loc>([^<]*)</loc>")
_ELSEWHERE = re.compile(r"(?P<host>[A-Za-z0-9_][\w.-]*(?:@[A-Za-z0-9][\w.-]*)?):(?P<folder>/.*)")
"""`user@host:/folder`, as rsync and ssh have it."""
_SAID = {3: "publish-foreign", 4: "publish-busy", 5: "publish-none-before", 6: "publish-half", 7: "publish-no-link"}
"""How `releases.sh` ends, and the sentence about that."""


class NotPublished(Exception):
    """What is shown stays as it was; `rule` names the sentence that says why, `found` what it is about."""

    def __init__(self, rule: str, found: str = "") -> None:
        super().__init__(f"{rule}: {found}")
        self.rule, self.found = rule, found


@dataclass(frozen=True, slots=True)
class Shown:
    """A folder that a server shows a site from (the site is its `current`): on this machine, or where `host` is reached by ssh."""

    folder: str
    host: str = ""

    @classmethod
    def named(cls, name: str) -> Shown:
        """Gives the folder of a name: a path, or `user@host:/path` where no such path is here."""
        elsewhere = _ELSEWHERE.fullmatch(name)
        if elsewhere and not os.path.lexists(name):
            return cls(elsewhere["folder"], elsewhere["host"])
        return cls(os.path.abspath(name))

    def do(self, verb: str, *arguments: str) -> tuple[str, str]:
        """Does one thing in the folder (`releases.sh`), and gives what it did and the name of it. Raises NotPublished, OSError."""
        script = resources.files(__package__).joinpath("releases.sh").read_bytes()
        words = ["sh", "-s", verb, self.folder, *arguments]
        command = ["ssh", "--", self.host, shlex.join(words)] if self.host else words
        done = subprocess.run(command, input=script, capture_output=True, check=False)
        if done.returncode:
            told = done.stderr.decode("utf-8", "replace").strip()
            raise NotPublished(_SAID.get(done.returncode, "publish-failed"), told)
        did, _, name = done.stdout.decode("utf-8", "replace").strip().partition(" ")
        return did, name


def publish(site: Path, shown: Shown) -> tuple[str, str]:
    """Gives "put", or "same" where that site was in use already, and the name of it. Raises NotPublished, OSError."""
    name = name_of(site)
    if not shown.host and Path(shown.folder).resolve().is_relative_to(site.resolve()):
        raise NotPublished("publish-foreign", shown.folder)
    _, folder = shown.do("begin", secrets.token_hex(4))
    try:
        _bring(site, shown, folder, name)
        return shown.do("put", folder, name)
    except BaseException:
        with suppress(NotPublished, OSError):
            shown.do("drop", folder)
        raise


def name_of(site: Path) -> str:
    """Gives the name of a whole site, of the day it speaks from and its bytes: `2026-11-29-0123456789ab`.

    Raises NotPublished where it is no whole one, OSError.
    """
    lacking = next(what_lacks(site), None)
    if lacking is not None:
        raise NotPublished("publish-half", lacking)
    digest = hashlib.sha256()
    for path in files_of(site):
        data = (site / path).read_bytes()
        digest.update(f"{path}\0{len(data)}\0".encode() + data)
    return f"{_day(site)}-{digest.hexdigest()[:12]}"


def what_lacks(site: Path) -> Iterator[str]:
    """Gives the files of a site that are absent, or not as its manifest has them, and the pages that only its map names."""
    for path in (INDEX, MAP):
        if not (site / path).is_file():
            yield path
            return
    yield from (path for path, told in _hashes_told(site).items() if _hash(site / path) != told)
    pages = _LOCATION.findall((site / MAP).read_text("utf-8", "replace"))
    address = min(pages, key=len, default="")
    for page in pages:
        path = page.removeprefix(address)
        file = f"{path}{INDEX}" if not path or path.endswith("/") else path
        if not (site / file).is_file():
            yield file


def _hashes_told(site: Path) -> dict[str, str]:
    """Gives the SHA-256 of each file as the manifest has it (`manifest.py`, which needs more than Python itself; this may not)."""
    try:
        told = json.loads((site / MANIFEST).read_bytes())
        return {str(path): str(found["sha256"]) for path, found in told["files"].items()}
    except FileNotFoundError:
        return {}
    except (ValueError, LookupError, TypeError, AttributeError):
        return {MANIFEST: ""}


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return "absent"


def files_of(site: Path) -> list[str]:
    """Gives the paths of the files of a folder, in order. Raises NotPublished for a link: what it leads to is not the site's."""
    found: list[str] = []
    for parent, folders, files in os.walk(site):
        for name in (*folders, *files):
            if os.path.islink(os.path.join(parent, name)):
                raise NotPublished("publish-link", os.path.join(parent, name))
        found += [Path(parent, name).relative_to(site).as_posix() for name in files]
    return sorted(found)


def _day(site: Path) -> str:
    try:
        day = json.loads((site / OPEN_DATA).read_text("utf-8"))["day"]
    except (OSError, ValueError, LookupError, TypeError):
        day = ""
    return day if re.fullmatch(r"\d{4}-\d\d-\d\d", str(day)) else "undated"


def _bring(site: Path, shown: Shown, folder: str, name: str) -> None:
    """Brings the files of a site to a folder. Raises NotPublished where a build took its place meanwhile."""
    if shown.host:
        _send(site, f"{shown.host}:{shown.folder}/{folder}/")
        brought = site
    else:
        brought = Path(shown.folder, folder)
        _copy(site, brought)
        keep_times(brought, Path(shown.folder, "current"))
    if name_of(brought) != name:
        raise NotPublished("publish-changed", str(site))


def _copy(site: Path, folder: Path) -> None:
    for path in files_of(site):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        write_file(folder / path, (site / path).read_bytes())
    open_to_all(folder)


def _send(site: Path, target: str) -> None:
    """Only what changed travels: the rest is the file that the server shows now, with its time (`writing/times.py` says why)."""
    options = ["--recursive", "--checksum", "--compress", "--chmod=D755,F644", "--link-dest=../../current/"]
    command = ["rsync", *options, "--", f"{site}/", target]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        raise NotPublished("publish-failed", done.stderr.decode("utf-8", "replace").strip())
