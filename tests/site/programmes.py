"""Whole programmes to build a site of: the real one grown to any size, and the command that builds one."""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from kennisstad.model import Folders
from kennisstad.site import make_site
from tests.edits.files import DataFile
from tests.promises.published import Published

ROOT = Path(__file__).parent.parent.parent
INVENTED = ROOT / "tests" / "programme"
FOLDERS = ("data", "content", "locales", "overrides", "hooks")
MKDOCS_BUILD = (sys.executable, "-m", "mkdocs", "build", "--strict")

_KNOWN_WORK = Path(__file__).parent / "known_work.py"
_KNOWN_WORK_SECONDS = 0.34
"""What the known work, of the kind that a build does (YAML, templates), costs on a quiet machine of today."""


def copy_programme(target: Path, source: Path = ROOT) -> Path:
    """Copies what a build needs, and nothing that a build makes."""
    for folder in FOLDERS:
        shutil.copytree(source / folder, target / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(source / "mkdocs.yml", target)
    return target


def copy_invented(target: Path) -> Path:
    """Copies the invented programme, in English, Dutch and German: its own files, and nothing that every programme has."""
    shutil.copytree(INVENTED, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    return target


def published(folder: Path, address: str = "") -> Published:
    """Makes the whole site of a programme in memory, without a host: every path but those of the search index, with its bytes.

    The only place where tests ask the core for a whole site. Raises BadData where the data has errors.
    """
    site = make_site(Folders.of(folder), address)
    return Published(site.dataset, site.addresses.site_url, dict(site.files))


def grow(target: Path, times: int) -> None:
    """Repeats the projects of a programme under new ids until there are so many times as many."""
    path = target / "data" / "projects.yaml"
    head, records = DataFile(path).pieces()
    grown = [_again(record, identity, time) for time in range(times) for identity, record in records]
    path.write_text(head + "".join(grown), "utf-8")


def _again(record: str, identity: str, time: int) -> str:
    """The copies are part of nothing and continue nothing."""
    if not time:
        return f"{record.rstrip()}\n"
    record = re.sub(r"(?m)^  (part_of|continues): .*\n", "", record)
    return re.sub(rf"(?m)^((?:- |  )id: +).*{re.escape(identity)}.*$", rf"\g<1>{identity}-{time}", record.rstrip(), count=1) + "\n"


def without_search(target: Path) -> None:
    """Leaves the search index out, so that only the site itself is measured."""
    path = target / "mkdocs.yml"
    path.write_text(path.read_text("utf-8") + "extra:\n  search: false\n", "utf-8")


def mkdocs_build(folder: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs `mkdocs build --strict` in a folder, as an editor or CI would."""
    env = _environment(**environment)
    return subprocess.run([*MKDOCS_BUILD, *options], cwd=folder, env=env, capture_output=True, text=True, check=False)


def cpu_of(command: Sequence[str], folder: Path = ROOT) -> float:
    """Gives the seconds of CPU, user and system, that a command takes; it must end well."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=folder, env=_environment(), capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode == 0, done.stdout + done.stderr
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def cpu_of_build(folder: Path, site: Path) -> float:
    """Gives the seconds of CPU that a build into a new folder takes, as on a quiet machine.

    A folder of its own each time: ext4 spares the places of what was deleted in the last five seconds, and looks for others for so
    long that a build after a deletion costs up to a third more.
    """
    return quiet_cpu_of((*MKDOCS_BUILD, "--site-dir", str(site)), folder)


def quiet_cpu_of(command: Sequence[str], folder: Path = ROOT) -> float:
    """Gives the seconds of CPU that a command takes, divided by how much slower than a quiet one the machine is around it.

    What other guests of a machine do makes the same work cost up to twice as much, and it changes within seconds: so known work is
    measured just before and just after, each time anew.
    """
    before, cost, after = slowness(), cpu_of(command, folder), slowness()
    return cost / ((before + after) / 2)


def slowness() -> float:
    """Gives how many times as long as a quiet machine of today this one takes now, 1 at least."""
    return max(1.0, cpu_of([sys.executable, str(_KNOWN_WORK)]) / _KNOWN_WORK_SECONDS)


def _environment(**more: str) -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", **more}
