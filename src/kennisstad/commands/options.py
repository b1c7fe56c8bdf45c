"""What may be asked on the command line: every command with its options, each explained in every language of the messages."""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path
from typing import Any

from kennisstad.editing.command import add_commands
from kennisstad.messages import LANGUAGES, messages
from kennisstad.telling import FORMATS, PLAIN

Commands = Any
"""What argparse adds commands to; it gives this no name of its own."""


def parser() -> argparse.ArgumentParser:
    """Gives what reads the arguments of the command `kennisstad`."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--language", choices=LANGUAGES, default=None, help=explained("help-language"))
    shared.add_argument("--folder", type=Path, default=Path(), help=explained("help-folder"))
    reads = argparse.ArgumentParser(prog="kennisstad", description="Checks the data, and writes what is made of them.")
    commands = reads.add_subparsers(dest="command", required=True)
    _that_tell(commands, shared)
    _that_host(commands, shared)
    _that_keep(commands, shared)
    _that_show(commands, shared)
    add_commands(commands, shared, explained)
    return reads


def explained(key: str) -> str:
    """Gives a line of help in every language of the messages; which one is wanted is not known before the options are read."""
    return " / ".join(messages(language).words[key] for language in LANGUAGES)


def _that_tell(commands: Commands, shared: argparse.ArgumentParser) -> None:
    judged = commands.add_parser("check", parents=[shared], help=explained("help-check"))
    judged.add_argument("--format", choices=(PLAIN, *FORMATS), default=PLAIN, help=explained("help-format"))
    judged.add_argument("--fix", action="store_true", help=explained("help-fix"))
    judged.add_argument("--all", action="store_true", help=explained("help-all"))
    told = commands.add_parser("report", parents=[shared], help=explained("help-report"))
    told.add_argument("--on", type=datetime.date.fromisoformat, default=None, help=explained("help-on"))
    outside = commands.add_parser("outside", parents=[shared], help=explained("help-outside"))
    outside.add_argument("--answers", type=Path, default=None, help=explained("help-outside-answers"))
    outside.add_argument("--files", default="", help=explained("help-outside-files"))
    compared = commands.add_parser("changes", parents=[shared], help=explained("help-changes"))
    compared.add_argument("--from", dest="since", default=None, help=explained("help-from"))
    compared.add_argument("--to", dest="until", default=None, help=explained("help-to"))
    proposed = commands.add_parser("comment", parents=[shared], help=explained("help-comment"))
    proposed.add_argument("--from", dest="since", required=True, help=explained("help-comment-from"))
    proposed.add_argument("--to", dest="until", default=None, help=explained("help-to"))
    proposed.add_argument("--target", type=Path, default=None, help=explained("help-comment-target"))
    proposed.add_argument("--preview", dest="address", default="", help=explained("help-comment-address"))
    proposed.add_argument("--download", default="", help=explained("help-comment-download"))
    proposed.add_argument("--files", default="", help=explained("help-comment-files"))
    done = commands.add_parser("ticked", parents=[shared], help=explained("help-ticked"))
    done.add_argument("--from", dest="since", required=True, help=explained("help-comment-from"))
    done.add_argument("--to", dest="until", default=None, help=explained("help-to"))
    done.add_argument("--target", type=Path, default=None, help=explained("help-comment-target"))
    done.add_argument("boxes", nargs="+", help=explained("help-ticked-boxes"))
    published = commands.add_parser("publishable", parents=[shared], help=explained("help-publishable"))
    published.add_argument("site", type=Path, nargs="?", default=None, help=explained("help-publishable-site"))
    put = commands.add_parser("publish", parents=[shared], help=explained("help-publish"))
    put.add_argument("target", help=explained("help-publish-target"))
    put.add_argument("--site", type=Path, default=None, help=explained("help-publish-site"))
    back = commands.add_parser("rollback", parents=[shared], help=explained("help-rollback"))
    back.add_argument("target", help=explained("help-publish-target"))


def _that_host(commands: Commands, shared: argparse.ArgumentParser) -> None:
    hosted = commands.add_parser("hosting", parents=[shared], help=explained("help-hosting"))
    hosted.add_argument("--target", type=Path, default=None, help=explained("help-hosting-target"))
    hosted.add_argument("--address", default="", help=explained("help-address"))
    packed = commands.add_parser("compress", parents=[shared], help=explained("help-compress"))
    packed.add_argument("site", type=Path, nargs="?", default=None, help=explained("help-publishable-site"))


def _that_keep(commands: Commands, shared: argparse.ArgumentParser) -> None:
    letter = commands.add_parser("newsletter", parents=[shared], help=explained("help-newsletter"))
    letter.add_argument("--since", type=datetime.date.fromisoformat, default=None, help=explained("help-since"))
    letter.add_argument("--until", type=datetime.date.fromisoformat, default=None, help=explained("help-until"))
    commands.add_parser("ledger", parents=[shared], help=explained("help-ledger"))
    commands.add_parser("addresses", parents=[shared], help=explained("help-addresses"))
    renewed = commands.add_parser("translated", parents=[shared], help=explained("help-translated"))
    renewed.add_argument("what", nargs="+", help=explained("help-translated-what"))
    commands.add_parser("icons", parents=[shared], help=explained("help-icons"))
    schema = commands.add_parser("schema", parents=[shared], help=explained("help-schema"))
    schema.add_argument("--check", action="store_true", help=explained("help-only-look"))


def _that_show(commands: Commands, shared: argparse.ArgumentParser) -> None:
    built = commands.add_parser("build", parents=[shared], help=explained("help-build"))
    built.add_argument("--target", type=Path, default=None, help=explained("help-target"))
    built.add_argument("--address", default="", help=explained("help-address"))
    built.add_argument("--no-search", action="store_true", help=explained("help-no-search"))
    built.add_argument("--preview", action="store_true", help=explained("help-preview"))
    kept = commands.add_parser("archive", parents=[shared], help=explained("help-archive"))
    kept.add_argument("--target", type=Path, default=None, help=explained("help-archive-target"))
    kept.add_argument("--address", default="", help=explained("help-address"))
    verified = commands.add_parser("verify", parents=[shared], help=explained("help-verify"))
    verified.add_argument("address", help=explained("help-verify-address"))
    verified.add_argument("--site", type=Path, default=None, help=explained("help-verify-site"))
    begun = commands.add_parser("init", help=explained("help-init"))
    begun.add_argument("folder", type=Path, help=explained("help-init-folder"))
    begun.add_argument("--name", default=None, help=explained("help-init-name"))
    begun.add_argument("--languages", default=None, help=explained("help-init-languages"))
    begun.add_argument("--address", default=None, help=explained("help-address"))
    begun.add_argument("--mkdocs", action="store_true", help=explained("help-init-mkdocs"))
    begun.add_argument("--language", choices=LANGUAGES, default=None, help=explained("help-language"))
    served = commands.add_parser("serve", parents=[shared], help=explained("help-serve"))
    served.add_argument("--host", default="127.0.0.1", help=explained("help-host"))
    served.add_argument("--port", type=int, default=8000, help=explained("help-port"))
    edited = commands.add_parser("edit", parents=[shared], help=explained("help-edit"))
    edited.add_argument("--port", type=int, default=8010, help=explained("help-port"))
    edited.add_argument("--no-open", action="store_true", help=explained("help-no-open"))
