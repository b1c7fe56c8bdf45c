"""What an editor meant who wrote a word of the site, or a name, where the data ask for a key or an id.

Loading knows one record at a time; here the words of the interface and all records are known.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from kennisstad.model import Dataset, Text
from kennisstad.problem import Problem
from kennisstad.rules.destinations import link_meant_on_page
from kennisstad.rules.references import fields_naming, unknown_record
from kennisstad.text import suggest_slug


def as_meant(dataset: Dataset, problem: Problem) -> Problem:
    """Gives a problem with the key or id that was meant, where that can be told; else the problem as it is."""
    if problem.rule == "dead-page-link":
        return link_meant_on_page(dataset, problem)
    found = suggest_slug(problem.values.get("found", ""))
    if "list" in problem.values:
        return replace(problem, values={**problem.values, "known": ", ".join(dataset.choices.of(problem.values["list"]))})
    if problem.rule == "not-in-list":
        meant = key_of(dataset, found, problem.values["known"].split(", "))
        return replace(problem, hint="did-you-mean-of", values={**problem.values, "suggestion": meant}) if meant else problem
    *above, field = problem.values.get("field", "").split(".")
    target = fields_naming(dataset.kinds).get(field) if above != ["paths"] else None  # a word in an address names no record
    if problem.rule == "slug" and target and found not in dataset.ids.get(target, (found,)):
        return unknown_record(dataset, problem.location, problem.record, problem.values["found"], target)
    return problem


def as_called(dataset: Dataset, problem: Problem) -> Problem:
    """Gives a problem with the title of its record, where somebody who knows the title would not know the id."""
    kind = dataset.kind_of_file(problem.location.file) if problem.record else ""
    record = next((of[kind][problem.record] for of in (dataset.valid, dataset.partial) if problem.record in of.get(kind, ())), None)
    text = getattr(record, "title", None) or getattr(record, "name", None)
    title = text.in_language(dataset.programme.default_language) if isinstance(text, Text) else text
    return problem if not isinstance(title, str) or _says(title, problem.record) else replace(problem, title=title)


@lru_cache(maxsize=4096)
def _says(title: str, identity: str) -> bool:
    """Whether who knows a title knows the id too: all its words stand there."""
    return set(identity.split("-")) <= set(suggest_slug(title).split("-"))


def key_of(dataset: Dataset, found: str, known: list[str]) -> str:
    """Gives the key whose word in any language was written: `loopt` for `running`."""
    for locale in dataset.locales.values():
        for name, word in locale.words.items():
            key = name.rpartition(".")[2].replace("_", "-")
            if key in known and suggest_slug(word) == found:
                return key
    return ""
