"""Writes a programme of N projects for us and for each peer: `python -m benchmarks.generate 600 FOLDER`."""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

import yaml

from benchmarks.markdown_pages import write_markdown
from benchmarks.ours import CONTENT, write_ours
from benchmarks.records import Records

HERE = Path(__file__).parent
PEERS = HERE / "peers"
OURS, HUGO, ELEVENTY, MKDOCS = "ours", "hugo", "eleventy", "mkdocs"


def generate(projects: int, target: Path) -> None:
    """Writes the folders `ours`, `hugo`, `eleventy` and `mkdocs` below `target`; what stood there goes."""
    shutil.rmtree(target, ignore_errors=True)
    collections = Records(projects).collections()
    interface: dict[str, dict[str, str]] = yaml.safe_load((PEERS / "interface.yaml").read_text("utf-8"))
    write_ours(target / OURS, collections)
    _write_hugo(target / HUGO, collections, interface)
    _write_eleventy(target / ELEVENTY, collections, interface)
    shutil.copytree(PEERS / MKDOCS, target / MKDOCS)
    write_markdown(target / MKDOCS / "pages", collections, interface, CONTENT)


def _write_hugo(target: Path, collections: dict[str, Any], interface: dict[str, dict[str, str]]) -> None:
    """Records as JSON: of YAML with more than about 10,000 nested parts Hugo says that it has too many aliases."""
    shutil.copytree(PEERS / HUGO, target)
    _write_json(target / "data", collections)
    (target / "i18n").mkdir()
    for language, words in interface.items():
        (target / "i18n" / f"{language}.yaml").write_text(yaml.safe_dump(words, allow_unicode=True), "utf-8")
        for page in (CONTENT / language).glob("*.md"):
            name = "_index" if page.stem == "index" else page.stem
            shutil.copy(page, target / "content" / f"{name}.{language}.md")


def _write_eleventy(target: Path, collections: dict[str, Any], interface: dict[str, dict[str, str]]) -> None:
    shutil.copytree(PEERS / ELEVENTY, target)
    shutil.copytree(CONTENT, target / "content")
    _write_json(target / "records", {**collections, "interface": interface})


def _write_json(folder: Path, collections: dict[str, Any]) -> None:
    folder.mkdir()
    for name, records in collections.items():
        text = json.dumps(records, ensure_ascii=False, default=str)  # dates of the fixed records, as they are written
        (folder / f"{name}.json").write_text(text, "utf-8")


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("projects", type=int)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    generate(options.projects, options.folder)


if __name__ == "__main__":
    main()
