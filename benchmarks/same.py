"""Builds the newest commit in many surroundings, and counts the files that are not the same in all of them.

    python -m benchmarks.same                     every surrounding that this machine can be
    python -m benchmarks.same --python python3.14 also with these Pythons (others are looked for)

Each build is of a fresh clone, with the packages of `requirements/site.txt` only. Where a surrounding cannot be had (no namespace
without a network, no second user) that is told, and is a failure: nothing is left out in silence.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kennisstad.writing.manifest import MANIFEST

ROOT = Path(__file__).parent.parent
CACHE = ROOT / ".cache" / "same"
SHIM = "benchmarks/surroundings"
ALONE = ("unshare", "--user", "--map-root-user", "--net", "--")
"""A namespace in which there is no network at all, not even this machine's own."""
NOBODY = 65534
OURS, MKDOCS = ("kennisstad", "build", "--target"), ("mkdocs", "build", "--strict", "--quiet", "--site-dir")
MEMORY = Path("/dev/shm")  # noqa: S108 - another file system, where the system has one


@dataclass(frozen=True)
class Surrounding:
    """Where and how a site is built; `clone` names a folder, `before` stands before the command."""

    name: str
    clone: str = "here"
    python: str = sys.executable
    command: tuple[str, ...] = OURS
    before: tuple[str, ...] = ()
    settings: dict[str, str] = field(default_factory=dict)
    umask: int = 0o022
    user: int | None = None
    shim: bool = False


class NotHere(Exception):
    """A surrounding that this machine cannot be; the text says why."""


def surroundings(pythons: list[str]) -> Iterator[Surrounding]:
    """Gives them all, the one that the others are held against first."""
    yield Surrounding("kennisstad build")
    yield Surrounding("mkdocs build", command=MKDOCS)
    far = {"LC_ALL": "tr_TR.UTF-8", "LANG": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "PYTHONUTF8": "0"}
    yield Surrounding("another clone, folder, disk, umask, locale, zone and seed", "een andere map, é", settings=far, umask=0o077)
    yield Surrounding("folders listed backwards", settings={"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles"}, shim=True)
    yield Surrounding("kennisstad build without a network", before=ALONE, settings={"LC_ALL": "C"})
    yield Surrounding("mkdocs build without a network", command=MKDOCS, before=ALONE)
    if os.getuid() == 0:
        everybodys = (python for python in (sys.executable, *pythons) if not Path(python).resolve().is_relative_to(Path.home()))
        yield Surrounding("another user", "of another user", next(everybodys, sys.executable), user=NOBODY)
    for python in pythons:
        yield Surrounding(f"Python {_version(python)}", python=python, settings={"PYTHONHASHSEED": "3"})


def found_pythons(wanted: list[str]) -> list[str]:
    """Gives one Python of each version from 3.11 on that is not the one that runs this, the oldest first."""
    names = [*wanted, *(f"python3.{minor}" for minor in range(11, 30))]
    paths = [path for name in names if (path := shutil.which(name))]
    paths += map(str, sorted(Path.home().glob(".pyenv/versions/3.*/bin/python")))
    found = {_version(path): path for path in reversed(paths)}
    found.pop(_version(sys.executable), None)
    return [path for version, path in sorted(found.items(), key=lambda item: _key(item[0])) if _key(version) >= (3, 11)]


def _version(python: str) -> str:
    code = "import sys; print('.'.join(map(str, sys.version_info[:3])))"
    done = subprocess.run([python, "-I", "-c", code], capture_output=True, text=True, check=False)
    return done.stdout.strip() or "0"


def _key(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def with_packages(python: str) -> str:
    """Gives a Python with the packages of a site and nothing else, of the same version. Raises NotHere."""
    folder = CACHE / _version(python)
    lock = ROOT / "requirements" / "site.txt"
    mark, digest = folder / ".locked", hashlib.sha256(lock.read_bytes()).hexdigest()
    inside = str(folder / "bin" / "python")
    if mark.is_file() and mark.read_text("utf-8") == digest:
        return inside
    shutil.rmtree(folder, ignore_errors=True)
    for command in (
        [python, "-m", "venv", str(folder)],
        [inside, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "--requirement", str(lock)],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise NotHere(done.stderr.strip()[-500:])
    mark.write_text(digest, "utf-8")
    return inside


def clone(folder: Path, home: Path, user: int | None) -> None:
    """Clones the newest commit, for a user where one is given."""
    folder.mkdir(parents=True)
    if user is not None:
        os.chown(folder, user, user)
    command = ["git", "clone", "--quiet", "--no-local", "--single-branch", f"file://{ROOT}", str(folder)]
    subprocess.run(command, env={**os.environ, "HOME": str(home)}, user=user, check=True)


def build(one: Surrounding, place: Path) -> dict[str, str]:
    """Gives the hashes of all files of the site built there. Raises NotHere."""
    elsewhere = one.umask != Surrounding.umask and MEMORY.is_dir()
    folder = (MEMORY / place.name if elsewhere else place) / one.clone
    if not folder.exists():
        clone(folder, place, one.user)
    if one.before and subprocess.run([*one.before, "true"], capture_output=True, check=False).returncode:
        raise NotHere("this machine gives no namespace without a network: run it as root, or allow user namespaces")
    target = folder / "site"
    command = [*one.before, with_packages(one.python), "-m", *one.command, str(target)]
    try:
        done = subprocess.run(
            command, cwd=folder, env=_settings(one, folder, place), umask=one.umask, user=one.user, capture_output=True, check=False
        )
    except OSError as error:  # the other user may not run this Python
        raise NotHere(str(error)) from None
    if done.returncode:
        raise NotHere((done.stdout + done.stderr).decode("utf-8", "replace").strip()[-2000:])
    paths = sorted(path for path in target.rglob("*") if path.is_file())
    hashes = {path.relative_to(target).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
    shutil.rmtree(target)
    return hashes


def _settings(one: Surrounding, folder: Path, home: Path) -> dict[str, str]:
    """Gives the environment of a build: nothing of who runs this but the path, and the day."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "SOURCE_DATE_EPOCH")}
    paths = [folder / "src", folder / "hooks", *([folder / SHIM] if one.shim else [])]
    ours = {"HOME": str(home), "PYTHONPATH": os.pathsep.join(map(str, paths)), "PYTHONDONTWRITEBYTECODE": "1"}
    return {**kept, **ours, "NO_MKDOCS_2_WARNING": "1", **one.settings}


def compare(pythons: list[str], place: Path) -> int:
    """Builds everywhere, and tells what differs. Gives 1 where a file does, or a surrounding could not be had."""
    first: dict[str, str] = {}
    differ: set[str] = set()
    built = failed = 0
    for one in surroundings(pythons):
        try:
            hashes = build(one, place)
        except NotHere as why:
            failed += 1
            print(f"{one.name}: NOT BUILT. {why}", flush=True)
            continue
        first = first or hashes
        changed = sorted(path for path in first | hashes if first.get(path) != hashes.get(path))
        differ.update(changed)
        built += 1
        print(f"{one.name}: {len(hashes):,} files, {len(changed)} differ", *changed[:20], sep="\n    ", flush=True)
    print(f"{len(first):,} files, {len(differ)} differ, in {built} surroundings; sha256 of the manifest: {first.get(MANIFEST)}")
    return 1 if differ or failed or not first else 0


def main() -> int:
    """Gives the exit code of the command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--python", action="append", default=[], help="a Python to build with too")
    pythons = found_pythons(options.parse_args().python)
    place = Path(tempfile.mkdtemp(prefix="same-"))
    place.chmod(0o755)
    (place / ".gitconfig").write_text("[safe]\n\tdirectory = *\n", "utf-8")
    try:
        return compare(pythons, place)
    finally:
        shutil.rmtree(place)
        shutil.rmtree(MEMORY / place.name, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
