"""Longer texts hold only the markup that they may have, and their links lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kennisstad.addresses.pagelinks import OPEN_DATA, PAGE, is_record_link, leads_to_empty_page
from kennisstad.markdown import fields as markup
from kennisstad.model import Dataset, LongText, Prose, Text
from kennisstad.model.content import HOME
from kennisstad.model.values import is_web_address
from kennisstad.model.walk import values_of
from kennisstad.problem import Location, Problem, nearest

_MARKUP = re.compile(r"\*\*\S|</?[a-zA-Z][^>]*>|\]\(\S+\)")


def prose_is_safe(dataset: Dataset) -> Iterator[Problem]:
    """Paragraphs, emphasis, links and lists; links to a web address or to a record that exists.

    Passes: `Zie [het Fieldlab](project:lef).` Fails: `# Kop`, `<b>vet</b>`, `[x](javascript:alert(1))`, `[x](project:leff)`.
    """
    for collection, record in dataset.records():
        for keys, prose in values_of(Prose, record):
            for language, text in prose.root.items():
                node = dataset.nodes[collection, record.id].at((*keys, language))
                examined = markup.read_field(text)
                for piece in examined.not_allowed:
                    where = node.line_location(piece.line)
                    yield Problem(where, "markup-not-allowed", "allowed-markup", record.id, {"found": piece.text[:80]})
                for piece in examined.lost_links:
                    yield Problem(node.line_location(piece.line), "lost-link", "write-link", record.id, {"found": piece.text[:80]})
                for link in examined.links:
                    problem = link_problem(dataset, link.url, node.line_location(link.line), record.id)
                    if problem:
                        yield problem


def plain_text_is_plain(dataset: Dataset) -> Iterator[Problem]:
    """A title or a summary has no markup; it would be shown as it is typed.

    Passes: `title: {nl: Leren met de Stad}`. Fails: `title: {nl: "**Leren** met <b>de</b> [Stad](project:x)"}`.
    """
    for collection, record in dataset.records():
        for keys, text in values_of(Text, record):
            for language, line in () if isinstance(text, Prose | LongText) else text.root.items():
                found = _MARKUP.search(line)
                if found:
                    where = dataset.place(collection, record.id, (*keys, language))
                    yield Problem(where, "markup-not-allowed", "no-markup", record.id, {"found": found.group()})


def link_problem(dataset: Dataset, url: str, where: Location, record: str) -> Problem | None:
    """Gives what is wrong with a link in a text, or None."""
    scheme, _, identity = url.partition(":")
    if not is_record_link(dataset.kinds, url):
        return None if is_web_address(url) else Problem(where, "address", "write-address", record, {"found": url})
    if leads_to_empty_page(dataset, url):
        return Problem(where, "dead-record-link", "page-is-empty", record, {"found": url})
    known = known_ids(dataset, scheme)
    if known is None or identity in known:
        return None
    suggestion = nearest(identity, sorted(known))
    above = dataset.kinds.schemes[scheme].above if scheme in dataset.kinds.schemes else scheme
    values = {"found": url, "suggestion": f"{scheme}:{suggestion}", "file": f"{above}.yaml"}
    return Problem(where, "dead-record-link", "did-you-mean" if suggestion else "change-link", record, values)


def known_ids(dataset: Dataset, scheme: str) -> frozenset[str] | None:
    """Gives the ids that a link of a scheme may name, or None where the records could not be read."""
    if scheme == PAGE:
        return frozenset((*dataset.kinds.sections, HOME, *(name for _, name in dataset.pages)))
    if scheme == OPEN_DATA:
        return dataset.kinds.open_data
    return dataset.ids.get(dataset.kinds.schemes[scheme].above)
