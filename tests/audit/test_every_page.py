"""What a visitor may expect of every page of the real site: access, keyboard, zoom, wishes, weight, privacy.

`make test` asks a sample, `make audit` every page. One question of every page: `pytest tests/audit --every-page -k keyboard`.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.audit.conftest import Audited
from tests.audit.opened import Audit
from tests.audit.sweep import ASKED, Answers, answers_of
from tests.conftest import ROOT
from tests.figures import Record

STYLE = ROOT / "overrides" / "assets"
DARK = re.compile(r"@media \(prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}\s*\}")


@pytest.fixture(scope="session")
def answers(request: pytest.FixtureRequest, audited: Audited, host: str, site: Path) -> dict[str, Answers]:
    """What all pages answer by question, for the questions of this run: each page is opened once for all of them."""
    run = {item.name for item in request.session.items}
    return answers_of(Audit(host, site), audited, [name for name in ASKED if f"test_every_page[{name}]" in run])


@pytest.mark.parametrize("name", list(ASKED))
def test_every_page(answers: dict[str, Answers], name: str, record_property: Record) -> None:
    """The time is the share of each question in that of all: several pages are open at a time."""
    found = answers[name]
    record_property("figure", f"{name}: {found.pages} pages in {found.seconds:.0f} s, {len(found.faults)} faults")

    assert found.pages
    assert found.faults == [], "\n".join(found.faults)


def test_only_colours_change_in_the_dark() -> None:
    """So that in the dark axe need not ask again what has nothing to do with colours."""
    for file in STYLE.glob("*.css"):
        style = file.read_text("utf-8")
        told = [line for part in DARK.findall(style) for line in part.split(";") if line.strip()]

        assert style.count("prefers-color-scheme") == len(DARK.findall(style)), file.name
        assert [line for line in told if not re.fullmatch(r"\s*--[a-z-]+: #[0-9a-f]{3,8}", line)] == [], file.name
