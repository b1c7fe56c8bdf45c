"""Where one programme's files stand, and what it shares with every other programme."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PHOTOS = "photos"
"""Within the data folder: the photographs that records name."""
SCHEMAS = "schema"
"""Within the data folder: what `kennisstad schema` makes."""
OVERRIDES, LOCALES = "overrides", "locales"
ICONS = ".icons"
"""Within the overrides: the name that Material gives the folder of its own."""
SHARED_LANGUAGES = ("en", "nl")
"""The languages whose words every programme has; where a language has none, it shows the first of these."""
_PACKAGE = Path(__file__).parent.parent


def base() -> Path:
    """Gives the folder of the templates, assets and words that every programme has: what the wheel carries, or the checkout."""
    carried = _PACKAGE / "base"
    return carried if carried.is_dir() else _PACKAGE.parent.parent


@dataclass(frozen=True, slots=True)
class Folders:
    """Where one programme's files stand; problems name files relative to `root`."""

    root: Path
    data: Path
    content: Path
    locales: Path
    overrides: Path
    base: Path

    @classmethod
    def of(cls, root: Path) -> Folders:
        """Gives the usual folders under a programme's top folder."""
        return cls(root, root / "data", root / "content", root / LOCALES, root / OVERRIDES, base())

    @property
    def photos(self) -> Path:
        """Where photographs of records stand."""
        return self.data / PHOTOS

    @property
    def looks(self) -> tuple[Path, ...]:
        """Where templates and assets stand: the programme's own, then those of every programme."""
        return tuple(dict.fromkeys((self.overrides, self.base / OVERRIDES)))

    @property
    def has_own_looks(self) -> bool:
        """Whether its templates are other than those of every programme, which the tests of those look at."""
        return self.overrides != self.base / OVERRIDES

    @property
    def icons(self) -> Path:
        """Where the icons that records name stand; there are none that every programme has."""
        return self.overrides / ICONS

    def words(self, language: str) -> Path:
        """Gives the file of a programme's own words in a language, which may be absent."""
        return self.locales / f"{language}.yaml"

    def shared_words(self, language: str) -> Path | None:
        """Gives the file of words that every programme has in a language of any region; None where there is no other file."""
        first = language.partition("-")[0]
        path = self.base / LOCALES / f"{first}.yaml"
        return path if first in SHARED_LANGUAGES and path != self.words(language) else None

    @property
    def cache(self) -> Path:
        """Where a build keeps what took long to make; it can be thrown away."""
        return self.root / ".cache"

    def name(self, path: Path) -> str:
        """Gives a file's name as problems tell it, with forward slashes on every system."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()
