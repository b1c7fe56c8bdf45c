"""Hand-written pages are there in every language and link to what exists."""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad import markup
from kennisstad.model import Dataset
from kennisstad.problem import Location, Problem, Severity
from kennisstad.rules.markdown import link_problem


def pages_are_translated(dataset: Dataset) -> Iterator[Problem]:
    """A page is there in the default language, and should be in all others (advice).

    Passes: `content/nl/about.md` with `content/en/about.md`. Fails: `content/en/about.md` alone.
    """
    languages = dataset.programme.languages
    for language in languages:
        for page in (page for page in dataset.content if page.language == language):
            others = {other for other, name in dataset.pages if name == page.name}
            where = Location(page.file)
            if languages[0] not in others:
                yield Problem(where, "no-default-page", "write-default-page", page.name, {"language": languages[0]})
            elif language == languages[0]:
                for missing in (other for other in languages if other not in others):
                    values = {"field": page.file, "language": missing}
                    yield Problem(where, "not-translated", "translate-page", page.name, values, Severity.ADVICE)


def links_in_pages_lead_somewhere(dataset: Dataset) -> Iterator[Problem]:
    """Links to records name a record that exists, and whole addresses have an allowed scheme (MkDocs checks the others).

    Passes: `[alle partners](partner:lumc)`, `[contact](contact.md)`. Fails: `[LUMC](partner:lmuc)`.
    """
    for page in dataset.content:
        for link in markup.examine(page.markdown).links:
            if markup.is_record_link(link.url) or ":" in link.url.partition("/")[0]:
                where = Location(page.file, page.first_line + link.line)
                problem = link_problem(dataset, link.url, where, page.name)
                if problem:
                    yield problem
