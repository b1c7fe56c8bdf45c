"""The one issue of what somebody has to look at, against a stand-in for the code host that answers as it documents."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import ROOT

US = "github-actions[bot]"


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("issue_script", ROOT / ".github" / "issue.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ISSUE = script()


class StandIn:
    """The issues of one repository; pull requests stand among them, as they do at the code host."""

    def __init__(self) -> None:
        self.issues: list[dict[str, Any]] = []
        self.asked: list[str] = []

    def write(self, body: str, login: str = US, state: str = "open", **more: Any) -> None:
        self.issues.append({"number": len(self.issues) + 1, "user": {"login": login}, "body": body, "state": state, **more})

    def each(self, path: str, **query: object) -> list[dict[str, Any]]:
        assert (path, query["creator"], query["state"]) == ("issues", US, "all")
        return [dict(one) for one in self.issues if one["user"]["login"] == US]

    def ask(self, method: str, path: str, body: dict[str, Any]) -> dict[str, Any]:
        self.asked.append(f"{method} {path}")
        if method == "POST":
            self.write(body["body"], title=body["title"])
            return self.issues[-1]
        one = self.issues[int(path.removeprefix("issues/")) - 1]
        one.update(body)
        return one


@pytest.fixture
def host() -> StandIn:
    return StandIn()


def test_what_is_found_is_told_in_one_issue_week_after_week(host: StandIn) -> None:
    host.write("something else of this robot")
    ISSUE.tell(host, "- one page is gone\n")
    ISSUE.tell(host, "- one page is gone\n")
    ISSUE.tell(host, "- two pages are gone\n")

    assert host.asked == ["POST issues", "PATCH issues/2"]
    assert host.issues[1]["body"] == f"{ISSUE.MARKER}\n\n- two pages are gone\n"
    assert host.issues[0]["body"] == "something else of this robot"


def test_it_is_closed_when_nothing_is_left_and_opened_again_when_something_is(host: StandIn) -> None:
    ISSUE.tell(host, "- one page is gone\n")
    ISSUE.tell(host, "")

    assert (host.issues[0]["state"], host.issues[0]["state_reason"]) == ("closed", "completed")
    assert ISSUE.DONE in host.issues[0]["body"]
    ISSUE.tell(host, " \n")
    assert len(host.asked) == 2, "what is closed is left alone"
    ISSUE.tell(host, "- one page is gone\n")
    assert [one["state"] for one in host.issues] == ["open"]


def test_nothing_to_tell_opens_no_issue(host: StandIn) -> None:
    assert ISSUE.tell(host, "") == "nothing left"
    assert host.asked == []


def test_an_issue_of_anybody_else_is_left_alone(host: StandIn) -> None:
    host.write(f"{ISSUE.MARKER}\n\nmine", login="neighbour")
    host.write(f"{ISSUE.MARKER}\n\na pull request", pull_request={"url": "https://code.example.org/2"})
    host.write(f"quoted: {ISSUE.MARKER}")
    ISSUE.tell(host, "- one page is gone\n")

    assert host.asked == ["POST issues"]


def test_what_is_too_long_for_an_issue_is_refused(host: StandIn) -> None:
    with pytest.raises(ISSUE.Refused):
        ISSUE.tell(host, "x" * 70_000)
    assert host.asked == []


def test_the_command_says_what_the_code_host_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import urllib.error  # noqa: PLC0415

    told = tmp_path / "issue.md"
    told.write_text("- one page is gone\n", "utf-8")
    refused = urllib.error.HTTPError("https://api.example.org/repos/town/harbour/issues", 403, "no", None, None)  # type: ignore[arg-type]
    monkeypatch.setattr(ISSUE.Host, "ask", lambda *_, **__: (_ for _ in ()).throw(refused))

    assert ISSUE.main(str(told)) == 1
    assert capsys.readouterr().err == "The code host answered 403 to /repos/town/harbour/issues\n"
