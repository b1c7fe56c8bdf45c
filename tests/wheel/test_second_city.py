"""A second city: the steps of README in an environment that has the wheel and not the checkout, and a look at what they give."""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visitor import serve, visit
from tests.site.pages import asset, names_in
from tests.wheel.conftest import ROOT, Elsewhere

_BLOCK = re.compile(r"^```(sh|yaml)\n(?:# (data/\S+)\n)?(.*?)^```$", re.MULTILINE | re.DOTALL)


def steps() -> list[tuple[str, str]]:
    """Gives what README says to do: lines for a shell with "", or a file's name with its text."""
    section = (ROOT / "README.md").read_text("utf-8").partition("## A second city in five minutes\n")[2].partition("\n## ")[0]
    return [(name, text) for _, name, text in _BLOCK.findall(section)]


@pytest.fixture(scope="session")
def city(elsewhere: Elsewhere) -> Path:
    """The folder of the second city, built by the steps of README."""
    folder = elsewhere.folder
    for name, text in steps():
        if name:
            (folder / name).write_text(text, "utf-8")
        else:
            said = elsewhere.run(f"{text}pwd", folder)
            folder = Path(said.stdout.splitlines()[-1])
    return folder


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_the_steps_are_a_package_a_start_three_records_and_a_build() -> None:
    assert [name or len(text.splitlines()) for name, text in steps()] == [
        2,
        2,
        "data/tracks.yaml",
        "data/partners.yaml",
        "data/projects.yaml",
        2,
    ]


def test_nothing_of_the_checkout_can_be_imported_there(city: Path, elsewhere: Elsewhere) -> None:
    assert elsewhere.ask("kennisstad.__file__").startswith(str(elsewhere.environment))
    assert elsewhere.ask("base()") == str(Path(elsewhere.ask("kennisstad.__file__")).parent / "base")
    assert str(ROOT) not in elsewhere.ask('__import__("sys").path')


def test_the_wheel_carries_what_every_programme_shares_and_nothing_of_leiden(city: Path, elsewhere: Elsewhere) -> None:
    wheel = next((elsewhere.folder / "dist").glob("*.whl"))
    carried, about = zipfile.ZipFile(wheel).namelist(), f"{wheel.name.partition('-py3')[0]}.dist-info/"
    shared = [
        f"kennisstad/base/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "overrides").rglob("*")
        if path.is_file() and ".icons" not in path.parts
    ]
    words = ["kennisstad/base/locales/en.yaml", "kennisstad/base/locales/nl.yaml"]

    assert sorted(name for name in carried if name.startswith("kennisstad/base/")) == sorted((*shared, *words))
    assert "kennisstad_host.py" in carried
    assert not [name for name in carried if not name.startswith(("kennisstad/", about, "kennisstad_host"))]


def test_a_new_programme_is_a_record_and_a_home_page_in_each_language(city: Path) -> None:
    made = {name for name in _files(city) if not name.startswith(("site/", ".cache/"))}

    assert made == {
        "content/en/index.md",
        "content/fr/index.md",
        "data/partners.yaml",
        "data/programme.yaml",
        "data/projects.yaml",
        "data/tracks.yaml",
        "overrides/.icons/material/LICENSE",
        "overrides/.icons/material/leaf.svg",
    }


def test_the_site_has_its_pages_and_no_others(city: Path) -> None:
    pages = {path.relative_to(city / "site").as_posix() for path in (city / "site").rglob("*.html")}

    assert {"index.html", "fr/index.html", "404.html", "projects/quay-garden/index.html", "fr/partners/town/index.html"} <= pages
    assert not [
        page for page in pages if page.removeprefix("fr/").startswith(("themes/", "figures/", "history/", "accessibility/"))
    ]


def test_a_visitor_finds_the_project_and_reads_it_in_both_languages(city: Path, browser: Browser) -> None:
    with serve(city / "site") as host, visit(browser, host) as visitor:
        visitor.visit("")
        expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Harbour Together")
        visitor.page.get_by_role("navigation", name="Main menu").get_by_role("link", name="Tracks").click()
        expect(visitor.page.locator(".icon svg path")).to_have_count(1)
        visitor.page.get_by_role("link", name="Green quays").click()
        visitor.page.get_by_role("link", name="Quay garden").click()
        assert visitor.path == "projects/quay-garden/"
        visitor.page.get_by_role("link", name="Français", exact=True).click()
        expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Jardin du quai")
        assert (visitor.path, visitor.language) == ("fr/projects/quay-garden/", "fr")
        assert visitor.sideways() == 0


def test_mkdocs_writes_the_same_bytes(city: Path, elsewhere: Elsewhere) -> None:
    other = elsewhere.folder / "with-mkdocs"
    elsewhere.run(
        f'kennisstad init {other} --name "Harbour Together" --languages en,fr --address https://harbour.example.org/ --mkdocs'
    )
    for folder in ("data", "overrides"):
        shutil.copytree(city / folder, other / folder, dirs_exist_ok=True)

    elsewhere.run("python -m mkdocs build --strict", other)

    assert _files(other / "site") == _files(city / "site")


def test_one_word_one_template_and_one_colour_are_changed_without_a_copy(city: Path, elsewhere: Elsewhere) -> None:
    own = {
        "locales/fr.yaml": "words: {menu: {tracks: Axes}}\npaths: {tracks: axes}\n",
        "locales/en.yaml": "words: {menu: {tracks: Lines}}\n",
        "overrides/records/search.html": "<h1>{{ words.search.title }} here</h1>\n",
        "overrides/assets/programme.css": ":root { --red: #00558c; }\n",
    }
    other = elsewhere.folder / "with-its-own"
    shutil.copytree(city, other, ignore=shutil.ignore_patterns("site"))
    for name, text in own.items():
        (other / name).parent.mkdir(parents=True, exist_ok=True)
        (other / name).write_text(text, "utf-8")

    elsewhere.run("kennisstad check && kennisstad build --no-search", other)

    site = other / "site"
    assert ">Axes</a>" in (site / "fr/index.html").read_text("utf-8")
    assert ">Lines</a>" in (site / "index.html").read_text("utf-8")
    assert (site / "fr/axes/green/index.html").is_file()
    assert "<h1>Search here</h1>" in (site / "search/index.html").read_text("utf-8")
    assert (site / asset(names_in(site), "site.css")).read_text("utf-8").endswith(":root{--red:#00558c}")
    assert not (site / "assets/programme.css").exists()
