"""Where one programme's files stand, and what it shares with every other programme."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PHOTOS = "photos"
"""Within the data folder: the photographs that records name."""
OVERRIDES, LOCALES = "overrides", "locales"
_PACKAGE = Path(__file__).parent.parent


def base() -> Path:
    """Gives the folder of the templates, assets and words that every programme has: the checkout, or what the wheel carries."""
    checkout = _PACKAGE.parent.parent
    return checkout if (checkout / OVERRIDES).is_dir() and (checkout / LOCALES).is_dir() else _PACKAGE / "base"


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
        """Where templates, assets and icons stand: the programme's own, then those of every programme."""
        return tuple(dict.fromkeys((self.overrides, self.base / OVERRIDES)))

    @property
    def icons(self) -> tuple[Path, ...]:
        """Where the icons that records name stand."""
        return tuple(folder / ".icons" for folder in self.looks)

    @property
    def cache(self) -> Path:
        """Where a build keeps what took long to make; it can be thrown away."""
        return self.root / ".cache"

    def name(self, path: Path) -> str:
        """Gives a file's name as problems tell it, with forward slashes on every system."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()
