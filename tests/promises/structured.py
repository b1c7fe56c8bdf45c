"""What pages say to machines and to who shows a link to them: on every page, true, and for any programme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from tests.promises.published import Published, structured, words_of
from tests.site.pages import BuiltPage

LOCALE = re.compile(r"[a-z]{2,3}(_([A-Z]{2}|[0-9]{3}))?")
KINDS_OF_PAGES = ("article", "website")
NAMES = ("alternateName", "caption", "headline", "keywords", "name")
"""What is told of a thing in its own words."""
ICONS = {"icon": ("favicon.ico", "assets/icon.svg"), "apple-touch-icon": ("apple-touch-icon.png",)}


def every_page_says_what_it_is_to_machines(site: Published) -> list[str]:
    """Once, and the page itself first: under its address, in its language, as part of the site."""
    faults = []
    for path, page in framed(site).items():
        scripts = page.all("script", type="application/ld+json")
        told = structured(site.html[path])
        canonical = "".join(link["href"] for link in page.all("link", rel="canonical"))
        first = told["@graph"][0] if told else {}
        is_whole = first.get("url", "") == canonical and first.get("isPartOf") == {"@id": f"{site.address}#website"}
        language = site.languages[0] if path in site.repeated else site.language_of(path)
        if len(scripts) != 1 or not is_whole or first.get("inLanguage") != language:
            faults.append(path)
    return faults


def every_page_tells_the_way_to_itself(site: Published) -> list[str]:
    """From the home page of its language to the page; the home page itself, and one without an address, have no way to tell."""
    faults = []
    for path, page in framed(site).items():
        canonical = "".join(link["href"] for link in page.all("link", rel="canonical"))
        home = site.address + site.home(site.language_of(path))
        if canonical in ("", home):
            continue
        steps = structured(site.html[path])["@graph"][0].get("breadcrumb", {}).get("itemListElement", [])
        places = [step["item"] for step in steps]
        files = [place.removeprefix(site.address) + "index.html" for place in places]
        is_whole = places[:1] == [home] and places[-1:] == [canonical] and all(file in site.html for file in files)
        if not is_whole or [step["position"] for step in steps] != list(range(1, len(steps) + 1)):
            faults.append(f"{path}: {places}")
    return faults


def machines_are_told_what_the_page_says(site: Published) -> list[str]:
    """Every name stands on the page too; only the open data as a whole have a name that their page need not repeat."""
    faults = []
    for path, html in site.html.items():
        shown = words_of(html)
        for name in _names(structured(html).get("@graph", [])):
            if " ".join(name.split()) not in shown:
                faults.append(f"{path}: {name}")
    return faults


def every_link_is_shown_well_elsewhere(site: Published) -> list[str]:
    """What it leads to, in which language and in which others, and a picture that is described."""
    return [path for path, page in framed(site).items() if page.all("link", rel="canonical") and not _is_shown_well(site, page)]


def every_page_has_the_icons_of_the_site(site: Published) -> list[str]:
    """Each is there, and programs that ask for it at the root find it."""
    faults = [name for name in ("favicon.ico", "apple-touch-icon.png") if not site.files.get(name)]
    for path, page in framed(site).items():
        here = site.address + path
        told = {rel: tuple(urljoin(here, link["href"]) for link in page.all("link", rel=rel)) for rel in ICONS}
        if told != {rel: tuple(site.address + name for name in names) for rel, names in ICONS.items()}:
            faults.append(path)
    return faults


def catalogues_are_told_of_the_data_once_they_may_be(site: Published) -> list[str]:
    """Only where the programme gave a licence, and somebody to ask."""
    programme, file = site.dataset.programme, "dcat.jsonld"
    contact = programme.contact
    may = bool(programme.licence and contact and (contact.email or contact.link))
    return [] if may == (file in site.files) else [file]


def framed(site: Published) -> dict[str, BuiltPage]:
    """Gives the pages in the frame of the site: no embeds, which others show, and no mails, which are sent."""
    return {path: site.pages[path] for path in site.own}


def _is_shown_well(site: Published, page: BuiltPage) -> bool:
    told = [(meta["property"], meta["content"]) for meta in page.all("meta") if "property" in meta]
    said = dict(told)
    others = {content for name, content in told if name == "og:locale:alternate"}
    written = {link["hreflang"] for link in page.all("link", rel="alternate") if "hreflang" in link} - {"x-default"}
    languages = [locale.partition("_")[0] for locale in (said.get("og:locale", ""), *others)]
    size = "summary_large_image" if "og:image" in said else "summary"
    return (
        said.get("og:type") in KINDS_OF_PAGES
        and all(LOCALE.fullmatch(locale) for locale in (said.get("og:locale", ""), *others))
        and sorted(languages) == sorted({code.partition("-")[0] for code in written} or {site.languages[0].partition("-")[0]})
        and bool(said.get("og:image:alt", "").strip()) == ("og:image" in said)
        and [meta["content"] for meta in page.all("meta", name="twitter:card")] == [size]
        and len(page.all("meta", name="theme-color")) == 2
    )


def _names(told: Any) -> Iterator[str]:
    """Gives every name in what is told."""
    if isinstance(told, list):
        for each in told:
            yield from _names(each)
    elif isinstance(told, dict) and told.get("@type") != "Dataset":
        for key, value in told.items():
            values = value if isinstance(value, list) else [value]
            texts = [one.get("@value") if isinstance(one, dict) else one for one in values]
            if key in NAMES:
                yield from (text for text in texts if isinstance(text, str))
            else:
                yield from _names(value)
