"""Addresses of before, as records: where each leads now, or why it leads nowhere."""

from __future__ import annotations

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, StrictStr

from kennisstad.model.base import Advised
from kennisstad.model.promised import is_address, is_kept
from kennisstad.model.values import Line, Text, is_web_address, refuse

ALL_BELOW = "*"
"""How an address ends that stands for every one below it: `/en/*`."""
_RECORD = re.compile(r"[a-z][a-z_-]*:[a-z0-9-]+")
_LINK = re.compile(r"[a-z][a-z-]*:[A-Za-z0-9][A-Za-z0-9._/-]*")


def is_below(address: str) -> bool:
    """Whether an address stands for every one below it."""
    return address.endswith(f"/{ALL_BELOW}")


def is_record(address: str) -> bool:
    """Whether an address names a record that was there, and so every address that it had: `project:quay-garden`."""
    return bool(_RECORD.fullmatch(address))


def _old(text: str) -> str:
    below = text.removesuffix(ALL_BELOW) if is_below(text) else text
    if is_record(text) or (is_address(below) and is_kept(below.removeprefix("/"))):
        return text
    path = f"/{urlsplit(text).path.lstrip('/')}" if text.startswith(("https://", "http://")) else f"/{text.lstrip('/')}"
    for instead in (path, f"{path}/"):
        if is_address(instead) and is_kept(instead.removeprefix("/")):
            raise refuse("old-address", "write-instead", instead=instead)
    raise refuse("old-address", "write-old-address")


def _target(text: str) -> str:
    if not (is_address(text) or is_elsewhere(text) or _LINK.fullmatch(text)):
        raise refuse("leads-to", "write-leads-to")
    return text


def is_elsewhere(target: str) -> bool:
    """Whether what an address leads to is on another site: a whole address, and a safe one."""
    return target.startswith("https://") and is_web_address(target)


def _schema(pattern: str) -> Any:
    return Field(json_schema_extra={"pattern": pattern})


OldAddress = Annotated[StrictStr, AfterValidator(_old), _schema(r"^(/[A-Za-z0-9._~/-]*\*?|[a-z][a-z_-]*:[a-z0-9-]+)$")]
LeadsTo = Annotated[Line, AfterValidator(_target)]


class Redirected(Advised):
    """Addresses that were the site's own, and are no more: they lead on (`to`), or say why there is nothing (`gone`)."""

    old: tuple[OldAddress, ...] = Field(min_length=1)
    to: LeadsTo | None = None
    gone: Text | None = None
