"""Which address somebody meant: of a mailbox, without https, with a space in it."""

from __future__ import annotations

import re
from dataclasses import replace

from kennisstad.model import Dataset
from kennisstad.model.values import is_web_address
from kennisstad.problem import Problem, distance
from kennisstad.rules.meant.typed import TypedFiles, Value

_MAIL = re.compile(r"(?:mailto)?:?[\s/]*([^\s@:<>]+@[^\s@<>]+\.\w+)", re.IGNORECASE)
_BARE = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:[/?#:]\S*)?", re.IGNORECASE)
_SCHEME = re.compile(r"(https?)(?:\s*:\s*[/\\]{0,3}|/{1,3}|\s*;//)\s*(\S.*)", re.IGNORECASE)
_LINK = re.compile(r"\[[^\[\]]*\]\(<?([^\s<>()]+)>?\)")
_WITHIN = re.compile(r"(?:https?://|www\.|mailto:)[^\s<>()\[\]\"'|]+[^\s<>()\[\]\"'|.,;:!?]", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"([a-z]{3,7})://(\S+)", re.IGNORECASE)


def meant_address(dataset: Dataset, problem: Problem, value: Value, files: TypedFiles) -> Problem | None:
    """Gives a problem with the address that was meant."""
    if (
        problem.rule != "address"
        or value.text is None
        or problem.values.get("found", "") not in (value.text, f"{value.text[:57]}…")
    ):
        return None  # the link of a text is a part of what was typed
    within = list(dict.fromkeys(_WITHIN.findall(value.text)))
    if len(within) > 1:
        return replace(problem, hint="one-only", values={**problem.values, "known": ", ".join(within)})
    found, is_certain = read_address(value.text, takes_mail=problem.hint in ("write-mail-address", "write-address"))
    if not found or ((problem.hint == "write-mail-address") != found.startswith("mailto:") and problem.hint != "write-address"):
        return None
    values = {**problem.values, "instead": found, "suggestion": found}
    fix = (value.written(found),) if is_certain else ()
    return replace(problem, hint="write-instead" if is_certain else "did-you-mean", values=values, fix=fix)


def read_address(text: str, *, takes_mail: bool) -> tuple[str, bool]:
    """Gives the whole address in a text, and whether it is certain: `www.a.nl` → `https://www.a.nl`; "" where there is none."""
    bare = text.strip().strip("<>()[]\"'“”„").strip()
    if (mail := _MAIL.fullmatch(bare)) and takes_mail:
        return _whole(f"mailto:{mail[1]}"), True
    if found := _SCHEME.fullmatch(bare):
        rest = found[2].strip()
        if not re.search(r"https?:|www\.", rest):
            return _whole(f"{found[1].lower()}://{re.sub(r' +', '%20', rest)}"), True
    if _BARE.fullmatch(bare):
        return _whole(f"https://{bare}"), True
    if (other := _OTHER_SCHEME.fullmatch(bare)) and distance(other[1].lower(), "https") <= 2:
        return _whole(f"https://{other[2]}"), False
    return _within(text, takes_mail=takes_mail)


def _within(text: str, *, takes_mail: bool) -> tuple[str, bool]:
    """Gives the one address in a text with other words, or behind the words of a link; these would be lost."""
    link, found = _LINK.search(text), list(dict.fromkeys(_WITHIN.findall(text)))
    one = link[1] if link else found[0] if len(found) == 1 else ""
    return read_address(one, takes_mail=takes_mail)[0] if one and one != text else "", False


def _whole(address: str) -> str:
    return address if is_web_address(address) else ""
