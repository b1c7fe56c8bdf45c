"""What one job hands to another: a packed site, hashes of two sites, changes to propose, and a site for a server of one's own."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tarfile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import ROOT

CI = ROOT / ".ci"
KEY, HOSTS = (
    "-----BEGIN OPENSSH PRIVATE KEY-----\nsecret of a test\n-----END OPENSSH PRIVATE KEY-----",
    "server.example.org ssh-ed25519 AAAA",
)


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    told = ["sh", *map(str, command)]
    return subprocess.run(told, cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True, check=False)


def site(folder: Path, text: str = "Hello") -> Path:
    """A small site, as far as who publishes looks at it."""
    (folder / ".well-known").mkdir(parents=True)
    (folder / ".well-known" / "security.txt").write_text("Contact: mailto:a@b.example.org\n", "utf-8")
    (folder / "index.html").write_text(f"<p>{text}</p>", "utf-8")
    (folder / "sitemap.xml").write_text("<loc>https://harbour.example.org/</loc>", "utf-8")
    return folder


def test_a_site_is_packed_whole_for_all_to_read_and_comes_out_as_it_went_in(tmp_path: Path) -> None:
    built = site(tmp_path / "site")
    (built / "index.html").chmod(0o600)
    assert run(CI / "pack.sh", "site", "artifact.tar", cwd=tmp_path).returncode == 0
    assert run(CI / "unpack.sh", "artifact.tar", "public", cwd=tmp_path).returncode == 0

    with tarfile.open(tmp_path / "artifact.tar") as packed:
        members = packed.getmembers()
    assert {oct(one.mode) for one in members if one.isfile()} == {"0o644"}
    assert {(one.uid, one.gid) for one in members} == {(0, 0)}
    files = {path.relative_to(built): path.read_bytes() for path in built.rglob("*") if path.is_file()}
    public = tmp_path / "public"
    assert {path.relative_to(public): path.read_bytes() for path in public.rglob("*") if path.is_file()} == files
    assert Path(".well-known/security.txt") in files


def test_what_stood_in_the_folder_is_gone_and_a_packed_nothing_is_refused(tmp_path: Path) -> None:
    site(tmp_path / "site")
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / "old.html").touch()
    run(CI / "pack.sh", "site", "artifact.tar", cwd=tmp_path)
    run(CI / "unpack.sh", "artifact.tar", "public", cwd=tmp_path)
    assert not (tmp_path / "public" / "old.html").exists()

    (tmp_path / "empty").mkdir()
    run(CI / "pack.sh", "empty", "empty.tar", cwd=tmp_path)
    assert "There is no site" in run(CI / "unpack.sh", "empty.tar", "public", cwd=tmp_path).stderr


def test_a_site_with_a_link_in_it_is_not_packed(tmp_path: Path) -> None:
    (site(tmp_path / "site") / "passwd").symlink_to("/etc/passwd")
    done = run(CI / "pack.sh", "site", "artifact.tar", cwd=tmp_path)

    assert (done.returncode, "site/passwd is no file" in done.stderr) == (1, True)
    assert not (tmp_path / "artifact.tar").exists()


@pytest.mark.parametrize(("others", "ends"), [(["a"], 0), (["b"], 1), ([], 1)])
def test_hashes_of_sites_are_compared(tmp_path: Path, others: list[str], ends: int) -> None:
    for number, content in enumerate(["a", *others]):
        (tmp_path / "manifests" / f"manifest-{number}").mkdir(parents=True)
        told = json.dumps({"files": {"index.html": {"sha256": content}}}, indent=1)
        (tmp_path / "manifests" / f"manifest-{number}" / "manifest.json").write_text(told, "utf-8")
    done = run(CI / "manifests.sh", "manifests", cwd=tmp_path)

    assert done.returncode == ends
    assert ('"sha256": "b"' in done.stderr) == (others == ["b"])


def git(folder: Path, *words: str) -> str:
    settings = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}
    who = ("-c", "user.name=a", "-c", "user.email=a@b.example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", *who, *words], cwd=folder, env=os.environ | settings, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture
def checkouts(tmp_path: Path) -> tuple[Path, Path]:
    """The checkout of the job that makes changes, and that of the job that proposes them; `gh` writes down what it is asked."""
    first = tmp_path / "first"
    for folder in ("data", "content", "src"):
        (first / folder).mkdir(parents=True)
        (first / folder / "a.yaml").write_text("a: 1\n", "utf-8")
    git(first, "init", "--quiet")
    git(first, "add", ".")
    git(first, "commit", "--quiet", "--message", "Begun")
    git(tmp_path, "clone", "--quiet", "--bare", "first", "origin")
    git(tmp_path, "clone", "--quiet", "origin", "second")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "gh").write_text(
        f'#!/bin/sh\necho "$*" >>{tmp_path}/gh.txt\ncat >>{tmp_path}/said.txt </dev/stdin\n', "utf-8"
    )
    (tmp_path / "bin" / "gh").chmod(0o755)
    return first, tmp_path / "second"


def propose(second: Path, verb: str = "propose") -> subprocess.CompletedProcess[str]:
    path = f"{second.parent}/bin:{os.environ['PATH']}"
    told = (CI / "changes.sh", verb, "../first/changes", "proposal", "records", "Records: rename a")
    return run(*told, cwd=second, PATH=path, GIT_CONFIG_GLOBAL="/dev/null", GH_TOKEN="secret")


def test_changes_of_editors_are_proposed_on_a_branch_with_what_was_told(checkouts: tuple[Path, Path]) -> None:
    first, second = checkouts
    (first / "data" / "a.yaml").write_text("a: 2\n", "utf-8")
    (first / "content" / "new.md").write_text("New\n", "utf-8")
    (first / "record.txt").write_text("a is 2 now\n", "utf-8")
    run(CI / "changes.sh", "keep", "changes", cwd=first)
    done = propose(second)

    assert done.returncode == 0, done.stderr
    assert git(second, "ls-remote", "origin", "proposal").split()[0] == git(second, "rev-parse", "HEAD").strip()
    assert set(git(second, "show", "--format=", "--name-only").split()) == {"data/a.yaml", "content/new.md"}
    assert (second.parent / "gh.txt").read_text("utf-8").startswith("pr create --base main --title Records: rename a")
    assert (second.parent / "said.txt").read_text("utf-8") == "    a is 2 now\n"


def test_what_is_no_file_of_editors_is_not_proposed(checkouts: tuple[Path, Path]) -> None:
    first, second = checkouts
    (first / "data" / "a.yaml").write_text("a: 2\n", "utf-8")
    run(CI / "changes.sh", "keep", "changes", cwd=first)
    patch = first / "changes" / "changes.patch"
    patch.write_text(patch.read_text("utf-8") + patch.read_text("utf-8").replace("data/a.yaml", "src/a.yaml"), "utf-8")

    assert propose(second).returncode == 0
    assert git(second, "show", "--format=", "--name-only").split() == ["data/a.yaml"]


def test_a_link_or_a_program_is_refused(checkouts: tuple[Path, Path]) -> None:
    first, second = checkouts
    (first / "data" / "link.yaml").symlink_to("../src/a.yaml")
    run(CI / "changes.sh", "keep", "changes", cwd=first)
    done = propose(second)

    assert (done.returncode, "more than texts" in done.stderr) == (1, True)
    assert git(second, "ls-remote", "origin", "proposal") == ""


def test_nothing_changed_is_nothing_proposed_and_one_branch_is_begun_anew(checkouts: tuple[Path, Path]) -> None:
    first, second = checkouts
    run(CI / "changes.sh", "keep", "changes", cwd=first)
    assert (propose(second, "renew").stdout, (second.parent / "gh.txt").exists()) == ("Nothing changed.\n", False)

    for text in ("a: 2\n", "a: 3\n"):
        git(second, "switch", "--quiet", "--force", "main")
        (first / "data" / "a.yaml").write_text(text, "utf-8")
        run(CI / "changes.sh", "keep", "changes", cwd=first)
        assert propose(second, "renew").returncode == 0
    assert git(second, "log", "--format=%s", "main..origin/proposal").splitlines() == ["Records: rename a"]
    assert git(second, "show", "origin/proposal:data/a.yaml") == "a: 3\n"


def server_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("server_script", CI / "server.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SSH = """#!/bin/sh
echo "$*" >>'{folder}/ssh.txt'
while [ "$1" != -- ]; do
  if [ "$1" = -i ]; then cp "$2" '{folder}/key.txt'; stat -c %a "$2" >'{folder}/mode.txt'; fi
  shift
done
shift 2
exec sh -c "$*"
"""
RSYNC = """#!/bin/sh
while [ "$1" != -- ]; do shift; done
exec cp -r "$2." "${3#*:}"
"""
"""Stand-ins: the server is this machine, and what is brought is copied."""


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    (tmp_path / "bin").mkdir()
    for name, text in (("ssh", SSH.format(folder=tmp_path)), ("rsync", RSYNC)):
        (tmp_path / "bin" / name).write_text(text, "utf-8")
        (tmp_path / "bin" / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}/bin:{os.environ['PATH']}")
    monkeypatch.chdir(tmp_path)
    return {
        "SERVER": "site@server.example.org",
        "SERVER_FOLDER": f"{tmp_path}/srv",
        "SSH_KEY": KEY,
        "SSH_KNOWN_HOSTS": HOSTS,
        "SSH_PORT": "2222",
    }


def test_a_site_is_brought_to_a_server_and_the_one_before_it_is_put_back(given: dict[str, str], tmp_path: Path) -> None:
    script, shown = server_script(), tmp_path / "srv" / "current" / "index.html"
    assert script.main(["put", str(site(tmp_path / "one", "One"))], given) == 0
    assert script.main(["put", str(site(tmp_path / "two", "Two"))], given) == 0
    assert shown.read_text("utf-8") == "<p>Two</p>"
    assert script.main(["back"], given) == 0

    assert shown.read_text("utf-8") == "<p>One</p>"
    asked = (tmp_path / "ssh.txt").read_text("utf-8").splitlines()
    assert all("-p 2222" in line and "StrictHostKeyChecking=yes" in line and "-F /dev/null" in line for line in asked)


def test_the_key_is_for_its_owner_alone_and_gone_afterwards(
    given: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = os.environ["PATH"]
    assert server_script().main(["put", str(site(tmp_path / "one"))], given) == 0

    assert (tmp_path / "key.txt").read_text("utf-8") == f"{KEY}\n"
    assert (tmp_path / "mode.txt").read_text("utf-8") == "600\n"
    used = (tmp_path / "ssh.txt").read_text("utf-8").split(" -i ")[1].split()[0]
    assert not Path(used).parent.exists()
    assert os.environ["PATH"] == before
    assert "secret of a test" not in "".join(capsys.readouterr())


def test_a_key_may_be_given_as_a_file(given: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "id").write_text(KEY.replace("\n", "\r\n"), "utf-8", newline="")
    assert server_script().main(["put", str(site(tmp_path / "one"))], {**given, "SSH_KEY": str(tmp_path / "id")}) == 0

    assert (tmp_path / "key.txt").read_text("utf-8") == f"{KEY}\n"


@pytest.mark.parametrize(
    "wrong",
    [
        {"SERVER": "-oProxyCommand=touch x@y"},
        {"SERVER": "a@b c"},
        {"SERVER": "server.example.org"},
        {"SERVER_FOLDER": "srv"},
        {"SERVER_FOLDER": "/srv/../etc"},
        {"SERVER_FOLDER": "/srv/$(touch x)"},
        {"SERVER_FOLDER": "/"},
        {"SSH_PORT": "22 -oProxyCommand=x"},
        {"SSH_KEY": ""},
        {"SSH_KNOWN_HOSTS": ""},
    ],
    ids=str,
)
def test_what_could_mean_something_else_to_a_shell_is_refused(
    given: dict[str, str], tmp_path: Path, wrong: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert server_script().main(["put", str(site(tmp_path / "one"))], {**given, **wrong}) == 1
    assert next(iter(wrong)) in capsys.readouterr().err
    assert not (tmp_path / "ssh.txt").exists()


def test_a_preview_is_brought_nowhere(given: dict[str, str], tmp_path: Path) -> None:
    preview = site(tmp_path / "one")
    (preview / "preview.json").write_text("{}", "utf-8")

    assert server_script().main(["put", str(preview)], given) == 1
    assert not (tmp_path / "srv" / "current").exists()


def test_beside_the_key_runs_nothing_that_others_made() -> None:
    look = (
        "import sys; sys.argv = ['x']; import runpy; runpy.run_path(sys.orig_argv[-1], run_name='looked_at'); print(*sys.modules)"
    )
    bare = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [sys.executable, "-S", "-c", look, str(CI / "server.py")], env=bare, capture_output=True, text=True, check=True
    )
    others: set[Any] = {name.partition(".")[0] for name in done.stdout.split()} - set(sys.stdlib_module_names) - {"__main__"}

    assert others == {"kennisstad"}
