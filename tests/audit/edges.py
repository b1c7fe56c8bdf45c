"""A programme of extremes: every title one word of forty letters, seventeen tracks, huge and negative numbers, wide tables."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from tests.site.programmes import copy_invented

LETTERS = 40
TRACKS = 17
_NAMES = ["title", "short_title", "name", "label", "counts", "shown", "caption", "tagline", "rhythm"]
_NAME = re.compile(rf"\b({'|'.join(_NAMES)}): \{{en: [^{{}}]*\}}")
_WORD = "Wetenschapscommunicatiesamenwerkingsoverleg"
HUGE = {"lost": "-1250", "found": "999999999999", "never": "0", "none": "0", "hardly": "1", "deeper": "-99"}
PAGE = textwrap.dedent(
    """
    | {columns} |
    | {rule} |
    | {row} |

    ## Opening hours

    | {columns} |
    | {rule} |
    | {row} |

    `{code}`, <https://harbour.example.org/{code}> and {code}.

        {code} = {code}
    """
)


def of_extremes(target: Path) -> Path:
    """Gives the folder of such a programme, made of the invented one."""
    folder = copy_invented(target)
    _add_tracks(folder / "data")
    _add_figures(folder / "data")
    _rename_all(folder / "data", (f"{_WORD[: LETTERS - 3]}{number:03}" for number in count()))
    _write_page(folder / "content" / "en" / "contact.md")
    return folder


def of_letters(target: Path) -> Path:
    """Gives the folder of the invented programme where every title and name is one letter."""
    folder = copy_invented(target)
    _rename_all(folder / "data", filter(str.isalpha, map(chr, count(ord("I")))))
    return folder


def _rename_all(data: Path, words: Iterator[str]) -> None:
    for file in sorted(data.glob("*.yaml")):
        text = _NAME.sub(
            lambda found: f'{found[1]}: {{en: "{next(words)}", nl: "{next(words)}", de: "{next(words)}"}}', file.read_text("utf-8")
        )
        file.write_text(text, "utf-8")


def _add_tracks(data: Path) -> None:
    tracks, projects = "", ""
    for number in range(3, TRACKS + 1):
        names = "{en: Track, nl: Spoor, de: Spur}"
        colours = f'{{light: "#0f{number * 4:02x}8a", dark: "#8ec1f5"}}'
        tracks += f"- id: track-{number}\n  title: {names}\n  short_title: {names}\n  summary: {names}\n"
        tracks += f"  order: {number}\n  icon: campus\n  colour: {colours}\n"
        projects += f"- id: project-{number}\n  title: {names}\n  summary: {names}\n  track: track-{number}\n"
        projects += "  leads: [rowers]\n  status: running\n  status_year: 2021\n  checked: 2026-11\n"
    _append(data / "tracks.yaml", tracks)
    _append(data / "projects.yaml", projects)


def _add_figures(data: Path) -> None:
    figures = ""
    for name, value in HUGE.items():
        words = "{en: flowers, nl: bloemen, de: Blumen}"
        figures += f"- id: {name}\n  value: {value}\n  qualifier: more_than\n  unit: {words}\n  counts: {words}\n  year: 2021\n"
        figures += "  topic: nature\n  sources: [{document: plan, section: chapter-1, lines: 12}]\n"
    charts = ""
    for bars in (["lost", "flowers-2019"], ["found", "lost", "hardly"], ["never", "none"], ["lost", "deeper"]):
        title = "{en: Flowers, nl: Bloemen, de: Blumen}"
        charts += f"- id: chart-of-{'-'.join(bars)}\n  title: {title}\n  caption: {title}\n  bars:\n"
        charts += "".join(f"    - {{figure: {bar}, label: {title}}}\n" for bar in bars)
    _append(data / "figures.yaml", figures)
    _append(data / "charts.yaml", charts)


def _write_page(page: Path) -> None:
    cells = {"columns": [f"Column {number}" for number in range(10)], "rule": ["-"] * 10, "row": [_WORD] * 10}
    code = "_".join([_WORD] * 3)
    _append(page, PAGE.format(code=code, **{name: " | ".join(words) for name, words in cells.items()}))


def _append(file: Path, text: str) -> None:
    file.write_text(f"{file.read_text('utf-8').rstrip()}\n{text}", "utf-8")
