"""One comment that tells what a proposal changes, from commits that are scripted here, and what nobody can make it say."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from kennisstad.checking import Checked
from kennisstad.cli import main
from kennisstad.model import Folders
from kennisstad.problem import Edit, Location, Problem
from kennisstad.proposal.comment import MARKER, MOST
from kennisstad.proposal.found import look
from kennisstad.proposal.suggestions import suggestions
from kennisstad.telling.marks import block, code, link, plain
from tests.site.repository import PARTNERS, PROGRAMME, PROJECTS, Files, Repository

GOLDEN = Path(__file__).parent / "comment"
PREVIEW = "https://look.example.org/12/"
LATER = "2021-07-01T10:00+02:00"
HOSTILE = (
    "@everyone",
    "see #1 and GH-2",
    "<img src=x onerror=alert(1)>",
    "<!-- hidden -->",
    "</details><h1>big</h1>",
    "x](https://evil.example/) [y",
    "![x](https://evil.example/x.png)",
    "https://evil.example/ www.evil.example someone@evil.example",
    "::error file=a::b",
    "##[error]c",
    "`code` **bold** ~~gone~~ $x$ :tada:",
    "a|b\\|c",
    "1. # - > + heading",
    "\u202eright to left\u202c \x1b[31m",
    "[ref]: https://evil.example/",
)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The invented programme, with a branch on which somebody proposes something."""
    made = Repository.of_invented(tmp_path / "harbour")
    made.branch("proposal")
    return made


def told(repository: Repository, edit: Callable[[Files], object], *options: str) -> str:
    """Commits a change on the branch, and gives the comment on it."""
    repository.commit(LATER, "A proposal", edit)
    target = repository.top.parent / "proposal"
    assert main(["comment", "--folder", str(repository.folder), "--from", "main", "--target", str(target), *options]) == 0
    return (target / "comment.md").read_text("utf-8")


def ends_a_project_and_forgets_some(files: Files) -> None:
    files.replace(PROJECTS, "status: running\n  status_year: 2020", "status: completed\n  status_year: 2021")
    files.replace(PROJECTS, "A garden for everyone on the quay.", "A garden for all neighbours on the quay.")
    files.replace(PROJECTS, "partners: [rowers]", "partners: [rowers, town-gardens]")
    files.replace(PROJECTS, '["7a"]', "[]")
    files.replace(PROJECTS, "status: stopped", "status: stoped")
    files.replace(PARTNERS, "- id: rowers", "- id: boats\n  formerly: [rowers]")
    for path in files.all():
        files.write(
            path, re.sub(r"\browers\b(?!(-|\.|\]\n  name))", "boats", files.read(path)) if path != PARTNERS else files.read(path)
        )
    files.append("content/en/about.md", "There is more to come.\n")


def test_the_comment_tells_what_changes_in_both_languages(repository: Repository) -> None:
    comment = told(repository, ends_a_project_and_forgets_some, "--preview", PREVIEW)

    path = GOLDEN / "comment.md"
    if os.environ.get("GOLDEN") == "write":
        path.write_text(comment, "utf-8")
    assert comment == path.read_text("utf-8")


def test_a_proposal_that_touches_nothing_says_so(repository: Repository) -> None:
    comment = told(repository, lambda files: files.write("README.md", "Hello"))

    assert "No records or pages change." in comment
    assert "This proposal changes the program too." in comment


PIER = """
- id: pier
  title: {en: Pier, nl: Steiger, de: Steg}
  summary: {en: One can walk there., nl: Men kan er lopen., de: Man kann dort gehen.}
  track: water
  status: unknown
  checked: 2021
"""


def test_an_address_that_ends_is_told_and_one_that_leads_on_too(repository: Repository) -> None:
    repository.git("switch", "--quiet", "main")
    repository.commit(LATER, "A pier", lambda files: files.append(PROJECTS, PIER.lstrip()))
    repository.git("switch", "--quiet", "--create", "renaming")
    comment = told(repository, lambda files: files.replace(PROJECTS, "- id: pier", "- id: jetty\n  formerly: [pier]"))
    assert "Leads to `jetty` from now on: `projects/pier/`" in comment

    comment = told(repository, lambda files: files.replace(PROJECTS, "  formerly: [pier]\n", ""))
    assert "Ends: `projects/pier/`, `nl/projecten/pier/`, `de/projekte/pier/`" in comment
    assert "`formerly: [pier]`" in comment

    why = '- {id: pier, old: ["project:pier"], gone: {en: It sank., nl: Gezonken., de: Versunken.}}\n'
    comment = told(repository, lambda files: files.write("data/redirects.yaml", why))
    assert "Says from now on why there is nothing any more: `projects/pier/`" in comment

    comment = told(
        repository, lambda files: files.replace("data/redirects.yaml", why, why.partition("gone")[0] + "to: /projects/}\n")
    )
    assert "Leads to `/projects/` from now on: `projects/pier/`" in comment


def test_what_others_did_since_is_no_part_of_a_proposal(repository: Repository) -> None:
    repository.git("switch", "--quiet", "main")
    repository.commit(LATER, "Another", lambda files: files.replace(PROJECTS, "title: {en: Benches", "title: {en: Seats"))
    repository.git("switch", "--quiet", "proposal")

    comment = told(repository, lambda files: files.replace(PROJECTS, "status: running", "status: planned"))

    assert "Quay garden" in comment
    assert "Seats" not in comment


@pytest.mark.parametrize(
    "edit",
    [
        lambda files: files.replace(PROGRAMME, "languages:", "languages: ["),
        lambda files: files.replace(PROGRAMME, "name:", "naam:"),
        lambda files: files.write(PROGRAMME, "\x00"),
        lambda files: files.remove(PROGRAMME),
        lambda files: files.write(PROJECTS, "nothing"),
        lambda files: files.write("locales/de.yaml", "words: ["),
    ],
    ids=["unreadable", "incomplete", "bytes", "gone", "no-list", "words"],
)
def test_a_proposal_that_is_broken_is_told_what_to_mend_first(repository: Repository, edit: Callable[[Files], object]) -> None:
    comment = told(repository, edit)

    first = next(line for line in comment.splitlines() if line.startswith("#### "))
    assert first.startswith("#### Still to be mended: ")
    assert "there is no preview of it" in comment


def test_advice_is_only_that_of_the_proposal(repository: Repository) -> None:
    comment = told(repository, lambda files: files.replace(PROJECTS, ", nl: Kadetuin, de: Kaigarten", ", nl: Kadetuin"))

    assert "Advice on this proposal: 1" in comment
    assert comment.count("is not there yet in the language") == 1


def read(markdown: str) -> list[Token]:
    """Reads Markdown as a code host does, HTML too."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(markdown)
    return [inside for token in tokens for inside in (token, *(token.children or ()))]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_no_more_than_text(text: str) -> None:
    shown = plain(text)

    tokens = read(f"- {shown}: {shown}")
    kinds = {token.type for token in tokens}
    assert kinds <= {
        "bullet_list_open",
        "list_item_open",
        "paragraph_open",
        "inline",
        "text",
        "paragraph_close",
        "list_item_close",
        "bullet_list_close",
    }
    assert not re.search(r"@\w|(?<!&)#|&#64;(?!&#8203;)|&#35;(?!&#8203;)|::|://|www\.|:\w+:", shown)
    said = "".join(token.content for token in tokens if token.type == "text").replace("\u200b", "")
    assert said.startswith(" ".join(re.sub(r"[\u202e\u202c\x1b]", " ", text).split()))


@pytest.mark.parametrize("text", [*HOSTILE, "``", "```\n</details>", "`"])
def test_code_is_no_more_than_code(text: str) -> None:
    assert {token.type for token in read(code(text)) if token.type not in ("inline", "paragraph_open", "paragraph_close")} <= {
        "code_inline"
    }
    assert [token.type for token in read(block([text, "```", "~~~"], "suggestion"))] == ["fence"]
    assert [token.attrs for token in read(link("x", f"https://ours.example/{text}")) if token.type == "link_open"] != []


def test_whatever_a_title_says_the_comment_stays_ours(repository: Repository) -> None:
    title = " ".join(HOSTILE[:-2]) + " " + "long " * 20_000

    def edit(files: Files) -> None:
        files.replace(PROJECTS, "title: {en: Benches, nl: Bankjes, de: Bänke}", f"title: {{en: {json.dumps(title)}}}")
        files.replace("content/en/about.md", "title: ", "title: 'See #1' # ")
        files.append("content/en/about.md", "@everyone [x](https://evil.example/)")

    comment = told(repository, edit, "--preview", PREVIEW)

    assert comment.startswith(MARKER)
    assert len(comment) <= MOST
    tokens = read(comment)
    ours = {MARKER, "<details>", "<summary>In het Nederlands</summary>", "</details>"}
    html = {line for token in tokens if token.type.startswith("html") for line in token.content.splitlines()}
    assert html <= ours
    assert not [token for token in tokens if token.type == "image"]
    links = [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]
    assert links
    assert not [address for address in links if not address.startswith(PREVIEW)]
    outside_code = re.sub(r"(?s)^ *(`{3,}).*?^ *\1$|`[^`]*`", "", comment, flags=re.MULTILINE)
    assert not re.search(r"@\w|::|evil\.example/[^\s]*>\)", outside_code)
    assert not re.search(r"(?m)^\s*(::|##\[)", comment)


def test_a_proposal_of_any_size_fits_and_says_how_much_more(repository: Repository) -> None:
    def edit(files: Files) -> None:
        more = "- {{id: p{0}, title: {{en: P{0}}}, summary: {{en: Some words.}}, track: water, status: runing, checked: 2021}}\n"
        files.append(PROJECTS, "".join(more.format(number) for number in range(600)))

    comment = told(repository, edit)

    assert len(comment) <= MOST
    assert "Still to be mended: 600" in comment
    assert re.search(r"… and \d+ more", comment)
    assert "| Number: Projects | 4 | 604 |" in comment


def test_only_ordinary_files_of_a_commit_are_looked_at(repository: Repository, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("- {id: secret}", "utf-8")

    def edit(files: Files) -> None:
        (repository.folder / "data" / "places.yaml").unlink()
        (repository.folder / "data" / "places.yaml").symlink_to(secret)

    assert "secret" not in told(repository, edit)


def test_a_certain_correction_of_a_changed_line_is_a_suggestion(repository: Repository, tmp_path: Path) -> None:
    repository.commit(LATER, "A proposal", lambda files: files.replace(PROJECTS, "status: running", "status: Running"))
    found = look(Folders.of(repository.folder), "main", "HEAD", tmp_path / "out")
    assert not isinstance(found, str)
    line = repository.files.read(PROJECTS).splitlines().index("  status: Running") + 1
    values = {"found": "Running", "suggestion": "running", "field": "status", "known": "running"}
    touched = Problem(
        Location(PROJECTS, line, 11),
        "not-in-list",
        "did-you-mean-of",
        "quay-garden",
        values,
        fix=(Edit((line, 11), (line, 18), "running"),),
    )
    elsewhere = replace(touched, location=Location(PROJECTS, 1), fix=(Edit((1, 7), (1, 8), "Q"),))
    side = replace(found.after, checked=Checked(found.after.checked.dataset, [touched, elsewhere]))

    made = suggestions(replace(found, after=side), "en")

    assert [(one["path"], one["line"]) for one in made] == [(PROJECTS, line)]
    assert made[0]["body"].endswith("```suggestion\n  status: running\n```")
    assert suggestions(replace(found, after=side), "en") == made


def test_a_revision_that_is_not_there_is_told(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["comment", "--folder", str(repository.folder), "--from", "nowhere", "--language", "en"]) == 1
    assert "There is no commit, branch or tag" in capsys.readouterr().err
