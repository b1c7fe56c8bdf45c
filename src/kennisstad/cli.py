"""The command `kennisstad`: checks the data, and writes what is made from the model."""

from __future__ import annotations

import argparse
import datetime
import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from kennisstad.addresses.routes import Addresses, routes
from kennisstad.checking import Checked, check
from kennisstad.differences import tell_changes
from kennisstad.icons import bring, icons_named
from kennisstad.init import answers, begin
from kennisstad.kinds import KINDS
from kennisstad.ledger import translated, write_ledger
from kennisstad.loading.spoken import spoken_language
from kennisstad.messages import LANGUAGES, Messages, messages
from kennisstad.model import Dataset, Folders
from kennisstad.newsletter import begin_newsletter
from kennisstad.reference import given_files, reference_files
from kennisstad.report import report
from kennisstad.rules.appearance import icons_exist
from kennisstad.site import BadData, check_with_looks, make_site
from kennisstad.writing.disk import write
from kennisstad.writing.search import IndexFailed, make_index


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command. Gives 0 when all is well, 1 when the data has errors or a file is not up to date."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # Windows would stumble over the arrow of a hint
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    folders = Folders.of(options.folder.resolve())
    language = options.language or spoken_language(folders)
    words = messages(language)
    commands: dict[str, Callable[[], int]] = {
        "check": lambda: _check(folders, words, whole=options.all),
        "newsletter": lambda: begin_newsletter(folders, words, options),
        "changes": lambda: tell_changes(folders, words, options),
        "report": lambda: _report(folders, words, language, options.on),
        "build": lambda: _build(folders, words, options),
        "serve": lambda: _serve(folders, words, language, options),
        "icons": lambda: _icons(folders, words),
        "ledger": lambda: write_ledger(folders, words),
        "translated": lambda: translated(folders, words, options.what, options.of_language),
        "schema": lambda: _schema(folders, words, only_look=options.check),
        "init": lambda: _init(options),
    }
    try:
        return commands[options.command]()
    except OSError as error:
        print(words.say("cannot-write", found=error.filename or "", why=error.strerror or str(error)), file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--language", choices=LANGUAGES, default=None, help=_help("help-language"))
    shared.add_argument("--folder", type=Path, default=Path(), help=_help("help-folder"))
    parser = argparse.ArgumentParser(prog="kennisstad", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    looked = commands.add_parser("check", parents=[shared], help=_help("help-check"))
    looked.add_argument("--all", action="store_true", help=_help("help-all"))
    told = commands.add_parser("report", parents=[shared], help=_help("help-report"))
    told.add_argument("--on", type=datetime.date.fromisoformat, default=None, help=_help("help-on"))
    letter = commands.add_parser("newsletter", parents=[shared], help=_help("help-newsletter"))
    letter.add_argument("--since", type=datetime.date.fromisoformat, default=None, help=_help("help-since"))
    letter.add_argument("--until", type=datetime.date.fromisoformat, default=None, help=_help("help-until"))
    compared = commands.add_parser("changes", parents=[shared], help=_help("help-changes"))
    compared.add_argument("--from", dest="since", default=None, help=_help("help-from"))
    compared.add_argument("--to", dest="until", default=None, help=_help("help-to"))
    commands.add_parser("ledger", parents=[shared], help=_help("help-ledger"))
    renewed = commands.add_parser("translated", parents=[shared], help=_help("help-translated"))
    renewed.add_argument("what", help=_help("help-translated-what"))
    renewed.add_argument("of_language", nargs="?", default=None, help=_help("help-translated-language"))
    built = commands.add_parser("build", parents=[shared], help=_help("help-build"))
    built.add_argument("--target", type=Path, default=None, help=_help("help-target"))
    built.add_argument("--address", default="", help=_help("help-address"))
    built.add_argument("--no-search", action="store_true", help=_help("help-no-search"))
    commands.add_parser("icons", parents=[shared], help=_help("help-icons"))
    begun = commands.add_parser("init", help=_help("help-init"))
    begun.add_argument("folder", type=Path, help=_help("help-init-folder"))
    begun.add_argument("--name", default=None, help=_help("help-init-name"))
    begun.add_argument("--languages", default=None, help=_help("help-init-languages"))
    begun.add_argument("--address", default=None, help=_help("help-address"))
    begun.add_argument("--mkdocs", action="store_true", help=_help("help-init-mkdocs"))
    begun.add_argument("--language", choices=LANGUAGES, default=None, help=_help("help-language"))
    served = commands.add_parser("serve", parents=[shared], help=_help("help-serve"))
    served.add_argument("--host", default="127.0.0.1", help=_help("help-host"))
    served.add_argument("--port", type=int, default=8000, help=_help("help-port"))
    schema = commands.add_parser("schema", parents=[shared], help=_help("help-schema"))
    schema.add_argument("--check", action="store_true", help=_help("help-only-look"))
    return parser


def _help(key: str) -> str:
    """Gives a line of help in every language of the messages; which one is wanted is not known before the options are read."""
    return " / ".join(messages(language).words[key] for language in LANGUAGES)


def _check(folders: Folders, words: Messages, *, whole: bool) -> int:
    checked = check_with_looks(folders)
    if checked.problems:
        print(words.tell_all(checked.problems, folders.root, whole=whole))
    print(_summary(checked, words), file=sys.stderr if checked.errors else sys.stdout)
    return 1 if checked.errors else 0


def _report(folders: Folders, words: Messages, language: str, on: datetime.date | None) -> int:
    """Only the report asks which day it is: nothing that is built or tested depends on it."""
    checked = check(folders)
    if checked.errors or checked.dataset is None:
        print(words.tell_all(checked.errors, folders.root))
        return 1
    print(report(checked.dataset, words, language, on or datetime.datetime.now(tz=datetime.UTC).date()))
    return 0


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


def _build(folders: Folders, words: Messages, options: argparse.Namespace) -> int:
    """Writes the whole site; nothing of the old one is lost where that fails."""
    target: Path = options.target or folders.root / "site"
    try:
        site = make_site(folders, options.address)
        write(site.files, target, (lambda folder: None) if options.no_search else make_index)
    except BadData as bad:
        print(words.tell_all(bad.problems, folders.root), file=sys.stderr)
        return 1
    except IndexFailed as failed:
        print(failed, file=sys.stderr)
        return 1
    if site.advice:
        print(words.tell_all(site.advice, folders.root))
    print(words.say("built", pages=len(site.pages.all), target=target))
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
    from kennisstad.preview.command import serve  # noqa: PLC0415 - who only checks or builds waits for no server

    return serve(folders, words, language, options.host, options.port)


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
