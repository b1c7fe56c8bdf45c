"""What the Makefile does with an environment that is not whole, not here, or of another Python.

Nothing is fetched: Python makes a real environment, but a stand-in for pip only writes down what it was asked.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

PYTHON = f"""#!/bin/sh
case "$*" in
*--version*) echo "Python $VERSION" ;;
*version_info*) test "$VERSION" != 3.9.2 ;;
*ensurepip*) test -z "$WITHOUT_VENV" ;;
"-m venv "*)
  "{sys.executable}" -m venv --without-pip "$3"
  cp "$(dirname "$0")/pip" "$3/bin/pip" ;;
esac
"""
PIP = """#!/bin/sh
echo "$(pwd -P): $*" >>"$PIP_LOG"
case "$PIP_DOES" in
fail) exit 1 ;;
stop) kill -9 $PPID ;;
cancel) kill -INT $PPID; exit 1 ;;
esac
"""


class Checkout:
    """A folder with what the Makefile needs to make an environment, and a Python of its own on the path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "checkout"
        self.programs = folder / "programs"
        self.log = folder / "pip.log"
        self.folder.mkdir()
        self.programs.mkdir()
        for name in ("Makefile", "pyproject.toml", "requirements"):
            copy: Callable[[Path, Path], object] = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, self.folder / name)
        for name, text in {"python3": PYTHON, "python3.12": PYTHON, "pip": PIP}.items():
            (self.programs / name).write_text(text, "utf-8")
            (self.programs / name).chmod(0o755)

    def make(self, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        """Runs make up to where the environment stands, as from a shell of its own."""
        clean = {
            name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "PYTHON", "VIRTUAL_ENV"))
        }
        paths = f"{self.programs}{os.pathsep}{clean['PATH']}"
        env = {**clean, "PATH": paths, "PIP_LOG": str(self.log), "VERSION": "3.12.1", "WITHOUT_VENV": "", "PIP_DOES": "", **env}
        command = ["make", *(arguments or (".venv/.site",))]
        return subprocess.run(command, cwd=self.folder, env=env, capture_output=True, text=True, check=False)

    def installed(self) -> list[str]:
        """What pip was asked since the last time, each with the folder it was asked in."""
        asked = self.log.read_text("utf-8").splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return asked


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A checkout in which the environment stands."""
    made = Checkout(tmp_path)
    done = made.make()
    assert done.returncode == 0, done.stderr
    assert [line.split()[-1] for line in made.installed()] == ["requirements/site.txt", "."]
    (made.folder / ".venv" / "of-before").touch()
    return made


def is_kept(checkout: Checkout) -> bool:
    return (checkout.folder / ".venv" / "of-before").exists()


def test_an_environment_that_is_whole_is_kept(checkout: Checkout) -> None:
    done = checkout.make()

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert checkout.installed() == []
    assert is_kept(checkout)


def test_an_active_environment_is_kept(checkout: Checkout) -> None:
    active = f"{checkout.folder}/.venv/bin{os.pathsep}{checkout.programs}{os.pathsep}{os.environ['PATH']}"

    assert checkout.make(PATH=active).returncode == 0
    assert checkout.installed() == []
    assert is_kept(checkout)


def test_a_changed_lock_file_is_installed_in_the_same_environment(checkout: Checkout) -> None:
    os.utime(checkout.folder / "requirements" / "site.txt", (4e9, 4e9))

    assert checkout.make().returncode == 0
    assert len(checkout.installed()) == 2
    assert is_kept(checkout)


def without_a_mark(venv: Path) -> None:
    """As a first run leaves it that was stopped, or another tool."""
    (venv / ".made").unlink()


def without_python(venv: Path) -> None:
    (venv / "bin" / "python").unlink()
    (venv / "bin" / "python").symlink_to("/no/such/python3.12")


def with_python_upgraded(venv: Path) -> None:
    """The name inside leads to another program than before, as when the system is upgraded."""
    (venv / "bin" / "python").unlink()
    (venv / "bin" / "python").symlink_to("/bin/sh")


@pytest.mark.parametrize("harm", [without_a_mark, without_python, with_python_upgraded])
def test_an_environment_that_is_not_whole_is_made_anew(checkout: Checkout, harm: Callable[[Path], None]) -> None:
    harm(checkout.folder / ".venv")

    done = checkout.make()

    assert done.returncode == 0, done.stderr
    assert "wordt opnieuw gemaakt" in done.stderr
    assert "is made anew" in done.stderr
    assert len(checkout.installed()) == 2
    assert not is_kept(checkout)


def test_another_python_makes_another_environment(checkout: Checkout) -> None:
    assert checkout.make(".venv/.site", "PYTHON=python3.12").returncode == 0
    assert not is_kept(checkout)


@pytest.mark.parametrize("moved", [False, True])
def test_a_copy_of_a_checkout_gets_an_environment_of_its_own(checkout: Checkout, moved: bool) -> None:
    """The one it came with runs the code of the original."""
    original = checkout.folder
    checkout.folder = original.with_name("the copy")
    if moved:
        original.rename(checkout.folder)
    else:
        shutil.copytree(original, checkout.folder, symlinks=True)

    assert checkout.make().returncode == 0
    assert [line.partition(":")[0] for line in checkout.installed()] == [str(checkout.folder.resolve())] * 2
    assert not is_kept(checkout)
    assert moved or (original / ".venv" / "of-before").exists()


@pytest.mark.parametrize("how", ["stop", "cancel"])
def test_who_was_stopped_while_installing_starts_anew(checkout: Checkout, how: str) -> None:
    """A package of which half stands there counts as installed for pip. Where the tests run in the background they ignore Ctrl-C,
    and so would all that they start; a signal that is handled is not handed on."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    os.utime(checkout.folder / "requirements" / "site.txt", (4e9, 4e9))

    assert checkout.make(PIP_DOES=how).returncode != 0
    assert checkout.make().returncode == 0
    assert not is_kept(checkout)


def test_without_a_network_the_environment_stays(checkout: Checkout) -> None:
    os.utime(checkout.folder / "requirements" / "test.txt", (4e9, 4e9))

    assert checkout.make(".venv/.test", PIP_DOES="fail").returncode != 0
    assert checkout.make(".venv/.site", PIP_DOES="fail").returncode == 0
    assert is_kept(checkout)


@pytest.mark.parametrize(
    ("arguments", "env", "dutch", "english"),
    [
        (
            (),
            {"VERSION": "3.9.2"},
            "heeft Python 3.11 of nieuwer nodig; python3 is: Python 3.9.2.",
            "needs Python 3.11 or newer; python3 is: Python 3.9.2.",
        ),
        (("PYTHON=python3.99",), {}, "Er is geen programma python3.99.", "There is no program python3.99."),
        ((), {"WITHOUT_VENV": "yes"}, "Voer uit: sudo apt-get install python3-venv", "Run: sudo apt-get install python3-venv"),
        (("PYTHON=python3.12",), {"WITHOUT_VENV": "yes"}, "apt-get install python3.12-venv", "apt-get install python3.12-venv"),
    ],
    ids=["old", "absent", "without-venv", "another-without-venv"],
)
def test_what_is_missing_is_told_in_a_sentence(
    tmp_path: Path, arguments: tuple[str, ...], env: dict[str, str], dutch: str, english: str
) -> None:
    checkout = Checkout(tmp_path)

    done = checkout.make(".venv/.site", *arguments, **env)

    assert done.returncode != 0
    told = done.stderr.splitlines()
    assert dutch in told[0]
    assert english in told[1]
    assert told[2].startswith("make: ***")
    assert len(told) == 3
    assert not (checkout.folder / ".venv").exists()
