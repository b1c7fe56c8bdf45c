"""What is refused, and in which words: a status of HTTP and a sentence of the messages."""

from __future__ import annotations


class Refused(Exception):
    """A request that is not answered; `word` names the sentence that tells why, `values` what stands in it."""

    def __init__(self, status: int, word: str, **values: str) -> None:
        super().__init__(word)
        self.status, self.word, self.values = status, word, values
