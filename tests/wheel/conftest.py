"""An environment as somebody elsewhere has it: the wheel and what it needs, and nothing of the checkout."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SOURCES = ("src", "overrides", "locales", "hooks", "pyproject.toml", "README.md", ".gitignore")
OURS = re.compile(r"_*kennisstad.*")
"""What an editable install leaves among the packages: with it the checkout could be imported."""


@dataclass(frozen=True)
class Elsewhere:
    """A place where the package is installed; commands run there without a network."""

    environment: Path
    folder: Path

    def run(self, command: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Runs lines of a shell, and gives what they said; each has to end well."""
        path = f"{self.environment / 'bin'}{os.pathsep}{os.environ['PATH']}"
        settings = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "SITE_URL"))}
        settings |= {"PATH": path, "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "NO_MKDOCS_2_WARNING": "1"}
        shell = ["sh", "-e", "-c", command]
        done = subprocess.run(shell, cwd=folder or self.folder, env=settings, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done

    def ask(self, expression: str) -> str:
        """Gives the value of an expression of Python there."""
        return self.run(
            f"python -c 'import kennisstad; from kennisstad.model.folders import base; print({expression})'"
        ).stdout.strip()


@pytest.fixture(scope="session")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Elsewhere:
    """An empty environment, with all packages of the tests but ours, and a copy of the sources to make the wheel of."""
    folder = tmp_path_factory.mktemp("elsewhere")
    for name in SOURCES:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    environment = tmp_path_factory.mktemp("environment")
    venv.create(environment, symlinks=True)
    lent = tmp_path_factory.mktemp("packages")
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        if not OURS.fullmatch(path.name):
            (lent / path.name).symlink_to(path)
    packages = environment / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
    (packages / "lent.pth").write_text(f"{lent}\n", "utf-8")
    return Elsewhere(environment, folder)
