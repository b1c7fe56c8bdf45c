"""Measures all contestants in turn and writes RESULTS.md: `python -m benchmarks.run` (or `make benchmark`)."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.contestants import BASELINE, CACHE, CONTESTANTS, Contestant, empty, pages, prepare
from benchmarks.generate import generate
from benchmarks.report import Row, write_report

SIZES = (60, 600, 3000)
DEFAULT = ("hugo", "build", "build-search", "eleventy", "material")
LONG = 100.0
"""Seconds of CPU after which one round says enough."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One build: seconds of CPU of all its processes, seconds on the clock, and the megabytes of the largest process."""

    cpu: float
    wall: float
    memory: float


class BuildFailedError(Exception):
    """A build ended badly; `str()` of it tells what it said."""


def measure(contestant: Contestant, folder: Path) -> Measured:
    """Builds once. Raises BuildFailedError where the build does."""
    log = folder / "build.log"
    with log.open("wb") as output:
        started = time.perf_counter()
        environment = {**os.environ, **contestant.environment}
        process = subprocess.Popen(contestant.command, cwd=folder, env=environment, stdout=output, stderr=output)
        _, status, used = os.wait4(process.pid, 0)  # of the process and of every process it waited for
        wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise BuildFailedError(f"{contestant.title}: {log.read_text('utf-8', 'replace')[-2000:]}")
    return Measured(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def rounds(programme: Path, contestants: list[Contestant], times: int) -> Iterator[tuple[str, Measured, int]]:
    """Builds A B C, A B C …, so that what else the machine does hits all alike; gives each build and its number of pages."""
    left_out: set[str] = set()
    for turn in range(times):
        for contestant in contestants:
            if contestant.name in left_out:
                continue
            folder = empty(programme, contestant)
            measured = measure(contestant, folder)
            if measured.cpu > LONG:
                left_out.add(contestant.name)
            told = f"{programme.name:>5} {turn + 1}/{times} {contestant.title:40} {measured.cpu:7.2f} s"
            print(told, file=sys.stderr, flush=True)
            yield contestant.name, measured, pages(folder)


def row(projects: int, contestant: Contestant, measured: list[Measured], number: int, baseline: float) -> Row:
    """Gives a row of the table: the median of all rounds, and the CPU as a ratio to the baseline's."""
    cpu = median(one.cpu for one in measured)
    wall, memory = median(one.wall for one in measured), median(one.memory for one in measured)
    return Row(projects, contestant.title, number, cpu, wall, memory, cpu / baseline if baseline else 0.0, len(measured))


def compare(projects: int, contestants: list[Contestant], times: int) -> list[Row]:
    """Generates a programme and measures all contestants on it."""
    programme = CACHE / "programmes" / str(projects)
    generate(projects, programme)
    prepare(programme)
    found: dict[str, list[Measured]] = {contestant.name: [] for contestant in contestants}
    numbers: dict[str, int] = {}
    for name, measured, number in rounds(programme, contestants, times):
        found[name].append(measured)
        numbers[name] = number
    baseline = median(one.cpu for one in found[BASELINE]) if BASELINE in found else 0.0
    return [row(projects, one, found[one.name], numbers[one.name], baseline) for one in contestants]


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="N")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--contestants", nargs="+", choices=sorted(CONTESTANTS), default=DEFAULT)
    parser.add_argument("--print", action="store_true", help="only print the table; RESULTS.md stays as it is")
    options = parser.parse_args()
    contestants = [CONTESTANTS[name] for name in options.contestants]
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    rows: list[Row] = []
    for projects in options.sizes:
        rows.extend(compare(projects, contestants, options.rounds))
        write_report(rows, machine, keep_file=options.print)  # the largest size takes long; who stops it keeps the others


if __name__ == "__main__":
    main()
