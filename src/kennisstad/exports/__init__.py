"""What the site gives besides pages: open data, a sitemap, pictures. Each is a module here with a function `files`.

A new export is one new file: every module of this folder that has `files` is asked for its files, and its `OPEN_DATA_FILES`, if it
has them, are names that texts may link to.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import ModuleType

from kennisstad.exports.material import Files, Material


@cache
def exports() -> tuple[ModuleType, ...]:
    """Gives every export, by name."""
    modules = (importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))
    return tuple(module for module in modules if hasattr(module, "files"))


def open_data_files() -> tuple[str, ...]:
    """Gives the names of the open data that are no file of records."""
    return tuple(name for module in exports() for name in getattr(module, "OPEN_DATA_FILES", ()))


def exported(material: Material) -> Files:
    """Gives every file by path, with what makes its bytes."""
    for module in exports():
        yield from module.files(material)
