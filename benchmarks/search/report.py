"""What the benchmark of search found, as a page to read."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.search.weight import Weights

HEAD = """# What search answers

Written by `python -m benchmarks.search --write` on the built site, in a browser. A query is answered when a record that was meant
stands among the first three. The queries stand in `search/queries.yaml`: `asked` are words that people tried, `own` those we added.
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one place gave for a query, and whether that was meant."""

    part: str
    language: str
    query: str
    place: str
    is_right: bool
    first: tuple[str, ...]


def report(answers: list[Answer], weighed: dict[str, Weights]) -> str:
    """Gives the page."""
    return "\n".join((HEAD, *_shares(answers), "", *_weights(weighed), "", *_missed(answers), ""))


def _shares(answers: list[Answer]) -> list[str]:
    lines = ["| queries | list of projects | search page |", "| --- | ---: | ---: |"]
    groups = sorted({(each.part, each.language) for each in answers})
    for part, language in (*groups, ("", "")):
        of_group = [each for each in answers if not part or (each.part, each.language) == (part, language)]
        counts = [_share([each.is_right for each in of_group if each.place == place]) for place in ("finder", "search")]
        lines.append(f"| {f'{part}, {language}' if part else 'all'} | {' | '.join(counts)} |")
    return lines


def _share(right: list[bool]) -> str:
    return f"{sum(right)} of {len(right)} ({100 * sum(right) / len(right):.0f} %)"


def _weights(weighed: dict[str, Weights]) -> list[str]:
    lines = ["What is fetched because somebody types, in KiB as a host with gzip sends it:", ""]
    lines += ["| language | list of projects | search page | of Pagefind besides |", "| --- | ---: | ---: | ---: |"]
    for language, bytes_of in weighed.items():
        lines.append(f"| {language} | {' | '.join(f'{bytes_of[each] / 1024:.1f}' for each in ('finder', 'search', 'pagefind'))} |")
    return lines


def _missed(answers: list[Answer]) -> list[str]:
    missed = [each for each in answers if not each.is_right]
    return [
        "Not answered:",
        "",
        *(f"- {each.place}, {each.language}: {each.query} (gave {', '.join(each.first) or 'nothing'})" for each in missed),
    ]
