"""A programme's own words, templates, styles and icons take the place of those that every programme has; what is wrong is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from kennisstad import icons
from kennisstad.checking import check
from kennisstad.cli import main
from kennisstad.messages import messages
from kennisstad.model import Dataset, Folders
from kennisstad.site import BadData, check_with_looks, make_site
from tests.site.pages import asset
from tests.site.programmes import copy_invented


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The invented programme, to be changed."""
    return copy_invented(tmp_path)


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def dataset(folder: Path) -> Dataset:
    found = check(Folders.of(folder)).dataset
    assert found is not None
    return found


def told(folder: Path) -> list[str]:
    problems = check_with_looks(Folders.of(folder)).errors
    return [messages("en").tell(problem).splitlines()[0] for problem in problems]


def test_a_word_of_its_own_stands_before_the_one_that_everybody_has(folder: Path) -> None:
    write(folder, "locales/en.yaml", "words: {menu: {tracks: Lines}}\npaths: {tracks: lines}\n")

    english = dataset(folder).locales["en"]

    assert (english.words["menu.tracks"], english.words["menu.partners"]) == ("Lines", "Partners")
    assert (english.paths["tracks"], english.paths["partners"]) == ("lines", "partners")
    assert (english.places["menu.tracks"].line, english.name) == (1, "English")


def test_words_that_nobody_wrote_are_english_and_told_once(folder: Path) -> None:
    write(folder, "locales/de.yaml", "name: Deutsch\npaths: {projects: projekte}\nwords: {menu: {projects: Projekte}}\n")

    checked = check(Folders.of(folder))
    assert checked.dataset is not None
    german, english = checked.dataset.locales["de"], checked.dataset.locales["en"]

    assert german.words["menu.projects"] == "Projekte"
    assert german.words["menu.partners"] == english.words["menu.partners"]
    assert german.count("count.projects", 2) == "2 projects"
    assert german.paths == {**english.paths, "projects": "projekte"}
    assert [str(problem.location) for problem in checked.advice if problem.rule == "words-in-english"] == ["locales/de.yaml:1:1"]


def test_an_english_word_has_every_form_that_the_language_counts_with(folder: Path) -> None:
    programme = folder / "data/programme.yaml"
    programme.write_text(programme.read_text("utf-8").replace("languages: [en, nl, de]", "languages: [en, nl, de, ar]"), "utf-8")

    arabic = dataset(folder).locales["ar"]

    assert {arabic.words[f"count.projects.{form}"] for form in ("zero", "two", "few", "many", "other")} == {"{count} projects"}
    assert arabic.name == "العربية"


def test_a_template_of_its_own_is_rendered_with_the_components_that_everybody_has(folder: Path) -> None:
    write(
        folder, "overrides/records/search.html", '{% include "components/notice.html" %}\n<h1>Here: {{ words.search.title }}</h1>\n'
    )

    site = make_site(Folders.of(folder))

    assert told(folder) == []
    assert "<h1>Here: Search</h1>" in site.files["search/index.html"].decode()


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        (
            "<p>\n{{ view.titel }}</p>",
            "overrides/records/projects.html:2:1: This template names something that is not there: "
            "'kennisstad.views.finder.ProjectsView object' has no attribute 'titel' [template-name]",
        ),
        (
            '{% include "components/" ~ "x.html" %}',
            "overrides/records/projects.html:1:1: There is no template components/x.html. [template-missing]",
        ),
        ('{{ 1 + "a" }}', "overrides/records/projects.html:1:1: This template is not right here: unsupported operand"),
    ],
)
def test_what_only_rendering_shows_is_told_by_the_check_and_by_the_build(folder: Path, template: str, sentence: str) -> None:
    write(folder, "overrides/records/projects.html", template)

    assert [line[: len(sentence)] for line in told(folder)] == [sentence]
    with pytest.raises(BadData, match=r"overrides/records/projects\.html"):
        make_site(Folders.of(folder)).files["projects/index.html"]


def test_its_own_style_comes_last_and_its_own_asset_takes_the_place_of_the_other(folder: Path) -> None:
    write(folder, "overrides/assets/programme.css", ":root { --red: #00558c; } /* ours */\n")
    write(folder, "overrides/assets/icon.svg", "<svg/>")

    files = make_site(Folders.of(folder)).files

    assert files[asset(files, "site.css")].decode().endswith(":root{--red:#00558c}")
    assert files["assets/icon.svg"] == b"<svg/>"
    assert "assets/programme.css" not in files


def test_a_style_loses_spaces_but_none_that_mean_something(folder: Path) -> None:
    write(
        folder,
        "overrides/assets/programme.css",
        """
        .row :hover, a > b { content: "a {  b: c; }"; margin: calc(1px + 2px) 0; }
        @media (width < 30rem) { p::after { content: 'x ; y' } }
    """,
    )

    files = make_site(Folders.of(folder)).files
    style = files[asset(files, "site.css")].decode()

    expected = (
        """.row :hover,a > b{content: "a {  b: c; }";margin:calc(1px + 2px) 0}@media (width < 30rem){p::after{content:'x ; y'}}"""
    )
    assert style.endswith(expected)


def test_a_style_that_is_no_text_is_told(folder: Path) -> None:
    write(folder, "overrides/assets/programme.css", "")
    (folder / "overrides/assets/programme.css").write_bytes("/* café */".encode("latin-1"))

    assert [line.rpartition("[")[2] for line in told(folder)] == ["not-utf-8]"]


def test_icons_are_brought_with_the_licence_of_their_set(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tracks = folder / "data/tracks.yaml"
    tracks.write_text(tracks.read_text("utf-8").replace("icon: campus", "icon: octicons/alert-16"), "utf-8")

    assert main(["icons", "--folder", str(folder)]) == 0

    assert capsys.readouterr().out.splitlines()[:2] == [
        "overrides/.icons/octicons/alert-16.svg",
        "overrides/.icons/octicons/LICENSE",
    ]
    assert told(folder) == []


def test_an_icon_of_a_channel_is_shown_before_its_name(folder: Path) -> None:
    programme = folder / "data/programme.yaml"
    text = programme.read_text("utf-8")
    programme.write_text(text.replace("  - id: letter\n", "  - id: letter\n    icon: material/leaf\n"), "utf-8")

    html = make_site(Folders.of(folder)).files["programme/index.html"].decode()

    assert '<span class="icon" aria-hidden="true"><svg' in html
    assert "</span>Letter</h3>" in html


def test_without_material_the_icons_that_are_there_are_enough_and_others_are_asked_for(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(icons, "find_spec", lambda name: None)
    icons.sets.cache_clear()
    icons.names.cache_clear()
    try:
        assert told(folder) == []
        tracks = folder / "data/tracks.yaml"
        tracks.write_text(tracks.read_text("utf-8").replace("icon: campus", "icon: material/waves"), "utf-8")
        assert main(["icons", "--folder", str(folder)]) == 1
        assert "pip install mkdocs-material" in capsys.readouterr().err
    finally:
        monkeypatch.undo()
        icons.sets.cache_clear()
        icons.names.cache_clear()


def test_a_fault_in_a_component_is_told_in_the_file_and_line_of_the_component(folder: Path) -> None:
    write(folder, "overrides/records/components/mine.html", "<p>\n{{ view.nothing.at_all }}\n</p>\n")
    write(folder, "overrides/records/projects.html", '<div>\n\n{% include "components/mine.html" %}\n</div>\n')

    assert [line.split(": ")[0] for line in told(folder)] == ["overrides/records/components/mine.html:2:1"]
