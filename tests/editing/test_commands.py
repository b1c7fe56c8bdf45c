"""What the commands do to the files of the invented programme, what they say, and what they refuse."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kennisstad.checking import check
from kennisstad.cli import main
from kennisstad.model import Folders
from tests.site.programmes import copy_invented


class Desk:
    """The invented programme on disk, and what a command said of it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys

    def run(self, *arguments: str) -> tuple[int, str]:
        """Runs a command, in English; gives what it ends with and all that it said."""
        code = main([*arguments, "--language", "en", "--folder", str(self.folder)])
        said = self._capsys.readouterr()
        return code, said.out + said.err

    def read(self, name: str) -> str:
        return (self.folder / name).read_bytes().decode()

    def files(self) -> dict[str, bytes]:
        found = (path for folder in ("data", "content") for path in (self.folder / folder).rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in found}

    def errors(self) -> list[str]:
        return [problem.rule for problem in check(Folders.of(self.folder)).errors]


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(copy_invented(tmp_path), capsys)


def lines_changed(before: bytes, after: bytes) -> list[tuple[str, str]]:
    old, new = before.decode().split("\n"), after.decode().split("\n")
    return [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]]


def test_a_renamed_record_is_named_so_everywhere(desk: Desk) -> None:
    before = desk.files()
    code, said = desk.run("rename", "project", "quay-garden", "green-quay")
    after = desk.files()

    assert code == 0
    assert desk.errors() == []
    assert desk.read("data/projects.yaml").startswith("- id: green-quay\n  formerly: [quay-garden]\n")
    assert lines_changed(before["data/timeline.yaml"], after["data/timeline.yaml"]) == [
        ("  projects: [quay-garden]", "  projects: [green-quay]")
    ]
    assert "[the garden](project:green-quay), which opened [last year](garden-opens.md)" in desk.read(
        "content/en/news/first-trees.md"
    )
    assert "about: [figure:trees-2021, project:green-quay]" in desk.read("data/editorial-notes.yaml")
    assert "data/timeline.yaml:4: quay-garden → green-quay" in said
    assert {name for name in before if before[name] != after[name]} == {
        line.partition(":")[0] for line in said.splitlines() if " → " in line or line.partition(": ")[2].startswith("+ ")
    }


def test_a_renamed_article_has_other_files_and_links_to_them_follow(desk: Desk) -> None:
    code, _ = desk.run("rename", "news-item", "garden-opens", "open-garden")

    assert code == 0
    assert desk.errors() == []
    assert "formerly: [garden-open, garden-opens]" in desk.read("content/en/news/open-garden.md")
    assert not (desk.folder / "content/nl/news/garden-opens.md").exists()
    assert "[vorig jaar](open-garden.md)" in desk.read("content/nl/news/first-trees.md")


def test_a_document_is_named_by_sources_and_has_no_address_that_leads_on(desk: Desk) -> None:
    code, _ = desk.run("rename", "document", "plan", "big-plan")

    assert code == 0
    assert desk.read("data/documents.yaml").startswith("- id: big-plan\n  title:")
    assert "document: plan" not in "".join(text.decode() for name, text in desk.files().items() if name.endswith((".yaml", ".md")))


def test_what_only_looks_like_a_link_stays(desk: Desk) -> None:
    page = desk.folder / "content/en/about.md"
    page.write_text(page.read_text("utf-8") + "\nWrite `[x](project:quay-garden)` for a link. See [x](quay-garden.md).\n", "utf-8")
    (desk.folder / "content/en/quay-garden.md").write_text("---\ntitle: Quay\ndescription: A page.\n---\nA page.\n", "utf-8")
    desk.run("rename", "project", "quay-garden", "green-quay")

    assert "Write `[x](project:quay-garden)` for a link. See [x](quay-garden.md).\n" in page.read_text("utf-8")
    assert "[the garden](project:green-quay)" in page.read_text("utf-8")


def test_an_id_that_looks_like_a_year_gets_quotes(desk: Desk) -> None:
    code, _ = desk.run("rename", "partner", "rowers", "2021")

    assert code == 0
    assert '- id: "2021"\n  formerly: [rowers]\n' in desk.read("data/partners.yaml")
    assert 'partners: ["2021"]' in desk.read("data/projects.yaml")


def test_merged_records_are_one_and_nothing_is_lost(desk: Desk) -> None:
    code, said = desk.run("merge", "project", "newsletter", "benches")

    assert code == 0
    assert desk.errors() == []
    text = desk.read("data/projects.yaml")
    assert "- id: newsletter" not in text
    assert "- id: benches\n  formerly: [letter, newsletter]\n" in text
    assert "  aliases: [Newsletter, Nieuwsbrief, Rundbrief]\n" in text
    assert "    file: Quay-at-noon.JPG\n" in text
    assert "- {text: {en: Two hundred readers., nl: Tweehonderd lezers.," in text
    assert "project: benches" in desk.read("data/figures.yaml")
    assert "results: [benches]" in desk.read("content/en/newsletters/2021-06-15.md")
    # What both say differently stays as it is in the one that stays; what the other said is told in full.
    assert "summary.nl: Nieuws van de haven. (Plekken om te zitten in de tuin.)" in said
    assert "status: unknown (completed)" in said
    # A track and a reason for none cannot stand together, so the check keeps the reason out; it is told too.
    assert "no_track: {en: It serves all tracks., nl: Hij dient alle sporen., de: Er dient allen Linien.}" in said
    assert "no_track" not in text


def test_a_merged_partner_has_one_role_in_a_project(desk: Desk) -> None:
    code, _ = desk.run("merge", "partner", "rowers", "town")

    assert code == 0
    assert desk.errors() == []
    assert "leads: [town]\n  start: " in desk.read("data/projects.yaml")
    assert "leads: [town]\n  continues: [benches]" in desk.read("data/projects.yaml")
    assert "aliases: ['Rowing Club \"The Oar\" & Friends'," in desk.read("data/partners.yaml")


def test_of_a_preferred_field_the_record_that_goes_counts(desk: Desk) -> None:
    code, said = desk.run("merge", "project", "newsletter", "benches", "--prefer", "summary")

    assert code == 0
    assert "  summary: {en: News of the harbour., nl: Nieuws van de haven., de: Neues vom Hafen.}" in desk.read(
        "data/projects.yaml"
    )
    assert "summary: {en: Places to sit in the garden.," in said


def test_an_ended_project_says_so_in_one_step(desk: Desk) -> None:
    code, said = desk.run("end", "quay-garden", "--on", "2024-05", "--result", "It is green.", "--result", "nl='t Is groen.")
    text = desk.read("data/projects.yaml")

    assert code == 0
    assert "  status: completed\n  status_year: 2024\n" in text
    assert '  end: 2024-05\n  results:\n    - text: {en: It is green., nl: "\'t Is groen."}\n      year: 2024\n' in text
    assert "Still to write: the result of quay-garden in de." in said


def test_a_new_record_stands_beside_those_of_its_track(desk: Desk) -> None:
    code, said = desk.run(
        "new", "project", "--title", "Quay garden", "track=green", "summary.nl=Nog een", 'summary=A "second": yes'
    )
    text = desk.read("data/projects.yaml")

    assert code == 0
    assert desk.errors() == []
    assert "The project has the id quay-garden-2." in said
    record = """- id: quay-garden-2
  title: {en: Quay garden}
  summary: {nl: Nog een, en: 'A "second": yes'}
  track: green
  status: unknown
  checked: 2021-06-15
- id: swimming
"""
    assert record in text


def test_a_new_article_stands_in_a_file_for_each_language_it_has(desk: Desk) -> None:
    code, _ = desk.run(
        "new", "news-item", "--title", "It is: spring", "summary=Come.", "title.nl=Lente", "summary.nl=Kom.", "text=All of you."
    )

    assert code == 0
    assert desk.read("content/en/news/it-is-spring.md") == (
        '---\ntitle: "It is: spring"\nsummary: Come.\ndate: 2021-06-15\n---\nAll of you.\n'
    )
    assert desk.read("content/nl/news/it-is-spring.md") == "---\ntitle: Lente\nsummary: Kom.\n---\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["rename", "project", "quay-gardn", "x"], 'There is no project with the id "quay-gardn". The nearest is: quay-garden'),
        (["rename", "project", "quay-garden", "benches"], 'There is a project with the id "benches" already.'),
        (["rename", "project", "quay-garden", "Green Quay"], "such as green-quay"),
        (["rename", "projekt", "quay-garden", "x"], 'There are no records called "projekt". Choose from: track,'),
        (["rename", "project", "quay-garden", "letter"], "[old-id-lives]"),
        (["merge", "project", "benches", "benches"], "name two records"),
        (["merge", "news-item", "first-trees", "swim-test"], "Two of these (news-item) cannot be made one here"),
        (["end", "benches", "--on", "last year"], "Write: 2024, 2024-06 or 2024-06-30."),
        (["end", "benches", "--on", "2024", "--status", "running"], "Choose from: completed, stopped."),
        (["new", "project", "--title", "Path"], "This is still missing: summary, track."),
        (["new", "project", "--title", "Path", "summary=A path", "track=gren"], "[unknown-track]"),
        (["new", "project", "--title", "Path", "sumary=A path"], 'no field "sumary"'),
        (["new", "project", "--title", "Path", "a path"], '"a path" says no value of a field'),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_is_written(desk: Desk, arguments: list[str], told: str) -> None:
    before = desk.files()
    code, said = desk.run(*arguments)

    assert code == 1
    assert told in said
    assert desk.files() == before


def test_a_dry_run_tells_and_writes_nothing(desk: Desk) -> None:
    before = desk.files()
    code, said = desk.run("rename", "project", "quay-garden", "green-quay", "--dry-run")

    assert code == 0
    assert "data/timeline.yaml:4: quay-garden → green-quay" in said
    assert "Nothing was written." in said
    assert desk.files() == before


def test_a_programme_with_faults_can_be_edited_but_not_made_worse(desk: Desk) -> None:
    actions = desk.folder / "data/actions.yaml"
    actions.write_text(actions.read_text("utf-8").replace("themes: [climate]", "themes: [weather]"), "utf-8")
    code, _ = desk.run("rename", "project", "quay-garden", "green-quay")

    assert code == 0
    assert desk.errors() == ["unknown-theme"]


def test_where_a_file_cannot_be_written_all_stay_as_they_were(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before, replace, written = desk.files(), os.replace, list[str]()

    def refuse_the_third(source: Path, target: Path) -> None:
        written.append(str(target))
        if len(written) == 3:
            raise PermissionError(13, "not allowed", str(target))
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse_the_third)
    code, said = desk.run("rename", "partner", "town", "old-town")

    assert code == 1
    assert "not allowed" in said
    assert len(written) > 3
    assert desk.files() == before


def test_a_translation_stays_as_new_or_as_old_as_it_was(desk: Desk) -> None:
    desk.run("ledger")
    projects = desk.folder / "data/projects.yaml"
    projects.write_text(projects.read_text("utf-8").replace("{en: Quay garden,", "{en: The quay garden,"), "utf-8")

    def older() -> list[tuple[str, str]]:
        problems = check(Folders.of(desk.folder)).problems
        return [(problem.record, problem.values["language"]) for problem in problems if problem.rule == "translation-older"]

    assert older() == [("quay-garden", "nl"), ("quay-garden", "de")]
    assert desk.run("rename", "project", "quay-garden", "green-quay")[0] == 0
    assert desk.run("rename", "partner", "town", "old-town")[0] == 0
    assert older() == [("green-quay", "nl"), ("green-quay", "de")]
    assert '"projects/green-quay"' in desk.read("data/ledger.json")
    assert '"projects/quay-garden"' not in desk.read("data/ledger.json")
