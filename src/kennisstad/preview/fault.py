"""What a browser shows in place of a page while something is wrong: the words of the check."""

from __future__ import annotations

from html import escape
from pathlib import Path

from kennisstad.messages import messages
from kennisstad.site import BadData

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


def faulty(target: Path, bad: BadData) -> dict[str, bytes]:
    """Gives a site that tells on every page what is wrong; `target` holds the site as it was, or nothing yet."""
    known = (path.relative_to(target).as_posix() for path in target.rglob("*.html"))
    page = fault_page(messages(bad.language).say("preview-fault"), str(bad), bad.language)
    return dict.fromkeys(("index.html", "404.html", *known), page)


def fault_page(title: str, told: str, language: str, *, looks_again: bool = True) -> bytes:
    """Gives a page that tells what is wrong; it looks again every second whether that is mended, unless somebody else does."""
    again = '\n<meta http-equiv="refresh" content="1">' if looks_again else ""
    return _PAGE.format(title=escape(title), told=escape(told), language=escape(language), again=again).encode()
