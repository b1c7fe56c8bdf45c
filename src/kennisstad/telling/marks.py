"""Text of whoever proposes something → Markdown of a code host in which it is no more than text.

No letter of it can begin a link, a picture, HTML or a heading, call somebody (`@name`), point at another proposal (`#12`), or be
read as a command by a job that prints it (`::error`). In code none of that counts; there a fence is longer than any row of marks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import quote

LONGEST = 200
"""Letters of one text of theirs that are shown."""
_PLAIN = frozenset(" ,;'?%/\".()!+=-")
"""What means nothing within a line, however it stands there."""
_NOTHING = "&#8203;"
"""A space without width: after it a mark calls nobody and leads nowhere, and it looks the same."""
_APART = re.compile(r"([@#]|://|\bwww(?=\.)|\bGH(?=-))", re.IGNORECASE)
_BEGINS = re.compile(r"^([0-9]*)([-+=.)])")
"""What makes a list or a heading of a line that begins with it."""
_COLON = re.compile("(?<!&#58;)&#58;(?= )")
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def plain(text: str, longest: int = LONGEST) -> str:
    """Gives a text on one line as Markdown that shows just that, cut off where it is very long."""
    line = " ".join("".join(" " if unicodedata.category(one) in _HIDDEN else one for one in text[: longest * 8]).split())
    shown = line if len(line) <= longest else f"{line[:longest].rstrip()}…"
    told = "".join(_NOTHING if part == "\0" else _as_text(part) for part in re.split("(\0)", _APART.sub("\\1\0", shown)))
    return _BEGINS.sub(lambda found: f"{found[1]}&#{ord(found[2])};", told)


def _as_text(part: str) -> str:
    told = "".join(one if one.isalnum() or one in _PLAIN or ord(one) > 0x7F else f"&#{ord(one)};" for one in part)
    return _COLON.sub(":", told)


def link(words: str, address: str) -> str:
    """Gives a link; its words are Markdown already, and its address can end nothing."""
    return f"[{words}](<{quote(address, safe='/:?#=&%~._-')}>)"


def code(text: str, longest: int = LONGEST) -> str:
    """Gives a short text as code, a name of a file for instance."""
    line = " ".join("".join(" " if unicodedata.category(one) in _HIDDEN else one for one in text).split())[:longest]
    fence = "`" * (_longest_row(line) + 1)
    return f"{fence} {line} {fence}" if "`" in line else f"{fence}{line}{fence}" if line else ""


def block(lines: Iterable[str], language: str = "", indent: str = "") -> str:
    """Gives lines as a block of code."""
    told = [line.rstrip("\r\n") for line in lines]
    fence = "`" * max(3, _longest_row("\n".join(told)) + 1)
    return "\n".join(f"{indent}{line}" for line in (f"{fence}{language}", *told, fence))


def _longest_row(text: str) -> int:
    return max((len(row) for row in re.findall("`+", text)), default=0)
