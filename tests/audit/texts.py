"""Takes the texts out of a page with the language each claims, and recognises Dutch and English by their small words."""

from __future__ import annotations

import re
from html.parser import HTMLParser


def _words(line: str) -> set[str]:
    return set(line.split())


SENTENCE = re.compile(r"[.?!][”’)]?$")
SMALL_WORDS = {
    "nl": _words(
        "de het een van en voor met op zijn wordt worden niet dat die deze dit bij naar ook aan uit hun als maar om er wat tot"
        " tussen nog geen wel onze ons hoe waar zich te"
    ),
    "en": _words(
        "the and for with to are by that this these those not from their its as but how where which who has have been will were can"
        " our your about between it on at"
    ),
}
BLOCKS = _words("p li dd dt h1 h2 h3 h4 td th summary figcaption label button caption text")
VOID = _words("area br col hr img input link meta source wbr")


def written_in(text: str) -> str:
    """Gives the language that a text is in, or "" where it is too short or too mixed to tell.

    Names may stand in another language than the text around them (WCAG 3.1.2), so only sentences are judged.
    """
    if not SENTENCE.search(text):
        return ""
    words = set(re.findall(r"[a-zà-ÿ]+", text.lower()))
    count = sorted(((len(words & known), language) for language, known in SMALL_WORDS.items()), reverse=True)
    (most, language), (second, _) = count[:2]
    return language if most >= 3 and most > 2 * second else ""


def texts(html: str) -> list[tuple[str, str]]:
    """Gives every piece of text of a page's body, block by block, with its language."""
    reader = _Reader()
    reader.feed(html)
    reader.end_piece()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = []
        self._piece, self._lang = "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.end_piece()
        if tag not in VOID:
            outer = self._open[-1][1] if self._open else ""
            self._open.append((tag, dict(attrs).get("lang") or outer))

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.end_piece()
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._open or self._open[-1][0] in ("script", "style"):
            return
        lang = self._open[-1][1]
        if lang != self._lang:
            self.end_piece()
        self._lang = lang
        self._piece += data

    def end_piece(self) -> None:
        """Keeps what was read of one block in one language."""
        if text := " ".join(self._piece.split()):
            self.found.append((self._lang, text))
        self._piece = ""
