"""Each package that we name is used, each that we use is named, and what is locked is no more than that."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
NOT_IMPORTED = {
    "mkdocs-material": "the theme that mkdocs.yml names, and the icons that `kennisstad icons` copies",
    "pymdown-extensions": "Material brings it; our bound keeps it to what Debian 12 can run",
}
PART_OF_ANOTHER = {"markupsafe": "Jinja2", "pydantic-core": "pydantic"}
"""What comes with a package and belongs to what that offers."""
OURS = {"kennisstad"}


def name_of(wanted: str) -> str:
    return re.split(r"[\[<>=;]", wanted)[0].lower().replace("_", "-")


def names(*wanted: str) -> set[str]:
    return {name_of(one) for one in wanted}


def imported(folder: Path) -> set[str]:
    """The packages that code imports, also within a function."""
    found = set()
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    outside = found - set(sys.stdlib_module_names) - OURS
    given = packages_distributions()
    return {distribution.lower().replace("_", "-") for module in outside for distribution in given.get(module, [])[:1]}


def locked(name: str) -> dict[str, str]:
    return dict(re.findall(r"(?m)^([\w.-]+)==(\S+)", (ROOT / "requirements" / name).read_text("utf-8")))


def test_every_package_is_used_and_every_one_used_is_named() -> None:
    named = names(*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["preview"])

    assert (imported(ROOT / "src") | imported(ROOT / "hooks")) - set(PART_OF_ANOTHER) == named - set(NOT_IMPORTED)
    assert set(NOT_IMPORTED) <= named


@pytest.mark.parametrize(
    "wanted", [*PROJECT["dependencies"], *(one for all_of in PROJECT["optional-dependencies"].values() for one in all_of)]
)
def test_every_package_has_a_lowest_and_a_highest_version(wanted: str) -> None:
    assert re.fullmatch(r"[\w.-]+(\[\w+\])?>=[\d.]+,<[\d.]+", wanted)


def test_what_only_a_preview_or_a_test_needs_is_not_locked_for_a_site() -> None:
    site, preview, test = (locked(f"{name}.txt") for name in ("site", "preview", "test"))
    more = PROJECT["optional-dependencies"]

    assert site.items() <= preview.items() <= test.items()
    assert names(*PROJECT["dependencies"], *more["build"]) <= site.keys()
    assert not names(*more["test"]) & preview.keys()
    assert "werkzeug" not in site


@pytest.mark.parametrize("path", sorted((ROOT / "requirements").glob("*.txt")), ids=lambda path: path.name)
def test_locks_have_a_hash_for_each_file_and_name_no_place_they_came_from(path: Path) -> None:
    text = path.read_text("utf-8")
    pinned = re.findall(r"(?m)^[\w.-]+(?:\[[\w,]+\])?==\S+ \\\n    --hash=sha256:", text)

    assert len(pinned) == len(re.findall(r"(?m)^[a-z]", text)) > 40
    assert "://" not in text
    assert "WARNING" not in text
