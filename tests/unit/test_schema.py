"""The JSON Schemas that editors' tools use say what the model says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from kennisstad.checking import check
from kennisstad.commands.reference import given_files, reference_files
from kennisstad.kinds import KINDS
from kennisstad.model import PROGRAMME, Dataset, Folders, RecordKind
from tests.conftest import ROOT
from tests.site.programmes import INVENTED

NAMES = [kind.stem for kind in (PROGRAMME, *KINDS.records) if not kind.folder]


class _AsTyped(yaml.CSafeLoader):
    """Leaves dates as they are typed, as JSON has none."""


_AsTyped.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: node.value)


def _validator(schema: Any, dataset: Dataset) -> Draft202012Validator:
    """Gives what holds data against a schema, with what the data give to choose from beside it."""
    given = {path.rpartition("/")[2]: Resource.from_contents(json.loads(text)) for path, text in given_files(dataset).items()}
    return Draft202012Validator(schema, registry=Registry().with_resources(given.items()))


@pytest.fixture(scope="module")
def invented() -> Dataset:
    dataset = check(Folders.of(INVENTED)).dataset
    assert dataset is not None
    return dataset


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_takes_the_real_data_and_refuses_an_unknown_field(name: str, real: Dataset) -> None:
    validator = _validator(json.loads((ROOT / f"data/schema/{name}.json").read_text("utf-8")), real)
    data = yaml.load((ROOT / f"data/{name}.yaml").read_text("utf-8"), Loader=_AsTyped)

    assert [error.message for error in validator.iter_errors(data)] == []
    misspelt = {"zzz": 1}
    assert any("zzz" in error.message for error in validator.iter_errors(misspelt if isinstance(data, dict) else [misspelt]))


@pytest.mark.parametrize("kind", KINDS.folders.values(), ids=lambda kind: kind.name)
def test_the_schema_takes_the_heads_of_articles_and_refuses_an_unknown_field(kind: RecordKind, invented: Dataset) -> None:
    validator = _validator(json.loads((ROOT / f"data/schema/{kind.stem}.json").read_text("utf-8")), invented)
    heads = [path.read_text("utf-8").split("---\n")[1] for path in INVENTED.glob(f"content/en/{kind.folder}/*.md")]

    for head in (yaml.load(text, Loader=_AsTyped) for text in heads):
        assert [error.message for error in validator.iter_errors(head)] == []
        assert any("zzz" in error.message for error in validator.iter_errors(head | {"zzz": 1}))


def test_what_is_made_from_the_model_is_up_to_date() -> None:
    stale = [name for name, text in reference_files(KINDS).items() if Path(ROOT / name).read_text("utf-8") != text]

    assert stale == [], "run `make schema`"


def test_a_tool_offers_records_by_id_with_their_names_in_each_language(invented: Dataset) -> None:
    given = json.loads(given_files(invented)["data/schema/choices.json"])["$defs"]
    projects = reference_files(KINDS)["data/schema/projects.json"]
    offered = {choice["const"]: choice for choice in given["partners"]["anyOf"] if "const" in choice}

    assert set(offered) == set(invented.partners)
    assert offered["rowers"]["titles"]["nl"] == 'Roeivereniging "De Riem" & Vrienden'
    assert json.loads(projects)["items"]["properties"]["leads"]["items"] == {"$ref": "choices.json#/$defs/partners"}


def test_an_id_that_is_not_there_yet_is_for_the_check_to_tell(invented: Dataset) -> None:
    validator = _validator({"$ref": "choices.json#/$defs/partners"}, invented)

    assert validator.is_valid("a-partner-of-tomorrow")
    assert not validator.is_valid("Two Words")


def test_a_choice_is_explained_in_the_languages_of_the_programme(invented: Dataset) -> None:
    given = json.loads(given_files(invented)["data/schema/choices.json"])["$defs"]
    running = next(choice for choice in given["statuses"]["anyOf"] if choice["const"] == "running")

    assert running["titles"] == {language: invented.locales[language].words["status.running"] for language in invented.locales}
    assert running["descriptions"]["en"] == invented.locales["en"].words["status.meaning.running"]


def test_a_field_has_its_name_and_meaning_in_dutch_and_english() -> None:
    files = reference_files(KINDS)
    untitled = [
        f"{name} {field}"
        for name, text in files.items()
        if name.endswith(".json")
        for definition in _objects(json.loads(text))
        for field, schema in definition.items()
        if set(schema.get("titles", ())) != {"nl", "en"} or set(schema.get("descriptions", ())) != {"nl", "en"}
    ]

    assert untitled == []


def _objects(schema: Any) -> list[dict[str, Any]]:
    """Gives the fields of each object in a schema."""
    if not isinstance(schema, dict):
        return []
    inside = [found for part in (schema.get("items"), *schema.get("$defs", {}).values()) for found in _objects(part)]
    return [*([schema["properties"]] if "properties" in schema else []), *inside]
