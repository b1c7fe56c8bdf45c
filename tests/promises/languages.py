"""Right language: pages know their translations, and every text is in the language it claims."""

from __future__ import annotations

from functools import lru_cache

from tests.audit.texts import SMALL_WORDS, texts, written_in
from tests.promises.published import MANY_PAGES, Published
from tests.site.pages import BuiltPage

X_DEFAULT = "x-default"


def every_page_says_its_own_language(site: Published) -> list[str]:
    """In the `lang` of its html element."""
    return [path for path, page in site.pages.items() if page.tags[0][1].get("lang") != site.language_of(path)]


def hreflang_names_the_same_page_in_every_language(site: Published) -> list[str]:
    """Every language it is written in, itself among them, whole addresses of pages that say the same of each other."""
    canonical = {page.all("link", rel="canonical")[0]["href"]: page for page in site.findable}
    told = {address: _alternates(page) for address, page in canonical.items()}
    faults = []
    for address, others in told.items():
        repeating = {site.language_of(path) for path, repeated in site.repeated.items() if repeated == others.get(X_DEFAULT)}
        if others.keys() != {*site.languages, X_DEFAULT} - repeating or others[X_DEFAULT] != others[site.languages[0]]:
            faults.append(f"{address}: {others}")
        elif address != others[site.language_of(canonical[address].path)] or any(
            told.get(one) != others for one in others.values()
        ):
            faults.append(f"{address} is not what its translations say: {others}")
    return faults


def the_switch_is_in_each_language_itself(site: Published) -> list[str]:
    """The 404 pages switch too, though search engines never see them."""
    faults = []
    for path, page in site.pages.items():
        links = [link for link in page.all("a") if "hreflang" in link]
        if {link["hreflang"] for link in links} != set(site.languages) or any(link["lang"] != link["hreflang"] for link in links):
            faults.append(path)
    return faults


def every_lang_is_a_language_of_the_site(site: Published) -> list[str]:
    """And every language has pages."""
    found = {found["lang"] for page in site.pages.values() for _, found in page.tags if "lang" in found}
    return [f"lang={language!r}" for language in sorted(found ^ set(site.languages))]


def every_text_is_in_the_language_it_claims(site: Published) -> list[str]:
    """As far as small words tell; of other languages than those nothing is known."""
    claims = {(lang, text): path for path, html in site.html.items() for lang, text in _texts(html) if lang in SMALL_WORDS}
    return [f"{path}: not {lang}: {text}" for (lang, text), path in claims.items() if written_in(text) not in ("", lang)]


@lru_cache(maxsize=MANY_PAGES)
def _texts(html: str) -> list[tuple[str, str]]:
    return texts(html)


def _alternates(page: BuiltPage) -> dict[str, str]:
    return {link["hreflang"]: link["href"] for link in page.all("link", rel="alternate") if "hreflang" in link}
