"""What pages say to machines: read back by others, in words that schema.org has, and safe whatever an editor typed."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import extruct
import pytest
import yaml
from rdflib import RDF, SDO, Graph, URIRef

from kennisstad.views.structured import script_data
from tests.promises.published import Published, structured, words_of
from tests.promises.structured import framed
from tests.site.pages import read_page
from tests.site.programmes import published
from tests.site.small import PROGRAMME, write_small

VOCABULARY = yaml.safe_load((Path(__file__).parent / "schema_org.yaml").read_text("utf-8"))
TERMS = frozenset(SDO.__annotations__)
"""The names of all terms of schema.org, as rdflib carries them."""
EVIL = (
    "</script><script>alert(1)</script>",
    "</script x",
    "</SCRIPT/",
    "<!--<script",
    "<![CDATA[ ]]>",
    "a & b &lt;/script&gt;",
    "a line\u2028and\u2029another",
    "quotes \" ' \\ \\u003c",
)


def nodes(told: Any) -> Iterator[dict[str, Any]]:
    """Gives every thing of a type in what is told, at any depth."""
    for each in told.values() if isinstance(told, dict) else told if isinstance(told, list) else ():
        yield from nodes(each)
    if isinstance(told, dict) and "@type" in told:
        yield told


def thing(site: Published, path: str, kind: str) -> dict[str, Any]:
    """Gives the thing of a type in the graph of a page."""
    (found,) = (each for each in structured(site.html[path])["@graph"] if each["@type"] == kind)
    return found  # type: ignore[no-any-return]


def is_a(kind: str) -> list[str]:
    """Gives a type, and all that it is a kind of."""
    above = VOCABULARY["types"][kind]
    return [kind, *(is_a(above) if above else ())]


@pytest.mark.parametrize("text", EVIL)
def test_no_text_can_end_the_script_that_it_stands_in(text: str) -> None:
    written = script_data({text: [text]})

    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written) == {text: [text]}


def test_what_an_editor_types_is_read_back_as_it_was_typed(tmp_path: Path) -> None:
    """The check refuses tags and codes of letters in a line of text; the beginning of one, and anything in a name, it lets pass."""
    line, alias = json.dumps(f"Cider {EVIL[1]} {EVIL[3]} a & b {EVIL[7]}"), json.dumps(EVIL[0])
    records = {
        "programme": PROGRAMME.replace("The Orchard", "The </script Orchard").replace(
            "{en: Growers keep", "{en: <!--<script Growers keep"
        ),
        "projects": f"""
- id: cider
  title: {{en: {line}}}
  aliases: [{alias}]
  summary: {{en: {line}}}
  status: running
  status_year: 2024
  leads: [growers]
  checked: 2025-03-04
""",
        "partners": f"- {{id: growers, name: {{en: {line}}}, aliases: [{alias}], kind: association, core_since: 2020}}\n",
    }
    write_small(tmp_path, records)
    site = published(tmp_path)

    for path in ("index.html", "projects/cider/index.html", "partners/growers/index.html", "projects/index.html"):
        (read,) = extruct.extract(site.html[path], syntaxes=["json-ld"])["json-ld"]
        scripts = [script.get("type") for script in read_page(path, site.html[path]).all("script")]
        assert read == structured(site.html[path])
        assert scripts.count("application/ld+json") == 1
        assert set(scripts) == {"module", "application/ld+json"}
    project = thing(site, "projects/cider/index.html", "Project")
    assert (project["name"], project["alternateName"], project["description"]) == (json.loads(line), EVIL[0], json.loads(line))


def test_every_term_is_one_of_schema_org_and_fits_its_type(harbour_site: Published) -> None:
    faults = set()
    for html in harbour_site.html.values():
        for node in nodes(structured(html)):
            for name in (key for key in node if not key.startswith("@")):
                fits = VOCABULARY["properties"].get(name.removesuffix("-input"), ())
                if not set(fits) & set(is_a(node["@type"])):
                    faults.add((node["@type"], name))

    assert faults == set()


def test_the_list_of_terms_keeps_to_the_vocabulary() -> None:
    kinds, properties = VOCABULARY["types"], VOCABULARY["properties"]

    assert [name for name in (*kinds, *properties) if name not in TERMS] == []
    assert {kind for kinds_of in properties.values() for kind in kinds_of} <= set(kinds)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # by rdflib, which uses it
def test_every_page_is_read_as_linked_data_of_known_terms(harbour_site: Published) -> None:
    """The context of schema.org is not fetched: its words stand for themselves under one address."""
    kinds, terms = set(), set()
    for path in framed(harbour_site):
        html = harbour_site.html[path]
        told = structured(html) | {"@context": {"@vocab": str(SDO)}}
        graph = Graph().parse(data=json.dumps(told), format="json-ld")
        kinds |= set(graph.objects(predicate=RDF.type))
        terms |= set(graph.predicates())
        assert any(graph.triples((None, SDO.isPartOf, URIRef(f"{harbour_site.address}#website"))))

    known = {str(SDO), str(RDF.type), f"{SDO}query-input", *(f"{SDO}{name}" for name in TERMS)}
    assert {str(term) for term in (*kinds, *terms)} <= known
    assert {SDO[name] for name in VOCABULARY["types"] if name in TOLD} <= kinds


TOLD = ("AboutPage", "CollectionPage", "ContactPage", "Event", "NewsArticle", "Organization", "Project", "SearchAction", "WebSite")
"""What the invented programme has something of."""


def test_a_project_says_who_takes_part_and_what_it_is_part_of(harbour_site: Published) -> None:
    garden = thing(harbour_site, "nl/projecten/quay-garden/index.html", "Project")

    assert garden["@id"] == "https://harbour.example.org/sub/projects/quay-garden/#project"
    assert (garden["name"], garden["url"]) == ("Kadetuin", "https://harbour.example.org/sub/nl/projecten/quay-garden/")
    assert (garden["sameAs"], garden["foundingDate"]) == ("https://garden.example.org/?a=1&b=2", "2020-03")
    assert "dissolutionDate" not in garden
    assert [member["name"] for member in garden["member"]] == ["De Stad", 'Roeivereniging "De Riem" & Vrienden']
    assert garden["parentOrganization"]["@id"] == "https://harbour.example.org/sub/#programme"
    assert structured(harbour_site.html["projects/quay-garden/index.html"])["@graph"][0]["lastReviewed"] == "2026-11-22"


def test_a_text_that_is_not_translated_says_its_language(harbour_site: Published) -> None:
    swimming = thing(harbour_site, "nl/projecten/swimming/index.html", "Project")

    assert swimming["name"]["@language"] == "en"
    assert swimming["name"]["@value"] in words_of(harbour_site.html["nl/projecten/swimming/index.html"])


def test_a_photograph_says_what_it_shows_and_who_made_it(harbour_site: Published) -> None:
    photo = thing(harbour_site, "projects/newsletter/index.html", "Project")["image"]

    assert (photo["caption"], photo["creditText"]) == ("A red house and a white boat on the quay.", "Rowers & <Friends>")
    assert photo["contentUrl"].removeprefix(harbour_site.address) in harbour_site.files


def test_the_home_page_says_who_carries_the_programme_and_how_to_search(harbour_site: Published) -> None:
    programme, website = (thing(harbour_site, "nl/index.html", kind) for kind in ("Organization", "WebSite"))

    assert (programme["name"], programme["member"]["name"]) == ("Haven Samen", "De Stad")
    assert programme["contactPoint"]["email"] == "desk@harbour.example.org"
    assert website["inLanguage"] == ["en", "nl", "de"]
    assert website["potentialAction"]["target"]["urlTemplate"] == f"{harbour_site.address}nl/zoeken/?q={{search_term_string}}"


def test_a_list_says_how_many_and_names_those_of_a_short_one(harbour_site: Published, grown: Published) -> None:
    short, long = (structured(site.html["projects/index.html"])["@graph"][0]["mainEntity"] for site in (harbour_site, grown))

    assert [line["position"] for line in short["itemListElement"]] == [1, 2, 3, 4]
    assert short["itemListElement"][0]["url"].startswith(f"{harbour_site.address}projects/")
    assert long == {"@type": "ItemList", "numberOfItems": len(grown.dataset.projects)}


def test_news_and_events_say_what_happened_and_what_comes(harbour_site: Published) -> None:
    news = thing(harbour_site, "news/garden-opens/index.html", "NewsArticle")
    day, talk, parade = (
        thing(harbour_site, f"events/{one}/index.html", "Event") for one in ("planting-day", "harbour-talk", "boat-parade")
    )

    assert (news["headline"], news["datePublished"]) == ('Quay garden open: "come & dig" in < 2 minutes', "2020-05-01")
    assert [about["@type"] for about in news["about"]] == ["Project", "Organization", "Organization"]
    assert (day["startDate"], day["previousStartDate"]) == ("2021-06-19T10:00+00:00", "2021-06-12T10:00+00:00")
    assert (day["eventStatus"], day["location"]["name"]) == ("https://schema.org/EventRescheduled", "Old quay, at the gate")
    assert (talk["startDate"], talk["eventStatus"]) == ("2021-06-15T20:00+01:00", "https://schema.org/EventScheduled")
    assert (parade["startDate"], parade["endDate"], parade["eventStatus"]) == (
        "2021-07-03",
        "2021-07-04",
        "https://schema.org/EventCancelled",
    )


def test_the_page_about_open_data_says_how_to_get_each_file(grown: Published) -> None:
    data = thing(grown, "open-data/index.html", "Dataset")
    files = {file["contentUrl"].removeprefix(grown.address): file["encodingFormat"] for file in data["distribution"]}

    assert set(files) <= set(grown.files)
    assert (files["api/v1/projects.json"], files["api/v1/projects.csv"]) == ("application/json", "text/csv")
    assert (data["dateModified"], data["license"]) == ("2021-06-15", "https://licence.example.org/open")
    assert data["includedInDataCatalog"]["url"] == f"{grown.address}dcat.jsonld"


def test_nothing_is_told_of_who_joined_no_project_and_carries_nothing(tmp_path: Path) -> None:
    """A programme with one project and nobody in it still says what is so."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        write_small(tmp_path, {"programme": PROGRAMME})
    site = published(tmp_path)

    assert set(thing(site, "index.html", "Organization")) == {"@type", "@id", "name", "slogan", "description", "url"}
    assert {node["@type"] for node in nodes(structured(site.html["about/index.html"]))} == {
        "WebPage",
        "WebSite",
        "BreadcrumbList",
        "ListItem",
    }
