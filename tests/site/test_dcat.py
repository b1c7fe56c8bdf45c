"""What catalogues read of the open data keeps to DCAT-AP-NL; until a programme can have it, the report says what is missing."""

from __future__ import annotations

import datetime
import warnings
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import DCAT, DCTERMS, RDF, Graph, Literal, Namespace, URIRef

from kennisstad.addresses.open_data import json_file, kinds_served, table_file, workbook_file
from kennisstad.checking import check
from kennisstad.commands.report import report
from kennisstad.messages import LANGUAGES, messages
from tests.promises.published import Published
from tests.site.programmes import copy_invented, published
from tests.site.small import PROGRAMME, write_small

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib", "ignore:ConjunctiveGraph is deprecated")
SHAPES = Path(__file__).parent / "dcat_shapes.ttl"
FILE = "dcat.jsonld"
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
TODAY = datetime.date(2027, 11, 23)


@pytest.fixture(scope="module")
def described(harbour_site: Published) -> Graph:
    """What is said of the open data of the invented programme, read without asking the network for anything."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib, which uses what it deprecates
        return Graph().parse(data=harbour_site.files[FILE], format="json-ld")


def test_it_keeps_to_the_profile(described: Graph) -> None:
    conforms, _, told = validate(described, shacl_graph=str(SHAPES), advanced=False)

    assert conforms, told


@pytest.mark.parametrize(
    "path", [DCTERMS.publisher, DCTERMS.creator, DCAT.contactPoint, DCTERMS.accessRights, DCAT.theme, DCTERMS.license]
)
def test_the_shapes_see_what_lacks(described: Graph, path: URIRef) -> None:
    spoiled = Graph()
    spoiled += described
    spoiled.remove((None, path, None))

    assert not validate(spoiled, shacl_graph=str(SHAPES))[0]


def test_every_file_of_records_is_a_way_to_get_its_data(described: Graph, harbour_site: Published) -> None:
    """Of a kind that has any: the invented programme leads no address of before on."""
    address = f"{harbour_site.address}api/v1/"
    files = {str(file).removeprefix(address) for file in described.objects(predicate=DCAT.downloadURL)}
    projects = URIRef(f"{harbour_site.address}#data-projects")

    dataset, languages = harbour_site.dataset, harbour_site.languages
    kinds = [kind for kind in kinds_served(dataset) if dataset.valid.get(kind.name, True)]
    assert files == {*map(json_file, kinds), *map(table_file, kinds), *map(workbook_file, languages)}
    assert {f"api/v1/{name}" for name in files} <= set(harbour_site.files)
    assert {described.value(one, DCTERMS.title) for one in described.objects(projects, DCAT.distribution)} == {
        Literal("projects.csv"),
        Literal("projects.json"),
    }
    assert {title.language: str(title) for title in described.objects(projects, DCTERMS.title) if isinstance(title, Literal)} == {
        "en": "Harbour Together: Projects",
        "nl": "Haven Samen: Projecten",
        "de": "Hafen Gemeinsam: Projekte",
    }


def test_who_answers_for_the_site_publishes_the_data(described: Graph, harbour_site: Published) -> None:
    (catalog,) = described.subjects(RDF.type, DCAT.Catalog)
    contact = described.value(catalog, DCAT.contactPoint)

    assert described.value(catalog, DCTERMS.publisher) == URIRef(f"{harbour_site.address}partners/town/#partner")
    assert described.value(catalog, DCTERMS.creator) == URIRef(f"{harbour_site.address}#programme")
    assert described.value(contact, VCARD.hasEmail) == URIRef("mailto:desk@harbour.example.org")
    assert described.value(catalog, DCTERMS.modified) == Literal(
        "2021-06-15", datatype=URIRef("http://www.w3.org/2001/XMLSchema#date")
    )


@pytest.mark.parametrize(
    ("given", "lacks"),
    [
        ("", ["licence", "contact"]),
        ("licence: https://licence.example.org/open\n", ["contact"]),
        ("contact: {link: https://town.example.org/desk}\n", ["licence"]),
        ("licence: https://licence.example.org/open\ncontact: {telephone: 01 23 45}\n", ["contact"]),
        ("licence: https://licence.example.org/open\ncontact: {link: https://town.example.org/desk}\n", []),
    ],
)
def test_until_it_can_be_written_the_report_says_what_to_write(tmp_path: Path, given: str, lacks: list[str]) -> None:
    folders = write_small(tmp_path, {"programme": PROGRAMME + given})
    dataset = check(folders).dataset
    assert dataset is not None

    assert (FILE in published(tmp_path).files) == (not lacks)
    for language in LANGUAGES:
        words = messages(language)
        told = report(dataset, words, language, TODAY)
        for field in ("licence", "contact"):
            assert (f"- {words.say(f'report-catalog-{field}')}" in told) == (field in lacks)
        assert (words.say("report-catalog-there", file=FILE) in told) == (not lacks)


def test_a_programme_without_a_statement_publishes_by_itself(tmp_path: Path) -> None:
    write_small(
        tmp_path, {"programme": PROGRAMME + "licence: https://licence.example.org/open\ncontact: {email: mailto:a@b.example.org}\n"}
    )
    graph = Graph().parse(data=published(tmp_path).files[FILE], format="json-ld")

    assert validate(graph, shacl_graph=str(SHAPES))[0]
    assert set(map(str, graph.objects(predicate=DCTERMS.publisher))) == {"https://orchard.example.org/#programme"}


def test_it_is_the_same_each_time(harbour_site: Published, tmp_path: Path) -> None:
    again = published(copy_invented(tmp_path), harbour_site.address)

    for name in (FILE, "favicon.ico", "apple-touch-icon.png"):
        assert again.files[name] == harbour_site.files[name]
