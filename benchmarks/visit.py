"""What a visit weighs, and what the site costs its host: `.venv/bin/python -m benchmarks.visit [--write]` (`make visit`).

The real site is built twice, the second time with one word of one project changed, and served by nginx as `kennisstad hosting`
tells it. A real browser goes to some pages with an empty cache, again, and after the change; its own count of bytes says what came
over the line, headers included. Then `ab` asks for a page of the site, and for the same bytes as a bare file from an nginx that is
told nothing: how many requests a second, as a ratio, for the numbers themselves say more of the machine. All of it on loopback.
"""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext
from tests.browser.visitor import chromium
from tests.hosting.hosts import Host, running
from tests.site.programmes import copy_programme

from kennisstad.cli import main as kennisstad
from kennisstad.model import Folders
from kennisstad.site import make_site
from kennisstad.writing.compressed import compress
from kennisstad.writing.disk import write
from kennisstad.writing.search import make_index
from kennisstad.writing.times import keep_times

RESULTS = Path(__file__).parent / "VISIT.md"
REQUESTS, AT_ONCE, TRIES = 4000, 4, 5
BARE = "bare.html"


@dataclass(frozen=True, slots=True)
class Visit:
    """What came over the line for one page: requests that were answered by the host, and bytes."""

    requests: int
    bytes: int


def main() -> None:
    """Measures, prints the table, and writes it where that is asked for."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        programme = copy_programme(folder / "programme")
        first, second, deploy = folder / "first", folder / "second", folder / "deploy"
        paths = build(programme, first)
        kennisstad(["hosting", "--folder", str(programme), "--target", str(deploy)])
        change(programme)
        build(programme, second)
        keep_times(second, first)
        lines = told(paths, *visits(paths, first, second, folder, deploy), load(first, folder, deploy, paths["a project"]))
    print("\n".join(lines))
    if "--write" in sys.argv:
        RESULTS.write_text("\n".join(lines) + "\n", "utf-8")


def build(programme: Path, site: Path) -> dict[str, str]:
    """Builds a site with its index and compressed texts, and gives the paths that are visited by what they are."""
    made = make_site(Folders.of(programme))
    write(made.files, site, make_index)
    compress(site)
    routes = [page.route for page in made.pages.all]
    language = made.dataset.programme.default_language
    first = {route.kind: route.path for route in reversed(routes) if route.language == language}
    return {"the home page": first["home"], "the list of projects": first["projects"], "a project": first["project"]}


def change(programme: Path) -> None:
    """One word more in the summary of the first project."""
    path = programme / "data" / "projects.yaml"
    path.write_text(re.sub(r"(?m)^(  summary:\n    \w\w: [\"']?)(\w)", r"\1Nu \2", path.read_text("utf-8"), count=1), "utf-8")


def visits(paths: dict[str, str], first: Path, second: Path, folder: Path, deploy: Path) -> Iterator[dict[str, Visit]]:
    """Gives what each page weighs at a first visit, at a second, and after the change of the site."""
    shown = folder / "shown"
    shown.symlink_to(first)
    with at_nginx(shown, folder / "visited", deploy) as host, chromium() as browser:
        for kind, path in paths.items():
            context = browser.new_context()
            found = {"first": visit(context, host, path), "again": visit(context, host, path)}
            put(shown, second)
            found["changed"] = visit(context, host, path)
            put(shown, first)
            context.close()
            yield {f"{kind} {when}": what for when, what in found.items()}


def put(link: Path, site: Path) -> None:
    """Exchanges what is shown in one step, as `make publish` does."""
    beside = link.with_name(f"{link.name}.new")
    beside.symlink_to(site)
    beside.rename(link)


@contextmanager
def at_nginx(site: Path, own: Path, deploy: Path) -> Iterator[Host]:
    """Gives nginx with a site."""
    own.mkdir()
    with running("nginx", site, deploy, own) as host:
        yield host


def visit(context: BrowserContext, host: Host, path: str) -> Visit:
    """Gives what the browser says it received for a page."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    cached: set[str] = set()
    received: dict[str, int] = {}
    session.on("Network.requestServedFromCache", lambda told: cached.add(told["requestId"]))
    session.on("Network.loadingFinished", lambda told: received.update({told["requestId"]: int(told["encodedDataLength"])}))
    page.goto(host.address + path, wait_until="networkidle")
    page.close()
    asked = {request: size for request, size in received.items() if request not in cached and size}
    return Visit(len(asked), sum(asked.values()))


def load(site: Path, folder: Path, deploy: Path, path: str) -> float:
    """Gives the requests a second for a page as a part of those for a bare file of the same bytes; the middle of some tries."""
    bare, nothing = folder / "bare", folder / "told-nothing"
    bare.mkdir()
    shutil.copy(site / path / "index.html.gz", bare / BARE)
    (nothing / "nginx").mkdir(parents=True)
    for name in ("http.conf", "server.conf"):
        (nothing / "nginx" / name).write_text("", "utf-8")
    with at_nginx(site, folder / "told", deploy) as ours, at_nginx(bare, folder / "plain", nothing) as plain:
        tries = [asked(ours.address + path) / asked(plain.address + BARE) for _ in range(TRIES)]
    return statistics.median(tries)


def asked(address: str) -> float:
    """Gives the requests a second that a host answers."""
    command = ["ab", "-q", "-k", "-n", str(REQUESTS), "-c", str(AT_ONCE), "-H", "Accept-Encoding: gzip", address]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = re.search(r"Requests per second:\s+([0-9.]+)", done.stdout)
    if found is None or "Non-2xx" in done.stdout:
        raise RuntimeError(done.stdout)
    return float(found[1])


def told(paths: dict[str, str], *found: dict[str, Visit] | float) -> list[str]:
    """Gives the lines of the results."""
    ratio = found[-1]
    by_name = {name: what for each in found[:-1] if isinstance(each, dict) for name, what in each.items()}
    lines = [
        "# What a visit weighs",
        "",
        "Bytes over the line and requests, headers included, as Chromium counts them: the real site behind nginx, as",
        "`kennisstad hosting` tells it, compressed beforehand. Before the last visit one word of that project was changed.",
        "`make visit` measures it anew.",
        "",
        "| page | first visit | again | after a small change |",
        "| --- | ---: | ---: | ---: |",
    ]
    for kind in paths:
        found_of_it = [by_name[f"{kind} {when}"] for when in ("first", "again", "changed")]
        cells = [f"{what.bytes:,} in {what.requests}" for what in found_of_it]
        lines.append(f"| {kind} | {' | '.join(cells)} |")
    lines += ["", f"Requests a second for a page, as a part of those for a bare file of the same bytes: {ratio:.2f}."]
    return lines


if __name__ == "__main__":
    main()
