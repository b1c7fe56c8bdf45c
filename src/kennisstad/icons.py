"""Icons named from the sets that come with Material (`material/leaf`), and how they become a programme's own files.

The theme is never imported: its icons are files, and a site builds without it once they stand in `overrides/.icons/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from kennisstad.model import PROGRAMME, Dataset, Folders
from kennisstad.problem import nearest
from kennisstad.reading.source import Keys

SETS = Path("templates", ".icons")
"""Within the theme: a folder for each set, its licence beside its icons."""
ENDING = ".svg"


def icons_named(dataset: Dataset) -> Iterator[tuple[str, str, Keys, str]]:
    """Gives every icon that a record names: the record's kind and id, where the name stands in it, and the name."""
    for kind, record in dataset.records():
        if icon := getattr(record, "icon", None):
            yield kind, record.id, ("icon",), icon
    programme = dataset.programme
    for position, channel in enumerate(programme.channels or ()):
        if channel.icon:
            yield PROGRAMME.name, programme.id, ("channels", position, "icon"), channel.icon


def is_of_a_set(icon: str) -> bool:
    """Whether a name is one of Material's sets, and not of a file that the programme drew itself."""
    return "/" in icon


@cache
def sets() -> Path | None:
    """Gives the folder of Material's sets, or None where Material is not installed."""
    found = find_spec("material")
    places = found.submodule_search_locations if found else None
    return next((path for place in places or () if (path := Path(place) / SETS).is_dir()), None)


@cache
def names() -> frozenset[str]:
    """Gives the names of all icons in Material's sets; none where it is not installed."""
    folder = sets()
    files = folder.glob(f"*/**/*{ENDING}") if folder else ()
    return frozenset(path.relative_to(folder).with_suffix("").as_posix() for path in files) if folder else frozenset()


def meant(icon: str) -> str:
    """Gives the name in a set that was probably meant, or ""."""
    first = icon.partition("/")[0]
    within = [name for name in names() if name.startswith(f"{first}/")]
    return f"material/{icon}" if f"material/{icon}" in names() else nearest(icon, within or names())


def bring(folders: Folders, icons: Iterable[str]) -> list[Path]:
    """Copies icons of Material's sets, and the licence of each set, to where a programme keeps its own; gives what was copied.

    What is there already stays as it is. Raises OSError where a file cannot be written.
    """
    brought = []
    folder = sets()
    for icon in sorted(set(icons) & names()) if folder else ():
        target = folders.icons / f"{icon}{ENDING}"
        if folder is None or target.exists():
            continue
        licences = sorted((folder / icon.partition("/")[0]).glob("LICENSE*"))
        for source in (folder / f"{icon}{ENDING}", *licences):
            copy = folders.icons / source.relative_to(folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(source.read_bytes())
            brought.append(copy)
    return list(dict.fromkeys(brought))
