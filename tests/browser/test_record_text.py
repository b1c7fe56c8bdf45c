"""A changed record finds its place in a file that others changed too, and everything around it stays as it was."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.modules import page_of_modules

APPLY = "async ([text, change]) => (await import('/form/record-text.js')).apply(text, change)"
FILE = """\
# Boats of the harbour.

- id: oar
  title: {en: Oar, nl: Riem}
  summary:
    en: "A boat: with oars."
    nl: Een roeiboot.
  crew: 4
# ---- boats with sails
- title: {en: Sloop}
  id: "sloop"  # the id may stand anywhere
  sources:
  - {document: plan}

- {id: raft, title: {en: Raft}}
"""
OAR = FILE[FILE.index("- id: oar") : FILE.index("# ----")]
RAFT = "- {id: raft, title: {en: Raft}}\n"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page of a site that has nothing but the scripts."""
    with page_of_modules(browser) as page:
        yield page


def changed(identity: str, before: str, after: str, file: str = "data/boats.yaml") -> dict[str, Any]:
    """A change as the form hands it in."""
    return {"kind": "boats", "id": identity, "file": file, "line": 3, "before": before, "after": after}


def applied(page: Page, text: str, change: dict[str, Any]) -> str:
    given = page.evaluate(APPLY, [text, change])
    assert list(given) == ["text"], given
    assert isinstance(given["text"], str)
    return given["text"]


def conflict(page: Page, text: str, change: dict[str, Any]) -> dict[str, str]:
    given = page.evaluate(APPLY, [text, change])
    assert list(given) == ["conflict"], given
    found: dict[str, str] = given["conflict"]
    return found


def test_records_are_found_by_their_id_wherever_it_stands(page: Page) -> None:
    spans = page.evaluate("async (text) => (await import('/form/record-text.js')).spansOf(text)", FILE)

    assert [span["id"] for span in spans] == ["oar", "sloop", "raft"]
    assert [FILE[span["start"] : span["end"]] for span in spans] == [
        OAR,
        FILE[FILE.index("- title: {en: Sloop") : FILE.index("\n- {id: raft")],
        RAFT,
    ]


def test_only_the_record_changes(page: Page) -> None:
    after = OAR.replace("crew: 4", "crew: 8")

    assert applied(page, FILE, changed("oar", OAR, after)) == FILE.replace("crew: 4", "crew: 8")


def test_line_ends_and_a_mark_at_the_start_stay(page: Page) -> None:
    windows = "\ufeff" + FILE.replace("\n", "\r\n")
    after = OAR.replace("crew: 4", "crew: 8\n  berths: 2")

    found = applied(page, windows, changed("oar", OAR, after))
    assert found == windows.replace("crew: 4", "crew: 8\r\n  berths: 2")


def test_a_file_without_a_last_line_end_stays_so(page: Page) -> None:
    found = applied(page, FILE.rstrip(), changed("raft", RAFT, RAFT.replace("Raft", "Float")))

    assert found == FILE.rstrip().replace("Raft", "Float")


def test_what_a_colleague_moved_is_found(page: Page) -> None:
    moved = "- id: new\n  title: {en: New}\n\n" + FILE

    assert applied(page, moved, changed("raft", RAFT, RAFT.replace("Raft", "Float"))) == moved.replace("Raft", "Float")


@pytest.mark.parametrize(
    ("theirs", "mine", "both"),
    [
        (("crew: 4", "crew: 5"), ("Oar, nl", "Oars, nl"), None),
        (("Een roeiboot.", "Een boot."), ("A boat: with oars.", "A boat."), None),  # two languages of one text
        (("  crew: 4\n", ""), ("Oar, nl", "Oars, nl"), None),
        (("  crew: 4\n", "  crew: 4\n  note: x\n"), ("  summary", "  aka: y\n  summary"), None),
        (("crew: 4", "crew: 5"), ("crew: 4", "crew: 5"), ("crew: 4", "crew: 5")),
    ],
    ids=["fields", "languages", "removed", "added", "same"],
)
def test_two_people_change_one_record(
    page: Page, theirs: tuple[str, str], mine: tuple[str, str], both: tuple[str, str] | None
) -> None:
    file, after = FILE.replace(*theirs), OAR.replace(*mine)
    wanted = FILE.replace(*both) if both else file.replace(*mine)

    assert applied(page, file, changed("oar", OAR, after)) == wanted


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [
        (("crew: 4", "crew: 5"), ("crew: 4", "crew: 6")),
        (("  crew: 4\n", ""), ("crew: 4", "crew: 6")),
        (("Oar, nl", "Our, nl"), ("nl: Riem", "nl: Spaan")),  # one line
    ],
)
def test_what_both_changed_is_shown_not_chosen(page: Page, theirs: tuple[str, str], mine: tuple[str, str]) -> None:
    found = conflict(page, FILE.replace(*theirs), changed("oar", OAR, OAR.replace(*mine)))

    assert found == {"theirs": OAR.replace(*theirs), "base": OAR, "mine": OAR.replace(*mine)}


def test_a_record_that_is_gone_is_a_conflict(page: Page) -> None:
    found = conflict(page, FILE.replace(OAR, ""), changed("oar", OAR, OAR.replace("4", "5")))

    assert found["theirs"] == ""


def test_a_record_that_cannot_be_merged_safely_is_a_conflict(page: Page) -> None:
    """A record on one line has no fields with lines of their own."""
    found = conflict(
        page, FILE.replace("{en: Raft}", "{en: Float}"), changed("raft", RAFT, RAFT.replace("raft,", "raft, crew: 1,"))
    )

    assert found["base"] == RAFT


@pytest.mark.parametrize(
    ("file", "wanted"),
    [
        (FILE, FILE + "\n- id: new\n"),
        (FILE.rstrip(), FILE + "\n- id: new\n"),
        ("- id: a\n- id: b\n", "- id: a\n- id: b\n- id: new\n"),
        ("- id: a\r\n\r\n- id: b\r\n", "- id: a\r\n\r\n- id: b\r\n\r\n- id: new\r\n"),
        ("  - id: a\n  - id: b\n", "  - id: a\n  - id: b\n  - id: new\n"),
        ("[]\n", "- id: new\n"),
        ("# Nothing yet.\n[]  # none\n", "# Nothing yet.\n\n- id: new\n"),
        ("", "- id: new\n"),
    ],
)
def test_a_new_record_goes_to_the_end(page: Page, file: str, wanted: str) -> None:
    assert applied(page, file, changed("new", "", "- id: new\n")) == wanted


def test_a_new_record_takes_nobodys_place(page: Page) -> None:
    found = conflict(page, FILE, changed("raft", "", "- id: raft\n  title: {en: Another}\n"))

    assert found == {"theirs": RAFT, "base": "", "mine": "- id: raft\n  title: {en: Another}\n"}


def test_a_record_may_have_a_file_of_its_own(page: Page) -> None:
    own = "# Of its own.\nid: oar\ntitle: {en: Oar}\nsummary:\n  en: A boat.\n\n"
    before = own[own.index("id:") :].rstrip() + "\n"

    assert applied(page, own, changed("oar", before, before.replace("A boat", "One boat"))) == own.replace("A boat", "One boat")
    assert applied(page, own.replace("Oar", "Our"), changed("oar", before, before.replace("A boat", "One boat"))) == own.replace(
        "A boat", "One boat"
    ).replace("Oar", "Our")


ARTICLE = "---\ntitle: First trees\nsummary: Shade.\n---\nThe trees came by boat.\n"
PATH = "content/en/news/trees.md"


def test_an_article_is_merged_by_field_too(page: Page) -> None:
    theirs, mine = ARTICLE.replace("by boat", "by train"), ARTICLE.replace("Shade", "Much shade")

    assert applied(page, theirs, changed("trees", ARTICLE, mine, PATH)) == theirs.replace("Shade", "Much shade")
    assert applied(page, ARTICLE.replace("\n", "\r\n"), changed("trees", ARTICLE, mine, PATH)) == mine.replace("\n", "\r\n")
    assert applied(page, "", changed("trees", "", mine, PATH)) == mine
    assert "by train" in conflict(page, theirs, changed("trees", ARTICLE, ARTICLE.replace("boat", "bike"), PATH))["theirs"]
