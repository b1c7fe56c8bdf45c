"""`kennisstad edit` in a folder, as somebody starts it at home."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kennisstad.preview.ports import listen


@contextmanager
def edited(folder: Path) -> Iterator[str]:
    """Gives the address at which the form of a folder is shown, in English; the form is at `edit/` below it."""
    with listen("127.0.0.1", 0) as free:
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "kennisstad", "edit", "--no-open", "--language", "en", "--port", port]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=os.environ
    ) as process:
        assert process.stdout is not None
        address = process.stdout.readline().split()[2]
        assert address == f"http://127.0.0.1:{port}/edit/"
        yield address.removesuffix("edit/")
        process.terminate()


@contextmanager
def put_back(folder: Path) -> Iterator[None]:
    """Afterwards the files are as they were, and what was added is gone."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts}
    yield
    for path in [path for name in ("data", "content") for path in (folder / name).rglob("*") if path.is_file()]:
        if path not in before:
            path.unlink()
    for path, data in before.items():
        if path.read_bytes() != data:
            path.write_bytes(data)
