"""The command `kennisstad`: checks the data, and writes what is made from the model."""

from __future__ import annotations

import argparse
import datetime
import io
import signal
import sys
from collections.abc import Callable, Sequence

from kennisstad.archive.command import write_archive
from kennisstad.checking import check
from kennisstad.commands.building import SITE, build_site
from kennisstad.commands.deploying import compress_site, write_deployment
from kennisstad.commands.differences import tell_changes
from kennisstad.commands.init import answers, begin
from kennisstad.commands.ledger import translated, write_addresses, write_ledger
from kennisstad.commands.newsletter import begin_newsletter
from kennisstad.commands.options import parser
from kennisstad.commands.outside import tell_outside
from kennisstad.commands.publishing import look_if_publishable, publish_site, roll_back
from kennisstad.commands.reference import given_files, reference_files
from kennisstad.commands.report import report
from kennisstad.commands.verdict import tell_verdict
from kennisstad.editing.command import COMMANDS, parsed, run_command
from kennisstad.icons import bring, icons_named
from kennisstad.kinds import KINDS
from kennisstad.loading.spoken import spoken_language
from kennisstad.messages import Messages, messages
from kennisstad.model import Folders
from kennisstad.proposal.command import build_preview, write_comment, write_ticked
from kennisstad.rules.appearance import icons_exist
from kennisstad.stopping import ENDED, why


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command. Gives 0 when all is well, 1 when the data has errors or a file is not up to date."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Windows would stumble over the arrow of a hint
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = parsed(parser(), arguments)
    folders = Folders.of(options.folder.resolve())
    language = options.language or spoken_language(folders)
    words = messages(language)
    commands: dict[str, Callable[[], int]] = {
        "check": lambda: tell_verdict(folders, words, language, options),
        "newsletter": lambda: begin_newsletter(folders, words, options),
        "changes": lambda: tell_changes(folders, words, options),
        "outside": lambda: tell_outside(folders, words, options),
        "report": lambda: _report(folders, words, language, options.on),
        "build": lambda: (build_preview if options.preview else build_site)(folders, words, options),
        "archive": lambda: write_archive(folders, words, options),
        "comment": lambda: write_comment(folders, words, options),
        "ticked": lambda: write_ticked(folders, words, options),
        "publishable": lambda: look_if_publishable(words, options.site or folders.root / SITE),
        "verify": lambda: _verify(folders, words, options),
        "publish": lambda: publish_site(words, options.site or folders.root / SITE, options.target),
        "rollback": lambda: roll_back(words, options.target),
        "hosting": lambda: write_deployment(folders, words, options),
        "compress": lambda: compress_site(words, options.site or folders.root / SITE),
        "serve": lambda: _serve(folders, words, language, options),
        "edit": lambda: _edit(folders, words, language, options),
        "icons": lambda: _icons(folders, words),
        "ledger": lambda: write_ledger(folders, words),
        "addresses": lambda: write_addresses(folders, words),
        "translated": lambda: translated(folders, words, options.what),
        "schema": lambda: _schema(folders, words, only_look=options.check),
        "init": lambda: _init(options),
        **dict.fromkeys(COMMANDS, lambda: run_command(folders, words, options)),
    }
    try:
        return commands[options.command]()
    except OSError as error:
        print(words.say("cannot-write", found=error.filename or "", why=why(error, words)), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(words.say("stopped"), file=sys.stderr)
        return ENDED + signal.SIGINT


def _report(folders: Folders, words: Messages, language: str, on: datetime.date | None) -> int:
    """Only the report asks which day it is: nothing that is built or tested depends on it."""
    checked = check(folders)
    if checked.errors or checked.dataset is None:
        print(words.tell_all(checked.errors, folders.root))
        return 1
    print(report(checked.dataset, words, language, on or datetime.datetime.now(tz=datetime.UTC).date()))
    return 0


def _icons(folders: Folders, words: Messages) -> int:
    """Brings the icons that records name from Material's sets, and tells which it could not bring."""
    checked = check(folders)
    if checked.dataset is None:
        print(words.tell_all(checked.errors, folders.root), file=sys.stderr)
        return 1
    for path in bring(folders, (icon for *_, icon in icons_named(checked.dataset))):
        print(folders.name(path))
    lacking = list(icons_exist(checked.dataset))
    if lacking:
        print(words.tell_all(lacking, folders.root), file=sys.stderr)
        return 1
    print(words.say("icons-there"))
    return 0


def _init(options: argparse.Namespace) -> int:
    """Makes the least that builds; what was not given is asked for on a terminal."""
    wanted, problem = answers(options, sys.stdin.isatty())
    words = messages(options.language or wanted.spoken)
    if not problem:
        problem = begin(options.folder, wanted)
    if problem:
        print(words.say(problem[0], **problem[1]), file=sys.stderr)
        return 1
    print(words.say("init-done", folder=options.folder))
    return 0


def _serve(folders: Folders, words: Messages, language: str, options: argparse.Namespace) -> int:
    try:
        from kennisstad.preview.command import serve  # noqa: PLC0415 - who only checks or builds waits for no server
    except ModuleNotFoundError as absent:
        return _not_installed(absent, words)
    return serve(folders, words, language, options.host, options.port)


def _edit(folders: Folders, words: Messages, language: str, options: argparse.Namespace) -> int:
    try:
        from kennisstad.local.command import edit  # noqa: PLC0415 - as above
    except ModuleNotFoundError as absent:
        return _not_installed(absent, words)
    return edit(folders, words, language, options.port, opens=not options.no_open)


def _not_installed(absent: ModuleNotFoundError, words: Messages) -> int:
    """Tells which package is lacking of those that no build needs (the extra `preview` in pyproject.toml)."""
    print(words.say("preview-not-installed", found=absent.name), file=sys.stderr)
    return 1


def _verify(folders: Folders, words: Messages, options: argparse.Namespace) -> int:
    from kennisstad.verifying.command import verify  # noqa: PLC0415 - the only command that asks the network

    return verify(folders, words, options)


def _schema(folders: Folders, words: Messages, *, only_look: bool) -> int:
    checked = check(folders)
    if checked.dataset is None:
        print(words.tell_all(checked.errors, folders.root))
        return 1
    stale = []
    made = reference_files(KINDS) | ({} if only_look else given_files(checked.dataset))  # any edit may make the latter old
    for name, text in made.items():
        path = folders.root / name
        if path.is_file() and path.read_text("utf-8") == text:
            continue
        stale.append(name)
        if not only_look:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
    if stale:
        print("\n".join(stale))
    return 1 if stale and only_look else 0
