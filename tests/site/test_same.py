"""The same commit and day give the same bytes, wherever and however it is built; `make same` does this with the real programme."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from kennisstad.model.origin import Origin
from kennisstad.writing.manifest import MANIFEST, hashes_of, read_manifest, write_manifest
from tests.conftest import ROOT
from tests.site.repository import Repository
from tests.site.test_hosts import contents

SHIM = ROOT / "benchmarks" / "surroundings"
BUILD = "import sys; from kennisstad.cli import main; sys.exit(main(['build', '--language', 'en']))"
WITHOUT_A_SERVER = f"import sys; sys.modules.update(werkzeug=None, watchdog=None, mkdocs=None); {BUILD}"
"""What only a preview and MkDocs need cannot be imported there."""
NOON = "1624010400"
"""Of 18 June 2021, in the programme's zone; it is the day after in the other one."""
FAR = {"LC_ALL": "tr_TR.UTF-8", "LANG": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "PYTHONUTF8": "0"}


def build(folder: Path, code: str = BUILD, umask: int = 0o022, shim: bool = False, **settings: str) -> dict[str, bytes]:
    """Builds in a process of its own, and gives the files."""
    paths = [*([str(SHIM)] if shim else []), *filter(None, [os.environ.get("PYTHONPATH")])]
    env = {**os.environ, "SOURCE_DATE_EPOCH": NOON, "PYTHONPATH": os.pathsep.join(paths), **settings}
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, env=env, umask=umask, capture_output=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr).decode("utf-8", "replace")
    return contents(folder / "site")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return Repository.of_invented(tmp_path_factory.mktemp("same") / "here")


@pytest.fixture(scope="module")
def here(repository: Repository) -> dict[str, bytes]:
    return build(repository.folder)


def test_another_surrounding_gives_the_same_bytes(repository: Repository, here: dict[str, bytes], tmp_path: Path) -> None:
    """A clone in another folder, listed backwards, in another locale and zone, without a network or a server of a preview."""
    there = build(repository.clone(tmp_path / "een andere map, é").folder, WITHOUT_A_SERVER, umask=0o077, shim=True, **FAR)

    assert there.keys() == here.keys()
    assert [path for path in here if there[path] != here[path]] == []
    assert any(path.startswith("pagefind/index/") for path in here), "the index for search is compared too"


def test_the_manifest_has_every_file_and_what_the_site_is_made_of(repository: Repository, here: dict[str, bytes]) -> None:
    told = json.loads(here[MANIFEST])

    assert list(told["files"]) == sorted(set(here) - {MANIFEST})
    assert {path: found["sha256"] for path, found in told["files"].items()} == {
        path: hashlib.sha256(data).hexdigest() for path, data in here.items() if path != MANIFEST
    }
    assert {path: found["size"] for path, found in told["files"].items()} == {
        path: len(data) for path, data in here.items() if path != MANIFEST
    }
    assert (told["day"], told["commit"]) == ("2021-06-18", repository.git("rev-parse", "HEAD"))


def test_without_a_repository_the_manifest_names_no_commit(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"x")
    write_manifest(tmp_path, Origin(datetime.date(2026, 11, 29), ""))
    read = read_manifest((tmp_path / MANIFEST).read_bytes())

    assert json.loads((tmp_path / MANIFEST).read_bytes())["commit"] is None
    assert read is not None
    assert (read.day, read.commit, read.files) == ("2026-11-29", "", hashes_of(tmp_path))


def test_what_stands_in_for_another_machine_does_what_it_says(tmp_path: Path) -> None:
    """Else the comparison above would hold nothing."""
    for name in ("a", "b", "c"):
        (tmp_path / name).touch()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        code = f"""
import os, socket, pathlib
print(os.listdir(), [entry.name for entry in os.scandir()], [path.name for path in pathlib.Path().glob("*")])
try:
    socket.create_connection(("127.0.0.1", {listening.getsockname()[1]}))
except PermissionError as error:
    print("refused")
"""
        env = {**os.environ, "PYTHONPATH": str(SHIM)}
        done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True, check=True)

    assert done.stdout.splitlines() == [str([["c", "b", "a"]] * 3)[1:-1].replace("], [", "] ["), "refused"]
