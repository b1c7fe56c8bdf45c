"""What the open data are called in a language: each kind of records, and what each field means to who reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from kennisstad.i18n import Locale
from kennisstad.messages import LANGUAGES, messages
from kennisstad.model import Dataset, RecordKind
from kennisstad.model.choices import ChosenFrom, word_key
from kennisstad.opendata.schema import TOLD_IN


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a field means; `language` is "" where that is told in the language that was asked for."""

    text: str
    language: str = ""


def title_of(locale: Locale, kind: RecordKind) -> str:
    """Gives what the records of a kind are called: in a word of the open data, else as the menu calls their page, else by name."""
    words = locale.words
    return words.get(f"open_data.kinds.{kind.name}") or words.get(f"menu.{kind.name}") or kind.name.replace("_", " ").capitalize()


def titles_of(dataset: Dataset, kind: RecordKind) -> Mapping[str, str]:
    """Gives what the records of a kind are called, by language."""
    return {code: title_of(dataset.locales[code], kind) for code in dataset.programme.languages}


def meaning_of(locale: Locale, part: str, field: str) -> Meaning:
    """Gives what a field of a part means to a reader, else to an editor; in English where the language has neither."""
    key = field.strip("$")
    word = locale.words.get(f"open_data.means.{key}")
    if word:
        return Meaning(word)
    language = locale.language if locale.language in LANGUAGES else TOLD_IN
    text = messages(language).fields.get(part, {}).get(field, "")
    return Meaning(text, "" if language == locale.language else language)


_GROUPS = {
    "statuses": "status",
    "partner_kinds": "kind",
    "topics": "topic",
    "Status": "status",
    "Qualifier": "qualifier",
    "Compliance": "accessibility.level",
}
"""The groups in a locale of the words for what is chosen, by the list or the class it is from; others stand in `choice`."""


def word_for(locale: Locale, chosen_from: ChosenFrom | type[Enum], value: str) -> str | None:
    """Gives the word for something that is chosen from a list, or None where the locale has none."""
    name = chosen_from.list if isinstance(chosen_from, ChosenFrom) else chosen_from.__name__
    key = word_key(_GROUPS.get(name) or f"choice.{_as_word(name)}", value.lower())
    return locale.words.get(key)


def _as_word(name: str) -> str:
    """Gives the name of a class as words are spelled in a locale: `NoteKind` → `note_kind`."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")
