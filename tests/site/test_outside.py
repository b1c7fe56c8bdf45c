"""What the invented programme names outside its site, and what of it somebody has to look at."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kennisstad.checking import check
from kennisstad.cli import main
from kennisstad.commands.outside import MOST, MOST_LETTERS, WHY, addresses, told
from kennisstad.messages import messages
from kennisstad.model import Dataset, Folders
from tests.site.programmes import copy_invented

EN = messages("en")
GONE: dict[str, Any] = {"outcome": "gone", "why": "status", "status": 404}
TOWN = "https://town.example.org/"


def changed(folder: Path, **edits: tuple[str, str]) -> Dataset:
    """Gives the invented programme after a replacement in some of its data files."""
    copy_invented(folder)
    for name, (old, new) in edits.items():
        path = folder / "data" / f"{name}.yaml"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
    checked = check(Folders.of(folder))
    assert checked.errors == []
    assert checked.dataset is not None
    return checked.dataset


def test_every_address_in_records_pages_and_articles_is_named_with_its_line(invented: Dataset) -> None:
    found = addresses(invented)
    root = invented.folders.root

    assert TOWN in found
    assert {Path(place.file).parts[0] for places in found.values() for place in places} == {"data", "content"}
    for address, places in found.items():
        for place in places:
            line = (root / place.file).read_text("utf-8").splitlines()[place.line - 1]
            assert address in line, (address, place)


def test_a_link_in_a_text_is_found_and_what_is_no_page_outside_is_not(tmp_path: Path) -> None:
    own = "https://harbour.example.org"
    text = (
        f"See [them](https://a.example.org/b_(c)#part), {own}/projects/, [mail](mailto:a@b.example.org) and www.bare.example.org."
    )
    dataset = changed(tmp_path, projects=("  part_of: quay-garden\n", f'  part_of: quay-garden\n  description: {{en: "{text}"}}\n'))
    found = set(addresses(dataset))

    assert {"https://a.example.org/b_(c)", "https://www.bare.example.org"} <= found
    assert not [address for address in found if address.startswith(("mailto:", f"{dataset.programme.address.rstrip('/')}/"))]


def test_an_address_is_told_with_what_came_of_it_and_where_it_stands(invented: Dataset) -> None:
    (place, *_) = addresses(invented)[TOWN]
    said = told(invented, {TOWN: GONE}, EN, "https://code.example.org/blob/main/")

    assert "### These pages are no more: 1" in said
    assert (
        f"- `{TOWN}`: answer 404 ([`{place.file}:{place.line}`](<https://code.example.org/blob/main/{place.file}#L{place.line}>)"
        in said
    )


def test_what_is_well_or_closed_to_programs_is_not_told(invented: Dataset) -> None:
    answers = {
        address: {"outcome": outcome}
        for address, outcome in zip(addresses(invented), ["well", "closed", "unasked"] * 9, strict=False)
    }

    assert "http" not in told(replace(invented, day=date(2021, 6, 15)), answers, EN)


def test_what_nobody_looked_at_for_a_year_is_told_by_the_day_of_the_site(invented: Dataset) -> None:
    then, later = (told(replace(invented, day=day), {}, EN) for day in (date(2020, 1, 1), date(2040, 1, 1)))

    assert then == ""
    assert re.search(
        r"### These projects nobody went through for a year: \d+\n\n- [\w-]+: 20\d\d-\d\d-\d\d \(`data/projects.yaml:\d+`\)", later
    )
    assert "### These pages, which facts come from, nobody read for a year" in later


def test_advice_that_was_accepted_is_not_given_here_either(tmp_path: Path) -> None:
    reason = "  accepted: {not-checked-lately: It is kept as it was.}\n"
    dataset = replace(changed(tmp_path, projects=("  status: running\n", f"  status: running\n{reason}")), day=date(2040, 1, 1))

    assert "quay-garden: " not in told(dataset, {}, EN)


@pytest.mark.parametrize("hostile", ["`<b>` @town #12 ![x](https://a.example/p.png)", "::error file=x::y\n\n# Big", 7, None, ["x"]])
def test_what_a_server_or_a_file_of_answers_says_is_no_more_than_text(invented: Dataset, hostile: Any) -> None:
    said = told(
        replace(invented, day=date(2020, 1, 1)), {TOWN: {"outcome": "moved", "why": hostile, "status": hostile, "to": hostile}}, EN
    )
    outside_code = re.sub(r"(`+).*?\1", "", said)

    assert not re.search(r"<b>|@town|!\[|^#[^#]|^::", outside_code, re.MULTILINE)


def test_a_thousand_dead_links_still_fit_an_issue(tmp_path: Path) -> None:
    many = [f"https://a{number}.example.org/{'y' * 300}" for number in range(MOST + 30)] + [TOWN] * 20
    text = "".join(f"      [x]({address})\n\n" for address in many)
    dataset = changed(tmp_path, projects=("  part_of: quay-garden\n", f"  part_of: quay-garden\n  description:\n    en: |\n{text}"))
    answers = dict.fromkeys(addresses(dataset), GONE)
    said, cut = told(dataset, answers, EN), told(dataset, answers, EN, f"https://code.example.org/{'z' * 400}/")

    assert said.count("\n- `") == MOST
    assert f"… and {len(answers) - MOST} more" in said
    assert MOST_LETTERS < len(cut) + 1_000 < MOST_LETTERS + 1_200
    assert cut.endswith("… and more: run `make links` on your own computer\n")


def test_every_reason_has_its_words() -> None:
    for language in ("nl", "en"):
        assert {f"outside-why-{why}" for why in WHY} <= set(messages(language).words)


def test_the_command_gives_the_list_and_then_what_to_look_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = str(copy_invented(tmp_path / "town"))
    assert main(["outside", "--folder", folder]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert listed[TOWN][0][0].startswith("data/")

    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({TOWN: GONE}), "utf-8")
    assert main(["outside", "--folder", folder, "--language", "en", "--answers", str(answers)]) == 0
    assert f"`{TOWN}`" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["no json", "[]"])
def test_a_file_without_answers_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    folder, answers = str(copy_invented(tmp_path / "town")), tmp_path / "answers.json"
    answers.write_text(text, "utf-8")

    assert main(["outside", "--folder", folder, "--language", "en", "--answers", str(answers)]) == 1
    assert "There are no answers in" in capsys.readouterr().err
