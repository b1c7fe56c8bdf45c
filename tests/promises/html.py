"""What the HTML itself promises, on every page: findable, no dead end, nothing inline, nothing from elsewhere."""

from __future__ import annotations

from collections import Counter

from kennisstad.rules.titles import pages_can_be_told_apart
from tests.promises.published import Published
from tests.site.pages import BuiltPage, dead_links, foreign_requests


def no_link_is_dead(site: Published) -> list[str]:
    """Every link, picture, script and style within the site leads to a file, and to a place on its page."""
    return dead_links(site.files, site.pages, site.address)


def nothing_is_fetched_elsewhere(site: Published) -> list[str]:
    """A browser asks no other host for anything."""
    return foreign_requests(site.pages, site.address)


def every_page_has_one_first_heading(site: Published) -> list[str]:
    """One h1."""
    return [path for path, page in site.pages.items() if len(page.all("h1")) != 1]


def every_page_says_its_title_and_description(site: Published) -> list[str]:
    """Neither is empty."""
    return [page.path for page in site.pages.values() if not page.title.strip() or not _described(page).strip()]


def titles_and_descriptions_fit_the_line_of_a_search_engine(site: Published) -> list[str]:
    """65 and 160 characters; of a name that is longer the title is the name alone."""
    long = (page for page in site.findable if len(page.title) > 65 and " · " in page.title)
    return [f"{page.path}: {page.title}" for page in long] + [page.path for page in site.findable if len(_described(page)) > 160]


def no_two_pages_have_the_same_title_or_description(site: Published) -> list[str]:
    """Within a language, among the pages that search engines may show; but where an editor was advised of records of one name."""
    faults = []
    advised = {problem.values["found"] for problem in pages_can_be_told_apart(site.dataset)}
    for told in (lambda page: page.title, _described):
        times = Counter((site.language_of(page.path), told(page)) for page in site.findable)
        twice = (words for words, number in times.items() if number > 1)
        faults += [f"several pages say: {words}" for words in twice if not any(words[1].startswith(name) for name in advised)]
    return faults


def canonical_is_the_address_of_the_page_itself(site: Published) -> list[str]:
    """On every page that search engines may show; others have none, their own, or that of what they repeat or show a part of."""
    faults = []
    findable = {page.path for page in site.findable}
    for path, page in site.pages.items():
        told = [link["href"] for link in page.all("link", rel="canonical")]
        shown = site.embeds[path].path if path in site.embeds else path.removesuffix("index.html")
        own = [site.repeated.get(path, site.address + shown)]
        if told != own and (told or path in findable):
            faults.append(f"{path}: {told}")
    return faults


def no_page_needs_an_inline_script_or_style(site: Published) -> list[str]:
    """So that hosts can forbid them. Data for machines is no script: no browser runs it."""
    faults = []
    for path, page in site.pages.items():
        running = [script for script in page.all("script") if script.get("type") not in ("application/ld+json", "application/json")]
        if page.all("style") or any("src" not in script for script in running):
            faults.append(f"{path}: a script or style within the page")
        inline = {name for _, found in page.tags for name in found if name == "style" or name.startswith("on")}
        faults += [f"{path}: {name}" for name in sorted(inline)]
    return faults


def no_id_stands_twice_on_a_page(site: Published) -> list[str]:
    """A link to a place on a page has one answer."""
    return [f"{path}: {name}" for path, page in site.pages.items() for name, times in Counter(page.ids).items() if times > 1]


def _described(page: BuiltPage) -> str:
    return "".join(meta["content"] for meta in page.all("meta", name="description"))
