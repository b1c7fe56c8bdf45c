"""What an export is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kennisstad.addresses.routes import Addresses
from kennisstad.model import Dataset
from kennisstad.pages import Pages
from kennisstad.render import Renderer

File = tuple[str, Callable[[], bytes]]
"""The path of a published file, and what makes its bytes."""
Files = Iterator[File]


@dataclass(frozen=True, slots=True)
class Material:
    """A programme's records, addresses, pages and templates."""

    dataset: Dataset
    addresses: Addresses
    pages: Pages
    renderer: Renderer
