"""What a site is made of: the kinds of records and of pages, and where each of these has its address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from kennisstad.model.base import Record
from kennisstad.model.programme import Programme

if TYPE_CHECKING:
    from kennisstad.model.dataset import Dataset


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordKind:
    """A kind of records: the file they stand in, what they are made of, and the page that tells of them.

    `one` is how a note names one of them (`figure:jobs-2020`), "" where no note may. A record with a page of its own is told of
    there; any other on the page `told_on`, at the id that stands in its field `anchor`. Articles stand in no file of data but in
    `folder` within the content of each language, a file each.
    """

    name: str
    model: type[Record]
    one: str = ""
    told_on: str = ""
    anchor: str = "id"
    folder: str = ""
    tells_changes: bool = True
    """Whether it is told what changed: not of people, nor of what visitors do not see as records."""

    @property
    def stem(self) -> str:
        """Its name in names of files."""
        return self.name.replace("_", "-")

    @property
    def file(self) -> str:
        """The file's name in the data folder; of articles where they stand within the content of a language."""
        return f"{self.folder}/" if self.folder else f"{self.stem}.yaml"

    def own_file(self, identity: str) -> str:
        """Gives the name in the data folder of a file that holds one record alone, beside the file of all or instead of it."""
        return f"{self.stem}/{identity}.yaml"


PROGRAMME = RecordKind(name="programme", model=Programme)


class Address(Enum):
    """The form of a page's address, within its language."""

    WORD = "one page in each language, at its word in the locale"
    BELOW = "a page for each id, below the page above it"
    HOME = "the language's own address"
    SLUG = "a page for each hand-written one, at its slug"
    EMBED = "below the word for embeds, at the address of the page that it shows a part of"
    LOST = "a file, served for every address that is not there"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A kind of page as far as its address and the ways to it go; `kinds.py` has them all, each with what it shows."""

    name: str
    address: Address = Address.WORD
    above: str = ""
    """The page it stands below in its address."""
    under: str = ""
    """The page it stands below in the menu, where that is another."""
    shows: str = ""
    """The kind of page that it shows a part of, in a frame on other sites."""
    scheme: str = ""
    """The scheme of links to it in texts: `project`."""
    ids: Callable[[Dataset], Iterable[str]] | None = None
    """Gives the ids of its pages, where these are not those of the records it stands below."""
    exists: Callable[[Dataset], bool] = lambda dataset: True
    """Whether there is anything to show."""
    menu: int = 0
    foot: int = 0
    """Its places in the two lists, 0 for none."""
    found_as: str = ""
    """The word of the locale for what search finds it as; "" where search leaves it out."""
    is_indexed: bool = True
    is_by_title: bool = False
    """Whether lists of its pages are in the order of titles."""

    @property
    def key(self) -> str:
        """Its name among the words of the interface."""
        return self.name.replace("-", "_")


@dataclass(frozen=True)
class Kinds:
    """The kinds of records and pages that a site is made of, and the files of open data that are of no kind of records."""

    records: tuple[RecordKind, ...]
    places: tuple[Place, ...]
    tables: tuple[str, ...] = ()
    vocabulary: tuple[str, ...] = ()
    """Words that locales must have for kinds that are added, as lines of `words.txt`."""
    opens_from_folder: bool = False
    """Whether the pages are opened from a folder, without a host: those of an archive, and of a preview that is downloaded."""

    @cached_property
    def by_name(self) -> Mapping[str, Place]:
        """The kinds of pages by name."""
        return {place.name: place for place in self.places}

    @cached_property
    def named(self) -> Mapping[str, RecordKind]:
        """The kinds of records that notes name, by what they call one of them."""
        return {kind.one: kind for kind in self.records if kind.one}

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """The pages that have a word of their own in an address, and that a text may link to: `page:figures`."""
        return tuple(place.name for place in self.places if place.address is Address.WORD)

    @cached_property
    def schemes(self) -> Mapping[str, Place]:
        """The kinds of pages by the scheme of links to them."""
        return {place.scheme: place for place in self.places if place.scheme}

    @cached_property
    def folders(self) -> Mapping[str, RecordKind]:
        """The kinds of articles, by the folder that they stand in."""
        return {kind.folder: kind for kind in self.records if kind.folder}

    def below(self, above: str) -> Iterator[Place]:
        """Gives the kinds of pages below one."""
        return (place for place in self.places if place.above == above and place.address is Address.BELOW)
