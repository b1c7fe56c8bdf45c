"""Puts a site in its folder in one step: it is written beside it, and exchanged with the old one when the last file is there.

Two builds at once do not wait for each other: each writes in a folder of its own, and who is ready last is seen (decisions/0018).
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from kennisstad.writing.exchange import put_in_place
from kennisstad.writing.held import held, is_held

FOLDER_MODE, FILE_MODE = 0o755, 0o644
"""Who serves the site is often somebody else than who built it, and may read everything whatever the umask was."""
_OUR_MARK = "building"


class NotReplaced(Exception):
    """A folder does not stand where a site may be put; `rule` names the sentence that says why, `target` is what was asked for."""

    def __init__(self, rule: str, target: Path) -> None:
        super().__init__(f"{target}: {rule}")
        self.rule, self.target = rule, target


def write(
    files: Mapping[str, bytes],
    target: Path,
    finish: Callable[[Path], None] = lambda folder: None,
    cleared: Callable[[], None] = lambda: None,
) -> None:
    """Writes files by path into a folder, in place of all that was there; `finish` is given the whole folder before that.

    Whatever goes wrong, the folder stays as it was. `cleared` is called where an earlier build left something.
    Raises NotReplaced, OSError where it cannot be written (with the file), and what `files` and `finish` raise.
    """
    with in_place_of(target, cleared) as folder:
        for parent in sorted({path.rpartition("/")[0] for path in files}):
            (folder / parent).mkdir(parents=True, exist_ok=True)
        for path in files:
            write_file(f"{folder}/{path}", files[path])
        finish(folder)


def write_file(path: Path | str, data: bytes) -> None:
    """Writes a file. Raises OSError that names it: of a full disk the system says only that something was full."""
    try:
        with open(path, "wb") as file:
            file.write(data)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None


@contextmanager
def in_place_of(target: Path, cleared: Callable[[], None] = lambda: None) -> Iterator[Path]:
    """Gives an empty folder that takes the place of `target` at the end of the block, or goes where the block fails.

    Where `target` is a link, what it leads to is replaced. Raises NotReplaced, OSError.
    """
    place = place_of(target)
    place.parent.mkdir(parents=True, exist_ok=True)
    if clear_away(place):
        cleared()
    with _folder_beside(place) as folder:
        yield folder
        open_to_all(folder)
        put_in_place(folder, place)


def place_of(target: Path) -> Path:
    """Gives the folder that a site may be put in place of, or at. Raises NotReplaced: all that stands there would be lost."""
    place = Path(os.path.realpath(target))
    if target.is_symlink() and not place.exists():
        raise NotReplaced("target-leads-nowhere", target)
    if place.exists() and not place.is_dir():
        raise NotReplaced("target-is-file", target)
    if place.is_dir():
        held_there = set(os.listdir(place))
        if held_there and ("index.html" not in held_there or ".git" in held_there):
            raise NotReplaced("target-is-foreign", target)
    return place


def open_to_all(folder: Path) -> None:
    """Lets everybody read a folder and all below it."""
    folder.chmod(FOLDER_MODE)
    for parent, folders, files in os.walk(folder):
        for name in folders:
            os.chmod(os.path.join(parent, name), FOLDER_MODE)
        for name in files:
            os.chmod(os.path.join(parent, name), FILE_MODE)


@contextmanager
def _folder_beside(place: Path) -> Iterator[Path]:
    """Gives a new folder that nobody else clears away while the block runs; what stands there at the end goes."""
    while True:
        folder = place.parent / f".{place.name}.{_OUR_MARK}-{secrets.token_hex(4)}"
        folder.mkdir()
        with held(folder) as is_ours:
            if not is_ours:
                continue  # another build took it for one that was left behind, between our two steps
            try:
                yield folder
                return
            finally:
                shutil.rmtree(folder, ignore_errors=True)


def clear_away(place: Path) -> bool:
    """Clears away what builds of a folder that were stopped left beside it, and says whether there was anything.

    A build that was stopped between two renames left the old site, which is put back.
    """
    name = re.compile(rf"\.{re.escape(place.name)}\.{_OUR_MARK}-[0-9a-f]{{8}}(\.old)?")
    was_any = False
    with suppress(FileNotFoundError):
        for path in sorted(place.parent.iterdir(), reverse=True):  # the old site before the half one
            found = name.fullmatch(path.name)
            if found is None or path.is_symlink() or is_held(path):
                continue
            was_any = True
            if found[1] and not place.exists():
                path.rename(place)
            else:
                shutil.rmtree(path, ignore_errors=True)
    return was_any
