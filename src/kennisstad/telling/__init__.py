"""Problems told to programs: to GitHub, to other programs that read JSON, and to those that read reviewdog's format.

What people read is made in `messages/`; each module here says the same in the form that a program asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kennisstad.messages import Messages
from kennisstad.messages.sources import Sources
from kennisstad.problem import Problem
from kennisstad.telling.github import to_github
from kennisstad.telling.handbook import Handbook
from kennisstad.telling.machines import to_json, to_rdjson

Telling = Callable[[Sequence[Problem], Messages, Sources, Handbook], str]

PLAIN = "text"
FORMATS: dict[str, Telling] = {"github": to_github, "json": to_json, "rdjson": to_rdjson}
"""What `kennisstad check --format` writes, besides the text that people read."""

__all__ = ["FORMATS", "PLAIN", "Handbook", "Telling"]
