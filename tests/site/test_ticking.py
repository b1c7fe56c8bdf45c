"""A box below a proposal is ticked: who may, where, and what then stands on its branch; against the stand-in for the code host."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from kennisstad.cli import main
from kennisstad.proposal import boxes, comment
from tests.site.repository import PARTNERS, PROJECTS, Files, Repository
from tests.site.test_posting import BASE, HEAD, OTHER, StandIn, script, there

__all__ = ["there"]
TRANSLATED, FORMERLY = "translated projects/quay-garden", "formerly partners/rowers/boats"
LATER = "2021-07-01T10:00+02:00"


def body(*ticked: str, offered: tuple[str, ...] = (TRANSLATED, FORMERLY), above: str = "Hello") -> str:
    lines = [f"- [{'x' if name in ticked else ' '}] It is so. {boxes.BOX.format(name=name)}" for name in offered]
    return "\n\n".join((comment.MARKER, above, boxes.BEGIN, "\n".join(lines))) + "\n"


def event(after: str, before: str = body(), **others: Any) -> dict[str, Any]:
    """Somebody edits our comment."""
    return {
        "action": "edited",
        "issue": {"number": 12, "pull_request": {"url": "https://code.example.org/12"}},
        "comment": {"user": {"login": "github-actions[bot]"}, "body": after},
        "changes": {"body": {"from": before}},
        "sender": {"login": "editor", "type": "User"},
        "repository": {"id": 5, "default_branch": "main"},
        **others,
    }


def proposal(stand_in: StandIn, branch: str = "proposal", head: str = HEAD, repository: int = 5, may: str = "write") -> None:
    stand_in.pull(12, "town", branch, head, repository)
    stand_in.pulls[0] |= {"state": "open"}
    stand_in.pulls[0]["base"] |= {"ref": "main", "repo": {"id": 5}}
    stand_in.may["editor"] = may


def test_who_may_write_ticks_what_is_there(there: tuple[StandIn, Any]) -> None:
    stand_in, host = there
    proposal(stand_in)

    found = script().boxes(host, event(body(TRANSLATED)))

    expected = {"number": 12, "head": HEAD, "base": BASE, "branch": "proposal", "by": "editor", "boxes": [TRANSLATED]}
    assert found == expected
    assert script().boxes(host, event(body(TRANSLATED, FORMERLY), body(TRANSLATED)))["boxes"] == [FORMERLY]


@pytest.mark.parametrize("may", ["read", "none", "triage"])
def test_who_may_not_write_ticks_in_vain(there: tuple[StandIn, Any], may: str) -> None:
    stand_in, host = there
    proposal(stand_in, may=may)
    module = script()

    with pytest.raises(module.Refused, match="may not write"):
        module.boxes(host, event(body(TRANSLATED)))


@pytest.mark.parametrize(
    "told",
    [
        event(body(TRANSLATED), action="created"),
        event(body(TRANSLATED), issue={"number": 12}),
        event(body(TRANSLATED), comment={"user": {"login": "editor"}, "body": body(TRANSLATED)}),
        event(body(TRANSLATED), sender={"login": "github-actions[bot]", "type": "Bot"}),
        event(body(TRANSLATED), sender={"login": "../../editor", "type": "User"}),
        event(body(TRANSLATED).removeprefix(comment.MARKER)),
        event(body()),
        event(body(TRANSLATED), changes={}),
        event(body(), body(TRANSLATED)),
        event(body(TRANSLATED), body(TRANSLATED)),
        event(body("translated ../../etc", offered=("translated ../../etc",))),
        event(body("translated projects/x; touch y", offered=("translated projects/x; touch y",))),
        event(body("rename projects/x/y", offered=("rename projects/x/y",))),
        event(body(above=f"- [x] So. {boxes.BOX.format(name=TRANSLATED)}")),
        event(f"{comment.MARKER}\n\n- [x] So. {boxes.BOX.format(name=TRANSLATED)}\n"),
    ],
)
def test_what_is_no_tick_of_ours_does_nothing(there: tuple[StandIn, Any], told: dict[str, Any]) -> None:
    stand_in, host = there
    proposal(stand_in)
    module = script()

    with pytest.raises(module.Refused):
        module.boxes(host, told)


@pytest.mark.parametrize(
    "pull", [{"repository": 6}, {"branch": "main"}, {"branch": "a/../b"}, {"branch": "--force"}, {"head": "main; echo"}]
)
def test_only_a_branch_of_this_repository_is_written_to(there: tuple[StandIn, Any], pull: dict[str, Any]) -> None:
    stand_in, host = there
    proposal(stand_in, **pull)
    module = script()

    with pytest.raises(module.Refused):
        module.boxes(host, event(body(TRANSLATED)))


FOUND = {"number": 12, "head": HEAD, "base": BASE, "branch": "some/proposal", "by": "editor", "boxes": [TRANSLATED]}


def test_one_commit_comes_on_the_branch_and_nothing_is_forced(there: tuple[StandIn, Any]) -> None:
    stand_in, host = there

    script().push(host, FOUND, {"head": HEAD, "files": {"data/ledger.json": "{}\r\n"}})

    tree, commit, moved = stand_in.written
    assert tree["base_tree"] == "tree of head"
    assert tree["tree"] == [{"path": "data/ledger.json", "mode": "100644", "type": "blob", "content": "{}\r\n"}]
    assert commit["parents"] == [HEAD]
    assert commit["message"] == f"Ticked: {TRANSLATED}\n\n- {TRANSLATED}\n\nBy editor, below #12."
    assert moved == {"branch": "some/proposal", "sha": OTHER, "force": False}


@pytest.mark.parametrize(
    "done",
    [
        {"head": OTHER, "files": {"data/ledger.json": ""}},
        {"head": HEAD, "files": {".github/workflows/site.yml": ""}},
        {"head": HEAD, "files": {"data/../Makefile": ""}},
        {"head": HEAD, "files": {"/data/x.yaml": ""}},
        {"head": HEAD, "files": {"data/x.py": ""}},
        {"head": HEAD, "files": {"data/.hidden.yaml": ""}},
        {"head": HEAD, "files": {"data/x.yaml": None}},
        {"head": HEAD, "files": {"data/x.yaml": "x" * 9_000_000}},
        {"head": HEAD, "files": {f"data/{number}.yaml": "" for number in range(30)}},
        {"head": HEAD, "files": ["data/x.yaml"]},
        {},
    ],
)
def test_nothing_else_is_ever_written(there: tuple[StandIn, Any], done: dict[str, Any]) -> None:
    stand_in, host = there
    module = script()

    with pytest.raises(module.Refused):
        module.push(host, FOUND, done)
    assert stand_in.written == []


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The invented programme with a ledger, and a branch on which somebody proposes something."""
    made = Repository.of_invented(tmp_path / "harbour")
    assert main(["ledger", "--folder", str(made.folder), "--language", "en"]) == 0
    made.commit("2021-06-30T10:00+02:00", "A ledger", lambda files: None)
    made.branch("proposal")
    return made


def forgets(files: Files) -> None:
    """A partner gets another id without a word of it, and a title is changed in one language."""
    files.replace(PROJECTS, "en: Quay garden,", "en: Garden on the quay,")
    for path in files.all():
        files.write(path, files.read(path).replace("partners: [rowers", "partners: [boats"))
    files.replace(PARTNERS, "- id: rowers", "- id: boats")
    for path in files.all():
        files.write(
            path, files.read(path).replace("publisher: rowers", "publisher: boats").replace("partner:rowers", "partner:boats")
        )


def test_the_comment_offers_what_the_program_then_does(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = repository.git("rev-parse", "main")
    head = repository.commit(LATER, "A proposal", forgets)
    program = tmp_path / "kennisstad"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kennisstad "$@"\n', "utf-8")
    program.chmod(0o755)
    target = tmp_path / "told"
    assert main(["comment", "--folder", str(repository.folder), "--from", "main", "--target", str(target)]) == 0
    told = (target / "comment.md").read_text("utf-8")
    offered = [line for line in told.partition(boxes.BEGIN)[2].splitlines() if line.startswith("- [ ] ")]
    assert any(FORMERLY in line for line in offered)
    names = script().BOX.findall(told.replace("- [ ] ", "- [x] ").partition(boxes.BEGIN)[2])
    assert len(names) == len(offered)

    repository.git("update-ref", "refs/pull/12/head", head)
    here = repository.clone(tmp_path / "here")
    monkeypatch.chdir(here.folder)
    script().tick({**FOUND, "head": head, "base": base, "boxes": [*names, "translated projects/benches"]}, str(program))

    done = json.loads(Path("proposal/ticked.json").read_text("utf-8"))
    assert done["head"] == head
    changed = {name: text for name, text in done["files"].items() if text != repository.files.read(name)}
    assert "- id: boats\n  formerly: [rowers]\n" in changed[PARTNERS]
    assert not [name for name, text in changed.items() if "[rowers]" in text.replace("formerly: [rowers]", "")]
    assert ".github" not in str(changed)
    assert here.git("status", "--porcelain") == "?? proposal/"


def test_the_script_and_the_program_mean_the_same_boxes() -> None:
    module = script()
    assert module.BEGIN == boxes.BEGIN
    assert module.BOX.findall(body(TRANSLATED, FORMERLY)) == [TRANSLATED, FORMERLY]
