"""Texts as they are read in one language, the default language's where there is no other."""

from __future__ import annotations

from kennisstad.i18n import cldr, display_name
from kennisstad.model import Dataset, Text
from kennisstad.views.components import TextView


class Texts:
    """The texts of a dataset in one language."""

    def __init__(self, dataset: Dataset, language: str) -> None:
        self.dataset, self.language = dataset, language
        self.locale = dataset.locales[language]
        self.default = dataset.programme.default_language
        self.direction = direction(language)
        self.default_direction = direction(self.default) if direction(self.default) != self.direction else ""
        self._read: dict[int, TextView] = {}

    def text(self, text: Text) -> TextView:
        """Gives a text in this language, else in the default one with its `lang`."""
        view = self._read.get(id(text))  # the dataset keeps every text as long as this
        if view is None:
            own = text.in_language(self.language)
            view = self.in_default(text.in_language(self.default) or "") if own is None else TextView(own)
            self._read[id(text)] = view
        return view

    def word(self, key: str) -> TextView:
        """Gives a word of the interface; one of the programme's own that is in the default language only comes with its `lang`."""
        word = self.locale.words[key]
        return TextView(word) if self.locale.added.get(key, self.language) == self.language else self.in_default(word)

    def maybe(self, text: Text | None) -> TextView | None:
        """Gives a text, or None where there is none."""
        return None if text is None else self.text(text)

    def in_default(self, text: str) -> TextView:
        """Gives a line that is in the default language only."""
        return TextView(text) if self.language == self.default else TextView(text, self.default, self.default_direction)

    def fallback_notice(self) -> str:
        """Gives the notice that a text is in the default language only."""
        name = display_name(self.default, self.language)
        return self.locale.say("notice.untranslated", language=name)


def direction(language: str) -> str:
    """Gives the direction in which a language is written: "ltr" or "rtl" (CLDR)."""
    return "rtl" if cldr(language).character_order == "right-to-left" else "ltr"
