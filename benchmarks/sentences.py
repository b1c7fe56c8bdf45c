"""Invented sentences in every language at once, of the length that editors write, always the same."""

from __future__ import annotations

from pathlib import Path

import yaml

LANGUAGES = ("nl", "en")
WORDS = Path(__file__).parent / "programme" / "words.yaml"
Text = dict[str, str]
"""The same said in each language."""


class Choice:
    """Chooses the same on every machine and in every version of Python."""

    def __init__(self, seed: int) -> None:
        self._state = seed * 2_654_435_761 + 12_345

    def below(self, limit: int) -> int:
        """Gives a number from 0 up to, without, the limit."""
        self._state = (self._state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % 2**64
        return (self._state >> 33) % limit


class Sentences:
    """Makes texts of the committed word list."""

    def __init__(self) -> None:
        self._parts: dict[str, list[Text]] = yaml.safe_load(WORDS.read_text("utf-8"))

    def part(self, name: str, choice: Choice) -> Text:
        """Gives one of the pairs of a part of speech."""
        parts = self._parts[name]
        return parts[choice.below(len(parts))]

    def joined(self, choice: Choice, *names: str) -> Text:
        """Gives parts of speech after each other, without a full stop."""
        parts = [self.part(name, choice) for name in names]
        return {language: " ".join(part[language] for part in parts) for language in LANGUAGES}

    def sentence(self, choice: Choice) -> Text:
        """Gives who does what."""
        return {language: f"{text}." for language, text in self.joined(choice, "who", "does", "what").items()}

    def summary(self, choice: Choice) -> Text:
        """Gives two sentences of together at most 240 characters."""
        return _after(" ", self.sentence(choice), self.part("why", choice))

    def paragraph(self, choice: Choice) -> Text:
        """Gives who does what, and why."""
        return self.summary(choice)

    def linked(self, choice: Choice, address: str, title: Text) -> Text:
        """Gives a paragraph in Markdown with a link at its end."""
        return _link(self.paragraph(choice), address, title)

    def story(self, choice: Choice, links: tuple[tuple[str, Text], ...]) -> Text:
        """Gives three paragraphs in Markdown, a link at the end of the first ones, and a list before the last."""
        told = [_link(self.paragraph(choice), *links[turn]) if turn < len(links) else self.paragraph(choice) for turn in range(3)]
        items = _after("\n", *({code: f"- {text}" for code, text in self.part("item", choice).items()} for _ in range(3)))
        return {language: f"{text}\n" for language, text in _after("\n\n", told[0], told[1], items, told[2]).items()}


def _after(between: str, *texts: Text) -> Text:
    return {language: between.join(text[language] for text in texts) for language in LANGUAGES}


def _link(paragraph: Text, address: str, title: Text) -> Text:
    words = {"nl": "Lees ook", "en": "See also"}
    return {language: f"{paragraph[language]} {words[language]} [{title[language]}]({address})." for language in LANGUAGES}
