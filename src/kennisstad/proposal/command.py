"""The commands about a proposal: its preview is written, and told is what it changes."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from kennisstad.archive.folder import FolderFiles
from kennisstad.archive.rows import kinds_in_a_folder
from kennisstad.commands.building import SITE, write_or_tell
from kennisstad.editing.desk import Refused
from kennisstad.history import HINTS, GitFailed
from kennisstad.kinds import KINDS
from kennisstad.loading.spoken import spoken_language
from kennisstad.messages import Messages
from kennisstad.model import Folders
from kennisstad.model.preview import ADDRESS
from kennisstad.problem import Location, Problem
from kennisstad.proposal.boxes import ticked
from kennisstad.proposal.comment import comment
from kennisstad.proposal.found import Found, look
from kennisstad.proposal.site import make_preview
from kennisstad.proposal.suggestions import suggestions
from kennisstad.proposal.telling import Place
from kennisstad.stopping import all_or_nothing
from kennisstad.writing.disk import place_of

PREVIEW, PROPOSAL = "preview", "proposal"
"""The folders in which a preview and what is told of a proposal stand, for who names no other."""


def build_preview(folders: Folders, words: Messages, options: argparse.Namespace) -> int:
    """Writes the preview, as it opens from a folder where no address is given; else with search, for a host.

    Gives 1 where there is only a page that tells why there is none, or where it cannot be written.
    """
    target: Path = options.target or folders.root / PREVIEW
    if target.resolve() == (folders.root / SITE).resolve():
        print(words.say("preview-not-there", target=target), file=sys.stderr)
        return 1
    return all_or_nothing(target, words, lambda: _build_preview(target, folders, words, options))


def _build_preview(target: Path, folders: Folders, words: Messages, options: argparse.Namespace) -> int:
    place_of(target)
    has_host = bool(options.address)
    site = make_preview(folders, options.address, KINDS if has_host else kinds_in_a_folder(KINDS))
    files = site.files if has_host else FolderFiles(site.files, ADDRESS, lambda language: "")
    if not write_or_tell(files, target, folders, words, search=has_host and site.is_site and not options.no_search):
        return 1
    if site.errors:
        print(words.tell_all(site.errors, folders.root))
    said = words.say("preview-built", count=site.absent, target=target) if site.is_site else words.say("no-preview")
    print(said, file=sys.stdout if site.is_site else sys.stderr)
    return 0 if site.is_site else 1


def write_comment(folders: Folders, words: Messages, options: argparse.Namespace) -> int:
    """Writes what a proposal changes as a comment and as suggestions. Gives 1 where that cannot be told."""
    language = options.language or spoken_language(folders)
    with tempfile.TemporaryDirectory() as taken_out:
        found = _look(folders, words, options, Path(taken_out))
        if found is None:
            return 1
        place = Place(_folder(options.address), options.download, options.files)
        _write(found, language, place, options.target or folders.root / PROPOSAL)
    return 0


def write_ticked(folders: Folders, words: Messages, options: argparse.Namespace) -> int:
    """Writes the files of a proposal in which ticked boxes are done, as JSON. Gives 1 where they cannot be done."""
    target: Path = options.target or folders.root / PROPOSAL
    with tempfile.TemporaryDirectory() as taken_out:
        found = _look(folders, words, options, Path(taken_out))
        if found is None:
            return 1
        try:
            files = ticked(found, options.boxes)
        except Refused as refused:
            told = words.tell_all(refused.problems, Path(taken_out))
            print("\n".join(filter(None, (words.say(refused.rule, **refused.values), told))), file=sys.stderr)
            return 1
    target.mkdir(parents=True, exist_ok=True)
    (target / "ticked.json").write_text(json.dumps(files, ensure_ascii=False), "utf-8", newline="\n")
    print(words.say("ticked-done", files=len(files)))
    return 0


def _look(folders: Folders, words: Messages, options: argparse.Namespace, target: Path) -> Found | None:
    """Gives what a proposal changes, None where that cannot be seen, which is told."""
    try:
        found = look(folders, options.since, options.until or "HEAD", target)
    except GitFailed as failed:
        print(words.tell(Problem(Location(folders.root.name), failed.rule, HINTS[failed.rule])), file=sys.stderr)
        return None
    if isinstance(found, str):
        print(words.say("no-such-revision", found=found), file=sys.stderr)
        return None
    return found


def _write(found: Found, language: str, place: Place, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    (target / "comment.md").write_text(comment(found, language, place), "utf-8", newline="\n")
    told = json.dumps(suggestions(found, language), ensure_ascii=False, indent=2)
    (target / "suggestions.json").write_text(f"{told}\n", "utf-8", newline="\n")


def _folder(address: str) -> str:
    return f"{address.rstrip('/')}/" if address else ""
