"""The command that writes the whole site, and what every command that writes a site does with what goes wrong."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from kennisstad.messages import Messages
from kennisstad.model import Folders
from kennisstad.model.origin import Origin
from kennisstad.site import BadData, make_site
from kennisstad.stopping import all_or_nothing
from kennisstad.writing.disk import place_of, write
from kennisstad.writing.finishing import finish

SITE = "site"
"""The folder of the site, within that of the programme."""


def build_site(folders: Folders, words: Messages, options: argparse.Namespace) -> int:
    """Writes the whole site; nothing of the old one is lost where that fails, and a sentence says so."""
    target: Path = options.target or folders.root / SITE
    return all_or_nothing(target, words, lambda: _build_site(target, folders, words, options))


def _build_site(target: Path, folders: Folders, words: Messages, options: argparse.Namespace) -> int:
    try:
        place_of(target)  # who may not write there does not wait for the site to be made
        site = make_site(folders, options.address)
    except BadData as bad:
        print(words.tell_all(bad.problems, folders.root), file=sys.stderr)
        return 1
    gc.freeze()  # what was read stays to the end; looking through it for rubbish is a twentieth of a build
    if not write_or_tell(site.files, target, folders, words, search=not options.no_search, origin=site.origin):
        return 1
    if site.advice:
        print(words.tell_all(site.advice, folders.root))
    print(words.say("built", pages=len(site.pages.all), target=target))
    return 0


def write_or_tell(
    files: Mapping[str, bytes], target: Path, folders: Folders, words: Messages, *, search: bool, origin: Origin | None = None
) -> bool:
    """Writes files in one step, with an index for search where that is wanted and a manifest where there is an `origin`.

    Tells what is wrong with the data, and gives False. Raises what `all_or_nothing` tells.
    """
    left_behind = lambda: print(words.say("build-left-behind"), file=sys.stderr)  # noqa: E731
    try:
        write(files, target, partial(finish, origin=origin, search=search), left_behind)
    except BadData as bad:
        print(words.tell_all(bad.problems, folders.root), file=sys.stderr)
        return False
    return True
