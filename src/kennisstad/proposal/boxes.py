"""Boxes below a proposal that somebody can tick: its translations fit again, or one record is another one under a new id.

What a box says is worked out here from the proposal itself, also when it is ticked: nothing is done that was not offered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from kennisstad.commands.ledger import renewal
from kennisstad.editing.desk import Desk, Refused
from kennisstad.editing.lines import Typed
from kennisstad.editing.mentions import mentions
from kennisstad.editing.naming import Target
from kennisstad.editing.renaming import formerly, record_named
from kennisstad.messages import Messages
from kennisstad.model import Addressed
from kennisstad.model.ledger import LEDGER, translations
from kennisstad.problem import Edit
from kennisstad.proposal.found import Found, ended
from kennisstad.reading.files import LARGEST_FILE
from kennisstad.telling.marks import code

BEGIN = "<!-- kennisstad:boxes -->"
"""Stands once in the comment, before the boxes; what stands above it is no box, whatever it looks like."""
BOX = "<!-- kennisstad:do {name} -->"
"""Stands behind the words of a box."""
MOST = 10
TRANSLATED, FORMERLY = "translated", "formerly"


def boxes(found: Found) -> list[str]:
    """Gives the names of the boxes that a proposal has: `translated projects/garden`, `formerly projects/garden/green-garden`."""
    return [*_renamed(found), *_older(found)][:MOST]


def _older(found: Found) -> Iterator[str]:
    dataset = found.after.checked.dataset
    if dataset is None or dataset.ledger is None or found.after.checked.errors:
        return
    changed = set(found.by_record)
    older = (one for one in translations(dataset) if dataset.ledger.is_older(one) and (one.kind, one.record) in changed)
    yield from dict.fromkeys(f"{TRANSLATED} {one.of}" for one in older)


def _renamed(found: Found) -> Iterator[str]:
    """A record that is gone may be any of those that came."""
    before, after = found.before, found.after
    if before is None or before.left is None:
        return
    kinds = {kind.name: kind for kind in before.left.kinds.records if not kind.folder and issubclass(kind.model, Addressed)}
    for (name, identity), end in ended(found).items():
        if name in kinds and not end.now and not end.is_explained:
            came = [one for one in after.records(name) if one not in before.records(name)]
            yield from (f"{FORMERLY} {name}/{identity}/{one}" for one in came)


def boxes_section(found: Found, words: Messages) -> str:
    """Gives the boxes as Markdown, "" where there are none."""
    offered = boxes(found)
    if not offered:
        return ""
    lines = "\n".join(f"- [ ] {_words(name, words)} {BOX.format(name=name)}" for name in offered)
    return "\n\n".join((BEGIN, f"#### {words.say('comment-boxes')}", lines))


def _words(name: str, words: Messages) -> str:
    what, _, of = name.partition(" ")
    kind, *ids = of.split("/")
    if what == TRANSLATED:
        return words.say("comment-box-translated", found=code(of))
    return words.say("comment-box-formerly", old=code(f"{kind}/{ids[0]}"), new=code(f"{kind}/{ids[1]}"))


def ticked(found: Found, names: Iterable[str]) -> dict[str, str]:
    """Gives the text of each file of the proposal in which the boxes are done. Raises Refused where they cannot be.

    Names that are not offered do nothing.
    """
    desk = Desk.of(found.after.folders)
    offered = set(boxes(found))
    chosen = [name for name in dict.fromkeys(names) if name in offered]
    for name in chosen:
        what, _, of = name.partition(" ")
        if what == FORMERLY:
            _say_formerly(desk, *of.split("/"))
    errors = desk.new_errors(desk.outcome(), {})
    if errors:
        raise Refused("edit-refused", errors, count=len(errors))
    _say_translated(desk, [name.partition(" ")[2] for name in chosen if name.startswith(TRANSLATED)])
    if any(path.exists() and path.stat().st_size > LARGEST_FILE for path in desk.files):
        raise Refused("edit-unreadable")  # only the begin of such a file was taken out of the commit
    files = {desk.folders.name(path): typed for path, typed in desk.files.items()}
    return {f"{found.prefix}{name}": typed.data.decode() for name, typed in files.items() if typed is not None}


def _say_formerly(desk: Desk, name: str, old: str, new: str) -> None:
    """Lets a record say which id it had, and what still names it by that say the new one."""
    kind = next(kind for kind in desk.kinds.records if kind.name == name)
    head = record_named(desk, kind, new)[0]
    edits: dict[Path, list[Edit]] = defaultdict(list)
    edits[head.place.path] += formerly(head, kind, [old])
    for mention in mentions(desk, Target(desk.kinds, kind, old)):
        edits[mention.place.path].append(mention.saying(new))
    for path, some in edits.items():
        desk.change(path, some)


def _say_translated(desk: Desk, records: list[str]) -> None:
    """Writes in the ledger what it says of all texts once these translations fit theirs."""
    dataset = desk.checked.dataset
    renewed = renewal(dataset, records, None) if dataset is not None and records else None
    if renewed is not None:
        desk.files[desk.folders.data / LEDGER] = Typed(renewed.text)
