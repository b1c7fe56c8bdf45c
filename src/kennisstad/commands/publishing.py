"""The commands that put a built site where a server shows it, and put the one before it back."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from kennisstad.messages import Messages
from kennisstad.model.preview import MARK
from kennisstad.stopping import ENDED, Stopped, stoppable, why
from kennisstad.writing.releases import NotPublished, Shown, publish


def look_if_publishable(words: Messages, folder: Path) -> int:
    """Gives 0 where a folder holds a site that may be published, and 1 where it is a preview or no site at all."""
    if (folder / "index.html").is_file() and not (folder / MARK).exists():
        return 0
    print(words.say("not-publishable", folder=folder, mark=MARK), file=sys.stderr)
    return 1


def publish_site(words: Messages, site: Path, target: str) -> int:
    """Puts a site in use in one step. Gives 1 where it may not or cannot be published; then what was shown stays."""
    return look_if_publishable(words, site) or _told(words, target, lambda shown: publish(site, shown))


def roll_back(words: Messages, target: str) -> int:
    """Puts the site before the one in use back. Gives 1 where there is none, or that cannot be done."""
    return _told(words, target, lambda shown: shown.do("back"))


def _told(words: Messages, target: str, act: Callable[[Shown], tuple[str, str]]) -> int:
    try:
        with stoppable():
            did, name = act(Shown.named(target))
    except NotPublished as refused:
        print(words.say(refused.rule, target=target, found=" ".join(refused.found.split())), file=sys.stderr)
        return 1
    except OSError as error:
        found = f"{error.filename or target}: {why(error, words)}"
        print(words.say("publish-failed", target=target, found=found), file=sys.stderr)
        return 1
    except Stopped as stopped:
        print(words.say("publish-stopped", target=target), file=sys.stderr)
        return ENDED + stopped.signal
    print(words.say(f"publish-{did}", name=name, target=target))
    return 0
