"""The command `kennisstad check`: tells what is wrong, to people or to programs, and mends what is certain where it is asked to."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from kennisstad.addresses.routes import Addresses, routes
from kennisstad.checking import Checked
from kennisstad.commands.mending import Mended, Mender, Mending
from kennisstad.commands.proving import proven, without_taken_back
from kennisstad.messages import Messages
from kennisstad.messages.drawing import mended_lines
from kennisstad.messages.sources import Sources
from kennisstad.model import Dataset, Folders
from kennisstad.site import check_with_looks
from kennisstad.telling import FORMATS, Handbook


def tell_verdict(folders: Folders, words: Messages, language: str, options: argparse.Namespace) -> int:
    """Tells all problems in the format that is asked for, and sums them up. Gives 1 where there are errors."""
    if options.fix:
        mended = Mender(folders, lambda: check_with_looks(folders)).mend()
        told = list(_mended(mended, words))
        print("\n".join(told or [words.say("nothing-mended")]), file=sys.stderr if options.format in FORMATS else sys.stdout)
        checked = without_taken_back(mended, mended.checked)
    else:
        checked = proven(check_with_looks(folders), folders, lambda: check_with_looks(folders))
    repository = checked.dataset.programme.repository if checked.dataset else None
    handbook = Handbook.of(folders.root, language, str(repository or ""))
    _print_problems(checked, words, Sources(folders.root), handbook, options)
    if checked.problems and handbook.address:
        print(words.say("pages-of-rules", page=handbook.address), file=sys.stderr)
    summary = sys.stderr if checked.errors or options.format in FORMATS else sys.stdout
    print(_summary(checked, words), file=summary)
    return 1 if checked.errors else 0


def _print_problems(checked: Checked, words: Messages, sources: Sources, handbook: Handbook, options: argparse.Namespace) -> None:
    if options.format in FORMATS:
        told = FORMATS[options.format](checked.problems, words, sources, handbook)
    else:
        told = words.tell_all(checked.problems if options.all else checked.errors or checked.problems, sources, whole=options.all)
    if told:
        print(told, flush=True)


def _mended(mended: Mended, words: Messages) -> Iterator[str]:
    """Gives what was mended, the old line above the new one, and what was taken back."""
    for mending in mended.done:
        yield words.say("mended", place=words.place(mending.problem), rule=mending.problem.rule)
        yield from _old_and_new(mending)
    for mending in mended.taken_back:
        yield words.say("taken-back", place=words.place(mending.problem), rule=mending.problem.rule)
        yield from mended_lines(mending.problem.fix, mending.before)


def _old_and_new(mending: Mending) -> Iterator[str]:
    return mended_lines(mending.problem.fix, mending.before, with_old=True)


def _summary(checked: Checked, words: Messages) -> str:
    advice = len(checked.advice)
    dataset = checked.dataset
    if checked.errors or dataset is None:
        return words.say("errors", errors=len(checked.errors), advice=advice)
    told = words.say("some-advice", count=advice) if advice else words.say("no-advice")
    kinds = ("projects", "partners", "tracks", "themes")
    counts = {kind: len(dataset.valid[kind]) for kind in kinds}
    return words.say("clean", **counts, pages=_pages(dataset), advice=told)


def _pages(dataset: Dataset) -> int:
    return sum(1 for _ in routes(dataset, Addresses.of(dataset)))
