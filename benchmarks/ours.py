"""The programme for us: its folders as a checkout has them, and the command that builds it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
COPIED = ("hooks",)
"""Of the checkout: what the measured code, words and templates are."""
CONTENT = Path(__file__).parent / "programme" / "content"


def write_ours(target: Path, collections: dict[str, Any]) -> None:
    """Writes `data/`, `content/` and what a build takes from the checkout."""
    write_data(target / "data", collections)
    shutil.copytree(CONTENT, target / "content")
    for folder in COPIED:
        shutil.copytree(ROOT / folder, target / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", target)


def write_data(folder: Path, collections: dict[str, Any]) -> None:
    """Writes the records as YAML, prose as blocks of lines, the way editors do."""
    folder.mkdir(parents=True)
    for name, records in collections.items():
        text = yaml.dump(records, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)
        (folder / f"{name}.yaml").write_text(text, "utf-8")


class _Dumper(yaml.CSafeDumper):
    """Writes no aliases, texts of more lines as blocks, and sources on one line."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _represent_text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


def _represent_mapping(dumper: _Dumper, mapping: dict[str, Any]) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", mapping.items(), flow_style="document" in mapping)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(dict, _represent_mapping)
