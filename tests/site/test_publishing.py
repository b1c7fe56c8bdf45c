"""A built site is put where a server shows it, in one step; the one before it comes back with one command."""

from __future__ import annotations

import datetime
import json
import os
import random
import shutil
import subprocess
import time
from importlib import resources
from pathlib import Path

import pytest

from kennisstad.cli import main
from kennisstad.model.origin import Origin
from kennisstad.writing.manifest import write_manifest
from kennisstad.writing.releases import NotPublished, Shown, name_of, publish
from tests.figures import Record

HERE = "https://harbour.example.org/"
PAGES = ("", "about/", "nl/")
PROGRAMS = {
    # What ssh and rsync do, on this machine: the name of the host is dropped.
    "ssh": 'while [ "$1" != -- ]; do shift; done; shift 2; exec sh -c "$*"',
    "rsync": 'for last do :; done; while [ "$1" != -- ]; do shift; done; cp -r "$2". "${last#*:}"',
}


def site_of(folder: Path, says: str, day: str = "2026-11-29") -> Path:
    """Writes a small site, as a build would."""
    shutil.rmtree(folder, ignore_errors=True)
    for page in PAGES:
        (folder / page).mkdir(parents=True, exist_ok=True)
        (folder / page / "index.html").write_text(says, "utf-8")
    locations = "".join(f"<url><loc>{HERE}{page}</loc></url>" for page in PAGES)
    (folder / "sitemap.xml").write_text(f"<urlset>{locations}</urlset>", "utf-8")
    (folder / "api/v1").mkdir(parents=True)
    (folder / "api/v1/index.json").write_text(json.dumps({"day": day}), "utf-8")
    return folder


def said_on(server: Path) -> set[str]:
    """Gives what the pages say that a server shows."""
    return {(server / "current" / page / "index.html").read_text("utf-8") for page in PAGES}


def kept_on(server: Path) -> list[str]:
    return sorted(path.name for path in (server / "releases").iterdir() if not path.name.startswith("."))


@pytest.fixture(params=["", "editor@harbour:"])
def target(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A folder that a server shows, on this machine and behind ssh."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for name, text in PROGRAMS.items():
        (programs / name).write_text(f"#!/bin/sh\n{text}\n", "utf-8")
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    return f"{request.param}{tmp_path / 'server'}"


def test_the_last_three_are_kept_and_the_one_before_comes_back(
    target: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site, server = tmp_path / "site", tmp_path / "server"
    names = []
    for says in ("one", "two", "three", "four"):
        names.append(name_of(site_of(site, says)))
        assert main(["publish", target, "--site", str(site), "--language", "en"]) == 0
        assert capsys.readouterr().out == f"The site {names[-1]} is on {target} now.\n"
        assert said_on(server) == {says}

    assert kept_on(server) == sorted(names[1:])
    for says in ("three", "two"):
        assert main(["rollback", target, "--language", "en"]) == 0
        assert said_on(server) == {says}
    assert main(["rollback", target, "--language", "en"]) == 1
    assert capsys.readouterr().err == f"There is no earlier site on {target}. Nothing was changed.\n"
    assert said_on(server) == {"two"}


def test_what_was_taken_back_is_not_what_a_later_site_goes_back_to(target: str, tmp_path: Path) -> None:
    site, shown = tmp_path / "site", Shown.named(target)
    for says in ("good", "bad"):
        publish(site_of(site, says), shown)
    shown.do("back")
    publish(site_of(site, "better"), shown)

    shown.do("back")

    assert said_on(tmp_path / "server") == {"good"}


def test_the_same_site_has_the_same_name_and_is_put_there_once(target: str, tmp_path: Path) -> None:
    one, other = site_of(tmp_path / "one", "text"), site_of(tmp_path / "other", "text")
    (other / "index.html").touch()

    assert publish(one, Shown.named(target)) == ("put", name_of(one))
    assert publish(other, Shown.named(target)) == ("same", name_of(one))
    assert name_of(one).startswith("2026-11-29-")
    assert kept_on(tmp_path / "server") == [name_of(one)]
    assert [path.name for path in (tmp_path / "server/releases").glob(".incoming*")] == []


def test_what_did_not_change_keeps_its_time(tmp_path: Path) -> None:
    """A server tells a browser by a file's time that it has the newest one."""
    server = tmp_path / "server"
    for says in ("one", "two"):
        site = site_of(tmp_path / "site", says)
        for path in site.rglob("*"):
            os.utime(path, (1, 1) if says == "one" else (2, 2))
        publish(site, Shown.named(str(server)))
        if says == "one":
            os.utime(server / "current/sitemap.xml", (7, 7))
            os.utime(server / "current/index.html", (7, 7))

    assert (server / "current/sitemap.xml").stat().st_mtime == 7
    assert (server / "current/index.html").stat().st_mtime != 7


def test_everybody_may_read_what_is_published(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        publish(site_of(tmp_path / "site", "text"), Shown.named(str(tmp_path / "server")))
    finally:
        os.umask(before)

    folders = [tmp_path / "server", *(path for path in (tmp_path / "server").rglob("*") if path.is_dir())]
    assert {oct(path.stat().st_mode & 0o777) for path in folders} == {"0o755"}
    assert {oct(path.stat().st_mode & 0o777) for path in (tmp_path / "server").rglob("*.html")} == {"0o644"}


def half(site: Path) -> None:
    (site / "about/index.html").unlink()


def other_than_built(site: Path) -> None:
    write_manifest(site, Origin(datetime.date(2026, 11, 29), ""))
    (site / "about/index.html").write_text("cut off", "utf-8")


def preview(site: Path) -> None:
    (site / "preview.json").touch()


def nothing(site: Path) -> None:
    shutil.rmtree(site)


def link(site: Path) -> None:
    (site / "secret").symlink_to("/etc/hostname")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (half, "no whole site: about/index.html"),
        (other_than_built, "no whole site: about/index.html"),
        (preview, "is a preview"),
        (nothing, "no site"),
        (link, "secret is a link"),
    ],
)
def test_what_is_no_whole_site_of_ours_is_not_published(
    target: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], spoil: object, told: str
) -> None:
    publish(site_of(tmp_path / "site", "good"), Shown.named(target))
    spoil(site_of(tmp_path / "site", "bad"))  # type: ignore[operator]

    assert main(["publish", target, "--site", str(tmp_path / "site"), "--language", "en"]) == 1
    assert told in capsys.readouterr().err
    assert said_on(tmp_path / "server") == {"good"}


@pytest.mark.parametrize("where", ["mine", "server/current/deeper", "site/deeper"])
def test_a_folder_that_holds_something_else_stays_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str], where: str) -> None:
    site = site_of(tmp_path / "site", "good")
    publish(site, Shown.named(str(tmp_path / "server")))
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/letter.txt").touch()
    before = sorted(tmp_path.rglob("*"))

    assert main(["publish", str(tmp_path / where), "--site", str(site), "--language", "en"]) == 1
    assert "holds something else" in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before


def test_a_site_that_changes_while_it_is_copied_is_not_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = iter(["2026-11-29-one", "2026-11-29-other"])
    monkeypatch.setattr("kennisstad.writing.releases.name_of", lambda site: next(names))

    with pytest.raises(NotPublished, match="publish-changed"):
        publish(site_of(tmp_path / "site", "text"), Shown.named(str(tmp_path / "server")))

    assert not (tmp_path / "server/current").exists()
    assert kept_on(tmp_path / "server") == []


@pytest.fixture
def kills(request: pytest.FixtureRequest) -> int:
    """How many times it is killed: 50 with `--every-page`."""
    return 50 if request.config.getoption("--every-page") else 10


def test_a_swap_that_is_killed_shows_one_whole_site(tmp_path: Path, kills: int, record_property: Record) -> None:
    server, moments = tmp_path / "server", random.Random(12)
    shown = Shown.named(str(server))
    publish(site_of(tmp_path / "site", "first"), shown)
    script = str(resources.files("kennisstad.writing").joinpath("releases.sh"))
    for number in range(kills):
        _, folder = shown.do("begin", str(number))
        shutil.copytree(site_of(tmp_path / "site", f"text {number}"), server / folder, dirs_exist_ok=True)
        with subprocess.Popen(["sh", script, "put", str(server), folder, f"name-{number}"], stdout=subprocess.DEVNULL) as one:
            time.sleep(moments.uniform(0, 0.03))
            one.kill()
        assert len(said_on(server)) == 1
    record_property("figure", f"{kills} swaps of a site on a server that were killed: 0 broken")

    assert publish(site_of(tmp_path / "site", "last"), shown)[0] == "put"
    assert said_on(server) == {"last"}
    assert len(kept_on(server)) <= 3
    shown.do("back")
    assert len(said_on(server)) == 1
