"""A redirect that leads wrong, and a list of addresses that cannot be read, are told at their line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kennisstad.loading.promised import load_promised
from kennisstad.model import Folders
from kennisstad.problem import Problem
from tests.site.kept import errors_of, keep, lead


def test_a_redirect_that_leads_wrong_is_told(promising: Path) -> None:
    gone = "gone: {en: x, nl: x, de: x}"
    expected = {
        "here: [/a/], to: /b/": "redirect-circle",
        "there: [/b/], to: /a/": "redirect-circle",
        "itself: [/c/], to: /c/": "redirect-circle",
        "to-gone: [/d/], to: /e/": "redirect-to-gone",
        f"gone: [/e/], {gone}": "",
        "nowhere: [/f/], to: /nowhere/": "redirect-nowhere",
        'nobody: [/g/], to: "project:nobody"': "dead-record-link",
        'no-link: [/h/], to: "plan:nobody"': "leads-to",
        "own-site: [/i/], to: https://www.harbour.example.org/x/": "redirect-own-site",
        "neither: [/j/]": "redirect-neither",
        f"both: [/k/], to: /projects/, {gone}": "redirect-both",
        "taken: [/projects/], to: /": "redirect-taken",
        "taken-in-capitals: [/Projects/], to: /": "redirect-taken",
        "in-a-file: [/api/v1/index.json/], to: /": "redirect-taken",
        'lives: ["project:benches"], to: /': "redirect-taken",
        'no-kind: ["plan:benches"], to: /': "unknown-kind-of-record",
        "formerly: [/projects/letter/], to: /": "redirect-twice",
        "first: [/l/], to: /": "",
        "second: [/L/], to: /news/": "redirect-twice",
    }
    lead(promising, *(f"- {{id: {line.replace(':', ', old:', 1)}}}" for line in expected))

    told = {problem.record: problem.rule for problem in errors_of(promising)}
    assert told == {line.partition(":")[0]: rule for line, rule in expected.items() if rule}


def test_of_files_it_is_told_once_all_are_known(promising: Path) -> None:
    lead(
        promising,
        "- {id: feed, old: [/news/feed.xml], to: /}",
        "- {id: in-a-file, old: [/sitemap.xml/], to: /}",
        "- {id: no-feed, old: [/a/], to: /news/feeds.xml}",
        "- {id: right, old: [/feed.xml], to: /news/feed.xml}",
    )

    told = {problem.record: problem.rule for problem in errors_of(promising)}
    assert told == {"feed": "redirect-taken", "in-a-file": "redirect-taken", "no-feed": "redirect-nowhere"}


NO_NAMES = (
    "//evil.example.org/",
    "/../etc/",
    "/a/../b/",
    "/a b/",
    "/a\\b/",
    "/%2e%2e/",
    "/a;b/",
    "/a$1/",
    "/{x}/",
    "/_headers",
    "/.git/",
    "/assets/site.css",
    "/a?b",
    "/a#b",
    "/404.html",
    f"/{'a' * 250}/",
    "/a//b/",
    "https://www.harbour.example.org/about-us/",
)


def test_an_address_that_a_host_could_read_as_more_than_a_name_is_refused(promising: Path) -> None:
    lead(promising, f"- {{id: a, old: [{', '.join(map(json.dumps, NO_NAMES))}], to: /}}")
    told = errors_of(promising)

    assert [problem.rule for problem in told] == ["old-address"] * len(NO_NAMES)
    assert told[-1].values["instead"] == "/about-us/"


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("[", "addresses-unreadable", 1),
        ("{}\n", "addresses-unreadable", 1),
        ('[\n "/",\n 3\n]\n', "addresses-no-address", 3),
        ('[\n "/",\n "../x/"\n]\n', "addresses-no-address", 3),
        ('[\n "/",\n<<<<<<< here\n "/a/"\n]\n', "two-versions", 3),
        ("[" * 100_000, "addresses-unreadable", 1),
    ],
)
def test_a_list_that_cannot_be_read_is_told_at_its_line(tmp_path: Path, text: str, rule: str, line: int) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/addresses.json").write_text(text, "utf-8")
    problems: list[Problem] = []

    assert load_promised(Folders.of(tmp_path), problems) is None
    assert [(problem.rule, problem.location.line) for problem in problems] == [(rule, line)]


def test_a_list_that_cannot_be_read_refuses_a_build(promising: Path) -> None:
    (promising / "data/addresses.json").write_text("[", "utf-8")

    assert [problem.rule for problem in errors_of(promising)] == ["addresses-unreadable"]
    assert keep(promising) == 1
