"""Which word of a list, id or text somebody meant."""

from __future__ import annotations

import re
from dataclasses import replace

from kennisstad.loading.validation import written
from kennisstad.messages.names import value_called
from kennisstad.model import Dataset
from kennisstad.problem import Problem
from kennisstad.reading.edits import quoted
from kennisstad.rules.meant.typed import TypedFiles, Value
from kennisstad.rules.references import called, fields_naming
from kennisstad.rules.suggestions import key_of
from kennisstad.text import suggest_slug

_LINES_IN_ROW = re.compile(r"\blines:\s*([0-9-]+(?:\s*,\s*[0-9-]+)+)")
"""`lines: 37, 40` between brackets: to YAML the second is a field."""


def meant_word(dataset: Dataset, problem: Problem, value: Value, files: TypedFiles) -> Problem | None:
    """`loopt`, `Planned`, `bedrijf`: a word of a list, as the site or the messages call it."""
    if problem.rule != "not-in-list" or value.text is None:
        return None
    known = problem.values["known"].split(", ")
    meant = value_called(value.text, known) or key_of(dataset, suggest_slug(value.text), known)
    if not meant:
        return None
    return replace(problem, hint="write-instead", values={**problem.values, "instead": meant}, fix=(value.replaced(meant),))


def meant_instead(dataset: Dataset, problem: Problem, value: Value, files: TypedFiles) -> Problem | None:
    """What the rule itself says to write, and what is only spelled otherwise: `#0F4C8A`, `NL`."""
    text = value.text
    if text is None:
        return None
    if problem.rule == "colour" and f"#{text.strip('# ').lower()}" != text:
        colour = f"#{text.strip('# ').lower()}"
        if len(colour) == 7 and all(letter in "0123456789abcdef" for letter in colour[1:]):
            values = {**problem.values, "instead": f'"{colour}"'}
            return replace(problem, hint="write-instead", values=values, fix=(value.replaced(f'"{colour}"'),))
    if problem.rule == "language-code" and text.lower() in dataset.programme.languages and text.lower() != text:
        return replace(
            problem, hint="write-instead", values={**problem.values, "instead": text.lower()}, fix=(value.replaced(text.lower()),)
        )
    if problem.rule in ("instant", "icon-name") and problem.hint == "write-instead":
        return replace(problem, fix=(value.written(problem.values["instead"]),))
    if problem.rule == "line-range":
        return _lines(problem, text)
    row = _LINES_IN_ROW.search(files.line(problem.location)) if problem.rule == "unknown-field" and value.is_row else None
    if row and row.start(1) < value.start[1] <= row.end(1):
        return _lines(problem, row[1])
    return None


def _lines(problem: Problem, text: str) -> Problem | None:
    parts = [re.sub(r"[\s–—]+|tot|to", "-", part).strip("-") for part in re.split(r"\s*(?:[,;&+]|\b(?:en|and|und)\b)\s*", text)]
    if len(parts) > 1 and all(re.fullmatch("[0-9]+(?:-+[0-9]+)?", part) for part in parts):
        lines = "; ".join(f"lines: {re.sub('-+', '-', part)}" for part in parts)
        lowest, *_, highest = sorted(map(int, re.findall("[0-9]+", text)))
        values = {**problem.values, "found": text, "instead": lines, "range": f"{lowest}-{highest}"}
        return replace(problem, rule="line-range", hint="write-source-each", values=values)
    numbers = re.findall("[0-9]+", text)
    if not 0 < len(numbers) <= 2 or (len(numbers) == 2 and int(numbers[1]) < int(numbers[0])):
        return None
    return replace(problem, hint="did-you-mean", values={**problem.values, "suggestion": "-".join(numbers)})


def meant_id(dataset: Dataset, problem: Problem, value: Value, files: TypedFiles) -> Problem | None:
    """`Museum of Ships` at its own id is `museum-of-ships`; in a list of partners it is the one that is called so."""
    text, field = value.text, problem.values.get("field", "").rpartition(".")[2]
    if text is None:
        return None
    kind = fields_naming(dataset.kinds).get(field) if field else _kind_of(problem)
    if problem.rule == "slug" and (field == "id" or kind is None):
        return replace(problem, fix=(value.replaced(problem.values["instead"]),)) if suggest_slug(text) != "id" else None
    if kind is None or problem.rule not in ("slug", f"unknown-{kind.removesuffix('s')}", "unknown-record"):
        return None
    meant = called(dataset, kind).get(suggest_slug(text), "")
    meant = meant or (suggest_slug(text) if suggest_slug(text) in dataset.valid.get(kind, {}) else "")
    if not meant:
        return None
    values = {**problem.values, "instead": meant, "suggestion": meant}
    return replace(problem, hint="write-instead", values=values, fix=(value.replaced(meant),))


def _kind_of(problem: Problem) -> str | None:
    file = problem.values.get("file", "")
    return file.removesuffix(".yaml").replace("-", "_") if file.endswith(".yaml") else None


def meant_text(dataset: Dataset, problem: Problem, value: Value, files: TypedFiles) -> Problem | None:
    """A text that YAML takes for a number or a date; a text that stands in no language."""
    if problem.rule != "wrong-kind" or value.text is None or not value.text:
        return None
    if problem.hint == "quote-text" and value.is_plain:
        return replace(
            problem,
            hint="write-instead",
            values={**problem.values, "instead": quoted(value.text)},
            fix=(value.replaced(quoted(value.text)),),
        )
    if problem.hint == "write-per-language":
        text = written(value.text if value.is_plain else quoted(value.text))
        others = "".join(f", {language}: …" for language in dataset.programme.languages[1:])
        values = {**problem.values, "instead": f"{{{dataset.programme.languages[0]}: {text}{others}}}"}
        return replace(problem, hint="write-per-language-so", values=values)
    if problem.hint == "write-whole-number" and value.text.isdigit() and not value.is_plain:
        return replace(
            problem, hint="write-instead", values={**problem.values, "instead": value.text}, fix=(value.replaced(value.text),)
        )
    return None
