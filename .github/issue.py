"""Tells what somebody has to look at in one issue, with nothing but Python itself: opens it, renews it, closes it.

    GH_TOKEN=… python3 .github/issue.py outside/issue.md

The file is Markdown that `kennisstad outside` made, in which what others wrote is text already; where it is empty nothing is left
to look at. The issue is found again by a mark in it, and only if this job wrote it.
"""

from __future__ import annotations

import os
import sys
import urllib.error
import urllib.parse
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from proposal import US, Host, Refused

MARKER = "<!-- kennisstad:outside -->"
TITLE = "Adressen en records om na te kijken / Addresses and records to look at"
DONE = "Er is niets meer om na te kijken. / Nothing is left to look at."
LONGEST = 65_000
"""Letters that the code host takes in an issue, with some to spare."""


def tell(host: Host, told: str) -> str:
    """Puts what is told into the one issue, or closes it where nothing is. Gives what was done."""
    body = f"{MARKER}\n\n{told.strip() or DONE}\n"
    if len(body) > LONGEST:
        raise Refused("This is longer than an issue of ours.")
    ours = _ours(host)
    if not told.strip():
        for one in ours:
            if one["state"] == "open":
                closed = {"body": body, "state": "closed", "state_reason": "completed"}
                host.ask("PATCH", f"issues/{int(one['number'])}", closed)
        return "nothing left"
    if not ours:
        return f"#{int(host.ask('POST', 'issues', {'title': TITLE, 'body': body})['number'])}: new"
    kept, number = ours[0], int(ours[0]["number"])
    if kept["body"] == body and kept["state"] == "open":
        return f"#{number}: as it was"
    host.ask("PATCH", f"issues/{number}", {"body": body, "state": "open"})
    return f"#{number}: renewed"


def _ours(host: Host) -> list[dict[str, Any]]:
    """Gives the issues that this job wrote, those that are open first; there is one, unless somebody moved another here."""
    written = host.each("issues", creator=US, state="all", sort="created", direction="asc")
    ours = [one for one in written if "pull_request" not in one and one["user"]["login"] == US]
    marked = [one for one in ours if (one["body"] or "").startswith(MARKER)]
    return sorted(marked, key=lambda one: (one["state"] != "open", one["number"]))


def main(file: str) -> int:
    """Does it. Gives 1 where the code host refuses."""
    environment = os.environ
    host = Host(environment.get("GITHUB_API_URL", ""), environment.get("GITHUB_REPOSITORY", ""), environment.get("GH_TOKEN", ""))
    try:
        print(tell(host, Path(file).read_text("utf-8")))
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    except urllib.error.HTTPError as error:
        print(f"The code host answered {error.code} to {urllib.parse.urlsplit(error.url).path}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
