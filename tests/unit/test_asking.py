"""The program that asks addresses outside the site, against a server on this machine; a test alone allows it that."""

from __future__ import annotations

import importlib.util
import json
import socket
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import ROOT


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("ask_script", ROOT / ".ci" / "ask.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its classes look themselves up
    spec.loader.exec_module(module)
    return module


ASK = script()


class Town:
    """A server that answers by the path: `/404` with 404, `/301/well` leads on to `/well`, `/head-405` only answers GET."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.at_once = self.most_at_once = 0
        self.guard = threading.Lock()
        self.port = 0

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        with self.guard:
            self.asked.append(f"{handler.command} {handler.path}")
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
        first, _, rest = handler.path.strip("/").partition("/")
        if first == "slow":
            self._drip(handler)
        elif first.startswith("head-"):
            self._head(handler, int(first[5:]) if handler.command == "HEAD" else 200)
        else:
            self._head(handler, int(first) if first.isdigit() else 200, rest)
        with self.guard:
            self.at_once -= 1

    def _head(self, handler: BaseHTTPRequestHandler, status: int, rest: str = "") -> None:
        handler.send_response(status)
        if rest:
            handler.send_header("Location", rest if "://" in rest else f"/{rest}")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    def _drip(self, handler: BaseHTTPRequestHandler) -> None:
        try:
            for _ in range(200):
                handler.wfile.write(b"X")
                handler.wfile.flush()
                time.sleep(0.02)
        except OSError:
            pass  # whoever asked is gone


@pytest.fixture
def town() -> Iterator[Town]:
    there = Town()

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            there.answer(self)

        do_GET = do_HEAD  # noqa: N815 - the library's name

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        there.port = server.server_port
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield there
        server.shutdown()


def asker(town: Town, **more: Any) -> Any:
    allowed = {"is_allowed": lambda place: place == "127.0.0.1", "ports": frozenset({town.port})}
    return ASK.Asker(**{"pause": 0, "seconds": 2, **allowed, **more})


@pytest.mark.parametrize(
    ("path", "outcome", "asked"),
    [
        ("well", "well", ["HEAD /well"]),
        ("404", "gone", ["HEAD /404", "GET /404"]),
        ("410", "gone", ["HEAD /410", "GET /410"]),
        ("head-405", "well", ["HEAD /head-405", "GET /head-405"]),
        ("head-404", "well", ["HEAD /head-404", "GET /head-404"]),
        ("403", "closed", ["HEAD /403", "GET /403"]),
        ("429", "closed", ["HEAD /429"]),
        ("500", "silent", ["HEAD /500", "GET /500"] * 2),
        ("301/well", "moved", ["HEAD /301/well", "HEAD /well"]),
        ("302/well", "well", ["HEAD /302/well", "HEAD /well"]),
        ("301/404", "gone", ["HEAD /301/404", "HEAD /404", "GET /404"]),
    ],
)
def test_what_comes_of_an_address(town: Town, path: str, outcome: str, asked: list[str]) -> None:
    answer = asker(town).one(f"http://127.0.0.1:{town.port}/{path}")

    assert answer["outcome"] == outcome
    assert town.asked == asked


def test_where_a_page_moved_is_as_far_as_that_is_for_good(town: Town) -> None:
    here = f"http://127.0.0.1:{town.port}"

    answer = asker(town).one(f"{here}/301/308/302/well")

    assert answer == {"outcome": "moved", "why": "status", "status": 200, "to": f"{here}/302/well"}


def test_a_circle_ends(town: Town) -> None:
    here = f"http://127.0.0.1:{town.port}"
    answer = asker(town).one(f"{here}/302/" + "302/" * 20 + "well")

    assert answer == {"outcome": "silent", "why": "circle"}
    assert len(town.asked) == 2 * 6


def test_who_sends_an_answer_letter_by_letter_is_cut_off(town: Town) -> None:
    begun = time.monotonic()
    answer = asker(town, seconds=0.2).one(f"http://127.0.0.1:{town.port}/slow")

    assert answer == {"outcome": "silent", "why": "time"}
    assert time.monotonic() - begun < 3


def test_a_host_is_asked_one_thing_at_a_time(town: Town) -> None:
    here = f"http://127.0.0.1:{town.port}"
    found = asker(town, pause=0.01).all(
        [f"{here}/well?{number}" for number in range(6)] + [f"http://127.0.0.1:{town.port}/301/well"]
    )

    assert {one["outcome"] for one in found.values()} == {"well", "moved"}
    assert town.most_at_once == 1


def test_no_more_is_asked_than_may_be(town: Town) -> None:
    here = f"http://127.0.0.1:{town.port}"

    assert len(asker(town, most=3).all([f"{here}/{number}" for number in range(5)])) == 3
    assert asker(town, whole=-1).one(f"{here}/well") == {"outcome": "unasked", "why": "time"}


@pytest.mark.parametrize(
    "place",
    [
        *(
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
        ),
        *("::1", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1", "2002:0a00:0001::1", "64:ff9b::a00:1", "ff02::1", "::"),
    ],
)
def test_what_is_not_of_the_whole_internet_is_not_asked(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not ASK.is_public(place)
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *_, **__: [(0, 0, 0, "", ("93.184.215.14", 443)), (0, 0, 0, "", (place, 443))]
    )
    monkeypatch.setattr(socket, "create_connection", lambda *_: pytest.fail("it was asked"))

    assert ASK.Asker(pause=0).one("https://town.example.org/") == {"outcome": "unasked", "why": "private"}


def test_addresses_of_the_internet_are_public() -> None:
    assert all(map(ASK.is_public, ("93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e")))


def test_a_redirect_leads_into_no_private_network_either(town: Town) -> None:
    answer = asker(town).one(f"http://127.0.0.1:{town.port}/302/http://127.0.0.2:{town.port}/secret")

    assert answer == {"outcome": "unasked", "why": "private"}
    assert town.asked == [f"HEAD /302/http://127.0.0.2:{town.port}/secret"]


@pytest.mark.parametrize(
    "to", ["http://127.0.0.1:22/", "file:///etc/passwd", "ftp://127.0.0.1/", "http://[::1/", "gopher://127.0.0.1:70/_x"]
)
def test_a_redirect_to_what_is_no_page_is_not_followed(town: Town, to: str) -> None:
    answer = asker(town).one(f"http://127.0.0.1:{town.port}/302/{to}")

    assert answer["outcome"] in ("silent", "unasked")
    assert all("/302/" in asked for asked in town.asked)


def test_a_name_is_looked_up_once_for_each_question(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a name leads to may change between looking at it and asking (DNS rebinding)."""
    looked: list[str] = []
    real = socket.getaddrinfo

    def once(host: str, *more: Any, **named: Any) -> Any:
        looked.append(host)
        return real("127.0.0.1" if host == "town.example.org" else host, *more, **named)

    monkeypatch.setattr(socket, "getaddrinfo", once)

    assert asker(town).one(f"http://town.example.org:{town.port}/well")["outcome"] == "well"
    assert looked.count("town.example.org") == 1


def test_a_wrong_certificate_and_a_name_that_nobody_has_are_told(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asker(town).one(f"https://127.0.0.1:{town.port}/") == {"outcome": "silent", "why": "certificate"}
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: (_ for _ in ()).throw(socket.gaierror()))
    assert ASK.Asker(pause=0).one("https://nobody.example.org/") == {"outcome": "silent", "why": "no-host"}


def test_where_nobody_answers_there_is_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ASK.Asker, "one", lambda *_: {"outcome": "silent", "why": "no-host"})
    asked, answers = tmp_path / "addresses.json", tmp_path / "answers.json"
    asked.write_text(json.dumps({f"https://{name}.example.org/": [] for name in "abcde"}), "utf-8")

    assert ASK.main(str(asked), str(answers)) == 1
    assert not answers.exists()


def test_answers_are_written_by_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(ASK.Asker, "one", lambda *_: {"outcome": "gone", "why": "status", "status": 404})
    asked, answers = tmp_path / "addresses.json", tmp_path / "answers.json"
    asked.write_text(json.dumps({"https://town.example.org/::error::x": []}), "utf-8")

    assert ASK.main(str(asked), str(answers)) == 0
    assert list(json.loads(answers.read_text("utf-8"))) == ["https://town.example.org/::error::x"]
    assert capsys.readouterr().out == "1 addresses: 1 gone\n"
