"""A build that is killed, stopped or kept from writing leaves one whole site; `make edits` kills 50 and prints what it saw."""

from __future__ import annotations

import errno
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from kennisstad.stopping import Stopped, stoppable
from kennisstad.writing import exchange
from kennisstad.writing.disk import NotReplaced, in_place_of, write
from kennisstad.writing.exchange import put_in_place
from kennisstad.writing.held import held
from tests.figures import Record
from tests.site.small import SMALL, write_small

FILES = 60
LETTERS = ("index.html", *(f"{number % 7}/{number}.txt" for number in range(FILES)))
WRITER = f"""
import sys
from pathlib import Path
from kennisstad.writing.disk import write
print("ready", flush=True)
number = 0
while True:
    number += 1
    write(dict.fromkeys({LETTERS!r}, str(number).encode() * 500), Path(sys.argv[1]))
"""
"""Writes site after site over each other; every file of one says the same."""


def is_whole(folder: Path) -> bool:
    """Whether every file of one site of the writer is there, and of no other."""
    said = {path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return len(said) == 1 and {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} == set(LETTERS)


def left_beside(folder: Path) -> list[str]:
    return [path.name for path in folder.parent.iterdir() if path.name.startswith(".")]


def writers(target: Path, count: int) -> list[subprocess.Popen[bytes]]:
    started = [subprocess.Popen([sys.executable, "-c", WRITER, str(target)], stdout=subprocess.PIPE) for _ in range(count)]
    for one in started:
        assert one.stdout is not None
        assert one.stdout.readline() == b"ready\n"
    return started


@pytest.fixture
def times(request: pytest.FixtureRequest) -> int:
    """How many are killed: 50 with `--every-page`."""
    return 50 if request.config.getoption("--every-page") else 6


def test_what_is_killed_at_any_moment_leaves_one_whole_site(tmp_path: Path, times: int, record_property: Record) -> None:
    target, moments = tmp_path / "site", random.Random(12)
    write(dict.fromkeys(LETTERS, b"first"), target)
    broken = 0
    for _ in range(times):
        (one,) = writers(target, 1)
        time.sleep(moments.uniform(0, 0.1))
        one.kill()
        one.communicate()
        broken += not is_whole(target)
    record_property("figure", f"{times} writers of a site that were killed: {broken} broken")
    assert broken == 0

    cleared: list[bool] = []
    write(dict.fromkeys(LETTERS, b"last"), target, cleared=lambda: cleared.append(True))

    assert (is_whole(target), left_beside(target)) == (True, [])
    assert len(cleared) <= 1


def test_two_at_once_never_show_half_a_site(tmp_path: Path) -> None:
    target = tmp_path / "site"
    both = writers(target, 2)
    seen = 0
    while seen < 20:
        opened = os.open(target, os.O_RDONLY) if target.exists() else -1
        if opened < 0:
            continue
        try:  # what one folder holds, whatever takes its place meanwhile
            names = set(os.listdir(opened))
        finally:
            os.close(opened)
        seen += 1
        assert "index.html" in names or not names  # one that was exchanged is cleared away while we look
    for one in both:
        one.kill()
        one.communicate()

    assert is_whole(target)


def test_two_that_begin_without_a_site_both_end(tmp_path: Path) -> None:
    target = tmp_path / "site"
    with in_place_of(target) as one:
        (one / "index.html").write_text("one", "utf-8")
        with in_place_of(target) as other:
            (other / "index.html").write_text("other", "utf-8")
        assert (target / "index.html").read_text("utf-8") == "other"

    assert (target / "index.html").read_text("utf-8") == "one"
    assert left_beside(target) == []


def test_what_a_build_still_writes_is_not_cleared_away(tmp_path: Path) -> None:
    target = tmp_path / "site"
    busy, left = tmp_path / ".site.building-00000001", tmp_path / ".site.building-00000002"
    others = tmp_path / ".site.settings"
    for folder in (busy, left, others):
        folder.mkdir()
    with held(busy) as is_ours:
        assert is_ours
        write({"index.html": b"x"}, target)

    assert sorted(left_beside(target)) == [busy.name, others.name]


def test_without_an_exchange_the_old_site_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_exchange", lambda one, other: False)
    target, folder = tmp_path / "site", tmp_path / ".site.building-00000001"
    write({"index.html": b"old"}, target)
    write({"index.html": b"new"}, target)
    assert (target / "index.html").read_bytes() == b"new"

    target.rename(tmp_path / f"{folder.name}.old")  # killed between two renames
    write({"index.html": b"newest"}, tmp_path / "site")

    assert (target / "index.html").read_bytes() == b"newest"
    assert left_beside(target) == []


def test_a_failed_exchange_is_an_error_and_changes_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        put_in_place(tmp_path / "absent", tmp_path / "site")


@pytest.mark.parametrize(
    ("make", "rule"),
    [
        (lambda target: target.symlink_to("nowhere"), "target-leads-nowhere"),
        (lambda target: target.symlink_to(target.name), "target-leads-nowhere"),
        (lambda target: target.write_text("mine", "utf-8"), "target-is-file"),
        (lambda target: (target.mkdir(), (target / "letter.txt").write_text("mine", "utf-8")), "target-is-foreign"),
        (lambda target: (target.mkdir(), (target / ".git").mkdir(), (target / "index.html").touch()), "target-is-foreign"),
    ],
)
def test_nothing_else_is_replaced(tmp_path: Path, make: object, rule: str) -> None:
    target = tmp_path / "site"
    make(target)  # type: ignore[operator]
    before = sorted(path.name for path in tmp_path.rglob("*"))

    with pytest.raises(NotReplaced, match=rule):
        write({"index.html": b"x"}, target)

    assert sorted(path.name for path in tmp_path.rglob("*")) == before


def test_a_link_stays_a_link_to_the_new_site(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "site").symlink_to("disk")

    write({"index.html": b"new"}, tmp_path / "site")

    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "disk/index.html").read_bytes() == b"new"


def test_everybody_may_read_a_site_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        write({"index.html": b"x", "about/index.html": b"x"}, tmp_path / "site")
    finally:
        os.umask(before)

    modes = {oct(path.stat().st_mode & 0o777) for path in [tmp_path / "site", *(tmp_path / "site").rglob("*")] if path.is_dir()}
    assert modes == {"0o755"}
    assert {oct(path.stat().st_mode & 0o777) for path in (tmp_path / "site").rglob("*.html")} == {"0o644"}


def end_ourselves() -> None:
    with stoppable():
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(1)


def test_a_request_to_end_is_heard_once() -> None:
    with pytest.raises(Stopped) as stopped:
        end_ourselves()

    assert stopped.value.signal == signal.SIGTERM
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


@pytest.fixture
def orchard(tmp_path: Path) -> Iterator[Path]:
    """A small programme with a site that somebody sees."""
    folder = tmp_path / "orchard"
    write_small(folder, SMALL["nothing"])
    write(OLD, folder / "site")
    yield folder
    assert left_beside(folder / "site") in ([], [".cache"])


def build(folder: Path, *options: str) -> Sequence[str]:
    return (sys.executable, "-m", "kennisstad", "build", "--no-search", "--language", "en", "--folder", str(folder), *options)


def smallest() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))


def test_a_disk_that_takes_no_more_is_a_sentence(orchard: Path) -> None:
    """No file may be larger than 2,000 bytes; the system says so where it would say that a disk is full."""
    done = subprocess.run(build(orchard), preexec_fn=smallest, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith(
        f"the file becomes larger than is allowed here. Nothing in {orchard / 'site'} was changed."
    )
    assert "Traceback" not in done.stderr
    assert (orchard / "site/old.txt").read_bytes() == b"old"


def test_a_folder_below_a_file_is_a_sentence(orchard: Path) -> None:
    target = orchard / "site/index.html/deeper"
    done = subprocess.run(build(orchard, "--target", str(target)), capture_output=True, text=True, check=False)

    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert f"a part of the path is no folder. Nothing in {target} was changed." in done.stderr


def test_an_error_that_names_no_file_is_told_with_it(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="about") as failed:
        write({"about/index.html": b"x", "about": b"x"}, tmp_path / "site")

    assert failed.value.errno in (errno.EISDIR, errno.ENOTDIR)
    assert not (tmp_path / "site").exists()


OLD = {"index.html": b"old", "old.txt": b"old"}


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_builds_that_are_stopped_leave_the_old_or_the_new_site(orchard: Path, times: int, record_property: Record) -> None:
    """Each at another moment of a build; SIGKILL leaves nobody to say it, the others end without a traceback of ours."""
    begun = time.monotonic()
    subprocess.run(build(orchard, "--target", str(orchard / "whole")), check=True, capture_output=True)
    longest, moments, whole = time.monotonic() - begun, random.Random(53), files_of(orchard / "whole")
    seen = {"old": 0, "new": 0, "broken": 0}
    for number in range(times if times == 50 else 1):
        write(OLD, orchard / "site")
        with subprocess.Popen(build(orchard), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as one:
            time.sleep(longest * (moments.uniform(0, 1.1) if times == 50 else 0.8))
            one.send_signal((signal.SIGTERM, signal.SIGINT, signal.SIGKILL)[number % 3])
            said = one.communicate()[1]
        found = files_of(orchard / "site")
        seen["old" if found == OLD else "new" if found == whole else "broken"] += 1
        assert "Traceback" not in said or "/kennisstad/" not in said, said  # Python may be stopped before it comes to us
    told = ", ".join(f"{count} {name}" for name, count in seen.items())
    record_property("figure", f"{sum(seen.values())} builds that were stopped, then seen: {told}")
    write({"index.html": b"last"}, orchard / "site")
    assert seen["broken"] == 0
