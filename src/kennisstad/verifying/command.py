"""The command `kennisstad verify ADDRESS`: tells which files of a live site are not as they were built."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kennisstad.commands.building import SITE
from kennisstad.messages import Messages
from kennisstad.model import Folders
from kennisstad.verifying.asking import Live, address_of
from kennisstad.verifying.comparing import Compared, compare
from kennisstad.writing.manifest import Manifest


def verify(folders: Folders, words: Messages, options: argparse.Namespace) -> int:
    """Compares, and tells it. Gives 1 where a file differs, is missing or could not be had."""
    site: Path = options.site or folders.root / SITE
    address = address_of(options.address)
    if not address:
        print(words.say("verify-address", found=options.address), file=sys.stderr)
        return 1
    if not (site / "index.html").is_file():
        print(words.say("verify-no-site", found=site), file=sys.stderr)
        return 1
    compared = compare(site, Live(address))
    for one in compared.different:
        print(f"{one.path}: {words.say(one.why, found=one.found)}")
    if compared.different:
        _explain(compared, words)
        return 1
    print(words.say("verify-same", address=address, files=compared.same))
    return 0


def _explain(compared: Compared, words: Messages) -> None:
    print(words.say("verify-different", same=compared.same, different=len(compared.different)))
    if compared.unasked:
        print(words.say("verify-unasked", files=compared.unasked))
    if compared.is_rewritten:
        print(words.say("verify-rewritten"))
    live, here = _made_of(compared.live, words), _made_of(compared.here, words)
    if compared.live is not None and live != here:
        print(words.say("verify-made-of", live=live, here=here))


def _made_of(manifest: Manifest | None, words: Messages) -> str:
    """Gives the day and the commit of a site in words."""
    if manifest is None or not manifest.day:
        return words.say("verify-unknown")
    return words.say("verify-origin", day=manifest.day, commit=manifest.commit[:12] or words.say("verify-unknown"))
