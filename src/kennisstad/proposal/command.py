"""`kennisstad build --preview` and `kennisstad publishable`: a site of a proposal is written, and kept from being published."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kennisstad.messages import Messages
from kennisstad.model import Folders
from kennisstad.model.preview import MARK
from kennisstad.proposal.site import make_preview
from kennisstad.site import BadData
from kennisstad.writing.disk import write
from kennisstad.writing.search import IndexFailed, make_index

PREVIEW, SITE = "preview", "site"
"""The folders in which a preview and the site itself stand, for who names no other."""


def build_preview(folders: Folders, words: Messages, options: argparse.Namespace) -> int:
    """Writes the preview. Gives 1 where there is only a page that tells why there is none, or where it cannot be written."""
    target: Path = options.target or folders.root / PREVIEW
    if target.resolve() == (folders.root / SITE).resolve():
        print(words.say("preview-not-there", target=target), file=sys.stderr)
        return 1
    site = make_preview(folders, options.address)
    try:
        write(site.files, target, (lambda folder: None) if options.no_search or not site.is_site else make_index)
    except BadData as bad:
        print(words.tell_all(bad.problems, folders.root), file=sys.stderr)
        return 1
    except IndexFailed as failed:
        print(failed, file=sys.stderr)
        return 1
    if site.errors:
        print(words.tell_all(site.errors, folders.root))
    said = words.say("preview-built", count=site.absent, target=target) if site.is_site else words.say("no-preview")
    print(said, file=sys.stdout if site.is_site else sys.stderr)
    return 0 if site.is_site else 1


def look_if_publishable(words: Messages, folder: Path) -> int:
    """Gives 0 where a folder holds a site that may be published, and 1 where it is a preview or no site at all."""
    if (folder / "index.html").is_file() and not (folder / MARK).exists():
        return 0
    print(words.say("not-publishable", folder=folder, mark=MARK), file=sys.stderr)
    return 1
