"""Which files may be written: those that the check reads, where they belong, and nothing that leads elsewhere."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from kennisstad.local.refusal import Refused
from kennisstad.model import Folders, Kinds
from kennisstad.model.kinds import PROGRAMME

_FOLDER = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,63}")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,99}\.(?:yaml|md)")


def place_of(file: str, folders: Folders, kinds: Kinds) -> Path:
    """Gives the path of a file by its name in the programme. Raises Refused where nothing may be written there."""
    *above, name = file.split("/")
    path = folders.root.joinpath(*above, name) if _NAME.fullmatch(name) and all(map(_FOLDER.fullmatch, above)) else None
    if path is None or not (_is_of_data(path, folders, kinds) or _is_of_content(path, folders, kinds)):
        raise Refused(403, "edit-elsewhere", found=file[:200])
    if leads_elsewhere(path, folders.root):
        raise Refused(403, "edit-link", found=file[:200])
    return path


def _is_of_data(path: Path, folders: Folders, kinds: Kinds) -> bool:
    """`data/projects.yaml`, or `data/projects/quay.yaml` where each record has a file of its own."""
    if path.suffix != ".yaml" or not path.is_relative_to(folders.data):
        return False
    *above, name = path.relative_to(folders.data).parts
    of_records = [kind for kind in kinds.records if not kind.folder]
    if above:
        return above in [[kind.stem] for kind in of_records]
    return name in (PROGRAMME.file, *(kind.file for kind in of_records))


def _is_of_content(path: Path, folders: Folders, kinds: Kinds) -> bool:
    """`content/en/about.md` or `content/en/news/first.md`."""
    if path.suffix != ".md" or not path.is_relative_to(folders.content):
        return False
    above = path.relative_to(folders.content).parts[:-1]
    return len(above) == 1 or (len(above) == 2 and above[1] in kinds.folders)


def leads_elsewhere(path: Path, root: Path) -> bool:
    """Whether it is no ordinary file, or anything on the way to it is a link."""
    on_the_way = [folder for folder in path.parents if folder != root and folder.is_relative_to(root)]
    if any(os.path.lexists(folder) and not stat.S_ISDIR(folder.lstat().st_mode) for folder in on_the_way):
        return True
    if os.path.lexists(path) and not stat.S_ISREG(path.lstat().st_mode):
        return True
    return not path.resolve().is_relative_to(root.resolve())
