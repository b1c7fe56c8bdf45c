"""Makes the pictures of the form in CONTRIBUTING.md and CONTRIBUTING.en.md: `make pictures`.

They are made of the invented programme in the Chromium of the tests, always of the same width and day, so that they are made anew
when the form looks different and never show what is true of somebody.
"""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml
from PIL import Image
from playwright.sync_api import Locator, Page
from tests.browser.visitor import chromium, serve
from tests.conftest import ROOT
from tests.site.programmes import copy_invented, published

TARGET = ROOT / "docs" / "pictures"
DAY = "1637582400"
"""The day that the site speaks from, 22 November 2021, in seconds since 1970."""
WIDTH, HEIGHT, AROUND, COLOURS = 760, 4000, 8, 32
"""Pixels; so high that no button has to stay in view above what is shown."""
FORMS = {"nl": "nl/bewerk/", "en": "edit/"}
"""The languages of the handbook, with the address of the form in the invented programme."""
SUMMARIES = {
    "nl": ("Samenvatting: Nederlands", "Een tuin met bomen voor iedereen op de kade."),
    "en": ("Summary: English", "A garden with trees for everyone on the quay."),
}
"""The field that is changed, and what it becomes."""
Words = dict[str, str]


def main() -> None:
    """Writes the pictures of every language into docs/pictures/."""
    TARGET.mkdir(exist_ok=True)
    with _site() as host, chromium() as browser:
        for language, form in FORMS.items():
            context = browser.new_context(
                base_url=host + form, viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=1.5, reduced_motion="reduce"
            )
            words = yaml.safe_load((ROOT / "locales" / f"{language}.yaml").read_text("utf-8"))["words"]["form"]
            for name, show in SHOWN.items():
                page = context.new_page()
                _keep(show(page, words, language), TARGET / f"{name}.{language}.png")
                page.close()


@contextmanager
def _site() -> Iterator[str]:
    """Gives the address of the invented programme's site, which keeps its data at GitHub as in the handbook."""
    os.environ["SOURCE_DATE_EPOCH"] = DAY
    with tempfile.TemporaryDirectory() as kept:
        folder, site = copy_invented(Path(kept) / "programme"), Path(kept) / "site"
        programme = folder / "data" / "programme.yaml"
        told = programme.read_text("utf-8").replace("https://git.example.org/harbour", "https://github.com/harbour/site")
        programme.write_text(told, "utf-8")
        for name, data in published(folder).files.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_bytes(data)
        with serve(site) as host:
            yield host


def _choose(page: Page, words: Words, language: str) -> bytes:
    page.goto("")
    page.get_by_role("heading", name=words["choose_record"]).wait_for()
    page.get_by_text(words["other_kinds"]).wait_for()
    return _between(page, page.get_by_role("heading", level=1), page.get_by_text(words["other_kinds"]))


def _fields(page: Page, words: Words, language: str) -> bytes:
    field = _changed(page, language)
    return _between(page, page.get_by_role("heading", level=2).first, field, around=34)


def _end(page: Page, words: Words, language: str) -> bytes:
    _changed(page, language)
    page.get_by_text(words["end_this"]).click()
    ending = page.locator(".ending")
    return _between(page, ending, ending.get_by_role("button", name=words["end_it"]))


def _change(page: Page, words: Words, language: str) -> bytes:
    _changed(page, language)
    page.get_by_role("button", name=words["look"], exact=True).click()
    return _between(page, page.get_by_role("heading", name=words["review"]), page.locator(".line").last)


def _hand_in(page: Page, words: Words, language: str) -> bytes:
    _change(page, words, language)
    steps = page.locator(".handing-steps").first
    return _between(page, steps, steps)


SHOWN: dict[str, Callable[[Page, Words, str], bytes]] = {
    "choose": _choose,
    "fields": _fields,
    "end": _end,
    "change": _change,
    "hand-in": _hand_in,
}
"""What is shown, by the name of its picture."""


def _changed(page: Page, language: str) -> Locator:
    """Opens a project, changes its summary, and gives that field."""
    label, text = SUMMARIES[language]
    page.goto("?project=quay-garden")
    field = page.get_by_label(label)
    field.fill(text)
    return field


def _between(page: Page, first: Locator, last: Locator, around: int = AROUND) -> bytes:
    """Takes a picture of the page from one piece up to and including another, over its whole width."""
    page.evaluate("document.activeElement.blur(); document.fonts.ready")
    upper, lower = first.bounding_box(), last.bounding_box()
    assert upper
    assert lower
    above = page.evaluate("window.scrollY")
    top = upper["y"] + above - around
    height = lower["y"] + lower["height"] + above + around - top
    return page.screenshot(full_page=True, clip={"x": 0, "y": top, "width": WIDTH, "height": height}, animations="disabled")


def _keep(taken: bytes, path: Path) -> None:
    """Writes a picture with few colours: it shows letters and lines."""
    with Image.open(io.BytesIO(taken)) as picture:
        few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


if __name__ == "__main__":
    main()
