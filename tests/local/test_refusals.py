"""Who may not ask, what may not be asked, and where nothing may be written: each is refused in words, and nothing changes."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from kennisstad.local.guard import HEADERS, MOST_BYTES, TOKEN
from tests.local.client import ABOUT, HOST, KEY, PROJECTS, Asker, new, said
from tests.site.programmes import copy_invented

PROJECT = "- id: pier\n  title: {en: Pier}\n"


@pytest.fixture
def asker(tmp_path: Path) -> Asker:
    """The form, on the invented programme."""
    return Asker.of(copy_invented(tmp_path / "programme"))


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_page_of_this_run_may_ask(asker: Asker) -> None:
    answer = asker.ask("state")

    assert answer.status_code == 200
    assert {"kind": "projects", "id": "benches", "file": PROJECTS, "line": 27} in said(answer)["records"]


@pytest.mark.parametrize(
    ("headers", "error"),
    [
        ({"Host": "evil.example"}, "Host"),
        ({"Host": "127.0.0.1.evil.example:8010"}, "Host"),
        ({"Host": "127.0.0.1:8011"}, "Host"),
        ({"Host": "127.0.0.1"}, "Host"),
        ({"Host": "192.0.2.7:8010"}, "Host"),
        ({"Origin": "https://evil.example"}, "edit-origin"),
        ({"Origin": "null"}, "edit-origin"),
        ({"Origin": "http://127.0.0.1:8011"}, "edit-origin"),
        ({"Origin": "https://127.0.0.1:8010"}, "edit-origin"),
        ({"Origin": ""}, "edit-origin"),
        ({"Host": "localhost:8010"}, "edit-origin"),  # another name of this machine than that of the page that asks
        ({"Sec-Fetch-Site": "cross-site"}, "edit-origin"),
        ({"Sec-Fetch-Site": "same-site"}, "edit-origin"),
        ({"Sec-Fetch-Site": "none"}, "edit-origin"),
        ({TOKEN: ""}, "edit-token"),
        ({TOKEN: KEY[:-1]}, "edit-token"),
        ({TOKEN: "ë"}, "edit-token"),
    ],
)
def test_nobody_else_may(asker: Asker, headers: dict[str, str], error: str) -> None:
    before = everything(asker.folder)
    for what in ("check", "save"):
        answer = asker.ask(what, {"changes": [new("pier", PROJECT)]}, headers)

        assert answer.status_code == 403
        assert error == "Host" or said(answer)["error"] == error
    assert everything(asker.folder) == before


def test_what_is_read_is_for_the_page_too(asker: Asker) -> None:
    assert asker.ask("state", headers={TOKEN: "guessed"}).status_code == 403
    assert asker.ask("state", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert asker.ask("state", headers={"Origin": ""}).status_code == 200  # a browser sends none with a GET of its own page


def test_a_browser_that_is_led_here_gets_no_page_either(asker: Asker) -> None:
    assert asker.client.get("/", headers={"Host": "evil.example"}).status_code == 403


@pytest.mark.parametrize(
    ("what", "method", "allowed"),
    [("save", "GET", "POST"), ("check", "PUT", "POST"), ("state", "POST", "GET"), ("save", "OPTIONS", "POST")],
)
def test_each_thing_is_asked_in_one_way(asker: Asker, what: str, method: str, allowed: str) -> None:
    answer = asker.ask(what, method=method)

    assert (answer.status_code, answer.headers["Allow"]) == (405, allowed)


def test_pages_cannot_be_sent_to(asker: Asker) -> None:
    assert asker.client.post("/", headers={"Host": HOST}).status_code == 405


@pytest.mark.parametrize("what", ["", "shell", "save/", "../state", "save%00"])
def test_there_is_nothing_else_to_ask(asker: Asker, what: str) -> None:
    assert asker.ask(what).status_code in {404, 405}


@pytest.mark.parametrize(
    ("body", "kind", "status", "error"),
    [
        (b"{}", "text/plain", 415, "edit-not-json"),
        (b"{}", "application/x-www-form-urlencoded", 415, "edit-not-json"),
        (b"{", "application/json", 400, "edit-not-json"),
        (b"[]", "application/json", 400, "edit-not-json"),
        (b"\xff", "application/json", 400, "edit-not-json"),
        (b"[" * 100_000, "application/json", 400, "edit-not-json"),
        (b"{}", "application/json", 400, "edit-not-understood"),
        (b'{"changes": []}', "application/json", 400, "edit-not-understood"),
        (b'{"changes": [1]}', "application/json", 400, "edit-not-understood"),
        (b'{"changes": [{"kind": "projects"}]}', "application/json", 400, "edit-not-understood"),
        (b" " * (MOST_BYTES + 1), "application/json", 413, "edit-too-large"),
    ],
)
def test_what_is_sent_has_to_be_in_the_form_that_was_agreed(asker: Asker, body: bytes, kind: str, status: int, error: str) -> None:
    headers = {"Host": HOST, TOKEN: KEY, "Origin": f"http://{HOST}"}
    answer = asker.client.post("/_edit/save", data=body, content_type=kind, headers=headers)

    assert (answer.status_code, said(answer)["error"]) == (status, error)


@pytest.mark.parametrize(
    ("field", "value"), [("before", None), ("line", "1"), ("after", 3), ("after", "\ud800"), ("id", ["pier"]), ("file", {})]
)
def test_a_change_has_its_fields(asker: Asker, field: str, value: Any) -> None:
    changes = json.dumps({"changes": [new("pier", PROJECT) | {field: value}]})
    headers = {"Host": HOST, TOKEN: KEY, "Origin": f"http://{HOST}"}
    answer = asker.client.post("/_edit/save", data=changes, content_type="application/json", headers=headers)

    assert (answer.status_code, said(answer)["error"]) == (400, "edit-not-understood")


def test_a_record_is_not_taken_away(asker: Asker) -> None:
    answer = asker.ask("save", {"changes": [asker.change("benches", "", "") | {"after": "\n"}]})

    assert (answer.status_code, said(answer)["error"]) == (400, "edit-nothing-left")


@pytest.mark.parametrize(
    "file",
    [
        *(
            "/etc/passwd",
            "../outside.md",
            "data/../mkdocs.yml",
            "content/en/../../x.md",
            "content//en/x.md",
            "./data/projects.yaml",
        ),
        *("mkdocs.yml", "hooks.py", "overrides/main.html", "locales/de.yaml", ".git/config", "data/.hidden.yaml", "data/new.yaml"),
        *("data/schema/projects.yaml", "data/projects/../tracks.yaml", "data/photos/x.yaml", "data\\projects.yaml", "C:/x.md"),
        *(
            "content/x.md",
            "content/en/a/b.md",
            "content/en/news/deep/x.md",
            "content/en/x.html",
            "content/en/X.md",
            "content/en/.md",
        ),
        *("data/projects.yaml\0.md", "content/en/news/a b.md", "content/en/news/x.md/", "", "/", "content/en/con:x.md"),
    ],
)
def test_nothing_is_written_elsewhere(asker: Asker, file: str) -> None:
    before = everything(asker.folder.parent)
    answer = asker.ask("save", {"changes": [new("pier", PROJECT, file)]})

    assert (answer.status_code, said(answer)["error"]) == (403, "edit-elsewhere")
    assert everything(asker.folder.parent) == before


def _link_of_a_file(folder: Path, outside: Path) -> str:
    (outside / "x.md").write_text("---\ntitle: x\n---\n", "utf-8")
    (folder / "content/en/linked.md").symlink_to(outside / "x.md")
    return "content/en/linked.md"


def _link_of_a_folder(folder: Path, outside: Path) -> str:
    (folder / "content/fr").symlink_to(outside)
    return "content/fr/x.md"


def _link_within(folder: Path, outside: Path) -> str:
    (folder / "content/en/again.md").symlink_to(folder / ABOUT)
    return "content/en/again.md"


def _link_to_nowhere(folder: Path, outside: Path) -> str:
    (folder / "content/en/lost.md").symlink_to(outside / "not-there.md")
    return "content/en/lost.md"


def _folder_for_a_file(folder: Path, outside: Path) -> str:
    (folder / "content/en/folder.md").mkdir()
    return "content/en/folder.md"


def _pipe(folder: Path, outside: Path) -> str:
    os.mkfifo(folder / "content/en/pipe.md")
    return "content/en/pipe.md"


@pytest.mark.parametrize("make", [_link_of_a_file, _link_of_a_folder, _link_within, _link_to_nowhere, _folder_for_a_file, _pipe])
def test_nothing_is_written_through_a_link(asker: Asker, make: Any) -> None:
    outside = asker.folder.parent / "outside"
    outside.mkdir()
    file = make(asker.folder, outside)
    before = everything(outside)
    for what in ("check", "save"):
        answer = asker.ask(what, {"changes": [new("x", "---\ntitle: x\n---\n", file)]})

        assert (answer.status_code, said(answer)["error"]) == (403, "edit-link")
    assert everything(outside) == before


def test_nothing_is_read_through_a_link(asker: Asker) -> None:
    outside = asker.folder.parent / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("secret", "utf-8")
    (asker.folder / "content/en/news/secret.md").symlink_to(outside / "secret.md")
    for identity in ("secret", "../../../../outside/secret"):
        answer = asker.ask("state", query_string={"kind": "news", "id": identity})

        assert (answer.status_code, said(answer)["error"]) == (404, "edit-no-such-record")


def test_refusals_are_told_in_the_language_of_the_form(asker: Asker) -> None:
    told = {said(asker.ask("state", headers={TOKEN: "x"}, query_string={"language": code}))["message"] for code in ("nl", "en")}

    assert len(told) == 2
    assert said(asker.ask("state", headers={TOKEN: "x"}, query_string={"language": "../x"}))["message"] in told


def test_every_answer_tells_a_browser_what_not_to_do(asker: Asker) -> None:
    for answer in (asker.ask("state"), asker.ask("state", headers={TOKEN: "x"}), asker.client.get("/", headers={"Host": "x"})):
        assert {name: answer.headers.get(name) for name in HEADERS} == dict(HEADERS)
    assert "frame-ancestors 'none'" in HEADERS["Content-Security-Policy"]
    assert HEADERS["Cache-Control"] == "no-store"
