"""What an editor types stands somewhere on the site: every text in each language, and every row that a source names."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from kennisstad.markdown import fields as markup
from kennisstad.model import Dataset, Figure, Prose, Record, Source, Text
from kennisstad.model.walk import values_of

_TAG = re.compile(r"<[^>]+>")
_BLOCK = re.compile(r"<(?:p|li)>(.*?)</(?:p|li)>", re.DOTALL)


def test_every_text_stands_on_a_page_of_its_language(real: Dataset, site: Path) -> None:
    said = {language: _words_of_pages(site, language == "en") for language in ("nl", "en")}

    lost = [
        f"{name}/{record.id}: {line[:80]} ({language})"
        for name, record in real.records()
        for language, line in _lines(record)
        if line not in said[language]
    ]

    assert lost == []


def test_every_row_that_a_source_names_stands_on_a_page(real: Dataset, site: Path) -> None:
    said = _words_of_pages(site, False)

    lost = [
        f"{name}/{record.id}: {source.row}"
        for name, record in real.records()
        for _, source in values_of(Source, record)
        if source.row and not re.search(rf"[(\s]{re.escape(source.row)}[,)]", said)
    ]

    assert lost == []


def _lines(record: Record) -> Iterator[tuple[str, str]]:
    """Gives the lines of a record by language; of a figure that is shown in words of its own, its unit is for the open data."""
    for keys, text in values_of(Text, record):
        if isinstance(record, Figure) and record.shown and keys == ("unit",):
            continue
        for language in ("nl", "en"):
            written = text.in_language(language) or ""
            blocks = _BLOCK.findall(markup.to_html(written, str)) if isinstance(text, Prose) else [html.escape(written)]
            yield from ((language, _plain(block)) for block in blocks)


def _words_of_pages(site: Path, is_english: bool) -> str:
    pages = (page for page in site.rglob("*.html") if (page.relative_to(site).parts[0] == "en") == is_english)
    return "\n".join(_plain(page.read_text("utf-8")) for page in pages)


def _plain(marked: str) -> str:
    """Gives text without tags, on one line."""
    return " ".join(html.unescape(_TAG.sub("", marked)).split())
