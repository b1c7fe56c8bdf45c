"""The commands that change records by hand or by button: `kennisstad new`, `rename`, `merge`, `end`.

Each tells what it did, line by line. Nothing is written before the check has looked at the whole programme as it would be.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from kennisstad.editing.beginning import begin
from kennisstad.editing.desk import Desk, Done, Refused
from kennisstad.editing.ending import COMPLETED, end
from kennisstad.editing.keeping import follow
from kennisstad.editing.merging import merge_well
from kennisstad.editing.renaming import kind_named, rename
from kennisstad.editing.spelling import Given
from kennisstad.kinds import KINDS
from kennisstad.messages import Messages
from kennisstad.model import Folders, Kinds, RecordKind
from kennisstad.problem import Problem

COMMANDS = ("new", "rename", "merge", "end")
_FIELD = re.compile(r"([A-Za-z_][\w-]*(?:\.[\w-]+)*)=(.*)", re.DOTALL)
_OF_LANGUAGE = re.compile(r"([a-z]{2,3}(?:-[A-Za-z0-9]+)*)=(.*)", re.DOTALL)
Told = tuple[list[Problem], list[str]]
"""The errors that the programme would have, and what is left to say."""


def add_commands(commands: Any, shared: argparse.ArgumentParser, say: Callable[[str], str]) -> None:
    """Adds the commands to those of `kennisstad`; `say` gives a line of help."""
    parsers = {name: commands.add_parser(name, parents=[shared], help=say(f"help-{name}")) for name in COMMANDS}
    new = parsers["new"]
    new.add_argument("kind", help=say("help-kind"))
    new.add_argument("--title", default="", help=say("help-title"))
    new.add_argument("--id", default="", dest="identity", help=say("help-id"))
    new.add_argument("--alone", action="store_true", help=say("help-alone"))
    new.add_argument("fields", nargs="*", metavar="field=value", help=say("help-field-value"))
    for name, (first, second) in {"rename": ("old", "new"), "merge": ("old", "into")}.items():
        parsers[name].add_argument("kind", help=say("help-kind"))
        parsers[name].add_argument("old", help=say(f"help-{name}-{first}"))
        parsers[name].add_argument(second, help=say(f"help-{name}-{second}"))
    parsers["merge"].add_argument("--prefer", default="", help=say("help-prefer"))
    parsers["end"].add_argument("project", help=say("help-project"))
    parsers["end"].add_argument("--on", required=True, help=say("help-end-on"))
    parsers["end"].add_argument("--status", default=COMPLETED, help=say("help-end-status"))
    parsers["end"].add_argument("--result", action="append", default=[], help=say("help-result"))
    for parser in parsers.values():
        parser.add_argument("--dry-run", action="store_true", help=say("help-dry-run"))


def parsed(parser: argparse.ArgumentParser, arguments: Sequence[str] | None) -> argparse.Namespace:
    """Reads the arguments of a command; values of fields may stand behind its options too, where argparse looks for none."""
    options, rest = parser.parse_known_args(arguments)
    if rest and (options.command != "new" or any(one.startswith("-") for one in rest)):
        parser.error(" ".join(rest))
    if rest:
        options.fields = [*options.fields, *rest]
    return options


def run_command(folders: Folders, words: Messages, options: argparse.Namespace, kinds: Kinds = KINDS) -> int:
    """Runs a command. Gives 1, with nothing written, where it cannot be done or where the result would have an error more."""
    try:
        desk = Desk.of(folders, kinds)
        errors, left = do(desk, words, options)
    except Refused as refused:
        told = words.tell_all(refused.problems, folders.root)
        print("\n".join(filter(None, (words.say(refused.rule, **refused.values), told))), file=sys.stderr)
        return 1
    if errors:
        print(f"{words.say('edit-refused', count=len(errors))}\n{words.tell_all(errors, folders.root)}", file=sys.stderr)
        return 1
    if not options.dry_run:
        desk.save()
    print("\n".join((*map(line_of, desk.done), *left)))
    files = len({done.file for done in desk.done})
    print(words.say("edit-dry-run" if options.dry_run else "edit-done", places=len(desk.done), files=files))
    return 0


def do(desk: Desk, words: Messages, options: argparse.Namespace) -> Told:
    """Does on a desk what a command does, and writes nothing. Raises Refused."""
    return _DO[options.command](desk, words, options)


def line_of(done: Done) -> str:
    """Gives what was done in one line: `data/projects.yaml:35: quay-garden → green-quay`."""
    told = f"{done.old} → {done.new}" if done.old and done.new else f"+ {done.new}" if done.new else f"- {done.old}"
    return f"{done.file}:{done.line}: {told}"


def _errors(desk: Desk, kind: RecordKind | None = None, names: Mapping[str, str] | None = None) -> list[Problem]:
    """Gives the errors that the programme would have besides those it has; `names` is what records of a kind are called now."""
    outcome = desk.outcome()
    follow(desk, outcome, kind, dict(names or {}))
    return desk.new_errors(outcome, dict(names or {}))


def _new(desk: Desk, words: Messages, options: argparse.Namespace) -> Told:
    kind = kind_named(desk, options.kind)
    identity = begin(
        desk, kind, options.title, options.identity, given_fields(options.fields, desk.languages[0]), alone=options.alone
    )
    return _errors(desk), [words.say("edit-new", found=identity, kind=options.kind)]


def _rename(desk: Desk, words: Messages, options: argparse.Namespace) -> Told:
    kind = kind_named(desk, options.kind)
    rename(desk, kind, options.old, options.new)
    return _errors(desk, kind, {options.old: options.new}), []


def _merge(desk: Desk, words: Messages, options: argparse.Namespace) -> Told:
    kind = kind_named(desk, options.kind)
    prefer = [name for name in options.prefer.split(",") if name]
    merged, errors = merge_well(desk, kind, options.old, options.into, prefer)
    follow(desk, desk.outcome(), None, {})
    told = [words.say("merge-taken", found=", ".join(dict.fromkeys(merged.fields)))] if merged.fields else []
    if merged.left:
        told.append(words.say("merge-left", found=options.old))
        told += [f"  {one.line}: {one.field}: {one.text}" + (f" ({one.instead})" if one.instead else "") for one in merged.left]
    return errors, told


def _end(desk: Desk, words: Messages, options: argparse.Namespace) -> Told:
    left = end(desk, options.project, options.on, options.status, dict(_results(options.result, desk.languages)))
    return _errors(desk), [words.say(rule, **values) for rule, values in left]


def _results(given: Iterable[str], languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for text in given:
        found = _OF_LANGUAGE.fullmatch(text)
        if found and found[1] in languages:
            yield found[1], found[2]
        elif text.strip():
            yield languages[0], text


def given_fields(given: Iterable[str], language: str) -> dict[str, Given]:
    """Gives values by field: `summary.nl=Een tuin` is a text in a language, `summary=Een tuin` one in `language`."""
    fields: dict[str, Any] = {}
    for one in given:
        found = _FIELD.fullmatch(one)
        if not found:
            raise Refused("edit-no-field-value", found=one)
        *way, last = found[1].split(".")
        inside = fields
        for name in way:
            below = inside.get(name, {})
            inside[name] = below if isinstance(below, dict) else {language: below}
            inside = inside[name]
        if isinstance(inside.get(last), dict):
            inside[last][language] = found[2]
        else:
            inside[last] = found[2]
    return fields


_DO: Mapping[str, Callable[[Desk, Messages, argparse.Namespace], Told]] = {
    "new": _new,
    "rename": _rename,
    "merge": _merge,
    "end": _end,
}
