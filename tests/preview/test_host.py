"""`mkdocs serve`, for who is used to it: what is wrong is shown in the browser, from the start and later, and goes when mended."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from kennisstad.preview.ports import listen
from tests.preview.programme import TRACKS, replace
from tests.site.programmes import copy_invented

MOST = 90
"""Seconds that a page is waited for; the whole site is built at each change."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The invented programme."""
    return copy_invented(tmp_path / "programme")


def _command(port: int) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]


def _port() -> int:
    with listen("127.0.0.1", 0) as free:
        port: int = free.getsockname()[1]
        return port


@pytest.fixture
def port(folder: Path) -> Iterator[int]:
    """The port of a preview of a programme with a mistake in it."""
    replace(folder, TRACKS, "- id: ", "- id ")
    port = _port()
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": "", "TMPDIR": str(folder.parent)}
    with subprocess.Popen(_command(port), cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        yield port
        process.terminate()


def _wait_for(port: int, text: str) -> None:
    until = time.monotonic() + MOST
    page = ""
    while text not in page:
        assert time.monotonic() < until, page[:2000]
        time.sleep(0.3)
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=MOST) as answer:
                page = answer.read().decode()
        except (urllib.error.URLError, ConnectionError):
            continue


def test_a_mistake_is_shown_and_goes_when_mended(port: int, folder: Path) -> None:
    _wait_for(port, "data/tracks.yaml:1:3:")
    replace(folder, TRACKS, "- id ", "- id: ")
    _wait_for(port, "<main")
    replace(folder, TRACKS, "- id: ", "- id ")
    _wait_for(port, "data/tracks.yaml:1:3:")
    replace(folder, TRACKS, "- id ", "- id: ")
    _wait_for(port, "<main")


def test_a_port_that_is_taken_is_a_sentence(folder: Path) -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        env = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        done = subprocess.run(_command(port), cwd=folder, env=env, capture_output=True, text=True, check=False)

    assert f"{port}" in done.stderr
    assert "mkdocs serve --dev-addr 127.0.0.1:" in done.stderr
    assert "Traceback" not in done.stderr
