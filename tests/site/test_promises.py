"""The real site and the invented one keep every promise, and each promise can be broken."""

from __future__ import annotations

import fnmatch
import re
from dataclasses import replace

import pytest

from kennisstad.model import Dataset
from tests.promises import PROMISES, Promise, Published
from tests.site.conftest import HARBOUR

EACH = pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)


@EACH
def test_the_real_site_keeps_it(real_site: Published, promise: Promise) -> None:
    faults = promise(real_site)

    assert faults == [], "\n".join(faults[:40])


@EACH
def test_the_invented_site_keeps_it(harbour_site: Published, promise: Promise) -> None:
    """In three languages, some of it not translated, with all that a programme may supply, below a folder of its host."""
    assert promise(harbour_site) == []


@EACH
def test_the_grown_site_keeps_it(grown: Published, promise: Promise) -> None:
    """Many records, and no mail address to turn to."""
    assert promise(grown) == []


GARDEN = "projects/quay-garden/index.html"
EMBED = "embed/partners/town/index.html"
BREAKS: dict[str, list[tuple[str, str, str]]] = {
    "every_old_address_leads_to_its_record": [("projects/letter/index.html", "projects/newsletter/", "projects/letter/")],
    "every_record_has_its_page_and_no_page_is_left_over": [(GARDEN, "", "")],
    "every_page_says_first_what_it_may_fetch": [(GARDEN, "default-src 'none'", "default-src 'self'")],
    "what_is_kept_for_a_year_is_named_by_its_content": [("assets/kept/site-*.css", "margin", "padding")],
    "every_text_stands_on_a_page_of_its_language": [("*", "Places to sit in the garden", "Places")],
    "every_row_that_a_source_names_stands_on_a_page": [("*", "7a", "7b")],
    "every_hand_written_page_is_shown": [("about/index.html", "The quay is high", "The quay is low")],
    "what_came_of_a_project_stands_under_its_track": [("results/index.html", "Forty rooms are ready.", "Rooms.")],
    "a_record_leads_to_the_notes_about_it": [("history/index.html", "#when-it-began", "#")],
    "the_foot_is_one_list_on_every_page": [(GARDEN, '<li><a href="../../contact/">Find us</a></li>', "")],
    "the_site_map_names_what_the_foot_names": [("site-map/index.html", 'href="../contact/"', 'href="../"')],
    "a_mistake_is_told_where_the_page_stands": [(GARDEN, "?page=projects/quay-garden/", "?page=projects/")],
    "open_data_counts_every_record": [("api/v1/people.json", '"count": 1', '"count": 2')],
    "the_page_about_open_data_links_every_file": [("open-data/index.html", "api/v1/people.json", "api/v1/figures.json")],
    "the_example_of_open_data_is_a_record_that_is_there": [("open-data/index.html", "&#34;status_year&#34;", "&#34;year&#34;")],
    "every_file_of_records_fits_its_schema": [("api/v1/projects.json", '"status_year": 2020', '"status_year": "2020"')],
    "every_table_has_its_records_under_one_head": [("api/v1/projects.csv", "quay-garden,", "quay-garden,,")],
    "nothing_in_a_table_begins_a_formula": [("api/v1/projects.csv", ",Quay garden,", ",=Quay garden,")],
    "the_sitemap_names_every_page_that_may_be_found": [("sitemap.xml", "<loc>https://harbour.example.org/sub/about/</loc>", "")],
    "no_link_is_dead": [(GARDEN, 'href="../../partners/town/"', 'href="../../partners/twon/"')],
    "nothing_is_fetched_elsewhere": [(GARDEN, 'src="../../assets/kept/scripts-', 'src="https://elsewhere.example/scripts-')],
    "every_page_has_one_first_heading": [(GARDEN, "<h1", "<h2")],
    "every_page_says_its_title_and_description": [
        (GARDEN, 'name="description" content="', 'name="description" content="" title="')
    ],
    "no_two_pages_have_the_same_title_or_description": [
        ("*", "A garden for everyone on the quay.", "Places to sit in the garden.")
    ],
    "titles_and_descriptions_fit_the_line_of_a_search_engine": [
        (GARDEN, "A garden for everyone on the quay.", "A garden for everyone on the quay. " * 5)
    ],
    "canonical_is_the_address_of_the_page_itself": [(GARDEN, 'rel="canonical" href="', 'rel="canonical" href="http:')],
    "no_page_needs_an_inline_script_or_style": [(GARDEN, "<main", '<main style="color: red"')],
    "no_id_stands_twice_on_a_page": [(GARDEN, "<body", '<body id="_content"')],
    "every_page_says_its_own_language": [(GARDEN, '<html lang="en"', '<html lang="nl"')],
    "hreflang_names_the_same_page_in_every_language": [(GARDEN, 'hreflang="x-default" href="', 'hreflang="x-default" href="x')],
    "the_switch_is_in_each_language_itself": [(GARDEN, 'lang="nl" hreflang="nl"', 'lang="en" hreflang="nl"')],
    "every_lang_is_a_language_of_the_site": [(GARDEN, "<h1", '<h1 lang="fr"')],
    "every_text_is_in_the_language_it_claims": [(GARDEN, "<h1", "<p>De buren zijn er met de stad en het plan.</p><h1")],
    "whoever_has_projects_has_an_embed": [(EMBED, "", "")],
    "the_page_gives_the_line_that_shows_its_embed": [
        ("partners/town/index.html", "embed/partners/town/&#34; title", "embed/&#34; title")
    ],
    "an_embed_is_light_and_fetches_only_its_own_style_and_script": [(EMBED, "assets/kept/embed-", "assets/kept/site-")],
    "an_embed_is_not_found_by_itself": [(EMBED, 'content="noindex"', 'content="index"')],
    "an_embed_shows_the_projects_of_its_page_and_leads_to_all": [
        (EMBED, 'href="../../../partners/town/"', 'href="../../../partners/"')
    ],
    "nothing_else_may_stand_in_a_frame": [(EMBED, "", "")],
    "every_page_says_what_it_is_to_machines": [(GARDEN, '"inLanguage":"en"', '"inLanguage":"nl"')],
    "every_page_tells_the_way_to_itself": [(GARDEN, '"item":"https://harbour.example.org/sub/projects/"', '"item":"/projects/"')],
    "machines_are_told_what_the_page_says": [(GARDEN, '"name":"Old quay"', '"name":"New quay"')],
    "every_link_is_shown_well_elsewhere": [
        (GARDEN, 'property="og:image:alt" content="', 'property="og:image:alt" content="" title="')
    ],
    "every_page_has_the_icons_of_the_site": [(GARDEN, 'rel="apple-touch-icon"', 'rel="touch-icon"')],
    "catalogues_are_told_of_the_data_once_they_may_be": [("dcat.jsonld", "", "")],
}
"""For every promise that looks at what is published, what to change there: a page (or every one), the text, and another."""


@pytest.mark.parametrize("promise", [promise for promise in PROMISES if promise.__name__ in BREAKS], ids=lambda one: one.__name__)
def test_a_promise_that_is_broken_is_told(grown: Published, promise: Promise) -> None:
    spoiled = dict(grown.files)
    for path, old, new in BREAKS[promise.__name__]:
        for each in fnmatch.filter(spoiled, path) if path != "*" else [name for name in spoiled if name.endswith(".html")]:
            text = spoiled[each].decode()
            assert path == "*" or old in text, f"{path} has no {old!r}"
            spoiled[each] = text.replace(old, new).encode()
            if not old:
                del spoiled[each]

    assert promise(replace(grown, files=spoiled)) != []


def test_every_promise_about_what_is_published_is_tried(invented: Dataset) -> None:
    """The one that is left looks at the files of the data: their first lines."""
    (left,) = (promise for promise in PROMISES if promise.__name__ not in BREAKS)
    data = invented.folders.data
    figures = data / "figures.yaml"
    figures.write_text(f"# yaml-language-server: $schema=schema/charts.json\n{figures.read_text('utf-8')}", "utf-8")

    assert left(Published(invented, HARBOUR, {})) == ["figures.yaml: ['schema/charts.json']"]


def test_a_page_in_a_folder_that_only_looks_like_a_language_is_in_the_default_one(grown: Published) -> None:
    assert [grown.language_of(path) for path in ("de/index.html", "desk/index.html", "404.html", "nl/404.html")] == [
        "de",
        "en",
        "en",
        "nl",
    ]
    assert not re.search("^en/", "\n".join(grown.html), re.MULTILINE)
