"""What the job that may write does below a pull request, against a stand-in for the code host that answers as it documents."""

from __future__ import annotations

import importlib.util
import json
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from kennisstad.proposal import comment, suggestions
from tests.conftest import ROOT
from tests.site.repository import PROJECTS, Files, Repository

HEAD, BASE, OTHER = "a" * 40, "b" * 40, "c" * 40
COMMENT = f"{comment.MARKER}\n\nHello\n"


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("proposal_script", ROOT / ".github" / "proposal.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class StandIn:
    """One repository with pull requests and what is said below them."""

    def __init__(self) -> None:
        self.pulls: list[dict[str, Any]] = []
        self.comments: list[dict[str, Any]] = []
        self.reviewed: list[dict[str, Any]] = []
        self.reviews: list[dict[str, Any]] = []
        self.may: dict[str, str] = {}
        self.written: list[dict[str, Any]] = []
        self.artifacts: list[dict[str, Any]] = [{"id": 77, "name": "preview"}]

    def pull(self, number: int, owner: str, branch: str, head: str = HEAD, repository: int = 5) -> None:
        head_of = {"sha": head, "ref": branch, "label": f"{owner}:{branch}", "repo": {"id": repository}}
        self.pulls.append({"number": number, "head": head_of, "base": {"sha": BASE}})

    def say(self, login: str, body: str) -> None:
        self.comments.append({"id": len(self.comments) + 1, "user": {"login": login}, "body": body})

    def answer(self, method: str, path: str, query: dict[str, list[str]], body: Any) -> Any:
        page = int(query.get("page", ["1"])[0]) - 1
        match method, path.removeprefix("/repos/town/harbour/").split("/"):
            case "GET", ["pulls"]:
                return [one for one in self.pulls if one["head"]["label"] == query["head"][0]] if not page else []
            case "GET", ["pulls", number]:
                return next(one for one in self.pulls if one["number"] == int(number))
            case "GET", ["pulls", _, "comments"]:
                return self.reviewed[page * 100 : page * 100 + 100]
            case "POST", ["pulls", _, "reviews"]:
                self.reviews.append(body)
            case "GET", ["issues", _, "comments"]:
                return self.comments[page * 100 : page * 100 + 100]
            case "POST", ["issues", _, "comments"]:
                self.say("github-actions[bot]", body["body"])
            case "PATCH", ["issues", "comments", identity]:
                next(one for one in self.comments if one["id"] == int(identity))["body"] = body["body"]
            case "GET", ["actions", "runs", _, "artifacts"]:
                return {"artifacts": self.artifacts}
            case _:
                return self.answer_about_code(method, path.removeprefix("/repos/town/harbour/"), body)
        return {}

    def answer_about_code(self, method: str, path: str, body: Any) -> Any:
        match method, path.split("/"):
            case "GET", ["collaborators", login, "permission"]:
                return {"permission": self.may.get(login, "none")}
            case "GET", ["git", "commits", sha] if sha == HEAD:
                return {"tree": {"sha": "tree of head"}}
            case "POST", ["git", "trees" | "commits"]:
                self.written.append(body)
                return {"sha": OTHER}
            case "PATCH", ["git", "refs", "heads", *branch]:
                self.written.append({"branch": "/".join(branch), **body})
                return {}
        raise AssertionError(f"{method} {path}")


@pytest.fixture
def there() -> Iterator[tuple[StandIn, Any]]:
    """The stand-in, and the host as the script sees it."""
    stand_in = StandIn()

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            parts = urlsplit(self.path)
            data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            assert self.headers["Authorization"] == "Bearer secret"
            answer = stand_in.answer(self.command, parts.path, parse_qs(parts.query), json.loads(data) if data else None)
            told = json.dumps(answer).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

        do_GET = do_POST = do_PATCH = _answer  # noqa: N815 - the library's names

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield stand_in, script().Host(f"http://127.0.0.1:{server.server_port}", "town/harbour", "secret")
        server.shutdown()


def event(owner: str = "neighbour", branch: str = "proposal", head: str = HEAD) -> dict[str, Any]:
    """What a run for a pull request of a fork tells: no number."""
    of = {"id": 5, "owner": {"login": owner}}
    run = {"id": 9, "head_sha": head, "head_branch": branch, "head_repository": of, "pull_requests": [], "event": "pull_request"}
    return {"workflow_run": run, "repository": {"html_url": "https://code.example.org/town/harbour"}}


FOUND = {"number": 12, "head": HEAD, "base": BASE, "download": "", "files": ""}


def test_the_pull_request_of_a_fork_is_found_by_its_owner_branch_and_commit(there: tuple[StandIn, Any]) -> None:
    stand_in, host = there
    stand_in.pull(11, "town", "proposal")
    stand_in.pull(12, "neighbour", "proposal")

    found = script().find(host, event())

    assert (found["number"], found["head"], found["base"]) == (12, HEAD, BASE)
    assert found["download"] == "https://code.example.org/town/harbour/actions/runs/9/artifacts/77"


@pytest.mark.parametrize("event_of", [event(head=OTHER), event(branch="else"), event(head="main; echo")])
def test_a_run_that_fits_no_pull_request_is_refused(there: tuple[StandIn, Any], event_of: dict[str, Any]) -> None:
    stand_in, host = there
    stand_in.pull(12, "neighbour", "proposal")
    module = script()

    with pytest.raises(module.Refused):
        module.find(host, event_of)


def test_a_pull_request_of_another_repository_of_that_owner_is_not_meant(there: tuple[StandIn, Any]) -> None:
    stand_in, host = there
    stand_in.pull(12, "neighbour", "proposal", repository=6)
    module = script()

    with pytest.raises(module.Refused):
        module.find(host, event())


def test_our_comment_is_found_again_and_that_of_nobody_else(there: tuple[StandIn, Any]) -> None:
    stand_in, host = there
    stand_in.pull(12, "neighbour", "proposal")
    stand_in.say("neighbour", f"{comment.MARKER} mine")
    for number in range(120):  # more than one page
        stand_in.say("github-actions[bot]", f"another {number}")

    script().post(host, FOUND, COMMENT, [])
    script().post(host, FOUND, COMMENT.replace("Hello", "Hello again"), [])

    ours = [one for one in stand_in.comments if one["body"].startswith(comment.MARKER)]
    assert [one["body"] for one in ours] == [f"{comment.MARKER} mine", f"{comment.MARKER}\n\nHello again\n"]


def test_a_suggestion_is_made_once(there: tuple[StandIn, Any]) -> None:
    stand_in, host = there
    stand_in.pull(12, "neighbour", "proposal")
    body = f"{suggestions.MARKER.format(key='0123456789abcdef')}\n\n```suggestion\nx\n```"
    made = [{"key": "0123456789abcdef", "path": "data/projects.yaml", "line": 3, "side": "RIGHT", "body": body}]

    script().post(host, FOUND, COMMENT, made)

    assert [(one["commit_id"], one["event"], len(one["comments"])) for one in stand_in.reviews] == [(HEAD, "COMMENT", 1)]
    assert "key" not in stand_in.reviews[0]["comments"][0]
    stand_in.reviewed.append({"user": {"login": "github-actions[bot]"}, "body": body})
    script().post(host, FOUND, COMMENT, made)
    assert len(stand_in.reviews) == 1


@pytest.mark.parametrize("text", ["Hello", f"{comment.MARKER}{'x' * 70_000}"])
def test_what_is_no_comment_of_ours_is_not_posted(there: tuple[StandIn, Any], text: str) -> None:
    stand_in, host = there
    stand_in.pull(12, "neighbour", "proposal")
    module = script()

    with pytest.raises(module.Refused):
        module.post(host, FOUND, text, [])
    assert not stand_in.comments


def test_a_proposal_that_went_on_is_left_to_its_next_run(there: tuple[StandIn, Any]) -> None:
    stand_in, host = there
    stand_in.pull(12, "neighbour", "proposal", head=OTHER)
    module = script()

    with pytest.raises(module.Refused):
        module.post(host, FOUND, COMMENT, [])
    assert not stand_in.comments


def test_what_is_proposed_is_fetched_and_told_without_being_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    origin = Repository.of_invented(tmp_path / "origin")
    base = origin.git("rev-parse", "HEAD")
    here = origin.clone(tmp_path / "here")
    origin.branch("fork")
    head = origin.commit("2021-07-01T10:00+02:00", "A proposal", a_proposal_with_code)
    origin.git("update-ref", "refs/pull/12/head", head)
    origin.git("switch", "--quiet", "main")
    origin.git("branch", "--quiet", "-D", "fork")
    program = tmp_path / "kennisstad"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kennisstad "$@"\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.chdir(here.folder)

    script().tell({**FOUND, "head": head, "base": base}, str(program))

    told = Path("proposal/comment.md").read_text("utf-8")
    assert "status from Running to Completed" in told
    assert "This proposal changes the program too." in told
    assert "ran" not in {path.name for path in tmp_path.rglob("*")}
    assert here.git("status", "--porcelain") == "?? proposal/"
    assert here.git("rev-parse", "HEAD") == base


def a_proposal_with_code(files: Files) -> None:
    files.replace(PROJECTS, "status: running", "status: completed")
    files.write("hooks.py", "open('ran', 'w')")
    files.write("overrides/records/project.html", "{{ ''.__class__.__mro__[1].__subclasses__() }}")
    files.write("sitecustomize.py", "open('ran', 'w')")
    files.write("kennisstad/__init__.py", "open('ran', 'w')")


def test_the_script_and_the_program_mean_the_same_marks() -> None:
    module = script()

    assert module.MARKER == comment.MARKER
    assert module.OF_SUGGESTION.fullmatch(suggestions.MARKER.format(key="0123456789abcdef"))
    assert suggestions.MOST == module.MOST
    assert comment.MOST < module.LONGEST
