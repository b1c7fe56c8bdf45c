"""The site of the invented programme as it is published, with what its hosts are told."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kennisstad.addresses.routes import Addresses
from kennisstad.cli import main
from kennisstad.hosting.host import Hosted
from kennisstad.writing.compressed import compress
from kennisstad.writing.search import make_index
from tests.hosting.hosts import HOSTS, Host, running
from tests.promises.published import Published
from tests.site.programmes import copy_invented, published

ADDRESS = "https://harbour.example.org/"
LED = """
- {id: club, old: [/club/], to: "project:quay-garden"}
- {id: minutes, old: [/minutes.html], to: "page:about"}
- {id: away, old: [/sister/], to: "https://sister.example.org/home"}
- {id: fair, old: [/nl/kermis/], gone: {en: The fair is no more., nl: De kermis is er niet meer.}}
"""


@dataclass(frozen=True, slots=True)
class Built:
    """A site in a folder that every program may read, what hosts are told, and what the core knows of it."""

    folder: Path
    site: Path
    deploy: Path
    published: Published
    hosted: Hosted


@pytest.fixture(scope="session")
def built() -> Iterator[Built]:
    """The invented programme with its data at GitHub, addresses of before, and somebody to report a leak to."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)  # Apache reads it under another name
        data, site, deploy = copy_invented(folder / "data"), folder / "site", folder / "deploy"
        (data / "data" / "redirects.yaml").write_text(LED, "utf-8")
        programme = data / "data" / "programme.yaml"
        told = programme.read_text("utf-8").replace("https://git.example.org/harbour", "https://github.com/harbour/site")
        programme.write_text(told, "utf-8")
        made = published(data, ADDRESS)
        for path, text in made.files.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(text)
        make_index(site)
        compress(site)
        assert main(["hosting", "--folder", str(data), "--target", str(deploy), "--address", ADDRESS]) == 0
        yield Built(folder, site, deploy, made, Hosted.of(made.dataset, Addresses.of(made.dataset, ADDRESS)))


@pytest.fixture(scope="session", params=HOSTS)
def host(request: pytest.FixtureRequest, built: Built) -> Iterator[Host]:
    """Each host in turn."""
    own = built.folder / request.param
    own.mkdir()
    with running(request.param, built.site, built.deploy, own) as host:
        yield host
    (built.site / ".htaccess").unlink(missing_ok=True)
