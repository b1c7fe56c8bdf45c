"""The small values that records are made of: texts per language, dates of any precision, slugs and addresses.

Each validator raises a `PydanticCustomError` whose type is the rule's name in `messages/*.yaml`.
"""

from __future__ import annotations

import calendar
import datetime
import re
import unicodedata
from decimal import Decimal
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, PlainSerializer, RootModel, StrictInt, StrictStr, WithJsonSchema, model_validator
from pydantic.functional_validators import AfterValidator
from pydantic_core import PydanticCustomError

from kennisstad.model.hosts import LAST_PORT, is_host
from kennisstad.text import suggest_slug, visible

LONGEST_SUMMARY = 240
"""Characters per language."""
LONGEST_LINE = 5_000
"""Characters of a text without paragraphs; it may stand in lists on many pages."""
LONGEST_SLUG = 80
"""Characters; file systems and readers have their limits."""
YEARS = (1500, 2200)
"""The first and last year that a date can have; anything else is a slip of the hand."""
_SLUG = re.compile(r"(?=.*[a-z0-9])[a-z0-9-]+")
_WEB_ADDRESS = re.compile(
    r"https?://(?P<host>\w([\w-]*\w)?(\.\w([\w-]*\w)?)+)(:(?P<port>[0-9]+))?([/?#][^\s<>\"`\\\u200b-\u200f]*)?"
    r"|mailto:[^\s<>\"`\\@:?]+@[^\s<>\"`\\@?]+\.\w+(\?[^\s<>\"`\\]*)?"
)
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-z0-9]{5,8})*")
"""BCP 47 in its usual case: a language, perhaps a script, a region and variants. It names files, folders and addresses too."""
_LINES = re.compile(r"([1-9][0-9]{0,5})(?:-([1-9][0-9]{0,5}))?")
_ICON = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)*")
_PHOTO = re.compile(r"[^./\\][^/\\]*\.([jJ][pP][eE]?[gG]|[pP][nN][gG])")
_MOMENT = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


def refuse(rule: str, hint: str, **values: Any) -> PydanticCustomError:
    """Gives the error that says a value breaks `rule`; the loader adds the place and the text found."""
    return PydanticCustomError(rule, "breaks the rule", {"hint": hint, **values})


def _slug(text: str) -> str:
    if not _SLUG.fullmatch(text) or len(text) > LONGEST_SLUG:
        raise refuse("slug", "write-instead", instead=suggest_slug(text)[:LONGEST_SLUG].strip("-"))
    return text


def _address(text: str) -> str:
    if not is_web_address(text):
        raise refuse("address", "write-address")
    return text


def is_web_address(text: str) -> bool:
    """Whether a text is a whole address that a browser opens: https or http with a host, or mailto with a mail address."""
    found = _WEB_ADDRESS.fullmatch(text)
    if not found or found["host"] is None:
        return bool(found)
    return is_host(found["host"]) and int((found["port"] or "0")[:9]) <= LAST_PORT


def _report(text: str) -> str:
    if _address(text).startswith("http://"):
        raise refuse("address", "write-instead", instead=f"https{text.removeprefix('http')}")
    return text


def _web_page(text: str) -> str:
    if not is_web_address(text) or text.startswith("mailto:"):
        raise refuse("address", "write-web-address")
    return text


def _mail(text: str) -> str:
    if not is_web_address(text) or not text.startswith("mailto:"):
        raise refuse("address", "write-mail-address")
    return text


def _colour(text: str) -> str:
    if not _COLOUR.fullmatch(text):
        raise refuse("colour", "write-colour")
    return text


def _language(text: str) -> str:
    if _LANGUAGE.fullmatch(text):
        return text
    first, *others = re.split("[-_]", text)
    usual = "-".join([first.lower(), *map(_subtag, others)])
    if others and _LANGUAGE.fullmatch(usual):
        raise refuse("language-code", "write-instead", instead=usual)
    raise refuse("language-code", "write-language-code")


def _subtag(text: str) -> str:
    """Gives a part of a language code in its usual case, told by its length: `Hant`, `BR`, `valencia`."""
    return text.title() if len(text) == 4 else text.upper() if len(text) == 2 else text.lower()


def _icon(text: str) -> str:
    if not _ICON.fullmatch(text):
        parts = [suggest_slug(part) for part in text.split("/") if part.strip(".")]
        raise refuse("icon-name", "write-instead", instead="/".join(parts) or "id")
    return text


def _photo(text: str) -> str:
    if not is_photo_name(text):
        raise refuse("photo-name", "write-photo-name")
    return unicodedata.normalize("NFC", text)  # a Mac writes é in a file's name as two characters


def is_photo_name(text: str) -> bool:
    """Whether a text is the name of a photograph, without a folder; a camera writes `.JPG`."""
    return bool(_PHOTO.fullmatch(text))


def _number(value: Any) -> Any:
    """A number in quotes is read as typed, so that "2.705" can be told from 2705."""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        return value
    if not _NUMBER.fullmatch(str(value)):
        raise refuse("wrong-kind", "write-number")
    return Decimal(value)


Slug = Annotated[StrictStr, AfterValidator(_slug), Field(json_schema_extra={"pattern": "^[a-z0-9-]+$"})]
Address = Annotated[
    StrictStr, AfterValidator(_address), Field(json_schema_extra={"format": "uri", "pattern": "^(https?://|mailto:)"})
]
ReportAddress = Annotated[
    StrictStr, AfterValidator(_report), Field(json_schema_extra={"format": "uri", "pattern": "^(https://|mailto:)"})
]
"""Where a leak is reported: nobody on the way may read it (RFC 9116, 2.5.3)."""
WebAddress = Annotated[StrictStr, AfterValidator(_web_page), Field(json_schema_extra={"format": "uri", "pattern": "^https?://"})]
MailAddress = Annotated[StrictStr, AfterValidator(_mail), Field(json_schema_extra={"format": "uri", "pattern": "^mailto:"})]
Colour = Annotated[StrictStr, AfterValidator(_colour), Field(json_schema_extra={"pattern": "^#[0-9a-f]{6}$"})]
IconName = Annotated[StrictStr, AfterValidator(_icon), Field(json_schema_extra={"pattern": f"^{_ICON.pattern}$"})]
LanguageCode = Annotated[StrictStr, AfterValidator(_language), Field(json_schema_extra={"pattern": f"^{_LANGUAGE.pattern}$"})]
PhotoName = Annotated[StrictStr, AfterValidator(_photo), Field(json_schema_extra={"pattern": f"^{_PHOTO.pattern}$"})]
Year = Annotated[StrictInt, Field(ge=YEARS[0], le=YEARS[1])]


SustainableDevelopmentGoal = Annotated[StrictInt, Field(ge=1, le=17)]
Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    PlainSerializer(lambda value: int(value) if value == value.to_integral_value() else float(value), when_used="json"),
    WithJsonSchema({"type": ["number", "string"], "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}, mode="validation"),
    WithJsonSchema({"type": "number"}, mode="serialization"),
]


def _time_zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (KeyError, ValueError, OSError):  # no such zone, or what is no name of one
        raise refuse("time-zone", "write-time-zone") from None
    return text


TimeZone = Annotated[StrictStr, AfterValidator(_time_zone)]
"""The name of a time zone in the database of IANA: `Europe/Amsterdam`."""


def _short(text: str) -> str:
    length = len(" ".join(text.split()))
    if length > LONGEST_SUMMARY:
        raise refuse("too-long", "shorten", length=length, most=LONGEST_SUMMARY)
    return text


def _filled(text: str) -> str:
    if not visible(text).strip():
        raise refuse("empty-value", "write-text")
    return text


def _of_a_line(text: str) -> str:
    if len(text) > LONGEST_LINE:
        raise refuse("too-long", "shorten", length=len(text), most=LONGEST_LINE)
    return text


LongLine = Annotated[StrictStr, AfterValidator(_filled), Field(json_schema_extra={"minLength": 1})]
"""A text with paragraphs; how long it may be is told with what it says, in `markdown/brackets.py`."""
Line = Annotated[LongLine, AfterValidator(_of_a_line)]
ShortLine = Annotated[
    StrictStr,
    AfterValidator(_filled),
    AfterValidator(_short),
    Field(json_schema_extra={"minLength": 1, "maxLength": LONGEST_SUMMARY}),
]


class Text(RootModel[dict[LanguageCode, Line]], frozen=True):
    """One line of text per language, e.g. `{nl: Sporen, en: Tracks}`; no markup."""

    def in_language(self, language: str) -> str | None:
        """Gives the text in a language on one line, or None where it is not translated."""
        text = self.root.get(language)
        return None if text is None else " ".join(text.split())

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is written in."""
        return tuple(self.root)


class Summary(Text, frozen=True):
    """What it is and what it brings to whom, in at most 240 characters per language; no markup."""

    root: dict[LanguageCode, ShortLine]


class Prose(Text, frozen=True):
    """Paragraphs, emphasis, links and lists per language, in a small safe Markdown."""

    root: dict[LanguageCode, LongLine]

    def in_language(self, language: str) -> str | None:
        """Gives the Markdown in a language, or None where it is not translated."""
        text = self.root.get(language)
        return None if text is None else text.strip()


class Moment(RootModel[str], frozen=True):
    """A date as precise as it is known: `2017`, `2017-07` or `2017-07-07` (ISO 8601, reduced precision)."""

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any) -> Any:
        if isinstance(value, datetime.date):
            return value.isoformat()
        text = str(value) if type(value) is int else value
        if not isinstance(text, str) or not _is_moment(text):
            raise refuse("date", "write-date")
        return text

    @property
    def parts(self) -> tuple[int, ...]:
        """Year, then month and day as far as known."""
        return tuple(int(part) for part in self.root.split("-"))

    @property
    def year(self) -> int:
        """The year."""
        return self.parts[0]

    @property
    def first_day(self) -> datetime.date:
        """The earliest day it can mean."""
        year, month, day = (*self.parts, 1, 1)[:3]
        return datetime.date(year, month, day)

    @property
    def last_day(self) -> datetime.date:
        """The latest day it can mean."""
        year, month, day = (*self.parts, *(12, 0)[len(self.parts) - 1 :], 0)[:3]
        return datetime.date(year, month, day or calendar.monthrange(year, month)[1])

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: Any) -> dict[str, Any]:
        """Describes the three ways to write it; it is served as text."""
        return {"type": _typed(handler), "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}


def _typed(handler: Any) -> str | list[str]:
    """Gives what may stand in a data file, or what the open data have: a year is typed as a number, and served as text."""
    return "string" if handler.mode == "serialization" else ["string", "integer"]


def is_day(text: str) -> bool:
    """Whether a text is a date with its day: `2017-07-07`."""
    return text.count("-") == 2 and _is_moment(text)


def _is_moment(text: str) -> bool:
    match = _MOMENT.fullmatch(text)
    if not match:
        return False
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return YEARS[0] <= year <= YEARS[1]


class LineRange(RootModel[str], frozen=True):
    """Lines of a document's text, counted from 1: `476` or `476-489`."""

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any) -> Any:
        text = str(value) if type(value) is int else value
        match = _LINES.fullmatch(text) if isinstance(text, str) else None
        if match is None or int(match[2] or match[1]) < int(match[1]):
            raise refuse("line-range", "write-line-range")
        return text

    @property
    def first(self) -> int:
        """The first line."""
        return int(self.root.partition("-")[0])

    @property
    def last(self) -> int:
        """The last line."""
        return int(self.root.rpartition("-")[2])

    def holds(self, other: LineRange) -> bool:
        """Whether all of the other lines are among these."""
        return self.first <= other.first and other.last <= self.last

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: Any) -> dict[str, Any]:
        """Describes the two ways to write it; it is served as text."""
        return {"type": _typed(handler), "pattern": f"^{_LINES.pattern}$"}
