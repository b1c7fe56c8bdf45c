"""`kennisstad init` makes the least that builds, asks only somebody who can answer, and writes over nothing."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

import pytest

from kennisstad.checking import check
from kennisstad.cli import main
from kennisstad.commands.init import Wanted, answers, begin, first_files
from kennisstad.model import Folders
from kennisstad.site import make_site

NAME = 'Harbour: "Together" & more'


def _options(**given: str | None) -> Namespace:
    return Namespace(**{"name": None, "languages": None, "address": None, "mkdocs": False, "language": None, **given})


def _begun(folder: Path, *languages: str) -> Path:
    assert begin(folder, Wanted(NAME, languages, "https://harbour.example.org/")) is None
    return folder


@pytest.mark.parametrize("languages", [("en", "fr"), ("nl",), ("zh", "ar", "nl-BE")], ids="-".join)
def test_what_it_makes_has_no_error_and_builds(tmp_path: Path, languages: tuple[str, ...]) -> None:
    folders = Folders.of(_begun(tmp_path, *languages))

    site = make_site(folders)

    assert {problem.rule for problem in check(folders).problems} <= {"not-translated", "words-in-english", "search-without-words"}
    assert [page for page in site.files if page.endswith("index.html")]
    assert all(site.files[path] for path in site.files)
    assert site.dataset.programme.name.in_language(languages[0]) == NAME


def test_it_makes_nothing_that_is_not_needed() -> None:
    assert list(first_files(Wanted(NAME, ("en", "fr"), "https://harbour.example.org/"))) == [
        "data/programme.yaml",
        "content/en/index.md",
        "content/fr/index.md",
    ]


def test_a_name_without_letters_of_an_address_gets_an_id_all_the_same() -> None:
    assert "\nid: programme\n" in first_files(Wanted("知识城", ("zh",), "https://x.example.org/"))["data/programme.yaml"]


def test_texts_are_in_the_languages_that_it_speaks_and_always_in_the_first() -> None:
    written = first_files(Wanted("Kade", ("fr", "nl"), "https://x.example.org/"))

    assert 'tagline: {fr: "The projects of Kade", nl: "De projecten van Kade"}' in written["data/programme.yaml"]
    assert written["content/fr/index.md"] == '---\ntitle: "Kade"\ndescription: "Kade"\n---\n'


def test_what_was_not_given_is_asked_for_on_a_terminal_in_the_language_just_given() -> None:
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return {"I": "nl, en", "H": "Haven", "O": "https://haven.example.org/"}.get(question[0], "")

    wanted, complaint = answers(_options(language="nl"), is_terminal=True, ask=ask)

    assert complaint is None
    assert wanted == Wanted("Haven", ("nl", "en"), "https://haven.example.org/")
    assert [question.split()[0] for question in asked] == ["In", "Hoe", "Op"]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"languages": "en,en"}, "init-languages"),
        ({"languages": "en,,fr"}, "init-languages"),
        ({"languages": "en,zz"}, "init-languages"),
        ({"languages": "../en"}, "init-languages"),
        ({"languages": "en", "name": "  "}, "init-name"),
        ({"languages": "en", "name": "Bell\a"}, "init-name"),
        ({"languages": "en", "name": "X", "address": "x.example.org"}, "init-address"),
        ({"languages": "en", "name": "X", "address": "mailto:x@example.org"}, "init-address"),
        ({"languages": "en", "name": "X"}, "init-missing"),
        ({}, "init-missing"),
    ],
)
def test_a_misuse_is_told(given: dict[str, str], sentence: str) -> None:
    _, complaint = answers(_options(**given), is_terminal=False)

    assert complaint is not None
    assert complaint[0] == sentence


def test_nothing_is_written_over(tmp_path: Path) -> None:
    home = tmp_path / "content" / "en" / "index.md"
    home.parent.mkdir(parents=True)
    home.write_text("mine", "utf-8")

    complaint = begin(tmp_path, Wanted("X", ("en",), "https://x.example.org/"))

    assert complaint == ("init-there", {"found": "content/en/index.md", "folder": str(tmp_path)})
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [home]
    assert home.read_text("utf-8") == "mine"


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    options = ["--name", "X", "--languages", "en", "--address", "https://x.example.org/"]

    assert main(["init", str(tmp_path / "file" / "city"), *options]) == 1
    assert "cannot be read or written" in capsys.readouterr().err


@pytest.mark.parametrize(("languages", "said"), [("nl", "In orde"), ("en", "All good"), ("fr", "All good")])
def test_the_check_speaks_the_first_language_of_the_programme(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], languages: str, said: str
) -> None:
    folder = str(_begun(tmp_path, languages))

    assert main(["check", "--folder", folder]) == 0
    assert said in capsys.readouterr().out
    assert main(["check", "--folder", folder, "--language", "nl"]) == 0
    assert "In orde" in capsys.readouterr().out


def test_the_check_speaks_that_language_also_of_a_file_that_it_cannot_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = _begun(tmp_path, "nl", "en") / "data" / "programme.yaml"
    file.write_text(file.read_text("utf-8") + "\n\tx: [", "utf-8")

    assert main(["check", "--folder", str(tmp_path)]) == 1
    assert "Fouten: " in capsys.readouterr().err
