"""What a browser shows while something is wrong: the words of the check, or where a template or the code went wrong."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from html import escape
from pathlib import Path

import jinja2

from kennisstad.checking import Checked
from kennisstad.messages import LANGUAGES, messages
from kennisstad.site import BadData

FOR_ALL = "en"
"""The language of a fault in a programme whose first language has no messages."""

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<style>
  body {{ margin: 0; padding: 2rem; font: 1rem/1.5 system-ui, sans-serif; color: #1a1d24; background: #fbf9f5; }}
  h1 {{ border-left: .5rem solid #b5122b; padding-left: 1rem; font-size: 1.4rem; }}
  pre {{ white-space: pre-wrap; overflow-wrap: anywhere; font: .95rem/1.6 ui-monospace, monospace; }}
</style>{again}
</head>
<body>
<h1>{title}</h1>
<pre>{told}</pre>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, in the words of a language."""

    title: str
    told: str
    language: str

    def page(self) -> bytes:
        """Gives a page that tells it, for where there is no page to show it over."""
        return fault_page(self.title, self.told, self.language, looks_again=False)


def fault_of_data(checked: Checked, language: str, root: Path) -> Fault:
    """Gives the errors that a check found in the files under `root`; its advice keeps no page from being shown."""
    words = messages(language)
    return Fault(words.say("preview-fault"), words.tell_all(checked.errors, root), language)


def fault_of_code(told: str, language: str) -> Fault:
    """Gives what Python says of the code."""
    return Fault(messages(language).say("preview-code"), told, language)


def fault_of_page(error: Exception, language: str, root: Path) -> Fault:
    """Gives where a template or the code went wrong while a page was made of data that are right."""
    if isinstance(error, BadData):
        return fault_of_data(Checked(None, error.problems), language, root)
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{last.filename}:{last.lineno}"
    if isinstance(error, jinja2.TemplateSyntaxError):
        place = f"{error.filename}:{error.lineno}"
    return Fault(messages(language).say("preview-page"), f"{place}\n    {type(error).__name__}: {error}", language)


def spoken(languages: tuple[str, ...]) -> str:
    """Gives the language in which a programme is told what is wrong: its first, where messages know it."""
    return languages[0] if languages and languages[0] in LANGUAGES else FOR_ALL


def faulty(target: Path, bad: BadData) -> dict[str, bytes]:
    """Gives a site that tells on every page what is wrong; `target` holds the site as it was, or nothing yet."""
    known = (path.relative_to(target).as_posix() for path in target.rglob("*.html"))
    page = fault_page(messages(bad.language).say("preview-fault"), str(bad), bad.language)
    return dict.fromkeys(("index.html", "404.html", *known), page)


def fault_page(title: str, told: str, language: str, *, looks_again: bool = True) -> bytes:
    """Gives a page that tells what is wrong; it looks again every second whether that is mended, unless somebody else does."""
    again = '\n<meta http-equiv="refresh" content="1">' if looks_again else ""
    return _PAGE.format(title=escape(title), told=escape(told), language=escape(language), again=again).encode()
