"""Texts are in the languages of the programme."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from kennisstad.loading.locales import is_known
from kennisstad.model import Article, Dataset, Record
from kennisstad.model.kinds import PROGRAMME
from kennisstad.model.records import is_own_title
from kennisstad.problem import Location, Problem, Severity, nearest
from kennisstad.rules.articles import file_in, has_file

WITHOUT_SPACES = ("ja", "th", "zh")
"""Languages whose words Pagefind tells apart: in the index only where its larger program is installed, in the browser always."""
EXTENDED = "pagefind_bin_extended"


def texts_are_in_the_languages(dataset: Dataset) -> Iterator[Problem]:
    """A text has the default language, no language that the programme lacks, and should have all others (advice).

    Passes: `title: {nl: Sporen, en: Tracks}`. Fails: `title: {en: Tracks}`.
    """
    languages = dataset.programme.languages
    if not all(map(is_known, languages)):
        return  # a language that the interface does not speak is a slip in `languages`, not in every text
    for collection, record, keys, text in dataset.texts:
        if text.languages == languages:
            continue
        where = dataset.place(collection, record.id, keys)
        field = ".".join(key for key in keys if isinstance(key, str))
        for language in text.languages:
            if language not in languages and not _has_locale(dataset, language):
                place = dataset.key_place(collection, record.id, (*keys, language))
                suggestion = nearest(language, languages)
                values = {"found": language, "field": field, "known": ", ".join(languages), "suggestion": suggestion}
                yield Problem(place, "unknown-language", "choose-language", record.id, values)
        for language in languages:
            if language in text.languages or (is_own_title(record, keys) and language != languages[0]):
                continue
            if isinstance(record, Article) and not has_file(dataset, record, language):
                continue  # `articles_are_translated` tells it of the whole file
            values = {"field": field, "language": language}
            if language == languages[0]:
                where = _in_default(dataset, collection, record, where)
                yield Problem(where, "no-default-language", "write-default-language", record.id, values)
            else:
                yield Problem(where, "not-translated", "translate", record.id, values, Severity.ADVICE)


def _in_default(dataset: Dataset, kind: str, record: Record, where: Location) -> Location:
    """Gives where the default language of a text is to be written; of an article that is another file than that of the others."""
    if not isinstance(record, Article):
        return where
    return Location(file_in(dataset, kind, record, dataset.programme.default_language))


def synonyms_are_in_the_languages(dataset: Dataset) -> Iterator[Problem]:
    """Words that mean the same are in a language of the programme: nobody searches in another.

    Passes: `words: {nl: [fiets, tweewieler]}`. Fails: `words: {nld: [fiets, tweewieler]}`.
    """
    languages = dataset.programme.languages
    for group in dataset.synonyms.values():
        for language in group.words:
            if language not in languages and not _has_locale(dataset, language):
                place = dataset.key_place("synonyms", group.id, ("words", language))
                values = {
                    "found": language,
                    "field": "words",
                    "known": ", ".join(languages),
                    "suggestion": nearest(language, languages),
                }
                yield Problem(place, "unknown-language", "choose-language", group.id, values)


def search_knows_where_words_end(dataset: Dataset) -> Iterator[Problem]:
    """Chinese, Japanese and Thai put no space between words; the search of such a programme needs the larger Pagefind (advice).

    Passes: `languages: [en, ar]`; `languages: [en, zh-Hant]` with `pip install "kennisstad[extended]"`. Fails: without it.
    """
    programme = dataset.programme
    for position, language in enumerate(programme.languages):
        if language.partition("-")[0] in WITHOUT_SPACES and find_spec(EXTENDED) is None:
            where = dataset.place(PROGRAMME.name, programme.id, ("languages", position))
            yield Problem(where, "search-without-words", "install-extended", values={"found": language}, severity=Severity.ADVICE)


def _has_locale(dataset: Dataset, language: str) -> bool:
    """A language that only `languages` lacks is one slip there, not one in every text; its locale is told to be left over."""
    return dataset.folders.words(language).is_file()
