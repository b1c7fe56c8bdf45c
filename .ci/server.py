"""Brings the site that was built and tested to a server of one's own, or puts the one before it back. Nothing of others runs here.

    SERVER=user@host SERVER_FOLDER=/srv/site SSH_KEY=… SSH_KNOWN_HOSTS=… python3 .ci/server.py put SITE
    SERVER=user@host SERVER_FOLDER=/srv/site SSH_KEY=… SSH_KNOWN_HOSTS=… python3 .ci/server.py back

The key stands in this job alone, so it imports of the package only what needs Python itself (`kennisstad.writing.releases`); a test
looks. SSH_KEY is a private key and SSH_KNOWN_HOSTS what `ssh-keyscan` gives, or the name of a file with that (GitLab gives files).
Who answers with another key is not spoken to.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
from kennisstad.writing.releases import NotPublished, Shown, publish

_SERVER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*@[A-Za-z0-9][A-Za-z0-9.-]*")
_FOLDER = re.compile(r"(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)+")
_PORT = re.compile(r"[1-9][0-9]{0,4}")
NEEDED = ("SERVER", "SERVER_FOLDER", "SSH_KEY", "SSH_KNOWN_HOSTS")
_WRAPPER = """#!/bin/sh
exec '{ssh}' -F /dev/null -i '{folder}/key' -p {port} -o IdentitiesOnly=yes -o BatchMode=yes -o ConnectTimeout=30 \\
  -o StrictHostKeyChecking=yes -o UserKnownHostsFile='{folder}/known_hosts' "$@"
"""


class Refused(Exception):
    """What was given is not what is needed; its text says what."""


def target(given: Mapping[str, str]) -> tuple[Shown, str]:
    """Gives the folder on the server, and the port. Raises Refused where what is given could mean something else to a shell."""
    lacking = [name for name in NEEDED if not given.get(name)]
    if lacking:
        raise Refused(f"Still to set once, in the settings of the repository: {', '.join(lacking)}")
    port = given.get("SSH_PORT") or "22"
    for name, value, form in (
        ("SERVER", given["SERVER"], _SERVER),
        ("SERVER_FOLDER", given["SERVER_FOLDER"], _FOLDER),
        ("SSH_PORT", port, _PORT),
    ):
        if not form.fullmatch(value):
            raise Refused(f"{name} is not of the form user@host, /srv/site or 22.")
    return Shown(given["SERVER_FOLDER"], given["SERVER"]), port


def with_keys(given: Mapping[str, str], port: str, folder: Path) -> None:
    """Puts a `ssh` before the one of the system that knows this key, and the keys of that server, and nothing of who runs it."""
    real = shutil.which("ssh")
    if real is None or shutil.which("rsync") is None:
        raise Refused("There is no ssh, or no rsync, on this machine.")
    for name, file in (("SSH_KEY", "key"), ("SSH_KNOWN_HOSTS", "known_hosts")):
        value = given[name]
        text = Path(value).read_text("utf-8") if "\n" not in value.strip() and os.path.isfile(value) else value
        (folder / file).touch(mode=0o600)
        (folder / file).write_text(text.replace("\r\n", "\n").rstrip("\n") + "\n", "utf-8")
    wrapper = folder / "ssh"
    wrapper.write_text(_WRAPPER.format(ssh=real, folder=folder, port=port), "utf-8")
    wrapper.chmod(0o700)
    os.environ["PATH"] = f"{folder}{os.pathsep}{os.environ['PATH']}"


def main(arguments: list[str], given: Mapping[str, str]) -> int:
    """Does it. Gives 1 where it could not be done; then what the server shows stays."""
    verb, *site = arguments
    kept = os.environ["PATH"]
    try:
        shown, port = target(given)
        with tempfile.TemporaryDirectory(prefix="key-") as folder:  # only its owner can open it
            with_keys(given, port, Path(folder))
            did, name = publish(Path(*site), shown) if verb == "put" else shown.do("back")
    except (Refused, NotPublished, OSError) as refused:
        print(" ".join(str(refused).split()), file=sys.stderr)
        return 1
    finally:
        os.environ["PATH"] = kept
    print(f"{did} {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], dict(os.environ)))
