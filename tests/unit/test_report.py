"""The report tells editors what there is and what asks for work; readability is counted as Flesch and Douma did."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from kennisstad.checking import check
from kennisstad.cli import main
from kennisstad.commands.report import report
from kennisstad.messages import messages
from kennisstad.model import Folders
from kennisstad.readability import readability, syllables
from tests.site.programmes import copy_invented

TODAY = datetime.date(2027, 11, 23)


@pytest.mark.parametrize(
    ("word", "language", "number"),
    [
        ("stad", "nl", 1),
        ("ideeën", "nl", 3),
        ("bewoners", "nl", 3),
        ("universiteit", "nl", 5),
        ("beïnvloeden", "nl", 4),
        ("make", "en", 1),
        ("city", "en", 2),
        ("wanted", "en", 2),
        ("university", "en", 5),
        ("table", "en", 2),
    ],
)
def test_syllables_are_groups_of_vowels_as_a_language_spells_them(word: str, language: str, number: int) -> None:
    assert syllables(word, language) == number


def test_short_words_in_short_sentences_read_easily() -> None:
    plain = readability("De stad maakt een plan. U doet mee als u dat wilt. Zo komt er meer groen in de wijk.", "nl")
    official = readability(
        "Ten behoeve van de intensivering van regionale samenwerkingsverbanden faciliteert de gemeentelijke organisatie "
        "structurele kennisuitwisseling tussen publieke instellingen.",
        "nl",
    )

    assert plain.ease is not None
    assert plain.ease > 80
    assert not plain.is_hard
    assert official.is_hard


def test_the_index_of_dutch_is_that_of_douma() -> None:
    """206.84 - 0.93 x words per sentence - 77 x syllables per word: here 18 words of one syllable in 2 sentences."""
    reads = readability("Dit is een zin van acht of meer. De kat zit op de mat bij het raam.", "nl")

    assert reads.mean_sentence == 8.5
    assert reads.ease == pytest.approx(206.84 - 0.93 * 8.5 - 77 * 1.0)


def test_one_long_name_does_not_make_a_short_text_hard() -> None:
    short = readability(
        "Een team van het Leids Universitair Medisch Centrum. Het helpt inwoners die vragen hebben over gezondheid.", "nl"
    )

    assert short.ease is not None
    assert 30 < short.ease < 60
    assert not short.is_hard


def test_a_link_counts_by_its_text_and_paragraphs_end_sentences() -> None:
    reads = readability("Lees [dit stuk](project:een-heel-lange-naam)\n\n- een\n- twee", "nl")

    assert (reads.longest, reads.longest_length) == ("Lees [dit stuk]", 3)
    assert readability("", "nl").longest_length == 0


def test_the_report_counts_and_names_what_asks_for_work(tmp_path: Path) -> None:
    programme = copy_invented(tmp_path) / "data" / "programme.yaml"
    programme.write_text(re.sub("(?m)^security: .*\n", "", programme.read_text("utf-8")), "utf-8")
    dataset = check(Folders.of(tmp_path)).dataset
    assert dataset is not None

    told = report(dataset, messages("en"), "en", TODAY)

    assert "# State of the data on 2027-11-23" in told
    for line in (
        "- projects: 4",
        "- Green: 2",
        "- outside the tracks: 1",
        "- running: 1",
        "- association: 1",
        "- plan: 1 projects, 1 partners, 3 figures, 2 events",
        "- projects/swimming: title (nl, de)",
        "- projects/swimming",
        "- projects/quay-garden: 2026-11-22",
        "- how-many-trees: How many trees",
    ):
        assert line in told.splitlines(), line
    assert "security:" in told
    assert "contact:" not in told


def test_a_record_is_old_after_a_year(tmp_path: Path) -> None:
    dataset = check(Folders.of(copy_invented(tmp_path))).dataset
    assert dataset is not None

    assert "quay-garden: 2026-11-22" not in report(dataset, messages("en"), "en", datetime.date(2027, 11, 22))


def test_the_command_prints_the_report_of_a_day_and_refuses_bad_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = copy_invented(tmp_path)

    assert main(["report", "--folder", str(folder), "--on", "2030-01-31"]) == 0
    assert "2030-01-31" in capsys.readouterr().out

    (folder / "data/figures.yaml").write_text("- id: x\n", "utf-8")
    assert main(["report", "--folder", str(folder)]) == 1
    assert "[missing-field]" in capsys.readouterr().out
