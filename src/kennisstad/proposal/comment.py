"""What a proposal changes, as one comment below it: in each language of the messages, the programme's own first, others folded.

Everything of the proposal is shown by `marks.py`, and there is never more of it than a comment can hold.
"""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad.addresses.routes import Addresses
from kennisstad.messages import LANGUAGES, Messages, messages
from kennisstad.messages.sources import Sources
from kennisstad.model import Dataset
from kennisstad.pages import first_edition
from kennisstad.problem import Problem
from kennisstad.proposal.boxes import boxes_section
from kennisstad.proposal.found import Found
from kennisstad.proposal.sections import addresses_section, counts_section
from kennisstad.proposal.telling import Place, Teller, problem_told
from kennisstad.views.edition import Edition

MARKER = "<!-- kennisstad:proposal -->"
"""The first line of the comment, by which it is found again."""
MOST = 60_000
"""Letters of a comment; the code host takes 65,536."""
_SECTIONS = 7
"""Parts of a comment at most; each has as much room."""


def comment(found: Found, language: str, place: Place) -> str:
    """Gives the comment; the language comes first."""
    order = (language, *(other for other in LANGUAGES if other != language))
    each = (MOST - 6_000) // len(order)
    first, *others = (_in_language(found, one, place, each) for one in order)
    folded = (
        f"<details>\n<summary>{messages(one).say('comment-other')}</summary>\n\n{told}\n\n</details>"
        for one, told in zip(order[1:], others, strict=True)
    )
    return "\n\n".join(filter(None, (MARKER, first, *folded, boxes_section(found, messages(language))))) + "\n"


def _in_language(found: Found, language: str, place: Place, most: int) -> str:
    words = messages(language)
    parts = [f"### {words.say('comment-title')}"]
    parts += (_fitting(section, words, most // _SECTIONS) for section in _sections(found, words, language, place))
    return "\n\n".join(parts)


def _fitting(section: list[str], words: Messages, most: int) -> str:
    """Gives a section as far as there is room for it. A part is there whole or not at all."""
    told, before = "", ""
    for number, part in enumerate(section):
        between = "" if not told else "\n" if _goes_on(before, part) else "\n\n"
        if len(told) + len(part) > most - 200:
            return f"{told}\n\n{words.say('comment-more', count=len(section) - number)}".strip()
        told, before = f"{told}{between}{part}", part
    return told


def _goes_on(before: str, part: str) -> bool:
    """Whether a part is the next line of the same list or table."""
    return before[:2] == part[:2] and part[:2] in ("- ", "| ") and "```" not in f"{before}{part}"


def _sections(found: Found, words: Messages, language: str, place: Place) -> Iterator[list[str]]:
    if found.after.checked.errors:
        yield _problems(found, words, found.after.checked.errors, place)
    dataset = found.dataset
    if dataset is not None:
        teller = Teller(found, words, _edition(dataset, language), place, found.by_record)
        yield from filter(None, (teller.changes(), teller.pages(), teller.translations()))
        yield from filter(None, (addresses_section(teller), counts_section(teller)))
        yield from filter(None, (_advice(found, words, place),))
    if found.has_code:
        yield [f"> {words.say('comment-code')}"]


def _edition(dataset: Dataset, language: str) -> Edition:
    edition = first_edition(dataset, Addresses.of(dataset))
    return edition.in_language(language) if language in dataset.programme.languages else edition


def _problems(found: Found, words: Messages, errors: list[Problem], place: Place) -> list[str]:
    why = "comment-wrong-why" if found.after.is_whole else "comment-no-preview"
    sources = Sources(found.after.folders.root)
    told = [problem_told(problem, words, sources, place) for problem in errors]
    return [f"#### {words.say('comment-wrong', count=len(errors))}", words.say(why), *told]


def _advice(found: Found, words: Messages, place: Place) -> list[str]:
    advice = found.advice
    if not advice:
        return []
    sources = Sources(found.after.folders.root)
    told = [problem_told(problem, words, sources, place) for problem in advice]
    return [f"#### {words.say('comment-advice', count=len(advice))}", words.say("comment-advice-why"), *told]
