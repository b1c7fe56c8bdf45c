"""What is published as others read it: pages as words, feeds by a reader of feeds, calendars by a calendar, builds as bytes."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from pathlib import Path

import feedparser
from icalendar import Calendar

from tests.promises import Published

_BLOCKS = re.compile(r"</?(?:h\d|li|ul|p|div|section|details|summary)\b[^>]*>")


def said(site: Published, path: str) -> str:
    """Gives what a page says within its frame, a line for each block."""
    body = site.files[f"{path}index.html"].decode().partition("<main")[2].partition("</main>")[0].partition(">")[2]
    lines = html.unescape(re.sub(r"<[^>]+>", "", _BLOCKS.sub("\n", body))).splitlines()
    return "".join(f"{line}\n" for line in (" ".join(line.split()) for line in lines) if line)


def entries(site: Published, path: str) -> list[feedparser.FeedParserDict]:
    """Gives the entries of a feed, as a reader of feeds reads it."""
    read = feedparser.parse(site.files[f"{path}feed.xml"])
    assert not read.bozo, path
    found: list[feedparser.FeedParserDict] = read.entries
    return found


def events(site: Published, path: str) -> dict[str, dict[str, str]]:
    """Gives the events of a calendar by what they are called, as a calendar reads them."""
    calendar = Calendar.from_ical(site.files[path])
    names = ("uid", "dtstart", "dtend", "dtstamp", "sequence", "status", "location", "url")
    read = {}
    for event in calendar.walk("VEVENT"):
        shown = {name: getattr(event.get(name), "dt", event.get(name)) for name in names}
        read[str(event["summary"])] = {name: str(value) for name, value in shown.items() if value is not None}
    return read


def built(folder: Path, target: Path, **environment: str) -> dict[str, bytes]:
    """Gives every file of a site that the command builds in a process of its own."""
    given = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    umask = environment.pop("umask")
    command = (sys.executable, "-m", "kennisstad", "build", "--no-search", "--folder", str(folder), "--target", str(target))
    done = subprocess.run(
        ["sh", "-c", f'umask {umask} && exec "$@"', "sh", *command],
        env=given | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {path.relative_to(target).as_posix(): path.read_bytes() for path in target.rglob("*") if path.is_file()}
