"""Longer texts hold only the markup that they may have, and their links lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad import markup
from kennisstad.model import Dataset, Prose
from kennisstad.model.walk import values_of
from kennisstad.problem import Location, Problem, nearest


def prose_is_safe(dataset: Dataset) -> Iterator[Problem]:
    """Paragraphs, emphasis, links and lists; links to a web address or to a record that exists.

    Passes: `Zie [het Fieldlab](project:lef).` Fails: `# Kop`, `<b>vet</b>`, `[x](javascript:alert(1))`, `[x](project:leff)`.
    """
    for collection, record in dataset.records():
        for keys, prose in values_of(Prose, record):
            for language, text in prose.root.items():
                where = dataset.place(collection, record.id, (*keys, language))
                examined = markup.examine(text)
                for name in examined.not_allowed:
                    yield Problem(where, "markup-not-allowed", "allowed-markup", record.id, {"found": name})
                for link in examined.links:
                    problem = link_problem(dataset, link.url, where, record.id)
                    if problem:
                        yield problem


def link_problem(dataset: Dataset, url: str, where: Location, record: str) -> Problem | None:
    """Gives what is wrong with a link in a text, or None."""
    if not markup.is_record_link(url):
        return None if markup.is_web_link(url) else Problem(where, "address", "write-address", record, {"found": url})
    scheme, _, identity = url.partition(":")
    known = known_ids(dataset, markup.RECORD_SCHEMES[scheme])
    if known is None or identity in known:
        return None
    suggestion = nearest(identity, sorted(known))
    values = {"found": url, "suggestion": f"{scheme}:{suggestion}", "file": f"{markup.RECORD_SCHEMES[scheme]}.yaml"}
    return Problem(where, "dead-record-link", "did-you-mean" if suggestion else "change-link", record, values)


def known_ids(dataset: Dataset, collection: str) -> frozenset[str] | None:
    """Gives the ids that a link may name in a collection, or None where the collection could not be read."""
    if collection == "content":
        return frozenset(name for _, name in dataset.pages)
    return dataset.ids.get(collection)
