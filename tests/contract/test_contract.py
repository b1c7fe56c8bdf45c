"""The contract with who builds on the open data: what version 1 promised is there, and of the same type.

A field that was added is taken up by `CONTRACT=write .venv/bin/pytest tests/contract`; what is gone or changed never is.
"""

from __future__ import annotations

import copy
import json
import os
from pathlib import Path

import pytest

from tests.contract.served import Served, added, broken, served_by
from tests.promises import Published

CONTRACT = Path(__file__).parent / "v1.json"
RAISE = (
    "Version 1 was promised to stay as it is (decisions/0012). Bring back what these lines name,"
    " or serve the change as version 2, in api/v2/ beside api/v1/:"
)
TAKE_UP = (
    "New in version 1. Promise it too, with CONTRACT=write .venv/bin/pytest tests/contract, and commit tests/contract/v1.json:"
)


@pytest.fixture(scope="module")
def promised() -> Served:
    found: Served = json.loads(CONTRACT.read_text("utf-8")) if CONTRACT.exists() else {}
    return found


@pytest.fixture(scope="module")
def now(harbour_site: Published) -> Served:
    return served_by(harbour_site)


def told(faults: list[str], what: str) -> str:
    return "\n".join((what, *faults))


def test_what_was_promised_is_served(promised: Served, now: Served) -> None:
    faults = broken(promised, now)

    assert faults == [], told(faults, RAISE)


def test_what_is_served_is_promised(promised: Served, now: Served) -> None:
    if os.environ.get("CONTRACT") == "write":
        assert broken(promised, now) == [], told(broken(promised, now), RAISE)
        CONTRACT.write_text(f"{json.dumps(now, indent=1, ensure_ascii=False)}\n", "utf-8")
        return
    faults = added(promised, now)

    assert faults == [], told(faults, TAKE_UP)


def test_the_contract_knows_fields_columns_and_addresses(promised: Served) -> None:
    projects = promised["projects.json"]

    assert projects["projects[].status_year"] == "integer|null"
    assert projects["projects[].title.*"] == "string"
    assert projects["projects[].results[].sources[].lines"] == "null|string"
    assert projects["projects[].photo.pictures[].width"] == "integer"
    assert promised["figures.json"]["figures[].value"] == "number"
    assert {"id", "title_*", "leads", "leads_*"} <= promised["projects.csv"].keys()
    assert {"/projects/{id}.json", "/tables-*.xlsx"} <= promised["openapi.json"].keys()


@pytest.mark.parametrize(
    ("file", "field", "kind", "message"),
    [
        ("projects.json", "projects[].status", None, "projects.json: projects[].status was string, and is gone"),
        ("projects.json", "count", "string", "projects.json: count was integer, and is string"),
        ("figures.csv", "value", None, "figures.csv: value was column, and is gone"),
        ("openapi.json", "/projects.json", None, "openapi.json: /projects.json was get, and is gone"),
    ],
)
def test_a_broken_promise_is_told(now: Served, file: str, field: str, kind: str | None, message: str) -> None:
    changed = copy.deepcopy(now)
    changed[file] |= {field: kind or ""}
    if kind is None:
        del changed[file][field]

    assert broken(now, changed) == [message]
    assert added(changed, now) == ([] if kind else [f"{file}: {field}"])


def test_a_kind_that_is_gone_is_told(now: Served) -> None:
    without = {file: fields for file, fields in now.items() if file != "charts.json"}

    assert len(broken(now, without)) == len(now["charts.json"])
