"""The JSON Schemas that editors' tools use say what the model says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from kennisstad.kinds import KINDS
from kennisstad.model import PROGRAMME, Dataset, RecordKind
from kennisstad.reference import reference_files
from tests.conftest import ROOT
from tests.site.programmes import INVENTED

NAMES = [kind.stem for kind in (PROGRAMME, *KINDS.records) if not kind.folder]


class _AsTyped(yaml.CSafeLoader):
    """Leaves dates as they are typed, as JSON has none."""


_AsTyped.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: node.value)


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_takes_the_real_data_and_refuses_an_unknown_field(name: str) -> None:
    validator = Draft202012Validator(json.loads((ROOT / f"data/schema/{name}.json").read_text("utf-8")))
    data = yaml.load((ROOT / f"data/{name}.yaml").read_text("utf-8"), Loader=_AsTyped)

    assert [error.message for error in validator.iter_errors(data)] == []
    misspelt = {"zzz": 1}
    assert any("zzz" in error.message for error in validator.iter_errors(misspelt if isinstance(data, dict) else [misspelt]))


@pytest.mark.parametrize("kind", KINDS.folders.values(), ids=lambda kind: kind.name)
def test_the_schema_takes_the_heads_of_articles_and_refuses_an_unknown_field(kind: RecordKind) -> None:
    validator = Draft202012Validator(json.loads((ROOT / f"data/schema/{kind.stem}.json").read_text("utf-8")))
    heads = [path.read_text("utf-8").split("---\n")[1] for path in INVENTED.glob(f"content/en/{kind.folder}/*.md")]

    for head in (yaml.load(text, Loader=_AsTyped) for text in heads):
        assert [error.message for error in validator.iter_errors(head)] == []
        assert any("zzz" in error.message for error in validator.iter_errors(head | {"zzz": 1}))


def test_what_is_made_from_the_model_is_up_to_date(real: Dataset) -> None:
    stale = [name for name, text in reference_files(KINDS, real.programme).items() if Path(ROOT / name).read_text("utf-8") != text]

    assert stale == [], "run `make schema`"
