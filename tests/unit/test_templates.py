"""Templates keep to the part of Jinja2 that MiniJinja shares, so that an engine with MiniJinja can render them too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import minijinja
import pytest

from kennisstad.pages import Pages
from kennisstad.render import Renderer
from kennisstad.urls import Addresses
from kennisstad.views.parts import heading_fit
from tests.conftest import ROOT
from tests.promises import Published

TEMPLATES = ROOT / "overrides" / "records"
SPELLINGS = {"&#x27;": "&#39;", "&#x2f;": "/", "&quot;": "&#34;"}
"""How MiniJinja writes what Jinja2 escapes otherwise."""


def load(name: str) -> str | None:
    return next((path.read_text("utf-8") for folder in (TEMPLATES, TEMPLATES.parent) if (path := folder / name).is_file()), None)


def _plain(html: str) -> str:
    for theirs, ours in SPELLINGS.items():
        html = html.replace(theirs, ours)
    return html.strip()


class Both(Renderer):
    """Renders with both engines and notes where they differ."""

    def __init__(self, templates: Path) -> None:
        super().__init__(templates)
        self.differing: set[str] = set()
        self.other = minijinja.Environment(
            loader=load, undefined_behavior="strict", trim_blocks=True, lstrip_blocks=True, auto_escape_callback=lambda name: "html"
        )

    def render(self, template: str, **context: Any) -> str:
        html = super().render(template, **context)
        other = self.other.render_template(f"{template}.html", **context)
        if _plain(html) != _plain(other):
            self.differing.add(template)
        return html


def test_both_engines_give_the_same_pages(grown: Published) -> None:
    renderer = Both(TEMPLATES)
    dataset = grown.dataset
    pages = Pages(dataset, Addresses(dataset.locales, dataset.programme.default_language, "https://site.example/"), renderer)

    assert len(pages.all) == len(grown.html)
    assert renderer.differing == set()


@pytest.mark.parametrize("path", sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "overrides").rglob("*.html")))
def test_only_html_of_our_own_making_is_not_escaped(path: str) -> None:
    """`| safe` stands behind the HTML that our own Markdown and templates made, and behind nothing else."""
    text = (ROOT / path).read_text("utf-8")
    trusted = ("page.content | safe", "content | safe", "view.description.html | safe")

    assert text.count("| safe") == sum(text.count(f"{{{{ {name} }}}}") for name in trusted)


@pytest.mark.parametrize(
    ("title", "given"),
    [
        ("Leren met de Stad", ""),
        ("Weekendklassen", "letters-13"),
        ("Campusontwikkeling", "letters-16"),
        ("Nieuwjaarsnetwerkborrel", "letters-20"),
        ("Toegankelijkheidsverklaring", "letters-24"),
        ("Leiden-Noord/Merenwijk", ""),
    ],
)
def test_a_heading_with_a_long_word_is_smaller_on_a_phone(title: str, given: str) -> None:
    assert heading_fit(title) == given
