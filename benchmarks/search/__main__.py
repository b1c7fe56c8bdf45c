"""Asks the built site what visitors ask, in a browser, and writes SEARCH.md: `python -m benchmarks.search [--site site] [--write]`.

A query is answered when a record that was meant stands among the first three: rows of the list of projects, links of the search
page in the order in which they are read. A record that is no project has to stand among the first three beside the list.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml
from playwright.sync_api import Page
from tests.browser.visitor import chromium, serve

from benchmarks.search.report import Answer, report
from benchmarks.search.weight import weights

HERE = Path(__file__).parent
FIRST = 3
ROOM = {"nl": ("projecten/", "zoeken/", "studenten"), "en": ("en/projects/", "en/search/", "students")}
"""The pages of the real site that can be asked: the list of projects and the search page; and a word of which there is much."""
SETTLED = """async ([field, query]) => {
  const told = () => document.querySelector("main").innerText;
  document.querySelector(field).value = query;
  document.querySelector(field).dispatchEvent(new Event("input", { bubbles: true }));
  let before = "", same = 0;
  for (let turn = 0; turn < 100 && same < 4; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 120));
    const now = told();
    same = now === before && !/(Zoeken|Searching)…/.test(now) ? same + 1 : 0;
    before = now;
  }
}"""
"""Types a query and waits until the page has said the same for half a second."""
FOUND = {
    "finder": ["#_projects > li:not([hidden]) h2 a", ".found .beside a"],
    "search": [".search-found a"],
}


def main() -> int:
    """Runs the benchmark. Gives 1 where less than 95 % is answered in either place."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--site", type=Path, default=Path("site"))
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    with serve(asked.site) as host, chromium() as browser:
        page = browser.new_page()
        answers = list(_answers(page, host))
        weighed = {language: weights(browser, host, *ROOM[language]) for language in ROOM}
    text = report(answers, weighed)
    print(text)
    if asked.write:
        (HERE.parent / "SEARCH.md").write_text(text, "utf-8")
    return 0 if all(share >= 0.95 for share in shares(answers).values()) else 1


def shares(answers: list[Answer]) -> dict[str, float]:
    """Gives the share that each place answers."""
    of_place = {place: [each.is_right for each in answers if each.place == place] for place in FOUND}
    return {place: sum(right) / len(right) for place, right in of_place.items()}


def _answers(page: Page, host: str) -> Iterator[Answer]:
    queries = yaml.safe_load((HERE / "queries.yaml").read_text("utf-8"))
    for language, (projects, search, _) in ROOM.items():
        for place, path in (("finder", projects), ("search", search)):
            page.goto(host + path)
            field = "[data-finder] [name=q]" if place == "finder" else "main #search-panel [name=q]"
            for part, by_language in queries.items():
                for query, meant in by_language[language].items():
                    page.evaluate(SETTLED, [field, str(query)])
                    first = tuple(name for where in FOUND[place] for name in _first(page, where))
                    yield Answer(part, language, str(query), place, bool({*first} & {*meant}), first)


def _first(page: Page, where: str) -> list[str]:
    addresses = page.locator(where).evaluate_all(f"links => links.slice(0, {FIRST}).map((link) => link.href)")
    return [address.rstrip("/").rsplit("/", 1)[-1] for address in addresses]


if __name__ == "__main__":
    sys.exit(main())
