"""Which page or record somebody meant by a link that leads nowhere: its id alone, its address on the site, its file, its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from kennisstad.addresses.pagelinks import PAGE, leads_elsewhere, leads_to_empty_page
from kennisstad.addresses.routes import Addresses, Route, have_paths, routes
from kennisstad.model import Address, Dataset
from kennisstad.model.content import HOME
from kennisstad.problem import Edit, Location, Problem
from kennisstad.rules.marks import known_ids, page_named
from kennisstad.text import suggest_slug

CERTAIN = ("write-instead", "write-without-quotes")
"""The advice that holds the link that was meant."""
_QUOTES = "\"'“”„«»‘’<> "
_FILE = re.compile(r"\.(?:md|html?)$", re.IGNORECASE)


def without_quotes(url: str) -> str:
    """Gives an address of another site between quotes without these, or "" where it is none: `“https://www.example.org”`."""
    bare = unquote(url).strip(_QUOTES)
    return bare if bare != unquote(url) and leads_elsewhere(bare) else ""


def link_meant(dataset: Dataset, problem: Problem) -> Problem:
    """Gives the problem of a link that leads nowhere with the one that was meant, where that can be told; else as it is."""
    url = problem.values.get("found", "")
    bare, meant = without_quotes(url), meant_links(dataset, url)
    if not url or problem.hint in ("did-you-mean", "write-instead") or not (bare or meant):
        return problem
    values = {**problem.values, "instead": bare or meant[0], "suggestion": bare or meant[0]}
    if bare:
        return replace(problem, hint="write-without-quotes", values={**values, "found": unquote(url)})
    return replace(problem, hint="write-instead" if len(meant) == 1 else "did-you-mean", values=values)


def link_meant_on_page(dataset: Dataset, problem: Problem) -> Problem:
    """Gives the problem of a link on a page with the one that was meant, and the edit where that is certain and typed so."""
    meant = link_meant(dataset, problem)
    where, found = problem.location, problem.values["found"]
    page = next((page for page in (*dataset.content, *dataset.articles) if page.file == where.file), None)
    if page is None or meant.hint not in CERTAIN:
        return meant
    at = page.text_lines[where.line - page.first_line].find(f"]({found})")
    if at < 0:
        return meant
    line, column = where.line, at + 3  # the same letters may stand before it: `[/a](/a/b) [home](/)`
    fix = (Edit((line, column), (line, column + len(found)), meant.values["instead"]),)
    return replace(meant, location=Location(where.file, line, column), fix=fix)


def meant_links(dataset: Dataset, url: str) -> list[str]:
    """Gives the links that may have been meant, as they are written: `["project:quay-garden"]`; one alone is certain.

    `url` names no scheme that there is: `quay-garden`, `/projects/quay-garden/`, `Project:quay-garden`, `over.md`.
    """
    bare = unquote(url).strip(_QUOTES)
    scheme, colon, identity = bare.partition(":")
    if colon and "/" not in bare:
        found = _of_scheme(dataset, scheme.strip().casefold(), identity.strip())
    else:
        found = [] if colon or "#" in bare or "?" in bare else [*_of_path(dataset, bare)] or [*_of_name(dataset, bare)]
    return [link for link in dict.fromkeys(found) if not leads_to_empty_page(dataset, link)]


def _of_scheme(dataset: Dataset, scheme: str, identity: str) -> list[str]:
    """`Project:quay-garden`, `projects:quay-garden`, `project: Quay Garden`."""
    above = {place.above: name for name, place in dataset.kinds.schemes.items()}
    name = scheme if scheme in (PAGE, *dataset.kinds.schemes) else above.get(scheme, PAGE if scheme == f"{PAGE}s" else "")
    wanted = (identity, suggest_slug(identity))
    return [f"{name}:{one}" for one in wanted if name and one in (known_ids(dataset, name) or ())]


def _of_path(dataset: Dataset, path: str) -> Iterator[str]:
    """`/projects/quay-garden/`, as it stands in the address bar of a browser."""
    if not have_paths(dataset) or "/" not in path:
        return
    link = _links_by_path(dataset).get(urlsplit(path).path.strip("/").casefold())
    if link:
        yield link


@lru_cache(maxsize=1)
def _links_by_path(dataset: Dataset) -> Mapping[str, str]:
    """Gives how each page is linked by its path; a page may have a thousand links that lead nowhere."""
    found = ((route.path.strip("/"), _link_to(route)) for route in routes(dataset, Addresses.of(dataset)))
    return {path: link for path, link in found if link}


def _link_to(route: Route) -> str:
    match route.place.address:
        case Address.HOME:
            return f"{PAGE}:{HOME}"
        case Address.SLUG:
            return f"{PAGE}:{route.id}"
        case Address.WORD:
            return f"{PAGE}:{route.place.name}"
        case Address.BELOW if route.place.scheme:
            return f"{route.place.scheme}:{route.id}"
    return ""


def _of_name(dataset: Dataset, path: str) -> Iterator[str]:
    """`quay-garden`, `../about.md`, `over`: what stands last names a page, or a record of one kind."""
    *_, name = path.rstrip("/").rsplit("/", 1)
    name = _FILE.sub("", name)
    page = page_named(dataset, name) if name else ""
    if page:
        yield f"{PAGE}:{page}"
    for scheme in dataset.kinds.schemes:
        if suggest_slug(name) in (known_ids(dataset, scheme) or ()):
            yield f"{scheme}:{suggest_slug(name)}"
