"""A GitHub in memory, made from its documentation, for who hands in changes with a token.

What it answers stands in these documents of https://docs.github.com/en/rest, each named where it is used:

- authentication/authenticating-to-the-rest-api: 401 for a token that is wrong or expired, 404 for what it may not see
- using-the-rest-api/rate-limits-for-the-rest-api and troubleshooting-the-rest-api: 403 or 429, `x-ratelimit-remaining: 0` with
  `x-ratelimit-reset`; secondary limits by their message; "Resource not accessible by personal access token"
- using-the-rest-api/using-cors-and-jsonp-to-make-cross-origin-requests: which headers a page may send, and which it may read
- users/users, repos/repos, repos/contents, git/refs, git/commits, git/blobs, git/trees, pulls/pulls: the endpoints
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from playwright.sync_api import Page, Request, Route

API = "https://api.github.com"
MEGABYTE = 1024 * 1024
BLOB_LIMIT = 100 * MEGABYTE
RESET = 1623760200
"""A quarter past noon, half an hour after the day that tests speak from begins."""

SENT = {
    "authorization",
    "content-type",
    "if-match",
    "if-modified-since",
    "if-none-match",
    "if-unmodified-since",
    "x-requested-with",
}
READ = "ETag, Link, x-ratelimit-limit, x-ratelimit-remaining, x-ratelimit-reset, X-OAuth-Scopes, X-Poll-Interval"
"""using-cors-and-jsonp: the headers that a page may send, and may read; retry-after is not among them."""

BROWSER = {"accept", "accept-language", "origin", "referer", "user-agent"}
"""The headers that a browser adds by itself, or lets a page set for every host."""

Answer = tuple[int, Any, Mapping[str, str]]


class Refusal(Exception):
    """An answer that is no success."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None, errors: Any = None) -> None:
        body = {"message": message, "documentation_url": "https://docs.github.com/rest", "status": str(status)}
        self.answer: Answer = (status, {**body, **({"errors": errors} if errors else {})}, headers or {})


def sha(kind: str, data: bytes) -> str:
    """Gives the name of a git object."""
    return hashlib.sha1(b"%s %d\0%s" % (kind.encode(), len(data), data), usedforsecurity=False).hexdigest()


@dataclass
class Token:
    """A token: whose it is, and what it may do."""

    login: str
    may_write: bool = True
    contents: str = "write"
    pull_requests: str = "write"


@dataclass
class FakeGitHub:
    """One repository with its objects, branches and pull requests, and the tokens that are known."""

    path: str
    files: Mapping[str, str | bytes]
    default_branch: str = "main"
    tokens: dict[str, Token] = field(default_factory=dict)
    blobs: dict[str, bytes] = field(default_factory=dict)
    trees: dict[str, dict[str, str]] = field(default_factory=dict)
    commits: dict[str, dict[str, Any]] = field(default_factory=dict)
    refs: dict[str, str] = field(default_factory=dict)
    pulls: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    """Every request, as `POST /repos/…`."""
    before: dict[str, Callable[[], None]] = field(default_factory=dict)
    """What happens once, just before a request that begins like this is answered: a colleague, a limit, a failure."""

    def __post_init__(self) -> None:
        self.refs[f"refs/heads/{self.default_branch}"] = self.commit(dict(self.files), "As it was", [])

    def commit(self, files: Mapping[str, str | bytes], message: str, parents: list[str]) -> str:
        """Writes a commit of files, as git would."""
        tree = {name: self._blob(data.encode() if isinstance(data, str) else data) for name, data in files.items()}
        return self._commit({"message": message, "tree": self._tree(tree), "parents": parents})

    def colleague(self, file: str, old: str, new: str) -> None:
        """A colleague's change of one file lands on the main branch."""
        name = f"refs/heads/{self.default_branch}"
        files = {path: self.blobs[blob] for path, blob in self.trees[self.commits[self.refs[name]]["tree"]].items()}
        text = files[file].decode()
        assert old in text
        self.refs[name] = self.commit({**files, file: text.replace(old, new, 1)}, "A colleague's", [self.refs[name]])

    def text(self, branch: str, file: str) -> str:
        """Gives a file's text on a branch."""
        return self.blobs[self.trees[self.commits[self.refs[f"refs/heads/{branch}"]]["tree"]][file]].decode()

    def texts(self, branch: str) -> dict[str, str]:
        """Gives the text of every file on a branch."""
        tree = self.trees[self.commits[self.refs[f"refs/heads/{branch}"]]["tree"]]
        return {file: self.blobs[blob].decode() for file, blob in tree.items()}

    def _blob(self, data: bytes) -> str:
        name = sha("blob", data)
        self.blobs[name] = data
        return name

    def _tree(self, entries: dict[str, str]) -> str:
        name = sha("tree", json.dumps(entries, sort_keys=True).encode())
        self.trees[name] = entries
        return name

    def _commit(self, commit: dict[str, Any]) -> str:
        name = sha("commit", json.dumps([commit, len(self.commits)], sort_keys=True).encode())
        self.commits[name] = commit
        return name

    def serve(self, page: Page) -> None:
        """Answers a page's requests to the API, as it would be over the network."""
        page.route(f"{API}/**", self._route)

    def _route(self, route: Route, request: Request) -> None:
        try:
            status, body, headers = self.answer(request)
        except Refusal as refusal:
            status, body, headers = refusal.answer
        except ConnectionError:
            route.abort("connectionfailed")
            return
        cors = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": READ}
        limits = {"x-ratelimit-limit": "5000", "x-ratelimit-remaining": "4990", "x-ratelimit-reset": str(RESET)}
        route.fulfill(status=status, json=body, headers={**limits, **cors, **headers})

    def answer(self, request: Request) -> Answer:
        """Gives what GitHub answers to a request; raises Refusal."""
        parts = urlsplit(request.url)
        asked = f"{request.method} {unquote(parts.path)}"
        self.asked.append(asked)
        own = {name for name in request.headers if name not in BROWSER and not name.startswith("sec-")}
        assert own <= SENT, "the browser would not send this"
        for start in [start for start in self.before if asked.startswith(start)]:
            self.before.pop(start)()
        token = self.tokens.get(request.headers.get("authorization", "").removeprefix("Bearer "))
        if token is None:
            raise Refusal(401, "Bad credentials")
        if asked == "GET /user":
            return 200, {"login": token.login, "id": 1, "type": "User"}, {}
        here = f"/repos/{self.path}"
        path = unquote(parts.path)
        if token.contents == "none" or not (path == here or path.startswith(f"{here}/")):
            raise Refusal(404, "Not Found")
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        data = json.loads(request.post_data) if request.post_data else {}
        return self._repository(token, request.method, path.removeprefix(here), query, data)

    def _repository(self, token: Token, method: str, path: str, query: Mapping[str, str], data: Any) -> Answer:
        if (method, path) == ("GET", ""):
            # repos/repos: for a fine-grained token these are its owner's rights, whatever it was given itself.
            permissions = {"admin": False, "push": token.may_write, "pull": True}
            return (
                200,
                {"full_name": self.path, "default_branch": self.default_branch, "archived": False, "permissions": permissions},
                {},
            )
        if method == "POST":
            needed = token.pull_requests if path == "/pulls" else token.contents
            if needed != "write" or not token.may_write:
                raise Refusal(403, "Resource not accessible by personal access token")
            return 201, getattr(self, f"_make_{path.rsplit('/', 1)[-1]}")(data), {}
        kind, _, name = path.removeprefix("/git").removeprefix("/").partition("/")
        return 200, getattr(self, f"_get_{kind}")(name, query), {}

    def _get_ref(self, name: str, _: Mapping[str, str]) -> Any:
        if f"refs/{name}" not in self.refs:
            raise Refusal(404, "Not Found")
        return {"ref": f"refs/{name}", "object": {"type": "commit", "sha": self.refs[f"refs/{name}"]}}

    def _get_commits(self, name: str, _: Mapping[str, str]) -> Any:
        return {"sha": name, "tree": {"sha": self.commits[name]["tree"]}, "message": self.commits[name]["message"]}

    def _get_contents(self, name: str, query: Mapping[str, str]) -> Any:
        """repos/contents: larger than a megabyte, a file has the encoding "none" and no content."""
        blob = self.trees[self.commits[query["ref"]]["tree"]].get(name)
        if blob is None:
            raise Refusal(404, "Not Found")
        data = self.blobs[blob]
        is_large = len(data) > MEGABYTE
        content = {"encoding": "none", "content": ""} if is_large else {"encoding": "base64", "content": _base64(data)}
        return {"type": "file", "path": name, "size": len(data), "sha": blob, **content}

    def _get_blobs(self, name: str, _: Mapping[str, str]) -> Any:
        data = self.blobs[name]
        if len(data) > BLOB_LIMIT:
            raise Refusal(403, "This API returns blobs up to 100 MB in size.")
        return {"sha": name, "size": len(data), "encoding": "base64", "content": _base64(data)}

    def _make_blobs(self, data: Any) -> Any:
        assert data["encoding"] == "utf-8"
        return {"sha": self._blob(data["content"].encode())}

    def _make_trees(self, data: Any) -> Any:
        entries = dict(self.trees[data["base_tree"]])
        for entry in data["tree"]:
            assert (entry["mode"], entry["type"]) == ("100644", "blob")
            if entry["sha"] not in self.blobs:
                raise Refusal(422, f"tree.sha {entry['sha']} is not a valid blob")
            entries[entry["path"]] = entry["sha"]
        return {"sha": self._tree(entries)}

    def _make_commits(self, data: Any) -> Any:
        if data["tree"] not in self.trees:
            raise Refusal(422, "Tree SHA does not exist")
        return {"sha": self._commit(data)}

    def _make_refs(self, data: Any) -> Any:
        """git/refs: the name begins with refs/ and has two slashes; one that is taken is a validation that failed."""
        name = data["ref"]
        if not re.fullmatch(r"refs/heads/[a-z0-9][a-z0-9/-]*", name) or data["sha"] not in self.commits:
            raise Refusal(422, "Reference name is not valid")
        if name in self.refs:
            raise Refusal(422, "Reference already exists")
        self.refs[name] = data["sha"]
        return {"ref": name, "object": {"type": "commit", "sha": data["sha"]}}

    def _make_pulls(self, data: Any) -> Any:
        head, base = (self.refs.get(f"refs/heads/{data[end]}") for end in ("head", "base"))
        if head is None or base is None:
            raise Refusal(422, "Validation Failed", errors=[{"resource": "PullRequest", "field": "head", "code": "invalid"}])
        number = 41 + len(self.pulls)
        self.pulls.append({**data, "number": number})
        return {"number": number, "html_url": f"https://github.com/{self.path}/pull/{number}", "state": "open"}


def _base64(data: bytes) -> str:
    """Gives bytes as the API does: in lines."""
    return base64.encodebytes(data).decode()


def limited() -> None:
    """rate-limits-for-the-rest-api: nothing is left until the reset."""
    raise Refusal(403, "API rate limit exceeded for user ID 1.", {"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(RESET)})


def slowed() -> None:
    """rate-limits-for-the-rest-api: a secondary limit; the page cannot read how long."""
    raise Refusal(
        429, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.", {"retry-after": "240"}
    )


def failing() -> None:
    """troubleshooting-the-rest-api: it took more than ten seconds."""
    raise Refusal(502, "Server Error")


def moved() -> None:
    """best-practices-for-using-the-rest-api: a repository that got another name is found by a redirect."""
    raise Refusal(301, "Moved Permanently", {"location": f"{API}/repositories/1"})


def cut_off() -> None:
    """No network."""
    raise ConnectionError
