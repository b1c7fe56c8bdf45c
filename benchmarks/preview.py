"""How long it takes from saving a record until the browser shows it: `.venv/bin/python -m benchmarks.preview [PROJECTS …]`.

For each size a copy of the programme is served as an editor would serve it, a real browser looks at the page of a project, and a
word of its title is changed several times. Told are the seconds until the word is in view, the least and the middle of all tries,
and the seconds of processor that the preview took until then: on a busy machine these say more.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page
from tests.browser.visitor import chromium
from tests.preview.programme import PROJECTS, serving
from tests.site.programmes import copy_programme

REAL = 0
"""The size that the programme has."""
TRIES = 7
LONGEST = 120_000
"""Milliseconds."""


def main() -> None:
    """Measures each size that is asked for, or the real one and 3,000 projects."""
    sizes = [int(size) for size in sys.argv[1:]] or [REAL, 3000]
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            programme = copy_programme(Path(folder) / "programme")
            if size != REAL:
                grow(programme, size)
            tell(size, *measure(programme))


def grow(folder: Path, projects: int) -> None:
    """Repeats the projects of a programme under new ids until there are as many as asked for; the copies are part of nothing."""
    path = folder / PROJECTS
    head, *real = re.split(r"(?m)^(?=- id: )", path.read_text("utf-8"))
    grown = real[:projects]
    for number in range(len(real), projects):
        record = re.sub(r"(?m)^  (part_of|continues): .*\n", "", real[number % len(real)])
        grown.append(re.sub(r"^- id: (\S+)", rf"- id: \1-{number}", record))
    path.write_text(head + "".join(grown), "utf-8")


def tell(size: int, taken: list[float], worked: list[float]) -> None:
    """Prints a line."""
    name = "the real programme" if size == REAL else f"{size} projects"
    middle, work = statistics.median(taken), statistics.median(worked)
    print(f"{name}: shown after {min(taken):.2f} s at best, {middle:.2f} s in the middle; processor {work:.2f} s", flush=True)


def measure(folder: Path) -> tuple[list[float], list[float]]:
    """Gives the seconds of each try, on the clock and of the processor."""
    path = folder / PROJECTS
    text = path.read_text("utf-8")
    record, title = text.split("- id: ")[2], "  title: {nl: "
    identity = record.partition("\n")[0]
    taken, worked = [], []
    with serving(folder) as (process, address), chromium() as browser:
        page = browser.new_page()
        page.set_default_timeout(LONGEST)
        page.goto(f"{address}projecten/{identity}/")
        wait_for_index(page, folder)
        for number in range(TRIES):
            before = processor(process.pid)
            path.write_text(text.replace(record, record.replace(title, f"{title}Keer{number} ", 1), 1), "utf-8")
            began = time.perf_counter()
            page.locator("h1").get_by_text(f"Keer{number}").wait_for()
            taken.append(time.perf_counter() - began)
            worked.append(processor(process.pid) - before)
            page.wait_for_timeout(2000)
    return taken, worked


def wait_for_index(page: Page, folder: Path) -> None:
    """The index that is made at the start would be measured too; one after that waits for seconds without a change."""
    until = time.monotonic() + LONGEST / 1000
    while not (folder / ".cache" / "preview" / "pagefind").exists():
        if time.monotonic() > until or page.locator("kennisstad-fault").count():
            raise SystemExit(
                page.locator("kennisstad-fault").inner_text() if page.locator("kennisstad-fault").count() else "no index"
            )
        page.wait_for_timeout(500)


def processor(process: int) -> float:
    """Gives the seconds of processor that a process took (Linux; 0 elsewhere)."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
