"""The commands for who keeps a host: what it has to be told, and what it can send compressed."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from kennisstad.addresses.routes import Addresses
from kennisstad.checking import check
from kennisstad.hosting.deployment import deployment
from kennisstad.hosting.host import Hosted
from kennisstad.messages import Messages
from kennisstad.model import Folders
from kennisstad.site import ADDRESS
from kennisstad.writing.compressed import compress

DEPLOY = "deploy"
"""The folder of what hosts read, within that of the programme; it is made anew with each site, and committed nowhere."""


def write_deployment(folders: Folders, words: Messages, options: argparse.Namespace) -> int:
    """Writes the configuration of every host. Gives 1 where the data has errors; then nothing is written."""
    checked = check(folders)
    if checked.errors or checked.dataset is None:
        print(words.tell_all(checked.errors, folders.root), file=sys.stderr)
        return 1
    target: Path = options.target or folders.root / DEPLOY
    at = options.address or os.environ.get(ADDRESS, "") or checked.dataset.programme.address
    hosted = Hosted.of(checked.dataset, Addresses.of(checked.dataset, at))
    for name, text in deployment(hosted).items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
        print(path)
    return 0


def compress_site(words: Messages, site: Path) -> int:
    """Compresses the texts of a site, and tells how much that spares. Gives 1 where there is no site."""
    if not (site / "index.html").is_file():
        print(words.say("no-site", folder=site), file=sys.stderr)
        return 1
    count, before, after = compress(site)
    print(words.say("compressed", count=count, before=before // 1024, after=after // 1024))
    return 0
