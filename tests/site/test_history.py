"""The repository as a source of history: what keeps it from being read, what is kept, and what is never told."""

from __future__ import annotations

import gzip
import re
import shutil
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from kennisstad.checking import check
from kennisstad.history import git as plumbing
from kennisstad.history import read_history
from kennisstad.kinds import KINDS
from kennisstad.loading.loader import load
from kennisstad.messages import messages
from kennisstad.model import Folders, History
from kennisstad.problem import Problem, Severity
from kennisstad.site import BadData, make_site
from tests.promises import PROMISES, Promise, Published
from tests.site.changing import DUTCH_PAGE, JULY, JUNE, all_of, history_of, swap, two_months
from tests.site.programmes import published
from tests.site.repository import PARTNERS, PROGRAMME, PROJECTS, Repository

DONE = swap(PROJECTS, "status: running", "status: completed")
BOAT = "- {id: boat, name: {en: The Secret Boat, nl: De Geheime Boot}, kind: other}\n"


def faults(folder: Path) -> list[tuple[str, Severity]]:
    """Gives what the check says of the history."""
    problems = check(Folders.of(folder)).problems
    return [(problem.rule, problem.severity) for problem in problems if problem.rule.startswith(("git-", "unknown-commit"))]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Two months in which something changed."""
    return two_months(tmp_path / "harbour")


@pytest.mark.parametrize(("ci", "severity"), [(None, Severity.ADVICE), ("false", Severity.ADVICE), ("true", Severity.ERROR)])
def test_without_a_repository_only_who_publishes_is_stopped(
    repository: Repository, ci: str | None, severity: Severity, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(repository.top / ".git")
    if ci is not None:
        monkeypatch.setenv("CI", ci)

    assert faults(repository.folder) == [("git-missing", severity)]
    if severity is Severity.ADVICE:
        site = make_site(Folders.of(repository.folder))
        assert [problem.rule for problem in site.advice].count("git-missing") == 1
        assert "changes/index.html" not in site.files
        assert '<time datetime="2026-11-22">22 November 2026</time>' in site.files["projects/quay-garden/index.html"].decode()
    else:
        with pytest.raises(BadData, match="git-missing"):
            make_site(Folders.of(repository.folder))


def test_a_part_of_the_history_is_none(repository: Repository, tmp_path: Path) -> None:
    shallow = repository.clone(tmp_path / "shallow", "--depth", "2")

    assert faults(shallow.folder) == [("git-shallow", Severity.ADVICE)]
    told = messages("en").tell(next(one for one in check(Folders.of(shallow.folder)).problems if one.rule == "git-shallow"))
    assert "fetch-depth: 0" in told
    assert told.startswith("data/programme.yaml:")


def test_a_repository_of_somebody_else_is_told(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")

    assert faults(repository.folder) == [("git-refused", Severity.ADVICE)]


def test_without_the_program_git_there_is_no_history(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")

    assert faults(repository.folder) == [("git-missing", Severity.ADVICE)]


@pytest.mark.parametrize("begin", ["0000000", "deadbeefdeadbeef"])
def test_a_commit_that_is_not_there_is_an_error_everywhere(repository: Repository, begin: str) -> None:
    repository.files.replace(PROGRAMME, '"2021-06-01"', f'"{begin}"')

    assert faults(repository.folder) == [("unknown-commit", Severity.ERROR)]


def test_a_commit_of_another_branch_is_not_on_the_way(repository: Repository) -> None:
    repository.branch("aside")
    aside = repository.commit("2021-07-05T10:00+02:00", "Aside", swap(PROJECTS, "Benches", "Seats"))
    repository.git("switch", "--quiet", "main")
    repository.files.replace(PROGRAMME, '"2021-06-01"', f'"{aside}"')

    assert faults(repository.folder) == [("unknown-commit", Severity.ERROR)]


def test_pieces_that_are_missing_are_told(repository: Repository) -> None:
    blob = repository.git("rev-parse", "HEAD~1:data/projects.yaml")
    (repository.top / ".git" / "objects" / blob[:2] / blob[2:]).unlink()

    problems: list[Problem] = []
    dataset = load(Folders.of(repository.folder), KINDS).dataset
    assert dataset is not None
    assert read_history(dataset, problems) == History()
    assert [problem.rule for problem in problems] == ["git-incomplete"]


def test_nothing_leads_elsewhere_and_no_program_is_run(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = history_of(repository)
    shutil.rmtree(repository.folder / ".cache")
    other = Repository.of_invented(tmp_path / "other")
    trace = tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {trace}\n", "utf-8")
    program.chmod(0o755)
    for setting in ("core.fsmonitor", "core.pager", "core.sshCommand", "diff.external", "filter.x.smudge", "core.hooksPath"):
        repository.git("config", setting, str(program))
    for name, value in {
        "GIT_DIR": str(other.top / ".git"),
        "GIT_WORK_TREE": str(other.top),
        "GIT_INDEX_FILE": "/nowhere",
        "GIT_OBJECT_DIRECTORY": "/nowhere",
        "GIT_PAGER": str(program),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.worktree",
        "GIT_CONFIG_VALUE_0": str(other.top),
    }.items():
        monkeypatch.setenv(name, value)

    assert history_of(repository) == expected
    assert len(expected.changes) == 2
    assert not trace.exists()


def test_what_is_kept_is_not_compared_again(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    first = history_of(repository)
    monkeypatch.setattr(plumbing.Repository, "objects", None)

    assert history_of(repository) == first
    assert len(first.changes) == 2


@pytest.mark.parametrize("harm", [b"", b"{}", b"not\nJSON", b"\xff\xfe", None])
def test_what_is_kept_and_broken_is_made_again(repository: Repository, harm: bytes | None) -> None:
    first = history_of(repository)
    kept = repository.folder / ".cache/history.json"
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-20] if harm is None else harm)

    assert history_of(repository) == first
    assert kept.read_bytes() == whole


def test_going_on_gives_what_beginning_anew_gives(repository: Repository) -> None:
    """Also while something is broken, under a new id, and on another branch."""
    broken = swap(PARTNERS, "kind: association", "kind: [association")
    steps = [
        all_of(swap(PARTNERS, "Gardens of the Town", "Town Gardens"), swap("data/figures.yaml", "value: 800", "value: lots")),
        all_of(broken, swap("data/figures.yaml", "value: 1250", "value: 1300")),
        all_of(swap(PARTNERS, "kind: [association", "kind: association"), swap("data/figures.yaml", "value: lots", "value: 900")),
        all_of(swap(PARTNERS, "- id: nobody", "- id: somebody\n  formerly: [nobody]"), swap(PARTNERS, "Not in any", "In no")),
        swap(PARTNERS, "In no project", "In some project"),
    ]
    for number, edit in enumerate(steps, 5):
        repository.commit(f"2021-07-0{number}T10:00+02:00", "[stil] A step" if number == 8 else "A step", edit)
        went_on = history_of(repository)
        shutil.rmtree(repository.folder / ".cache")
        assert went_on == history_of(repository)
    assert went_on.last_changed("partners", "somebody") is not None
    repository.git("reset", "--quiet", "--hard", "HEAD~3")
    went_back = history_of(repository)
    shutil.rmtree(repository.folder / ".cache")
    assert went_back == history_of(repository)


def everything(folder: Path) -> str:
    """Gives all that is published and all that is kept, as one text."""
    site = published(folder)
    kept = [path.read_bytes() for path in (folder / ".cache").rglob("*") if path.is_file()]
    return "\n".join(data.decode("utf-8", "replace") for data in (*site.files.values(), *kept))


@pytest.mark.parametrize(
    "erased",
    ["values: [the secret boat, De geheime boot]", "records: [partner:boat]", "records: [partner:ship]"],
)
def test_what_is_erased_stands_nowhere(repository: Repository, erased: str) -> None:
    repository.commit(JULY, "A boat", lambda files: files.append(PARTNERS, BOAT))
    repository.commit(JULY, "It joins", swap(PROJECTS, "partners: [rowers]", "partners: [rowers, boat]"))
    renamed = BOAT.replace("id: boat", "id: ship, formerly: [boat]")
    repository.commit(JULY, "Renamed", all_of(swap(PARTNERS, BOAT, renamed), swap(PROJECTS, "rowers, boat", "rowers, ship")))
    repository.commit(JULY, "Gone", all_of(swap(PARTNERS, renamed, ""), swap(PROJECTS, "rowers, ship", "rowers")))
    assert re.search("secret boat", everything(repository.folder), re.IGNORECASE)

    repository.files.append(PROGRAMME, f"erased: {{{erased}}}\n")
    left = everything(repository.folder)

    assert not re.search("secret.boat|geheime.boot", left, re.IGNORECASE)
    assert "status from" in left


def test_a_field_can_be_erased_of_one_record(repository: Repository) -> None:
    repository.files.append(PROGRAMME, "erased: {records: [project:quay-garden/status]}\n")

    assert [change.kind for change in history_of(repository).changes] == ["partners"]
    assert "quay-garden" not in (repository.folder / ".cache/history.json").read_text("utf-8")


def test_who_tells_no_history_keeps_none(repository: Repository) -> None:
    history_of(repository)
    repository.files.replace(PROGRAMME, 'history_from: "2021-06-01"\n', "")

    assert history_of(repository) == History()
    assert not (repository.folder / ".cache/history.json").exists()


def bytes_of(folder: Path) -> Mapping[str, bytes]:
    return published(folder, "https://harbour.example.org/").files


def test_two_clones_give_the_same_bytes_in_any_zone_and_language(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = (repository.clone(tmp_path / name) for name in ("one", "other"))
    first = bytes_of(one.folder)
    try:
        monkeypatch.setenv("TZ", "Pacific/Kiritimati")
        monkeypatch.setenv("LANG", "de_DE.UTF-8")
        monkeypatch.setenv("LC_ALL", "C")
        time.tzset()
        assert bytes_of(other.folder) == first
    finally:
        monkeypatch.undo()
        time.tzset()
    assert b"status from" in first["changes/2021-06/index.html"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The site of a programme of which one thing changed in June, much in July, and a page in August."""
    made = Repository.of_invented(tmp_path_factory.mktemp("site") / "harbour")
    made.commit(JUNE, "The garden is done", DONE)
    boats = "".join(f"- {{id: boat-{number}, name: {{en: Boat {number}}}, kind: other}}\n" for number in range(300))
    made.commit("2021-06-05T10:00+02:00", "Joins", swap(PROJECTS, "partners: [rowers]", "partners: [rowers, nobody]"))
    made.commit("2021-06-05T11:00+02:00", "Leaves", swap(PROJECTS, "partners: [rowers, nobody]", "partners: [rowers]"))
    made.commit(JULY, "Boats", lambda files: files.append(PARTNERS, boats))
    made.commit("2021-08-05T10:00+02:00", "In Dutch", lambda files: files.write("content/nl/about.md", DUTCH_PAGE))
    return published(made.folder, "https://harbour.example.org/sub/")


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.__name__)
def test_a_site_with_a_history_keeps_every_promise(site: Published, promise: Promise) -> None:
    assert promise(site) == []


def test_a_month_tells_what_changed_and_folds_what_is_many(site: Published) -> None:
    june, july = (site.files[f"changes/2021-0{month}/index.html"].decode() for month in (6, 7))

    assert '<time datetime="2021-06-03">3 June 2021</time>' in june
    assert '<a href="../../projects/quay-garden/">Quay garden</a>' in june
    assert "status from Running to Completed" in june
    assert "<summary>Partners: 300 changed" in july
    assert july.count("<li>") < 100
    assert "and 260 more changes" in july
    assert max(len(gzip.compress(page.encode(), 9, mtime=0)) for page in (june, july)) < 15 * 1024


def test_a_record_tells_its_own_history_in_each_language(site: Published) -> None:
    fold = '<summary>Wat er veranderde</summary>\n<ul class="dots">\n<li><time datetime="2021-06-03">3 juni 2021</time>: '

    assert f"{fold}status van Loopt naar Afgerond</li>" in site.files["nl/projecten/quay-garden/index.html"].decode()
    assert "5 juni 2021</time>: " not in site.files["nl/projecten/quay-garden/index.html"].decode(), "what came and went"
    assert "Wat er veranderde</summary>" not in site.files["nl/projecten/benches/index.html"].decode()


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("projects/quay-garden/", "2021-06-05"),
        ("partners/boat-7/", "2021-07-04"),
        ("projects/benches/", "2026-11"),
        ("partners/town/", "2021-05-01"),
        ("about/", "2021-05-01"),
        ("nl/about/", "2021-08-05"),
        ("partners/", "2021-07-04"),
        ("projects/", "2021-06-05"),
        ("", "2021-08-05"),
        ("changes/2021-07/", "2021-07-04"),
    ],
)
def test_every_page_and_the_sitemap_say_when_it_changed_last(site: Published, path: str, day: str) -> None:
    html = site.files[f"{path}index.html"].decode()
    entry = site.files["sitemap.xml"].decode().partition(f"<loc>{site.address}{path}</loc>")[2].partition("</url>")[0]

    assert f'<time datetime="{day}">' in html.rpartition("<footer")[2]
    assert ("<lastmod>" in entry) == (len(day) == len("2021-06-03"))
    assert f"<lastmod>{day}</lastmod>" in entry or len(day) < len("2021-06-03")
