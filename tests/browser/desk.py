"""A desk where a change lies ready to be handed in: the page of the form without the form, under the policy it is served with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import yaml
from playwright.sync_api import Browser, Page, Route

from tests.conftest import ROOT
from tests.site.programmes import INVENTED

ASSETS = ROOT / "overrides" / "assets"
HERE = "https://harbour.example.org/edit/"
KNOWN = {urlsplit(HERE).netloc, "api.github.com"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self' https://api.github.com;"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
PAGE = """<!DOCTYPE html><html lang="{language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Desk</title><link rel="stylesheet" href="/shared.css"><link rel="stylesheet" href="/site.css">
<link rel="stylesheet" href="/form/handing-in.css"><main class="frame narrow"><h1>Desk</h1><div id="root"></div></main></html>"""
HAND_IN = """async ([changes, context]) => {
  const { handIn } = await import('/form/handing-in.js');
  handIn(changes, { ...context, root: document.getElementById('root') });
}"""
GITHUB = {"host": "github.com", "path": "harbour/site", "branch": "main"}
PROJECTS = "data/projects.yaml"
FILE = (INVENTED / PROJECTS).read_text("utf-8")
TYPES = {".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2"}


def record(identity: str, text: str = FILE) -> str:
    """Gives a record as it stands in the projects of the invented programme."""
    start = text.index(f"- id: {identity}\n")
    end = text.find("\n- id: ", start)
    return text[start : end + 1] if end >= 0 else text[start:]


def changed(identity: str, old: str, new: str, **more: Any) -> dict[str, Any]:
    """Gives a change of a project, as the form hands it in."""
    before = record(identity)
    assert old in before
    line = FILE[: FILE.index(before)].count("\n") + 1
    after = before.replace(old, new, 1)
    return {"kind": "projects", "id": identity, "file": PROJECTS, "line": line, "before": before, "after": after, **more}


def added(identity: str = "jetty") -> dict[str, Any]:
    """Gives a new project."""
    text = (
        f"- id: {identity}\n  title: {{en: Jetty}}\n  summary: {{en: A place to moor.}}\n  status: planned\n  checked: 2026-11-22\n"
    )
    return {"kind": "projects", "id": identity, "file": PROJECTS, "line": 0, "before": "", "after": text, "name": "Jetty"}


def article(text: str, before: str = "") -> dict[str, Any]:
    """Gives a news item in English, new or changed."""
    file = "content/en/news/boats.md"
    return {
        "kind": "news",
        "id": "boats",
        "file": file,
        "line": int(bool(before)),
        "before": before,
        "after": text,
        "name": "Boats",
    }


def words(language: str) -> Any:
    """Gives the words of a language, by group."""
    return yaml.safe_load((ROOT / "locales" / f"{language}.yaml").read_text("utf-8"))["words"]


def hand_in(page: Page, *changes: dict[str, Any], repository: Any = GITHUB, language: str = "en", **more: Any) -> None:
    """Hands in changes as the form does."""
    context = {"language": language, "words": words(language), "repository": repository, "local": None, **more}
    page.evaluate(HAND_IN, [list(changes), context])


@contextmanager
def desk(browser: Browser, language: str = "en", **settings: Any) -> Iterator[Page]:
    """Gives the page; afterwards nothing broke its policy, went wrong in a script, or was asked of another host."""
    context = browser.new_context(**settings)
    page = context.new_page()
    wrong: list[str] = []

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        ending = path[path.rfind(".") :] if "." in path else ""
        body = (ASSETS / path.removeprefix("/")).read_bytes() if ending in TYPES else PAGE.format(language=language).encode()
        kind = TYPES.get(ending, "text/html")
        route.fulfill(
            body=body,
            content_type=kind if ending == ".woff2" else f"{kind}; charset=utf-8",
            headers={"Content-Security-Policy": POLICY},
        )

    page.route(f"{urlsplit(HERE).scheme}://{urlsplit(HERE).netloc}/**", answer)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda asked: wrong.append(asked.url) if urlsplit(asked.url).netloc not in KNOWN else None)
    page.add_init_script(
        "window.broken = []; addEventListener('securitypolicyviolation', (found) => broken.push(found.blockedURI))"
    )
    page.goto(HERE)
    yield page
    broken = page.evaluate("window.broken")
    stored = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie, location.href]")
    context.close()
    assert (wrong, broken, stored) == ([], [], [0, 0, "", HERE]), json.dumps([wrong, broken, stored])
