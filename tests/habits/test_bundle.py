"""What others made for the form in the browser is what the locked packages give, and says whose it is."""

from __future__ import annotations

import hashlib
import json
import re

from tests.conftest import ROOT

BUNDLE = ROOT / "overrides" / "assets" / "form" / "yaml.min.js"
LOCK = ROOT / "form" / "package-lock.json"


def test_the_bundle_is_made_of_what_is_locked() -> None:
    """Where this fails: `make form`, and commit what it writes."""
    made_of = dict(reversed(line.split()) for line in re.findall(r"(?m)^[0-9a-f]{64}  \S+$", BUNDLE.read_text("utf-8")))

    assert made_of == {
        name: hashlib.sha256((ROOT / name).read_bytes()).hexdigest() for name in ("form/package-lock.json", "form/yaml.js")
    }


def test_the_lock_names_no_place_that_packages_came_from() -> None:
    packages = json.loads(LOCK.read_text("utf-8"))["packages"]

    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []


def test_the_bundle_carries_its_version_and_licence_and_runs_no_text() -> None:
    text = BUNDLE.read_text("utf-8")
    version = json.loads(LOCK.read_text("utf-8"))["packages"]["node_modules/yaml"]["version"]

    assert text.startswith(f"/*! npm yaml {version}, ")
    assert "Permission to use, copy, modify, and/or distribute this software" in text
    assert re.findall(r"\beval\(|new Function|https?://", text.partition("*/")[2]) == []
