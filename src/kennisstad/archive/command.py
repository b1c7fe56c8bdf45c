"""The command that writes an archive, as a folder or a zip."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from kennisstad.archive.rows import kinds_in_a_folder
from kennisstad.archive.whole import archive_name, archive_of, with_manifest
from kennisstad.archive.zipped import write_zip
from kennisstad.kinds import KINDS
from kennisstad.messages import Messages
from kennisstad.model import Folders
from kennisstad.site import BadData, Site, make_site
from kennisstad.stopping import all_or_nothing
from kennisstad.views.archive import MANIFEST
from kennisstad.writing.disk import write

ARCHIVE, ZIP = "archive", ".zip"
"""The folder in which archives stand for who names no other place, and how a zip's name ends."""


def write_archive(folders: Folders, words: Messages, options: argparse.Namespace) -> int:
    """Writes the site of its day, as a zip or, where the target's name does not end so, as a folder. Gives 1 where it cannot."""
    return all_or_nothing(options.target or folders.root / ARCHIVE, words, lambda: _write_archive(folders, words, options))


def _write_archive(folders: Folders, words: Messages, options: argparse.Namespace) -> int:
    try:
        site = make_site(folders, options.address, kinds_in_a_folder(KINDS))
        target: Path = options.target or folders.root / ARCHIVE / f"{archive_name(site.dataset)}{ZIP}"
        if not _may_be_written(target):
            print(words.say("archive-not-there", target=target), file=sys.stderr)
            return 1
        count, weight = _write(site, target)
    except BadData as bad:
        print(words.tell_all(bad.problems, folders.root), file=sys.stderr)
        return 1
    print(words.say("archived", files=count, megabytes=f"{weight / 1e6:.1f}", target=target))
    return 0


def _may_be_written(target: Path) -> bool:
    """Whether nothing is lost: a folder goes only in place of an archive, or of nothing."""
    if target.suffix.lower() == ZIP:
        return not target.is_dir()
    return not target.exists() or (target.is_dir() and ((target / MANIFEST).is_file() or not any(target.iterdir())))


def _write(site: Site, target: Path) -> tuple[int, int]:
    """Writes an archive, and gives how many files it has and how many bytes they, or the zip of them, are."""
    files = archive_of(site)
    if target.suffix.lower() == ZIP:
        write_zip(with_manifest(files), target, archive_name(site.dataset), site.dataset.day)
        return len(files) + 1, target.stat().st_size
    whole: Mapping[str, bytes] = dict(with_manifest(files))
    write(whole, target)
    return len(whole), sum(map(len, whole.values()))
