"""What a visitor's browser fetches because somebody types, in bytes as a host with gzip sends them."""

from __future__ import annotations

import gzip
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Response

Weights = dict[str, int]


def weights(browser: Browser, host: str, projects: str, search: str, word: str) -> Weights:
    """Gives the bytes that typing in the list of projects fetches, and those that a search fetches, Pagefind's apart."""
    finder = _fetched(browser, host + projects, "[data-finder] [name=q]", word)
    asked = _fetched(browser, host + search, "main #search-panel [name=q]", word)
    pagefind = sum(size for path, size in asked.items() if "/pagefind/" in path)
    return {"finder": sum(finder.values()), "search": sum(asked.values()) - pagefind, "pagefind": pagefind}


def _fetched(browser: Browser, address: str, field: str, word: str) -> dict[str, int]:
    page = browser.new_page()
    page.goto(address, wait_until="networkidle")
    fetched: dict[str, int] = {}

    def weigh(response: Response) -> None:
        body = response.body()
        path = urlsplit(response.url).path
        fetched[path] = (
            len(body) if path.endswith((".pagefind", ".pf_meta", ".pf_index", ".pf_fragment")) else len(gzip.compress(body, 9))
        )

    page.on("response", weigh)
    page.locator(field).press_sequentially(word, delay=30)
    page.wait_for_timeout(2500)
    page.close()
    return fetched
