"""Where the handbook explains a rule: on the code host where the programme names one, else in the checkout."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

PAGES = {"nl": "docs/regels.md", "en": "docs/rules.md"}
"""The page of all rules in each language, made by `kennisstad schema`; each rule has a heading of its own."""
_HOSTS = {re.compile(r"https?://github\.com/[^/]+/[^/]+"): "/blob/HEAD/", re.compile(r"https?://gitlab\.[^/]+/.+"): "/-/blob/HEAD/"}
"""How code hosts address a file as it is in the newest commit."""


@dataclass(frozen=True, slots=True)
class Handbook:
    """The page of rules; `address` is "" where a programme has none."""

    address: str = ""
    folder: str = ""
    """Before the names of files: where the programme stands in the folder that the command runs in, with a slash, or ""."""

    @classmethod
    def of(cls, root: Path, language: str, repository: str = "") -> Handbook:
        """Gives the page of a programme's checkout in a language."""
        here, page = Path.cwd(), PAGES[language]
        folder = f"{root.relative_to(here).as_posix()}/" if root != here and root.is_relative_to(here) else ""
        if not (root / page).is_file():
            return cls(folder=folder)
        repository = repository.rstrip("/").removesuffix(".git")
        inside = next((path for host, path in _HOSTS.items() if host.fullmatch(repository)), "")
        return cls(f"{repository}{inside}{page}" if inside else page, folder)

    def page(self, rule: str) -> str:
        """Gives the address of a rule, or ""."""
        return f"{self.address}#{rule}" if self.address else ""
