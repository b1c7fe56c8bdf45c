"""What a job does about a pull request, with nothing but Python itself: find it, have it told, and say so below it.

`find` and `post` ask the code host, with the token in GH_TOKEN; `tell` has none, and is the only one that reads what is proposed.
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
from pathlib import Path
from typing import Any

FOLDER = Path("proposal")
FOUND, COMMENT, SUGGESTIONS = FOLDER / "proposal.json", FOLDER / "comment.md", FOLDER / "suggestions.json"
MARKER, OF_SUGGESTION = "<!-- kennisstad:proposal -->", re.compile(r"<!-- kennisstad:suggestion ([0-9a-f]{16}) -->")
US = "github-actions[bot]"
"""Who comments: only its own comment is written anew."""
LONGEST, MOST, PAGES = 65_000, 20, 10
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
    number, head, base = int(found["number"]), found["head"], found["base"]
    refs = (f"+refs/pull/{number}/head:refs/proposal/head", base)
    subprocess.run(["git", "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "origin", *refs], check=True)  # noqa: S607
    told = ("--from", base, "--to", head, "--download", found["download"], "--files", found["files"], "--target", str(FOLDER))
    subprocess.run([program, "comment", *told], check=True)


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


def main(arguments: list[str]) -> int:
    """Does what is asked: `find`, `tell PROGRAM` or `post`. Gives 0 also where there is nothing to say."""
    environment = os.environ
    host = Host(environment.get("GITHUB_API_URL", ""), environment.get("GITHUB_REPOSITORY", ""), environment.get("GH_TOKEN", ""))
    try:
        if arguments[0] == "find":
            event = json.loads(Path(environment["GITHUB_EVENT_PATH"]).read_text("utf-8"))
            FOLDER.mkdir(exist_ok=True)
            FOUND.write_text(json.dumps(find(host, event)), "utf-8")
        elif FOUND.exists() and arguments[0] == "tell":
            tell(json.loads(FOUND.read_text("utf-8")), arguments[1])
        elif FOUND.exists() and COMMENT.exists():
            found, suggested = json.loads(FOUND.read_text("utf-8")), json.loads(SUGGESTIONS.read_text("utf-8"))
            print(post(host, found, COMMENT.read_text("utf-8"), suggested))
    except Refused as refused:
        print(refused)
    except urllib.error.HTTPError as error:
        print(f"The code host answered {error.code} to {urllib.parse.urlsplit(error.url).path}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
