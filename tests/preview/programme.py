"""A programme that somebody works on, and what a cold build makes of the same folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kennisstad.messages import messages
from kennisstad.model import Folders
from kennisstad.preview.ports import listen
from kennisstad.preview.preview import Preview
from kennisstad.problem import Severity
from kennisstad.site import BadData, Site, make_site
from tests.site.programmes import ROOT, copy_invented

TRACKS, PROJECTS = "data/tracks.yaml", "data/projects.yaml"


def begin(folder: Path) -> Path:
    """Gives a copy of the invented programme with looks and words of its own, as they are everybody's."""
    copy_invented(folder)
    shutil.copytree(ROOT / "overrides", folder / "overrides", dirs_exist_ok=True)
    for language in ("en", "nl"):
        shutil.copy(ROOT / "locales" / f"{language}.yaml", folder / "locales")
    return folder


def replace(folder: Path, name: str, old: str, new: str) -> None:
    """Saves a file in which something else stands."""
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text, f"{name} has no {old!r}"
    path.write_text(text.replace(old, new, 1), "utf-8")


def cold(folder: Path, language: str) -> tuple[Site | None, str]:
    """Gives what a build of the folder makes, or what it says is wrong."""
    try:
        return make_site(Folders.of(folder)), ""
    except BadData as bad:
        errors = [problem for problem in bad.problems if problem.severity == Severity.ERROR]
        return None, messages(language).tell_all(errors, folder)


def shown(preview: Preview, path: str) -> bytes | None:
    """Gives what the preview has at a path."""
    return preview.file(path)[1]


@contextmanager
def serving(folder: Path, *options: str, **environment: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Starts `kennisstad serve` as an editor would, and gives the process and the address that it names."""
    with listen("127.0.0.1", 0) as free:
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "kennisstad", "serve", "--language", "en", "--port", port, *options]
    env = os.environ | environment
    with subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline().split()[2]
        finally:
            process.terminate()
