"""Telephone numbers: however they are spaced for who reads them, and as the address that a telephone calls."""

from __future__ import annotations

import re

_TELEPHONE = re.compile(r"tel:\+[1-9][0-9]{6,14}")
_NUMBER_TO_CALL = re.compile(r"\+?[0-9]{3,15}")
_IN_NUMBER = re.compile(r"\(0\)|[\s().\-/\u2010-\u2015\u00a0]|%20")
"""What stands between the digits of a telephone number for who reads it; `(0)` is said within its country only."""


def is_telephone(text: str) -> bool:
    """Whether a text is the address of an international telephone number, without spaces: `tel:+31715165165`."""
    return bool(_TELEPHONE.fullmatch(text))


def telephone_address(text: str) -> str:
    """Gives the address by which a telephone calls a number, however it is spaced, or "" where a text is more than a number.

    `+31 (0)71 516 51 65` → `tel:+31715165165`; a number without its country is called from within the country.
    """
    number = _IN_NUMBER.sub("", text.strip().lower().removeprefix("tel:"))
    number = f"+{number[2:]}" if number.startswith("00") else number
    return f"tel:{number}" if _NUMBER_TO_CALL.fullmatch(number) else ""
