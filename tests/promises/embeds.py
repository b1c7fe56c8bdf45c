"""What other sites show in a frame: it is there, light, for nobody but them, and leads to the whole of it."""

from __future__ import annotations

import gzip
import re
from html import escape, unescape
from urllib.parse import urljoin

from kennisstad.addresses.routes import framed_folders
from kennisstad.model import Project
from tests.promises.published import Embedded, Published
from tests.site.pages import BuiltPage, asset

HEAVIEST = 10 * 1024
"""Bytes of an embed as a host with gzip sends it, with its style and its script."""
SCRIPT = 1024
"""Bytes of the script, as they are."""
MOST = 20
LINE = re.compile(r'<input id="embed-line"[^>]* value="([^"]*)"')
ROW = re.compile(r'<li class="[^"]*">\n<h2><a href="([^"]*)"')


def whoever_has_projects_has_an_embed(site: Published) -> list[str]:
    """Each partner, track and theme with projects, in each language, and nobody else."""
    expected = set()
    for section in ("partners", "tracks", "themes"):
        ids = {name for project in site.dataset.projects.values() for name in _named(project)[section] if name}
        for language in site.languages:
            expected |= {f"{site.embedded(site.path(section, language, one), language)}index.html" for one in ids}
    return sorted(expected ^ site.embeds.keys()) + sorted(site.embeds.keys() - site.html.keys())


def the_page_gives_the_line_that_shows_its_embed(site: Published) -> list[str]:
    """The embed of the default language, by its whole address and with a title; no other page gives a line."""
    faults = []
    shown = {f"{embed.path}index.html": embed for embed in site.embeds.values()}
    for path, html in site.own.items():
        lines = [unescape(line) for line in LINE.findall(html)]
        starts = [f'<iframe src="{escape(_first(site, shown[path]))}" title="'] if path in shown else []
        if len(lines) != len(starts) or not all(map(str.startswith, lines, starts)):
            faults.append(f"{path}: {lines}")
    return faults


def an_embed_is_light_and_fetches_only_its_own_style_and_script(site: Published) -> list[str]:
    """At most 10 KiB in all, the script at most 1 KiB; in another language than the first there is none."""
    faults = []
    for path in site.embeds:
        page = site.pages[path]
        fetched = [_file(path, url) for url in _fetched(page)]
        scripts = [name for name in fetched if name.endswith(".js")]
        weight = sum(len(gzip.compress(site.files[name])) for name in (path, *fetched) if name in site.files)
        has_script = site.embeds[path].language == site.languages[0] and len(site.languages) > 1
        right = [asset(site.files, "embed.css"), *([asset(site.files, "embed.js")] if has_script else [])]
        if weight > HEAVIEST or fetched != right or any(len(site.files[name]) > SCRIPT for name in scripts):
            faults.append(f"{path}: {weight} bytes, {fetched}")
    return faults


def an_embed_is_not_found_by_itself(site: Published) -> list[str]:
    """Neither by search engines nor by the search of the site."""
    marked = {path: site.pages[path].all("meta", name="robots", content="noindex") for path in site.embeds}
    found = [path for path, html in site.html.items() if path in site.embeds and "data-pagefind-body" in html]
    return [path for path, told in marked.items() if not told] + found


def an_embed_shows_the_projects_of_its_page_and_leads_to_all(site: Published) -> list[str]:
    """At most twenty, each once. What leads out of the frame opens in the whole window, the switch of languages stays in it."""
    faults = []
    for path, embed in site.embeds.items():
        links = site.pages[path].all("a")
        rows = [_file(path, url) for url in ROW.findall(site.html[path])]
        own = {f"{site.path('projects', embed.language, one.id)}index.html" for one in _projects(site, embed)}
        right = {*rows, f"{embed.path}index.html", f"{site.home(embed.language)}index.html"}
        told = {_file(path, link["href"]) for link in links if link.get("target") == "_top"}
        is_whole = len(rows) == len(set(rows)) == min(len(own), MOST) and own.issuperset(rows)
        if not is_whole or told != right or any("target" in link for link in links if "hreflang" in link):
            faults.append(f"{path}: {sorted(rows)}")
    return faults


def nothing_else_may_stand_in_a_frame(site: Published) -> list[str]:
    """What hosts are told is the folder of embeds, which holds nothing but embeds and what leads to them from old addresses."""
    folders = framed_folders(site.dataset, site.addresses)
    inside = {path for path in site.files if path.startswith(folders)} if folders else set()
    return sorted(inside ^ {*site.embeds, *site.embeds_of_before})


def _named(project: Project) -> dict[str, list[str | None]]:
    """Gives whom a project belongs to."""
    return {"partners": [*project.leads, *project.partners], "tracks": [project.track], "themes": [*project.themes]}


def _projects(site: Published, embed: Embedded) -> list[Project]:
    return [project for project in site.dataset.projects.values() if embed.id in _named(project)[embed.above]]


def _first(site: Published, embed: Embedded) -> str:
    """Gives the whole address of an embed in the default language."""
    first = site.languages[0]
    return site.address + site.embedded(site.path(embed.above, first, embed.id), first)


def _fetched(page: BuiltPage) -> list[str]:
    """Gives what a browser asks for by itself; no icon for what stands in a frame."""
    styles = [link["href"] for link in page.all("link") if link["rel"] not in ("canonical", "icon")]
    return styles + [found["src"] for _, found in page.tags if "src" in found]


def _file(path: str, url: str) -> str:
    """Gives the file within the site that a link on a page leads to."""
    found = urljoin(f"https://site.invalid/{path}", url).removeprefix("https://site.invalid/").partition("?")[0]
    return f"{found}index.html" if not found or found.endswith("/") else found
