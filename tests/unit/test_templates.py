"""Templates keep to the part of Jinja2 that MiniJinja shares, so that an engine with MiniJinja can render them too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import minijinja
import pytest

from kennisstad.addresses.routes import Addresses
from kennisstad.pages import Pages
from kennisstad.render import JinjaRenderer
from kennisstad.views.components import heading_fit
from tests.conftest import ROOT
from tests.promises import Published


class MiniJinjaRenderer:
    """Renders the same templates with MiniJinja, and spells quotes as Jinja2 spells them."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._places = [place for folder in folders for place in (folder, folder / "records")]
        self._environment = minijinja.Environment(
            loader=self._load,
            undefined_behavior="strict",
            trim_blocks=True,
            lstrip_blocks=True,
            auto_escape_callback=lambda name: "html",
        )

    def _load(self, name: str) -> str | None:
        return next((path.read_text("utf-8") for place in self._places if (path := place / name).is_file()), None)

    def render(self, template: str, **context: object) -> str:
        html: str = self._environment.render_template(f"{template}.html", **context)
        return html.replace("&#x27;", "&#39;").replace("&#x2f;", "/").replace("&quot;", "&#34;")


class Both:
    """Renders with both engines and notes where they differ."""

    def __init__(self, looks: tuple[Path, ...]) -> None:
        self.one, self.other = JinjaRenderer(looks), MiniJinjaRenderer(looks)
        self.differing: set[str] = set()

    def render(self, template: str, **context: object) -> str:
        html = self.one.render(template, **context)
        if html != self.other.render(template, **context):
            self.differing.add(template)
        return html


def test_both_engines_give_the_same_bytes(grown: Published) -> None:
    renderer = Both(grown.dataset.folders.looks)
    pages = Pages(grown.dataset, Addresses.of(grown.dataset, "https://site.example/"), renderer)

    assert len([page.html() for page in pages.all]) == len(grown.html)
    assert renderer.differing == set()


@pytest.mark.parametrize("path", sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "overrides").rglob("*.html")))
def test_only_html_of_our_own_making_is_not_escaped(path: str) -> None:
    """`| safe` stands behind the HTML that our own Markdown and templates made, and behind nothing else."""
    text = (ROOT / path).read_text("utf-8")
    trusted = ("body", "content", "view.description.html", "menu", "contact", "foot")

    assert text.count("| safe") == sum(text.count(f"{{{{ {name} | safe }}}}") for name in trusted)


@pytest.mark.parametrize("path", sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "overrides").rglob("*.html")))
def test_what_only_a_screen_reader_says_is_said_in_its_language(path: str) -> None:
    """A title that is not translated is read out by the voice of its own language, in a name that nobody sees too."""
    template = (ROOT / path).read_text("utf-8")
    named = re.findall(r'<span class="visually-hidden".*?(?:</span>)+|{% set name = .*? %}|{% set name %}.*?{% endset %}', template)
    texts = {(told, part) for told in named for part in re.findall(r"([a-z_.]+)\.text\b", told)}

    assert {part for told, part in texts if f"lang({part})" not in told} == set()


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


@pytest.mark.parametrize("length", [10, 5000])
def test_a_part_of_any_length_is_rendered_the_same(length: int, tmp_path: Path) -> None:
    """Short parts are put in place, long ones are included; either calls what the page imported."""
    files = {
        "page.html": '{% from "loud.html" import loud %}\n<h1>{{ loud(title) }}</h1>\n{% include "part.html" %}\n<p>after</p>\n',
        "loud.html": "{% macro loud(word) %}<b>{{ word.text }}</b>{% endmacro %}\n",
        "part.html": f"<p>{'x' * length} {{{{ loud(title) }}}}</p>\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    title = type("Title", (), {"text": "A & B"})

    given = f"<h1><b>A &amp; B</b></h1>\n<p>{'x' * length} <b>A &amp; B</b></p><p>after</p>"
    assert JinjaRenderer([tmp_path]).render("page", title=title) == given
