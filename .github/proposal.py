"""What a job does about a pull request, with nothing but Python itself: find it, have it told, say so below it, do what is ticked.

`find`, `post`, `boxes` and `push` ask the code host, with the token in GH_TOKEN; `tell` and `tick` have none, and only they read
what is proposed.
Nothing of a proposal is run by any of them: its commits are fetched as data, and the program that reads them is that of the
branch the workflow stands on. Whose proposal it is, the event says: of a fork it names no number, so the number is looked up
by the owner and the branch, and counts only where it is the same commit.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

FOLDER = Path("proposal")
FOUND, COMMENT, SUGGESTIONS = FOLDER / "proposal.json", FOLDER / "comment.md", FOLDER / "suggestions.json"
MARKER, OF_SUGGESTION = "<!-- kennisstad:proposal -->", re.compile(r"<!-- kennisstad:suggestion ([0-9a-f]{16}) -->")
US = "github-actions[bot]"
"""Who comments: only its own comment is written anew."""
TICKED, DONE = FOLDER / "boxes.json", FOLDER / "ticked.json"
BEGIN = "<!-- kennisstad:boxes -->"
BOX = re.compile(
    r"^- \[[xX]\] [^\r\n]* <!-- kennisstad:do"
    r" (translated [a-z_]{1,40}/[a-z0-9-]{1,100}|formerly [a-z_]{1,40}/[a-z0-9-]{1,100}/[a-z0-9-]{1,100}) -->\r?$",
    re.MULTILINE,
)
"""A box that is ticked, and its name."""
LONGEST, MOST, PAGES, MOST_BYTES = 65_000, 20, 10, 8_000_000
_LOGIN, _BRANCH = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})"), re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,200})")
_FILE = re.compile(
    r"(?:[A-Za-z0-9][A-Za-z0-9._-]*/){0,6}(?:data|content)/(?:[A-Za-z0-9][A-Za-z0-9._-]*/){0,4}[A-Za-z0-9][A-Za-z0-9._-]*\.(?:yaml|json|md)"
)
_COMMIT = re.compile(r"[0-9a-f]{40}")
_SECONDS = 30


class Refused(Exception):
    """What was found is not what was expected; its text says what."""


class Host:
    """The code host's interface for one repository."""

    def __init__(self, address: str, repository: str, token: str) -> None:
        self._start, self._token = f"{address}/repos/{repository}", token

    def ask(self, method: str, path: str, body: object = None, **query: object) -> Any:
        """Asks something, and gives what is answered."""
        address = f"{self._start}/{path}{'?' + urllib.parse.urlencode(query) if query else ''}"
        data = None if body is None else json.dumps(body).encode()
        heads = {"Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28", "Content-Type": "application/json"}
        request = urllib.request.Request(  # noqa: S310 - the address is the host's own
            address, data, {**heads, "Authorization": f"Bearer {self._token}"}, method=method
        )
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
            return json.load(answer)

    def each(self, path: str, **query: object) -> list[Any]:
        """Gives what stands in a list, as far as anybody would look."""
        found: list[Any] = []
        for page in range(1, PAGES + 1):
            some = self.ask("GET", path, per_page=100, page=page, **query)
            found += some
            if len(some) < 100:
                break
        return found


def find(host: Host, event: Any) -> dict[str, Any]:
    """Gives the number, the commits and the preview of the proposal that a run was for. Raises Refused where there is none."""
    run = event["workflow_run"]
    head = run["head_sha"]
    owner, branch = run["head_repository"]["owner"]["login"], run["head_branch"]
    pulls = host.each("pulls", state="open", head=f"{owner}:{branch}")
    fitting = [one for one in pulls if one["head"]["sha"] == head and one["head"]["repo"]["id"] == run["head_repository"]["id"]]
    if len(fitting) != 1 or not _COMMIT.fullmatch(head) or not _COMMIT.fullmatch(fitting[0]["base"]["sha"]):
        raise Refused(f"No open pull request stands at {head}.")
    number, base = int(fitting[0]["number"]), fitting[0]["base"]["sha"]
    kept = host.ask("GET", f"actions/runs/{int(run['id'])}/artifacts")["artifacts"]
    preview = next((int(one["id"]) for one in kept if one["name"] == "preview"), None)
    page = event["repository"]["html_url"]
    download = f"{page}/actions/runs/{int(run['id'])}/artifacts/{preview}" if preview else ""
    files = f"{page}/blob/{head}/"
    return {"number": number, "head": head, "base": base, "download": download, "files": files}


def tell(found: Any, program: str) -> None:
    """Fetches the commits as data, and has the comment written."""
    _fetch(found)
    head, base = found["head"], found["base"]
    told = ("--from", base, "--to", head, "--download", found["download"], "--files", found["files"], "--target", str(FOLDER))
    subprocess.run([program, "comment", *told], check=True)


def _fetch(found: Any) -> None:
    refs = (f"+refs/pull/{int(found['number'])}/head:refs/proposal/head", found["base"])
    subprocess.run(["git", "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "origin", *refs], check=True)  # noqa: S607


def post(host: Host, found: Any, comment: str, suggested: list[Any]) -> str:
    """Writes the comment, in place of the one that stands there; and the suggestions that do not. Gives what was done."""
    number, head = int(found["number"]), found["head"]
    if not comment.startswith(MARKER) or len(comment) > LONGEST:
        raise Refused("This is no comment of ours.")
    if host.ask("GET", f"pulls/{number}")["head"]["sha"] != head:
        raise Refused("The proposal has changed since; the next run tells of that.")
    ours = [one for one in host.each(f"issues/{number}/comments") if one["user"]["login"] == US and one["body"].startswith(MARKER)]
    if ours:
        host.ask("PATCH", f"issues/comments/{int(ours[0]['id'])}", {"body": comment})
    else:
        host.ask("POST", f"issues/{number}/comments", {"body": comment})
    new = _new(suggested, host.each(f"pulls/{number}/comments") if suggested else [])
    if new:
        body = {"commit_id": head, "event": "COMMENT", "comments": new}
        host.ask("POST", f"pulls/{number}/reviews", body)
    return f"#{number}: {'renewed' if ours else 'new'}, {len(new)} suggestions"


def _new(suggested: list[Any], there: list[Any]) -> list[dict[str, Any]]:
    """Gives the suggestions that were not made before, with no more in them than belongs there."""
    made = {key for one in there if one["user"]["login"] == US for key in OF_SUGGESTION.findall(one["body"])}
    fields = ("path", "line", "side", "start_line", "start_side", "body")
    fresh = [one for one in suggested[:MOST] if not made.issuperset(OF_SUGGESTION.findall(one["body"]))]
    return [{name: one[name] for name in fields if name in one} for one in fresh if len(one["body"]) <= LONGEST]


def boxes(host: Host, event: Any) -> dict[str, Any]:
    """Gives the boxes that somebody who may write ticked just now below a proposal of this repository. Raises Refused else."""
    said, sender = event["comment"], event["sender"]
    if event["action"] != "edited" or not event["issue"].get("pull_request") or not said["body"].startswith(MARKER):
        raise Refused("This is no comment of ours on a pull request.")
    if said["user"]["login"] != US or sender["type"] != "User" or not _LOGIN.fullmatch(sender["login"]):
        raise Refused("This is no comment of ours, or nobody ticked it.")
    before = event.get("changes", {}).get("body")
    fresh = sorted(_ticked(said["body"]) - _ticked(before["from"])) if before else []
    if not fresh:
        raise Refused("No box was ticked.")
    if host.ask("GET", f"collaborators/{sender['login']}/permission")["permission"] not in ("admin", "write"):
        raise Refused("Whoever ticked it may not write here.")
    pull = host.ask("GET", f"pulls/{int(event['issue']['number'])}")
    head, base = pull["head"], pull["base"]
    is_own = head["repo"] is not None and head["repo"]["id"] == base["repo"]["id"] == event["repository"]["id"]
    if pull["state"] != "open" or not is_own or head["ref"] in (base["ref"], event["repository"]["default_branch"]):
        raise Refused("The proposal is no open one on a branch of this repository.")
    if not all(map(_COMMIT.fullmatch, (head["sha"], base["sha"]))) or not _BRANCH.fullmatch(head["ref"]) or ".." in head["ref"]:
        raise Refused("The branch of the proposal has a name that is not understood.")
    found = {"number": int(pull["number"]), "head": head["sha"], "base": base["sha"], "branch": head["ref"]}
    return {**found, "by": sender["login"], "boxes": fresh[:MOST]}


def _ticked(body: str) -> set[str]:
    """Gives the names of the boxes that are ticked; above the mark stands what others wrote."""
    return set(BOX.findall(body.rpartition(BEGIN)[2])) if BEGIN in body else set()


def tick(found: Any, program: str) -> None:
    """Fetches the commits as data, and has the files made in which the boxes are done."""
    _fetch(found)
    told = ("--from", found["base"], "--to", found["head"], "--target", str(FOLDER))
    subprocess.run([program, "ticked", *told, *found["boxes"]], check=True)
    _keep(DONE, {"head": found["head"], "files": _read(DONE)})


def push(host: Host, found: Any, done: Any) -> str:
    """Puts files into the proposal as one commit on its branch, if that is still what they were made of. Gives what was done."""
    head, files = done.get("head"), done.get("files")
    if head != found["head"]:
        raise Refused("The proposal has changed since; tick again.")
    if not isinstance(files, dict) or len(files) > MOST or not all(isinstance(text, str) for text in files.values()):
        raise Refused("These are no files.")
    if not all(map(_FILE.fullmatch, files)) or sum(len(text.encode()) for text in files.values()) > MOST_BYTES:
        raise Refused("These are no files of editors.")
    if not files:
        return f"#{found['number']}: nothing to change"
    tree = host.ask("GET", f"git/commits/{head}")["tree"]["sha"]
    each = [{"path": path, "mode": "100644", "type": "blob", "content": text} for path, text in sorted(files.items())]
    new = host.ask("POST", "git/trees", {"base_tree": tree, "tree": each})["sha"]
    listed = "\n".join(f"- {box}" for box in found["boxes"])
    message = f"Ticked: {found['boxes'][0]}\n\n{listed}\n\nBy {found['by']}, below #{found['number']}."
    commit = host.ask("POST", "git/commits", {"message": message, "tree": new, "parents": [head]})["sha"]
    branch = urllib.parse.quote(found["branch"], safe="/")
    host.ask("PATCH", f"git/refs/heads/{branch}", {"sha": commit, "force": False})  # refused where somebody pushed meanwhile
    return f"#{found['number']}: {len(files)} files"


def _read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def _keep(path: Path, found: Any) -> None:
    FOLDER.mkdir(exist_ok=True)
    path.write_text(json.dumps(found), "utf-8")


def _post(host: Host) -> None:
    if FOUND.exists() and COMMENT.exists():
        print(post(host, _read(FOUND), COMMENT.read_text("utf-8"), _read(SUGGESTIONS)))


def _push(host: Host, event: Any) -> None:
    """Which proposal it is, and who ticked what, is asked anew: only the files come from the other job."""
    if DONE.exists():
        print(push(host, boxes(host, event), _read(DONE)))


def main(arguments: list[str]) -> int:
    """Does what is asked: `find`, `tell PROGRAM`, `post`, `boxes`, `tick PROGRAM` or `push`. Gives 0 also if there is nothing."""
    asked, *program = arguments
    environment = os.environ
    host = Host(environment.get("GITHUB_API_URL", ""), environment.get("GITHUB_REPOSITORY", ""), environment.get("GH_TOKEN", ""))
    event = _read(Path(environment["GITHUB_EVENT_PATH"])) if asked in ("find", "boxes", "push") else None
    doings: dict[str, Callable[[], object]] = {
        "find": lambda: _keep(FOUND, find(host, event)),
        "tell": lambda: FOUND.exists() and tell(_read(FOUND), *program),
        "post": lambda: _post(host),
        "boxes": lambda: _keep(TICKED, boxes(host, event)),
        "tick": lambda: TICKED.exists() and tick(_read(TICKED), *program),
        "push": lambda: _push(host, event),
    }
    try:
        doings[asked]()
    except Refused as refused:
        print(refused)
    except urllib.error.HTTPError as error:
        print(f"The code host answered {error.code} to {urllib.parse.urlsplit(error.url).path}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
