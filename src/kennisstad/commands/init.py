"""The least that builds: `kennisstad init` writes a programme's record and its home page, and nothing that is not needed."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kennisstad.loading.locales import is_known
from kennisstad.messages import LANGUAGES, messages
from kennisstad.model import PROGRAMME, Programme
from kennisstad.model.folders import SHARED_LANGUAGES
from kennisstad.model.values import is_web_address
from kennisstad.text import suggest_slug

Complaint = tuple[str, dict[str, str]]
"""The key of a sentence in the messages, and what to fill in."""
SCHEMA_LINE = "# yaml-language-server: $schema=schema/programme.json"
_NO_LETTERS = "id"
"""What stands for a name that has no letter that an address may have."""
_MKDOCS = """\
# MkDocs writes the site down (`mkdocs build`); `kennisstad build` gives the same without it.
site_name: {name}
site_url: !ENV [SITE_URL, null]
docs_dir: content
site_dir: site
theme: {{name: material, font: false}}
hooks: [hooks.py]
plugins: []
watch: [data]
"""
_HOOKS = "from kennisstad_host import *  # noqa: F403\n"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a new programme is made with."""

    name: str = ""
    languages: tuple[str, ...] = field(default_factory=tuple)
    address: str = ""
    with_mkdocs: bool = False

    @property
    def spoken(self) -> str:
        """The language that its maker is spoken to in."""
        return (_told_in(self.languages[0]) if self.languages else "") or SHARED_LANGUAGES[0]


def _told_in(language: str) -> str:
    """Gives the language of the messages for a language of any region, or ""."""
    first = language.partition("-")[0]
    return first if first in LANGUAGES else ""


def answers(options: argparse.Namespace, is_terminal: bool, ask: Callable[[str], str] = input) -> tuple[Wanted, Complaint | None]:
    """Gives what is wanted, and what is wrong with it. What was not given is asked for, but only where somebody can answer."""
    given: dict[str, str] = {}
    for question in ("languages", "name", "address"):
        text = getattr(options, question)
        if text is None and is_terminal:
            words = messages(options.language or _wanted(given, options).spoken)
            try:
                text = ask(f"{words.say(f'init-ask-{question}')} ")
            except (EOFError, KeyboardInterrupt):
                text = None
        if text is None:
            return _wanted(given, options), ("init-missing", {"found": f"--{question}"})
        given[question] = " ".join(text.split())
        if complaint := _complaint(question, given[question]):
            return _wanted(given, options), complaint
    return _wanted(given, options), None


def _wanted(given: dict[str, str], options: argparse.Namespace) -> Wanted:
    languages = tuple(part.strip() for part in given.get("languages", "").split(","))
    return Wanted(given.get("name", ""), languages if languages != ("",) else (), given.get("address", ""), options.mkdocs)


def _complaint(question: str, text: str) -> Complaint | None:
    if question == "name":
        return None if text and text.isprintable() else ("init-name", {})
    if question == "address":
        is_page = is_web_address(text) and not text.startswith("mailto:")
        return None if is_page else ("init-address", {"found": text})
    codes = [code.strip() for code in text.split(",")]
    wrong = next((code for code in codes if not code or not is_known(code) or codes.count(code) > 1), None)
    return None if wrong is None else ("init-languages", {"found": wrong or text})


def begin(folder: Path, wanted: Wanted) -> Complaint | None:
    """Writes the files of a new programme, or none where one of them is there already; gives what is wrong.

    Raises OSError where a file cannot be written.
    """
    files = first_files(wanted)
    there = [name for name in files if os.path.lexists(folder / name)]
    if there:
        return "init-there", {"found": ", ".join(there), "folder": str(folder)}
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return None


def first_files(wanted: Wanted) -> dict[str, str]:
    """Gives the text of every file by its path."""
    files = {f"data/{PROGRAMME.file}": _programme(wanted)}
    for language in wanted.languages:
        told_in = _told_in(language)
        said = messages(told_in).say("init-summary", name=wanted.name) if told_in else wanted.name
        files[f"content/{language}/index.md"] = f"---\ntitle: {_quoted(wanted.name)}\ndescription: {_quoted(said)}\n---\n"
    if wanted.with_mkdocs:
        files |= {"mkdocs.yml": _MKDOCS.format(name=_quoted(wanted.name)), "hooks.py": _HOOKS}
    return files


def _programme(wanted: Wanted) -> str:
    words = messages(wanted.spoken)
    meaning = words.fields[Programme.__name__]
    slug = suggest_slug(wanted.name)
    written = {
        "id": slug if slug != _NO_LETTERS else PROGRAMME.name,
        "name": _texts(dict.fromkeys(wanted.languages, wanted.name)),
        "tagline": _texts(_said(wanted, "init-tagline")),
        "summary": _texts(_said(wanted, "init-summary")),
        "languages": f"[{', '.join(wanted.languages)}]",
        "address": _quoted(wanted.address),
    }
    lines = [SCHEMA_LINE, *(f"# {line}" for line in words.say("init-programme").splitlines()), ""]
    lines += [f"{name}: {value}" for name, value in written.items()]
    lines += ["", *(f"# {line}" for line in words.say("init-optional").splitlines())]
    for name in Programme.model_fields:
        if name not in written:
            lines += ["#", f"# {meaning[name]}", f"# {name}:"]
    return "\n".join(lines) + "\n"


def _said(wanted: Wanted, key: str) -> dict[str, str]:
    """Gives a sentence in the languages that the messages have; the first language is never without."""
    told_in = {language: _told_in(language) for language in wanted.languages}
    told_in[wanted.languages[0]] = wanted.spoken
    return {language: messages(told).say(key, name=wanted.name) for language, told in told_in.items() if told}


def _texts(texts: dict[str, str]) -> str:
    return "{" + ", ".join(f"{language}: {_quoted(text)}" for language, text in texts.items()) + "}"


def _quoted(text: str) -> str:
    """Gives a text as YAML takes it, whatever stands in it."""
    return json.dumps(text, ensure_ascii=False)
