"""Every kind of page in a browser, from a real host with its headers: used as people do, and nothing breaks the policy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kennisstad.addresses.routes import routes
from kennisstad.hosting.policy import APIS
from tests.browser.visitor import serve, visit
from tests.conftest import ROOT
from tests.figures import Record
from tests.hosting.conftest import Built
from tests.hosting.hosts import Host, running

LISTEN = "window.broken = []; addEventListener('securitypolicyviolation', (found) => broken.push(found.violatedDirective))"
CLUB = "http://club.example.org/"


@pytest.fixture(scope="module")
def strict(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """nginx, as it is told."""
    own = built.folder / "nginx-for-browsers"
    own.mkdir()
    with running("nginx", built.site, built.deploy, own) as host:
        yield host


def violations(page: Page) -> set[str]:
    """What was refused, by the header or by the policy in the page."""
    page.wait_for_load_state("networkidle")
    return set(page.evaluate("broken"))


def kinds_of_pages(built: Built) -> dict[str, str]:
    """A path of each kind in the first language."""
    dataset = built.published.dataset
    found = routes(dataset, built.published.addresses)
    return {route.kind: route.path for route in found if route.language == dataset.programme.default_language}


def test_no_kind_of_page_breaks_its_policy(browser: Browser, strict: Host, built: Built, record_property: Record) -> None:
    """`visit` fails on what the browser tells of it, also of the policy in the page itself, and on a request to another host."""
    with visit(browser, strict.address) as visitor:
        visitor.page.add_init_script(LISTEN)
        kinds = kinds_of_pages(built)
        for kind, path in kinds.items():
            visitor.visit(path)

            assert visitor.page.evaluate("broken") == [], f"{kind}: {path}"
    record_property("figure", f"{len(kinds)} kinds of pages under their policy: 0 violations")


def test_the_list_of_projects_and_search_work_under_it(browser: Browser, strict: Host) -> None:
    """Search down to the texts that Pagefind has, which is WebAssembly."""
    with visit(browser, strict.address) as visitor:
        page = visitor.page
        page.add_init_script(LISTEN)
        visitor.visit("projects/")
        page.get_by_role("searchbox").fill("garden")
        expect(page.get_by_role("link", name="Quay garden").first).to_be_visible()
        assert violations(page) == set()

        visitor.visit("about/")
        page.keyboard.press("/")
        page.get_by_role("dialog").get_by_role("searchbox").fill("quay is high")
        expect(page.get_by_role("dialog").get_by_role("link", name="About").first).to_be_visible()
        assert violations(page) == set()

        visitor.visit("search/?q=swimming")
        expect(page.get_by_role("status")).to_contain_text("swimming")
        assert violations(page) == set()


def test_the_form_speaks_with_the_code_host_and_with_nobody_else(browser: Browser, strict: Host) -> None:
    page = browser.new_page()
    page.add_init_script(LISTEN)
    page.route("https://**", lambda route: route.fulfill(body="{}", headers={"Access-Control-Allow-Origin": "*"}))
    page.goto(f"{strict.address}edit/?project=quay-garden")
    expect(page.get_by_role("heading", name="Quay garden")).to_be_visible()
    assert violations(page) == set()

    ask = "(address) => fetch(address).then(() => 'answered', () => 'refused')"
    assert page.evaluate(ask, "https://api.github.com/") == "answered"
    assert page.evaluate(ask, "https://other.example.org/") == "refused"
    assert violations(page) == {"connect-src"}
    page.goto(f"{strict.address}about/")
    assert page.evaluate(ask, "https://api.github.com/") == "refused"
    page.close()


def test_only_an_embed_may_stand_in_a_frame_elsewhere(browser: Browser, strict: Host, tmp_path: Path) -> None:
    paths = ("embed/partners/rowers/", "about/", "edit/")
    frames = "".join(f'<iframe src="{strict.address}{path}"></iframe>' for path in paths)
    (tmp_path / "index.html").write_text(f"<!DOCTYPE html><title>Club</title>{frames}", "utf-8")
    page = browser.new_page()
    with serve(tmp_path) as club:
        page.goto(club, wait_until="networkidle")
        shown = [frame.url.partition("?")[0] for frame in page.frames[1:]]

        assert shown == [f"{strict.address}{paths[0]}", *["chrome-error://chromewebdata/"] * 2]
        page.close()


def test_the_policy_of_a_page_holds_without_headers_too(browser: Browser, built: Built) -> None:
    """So that these tests would see a script in the page, on a host that sends none."""
    page = browser.new_page()
    page.add_init_script(LISTEN)
    page.route(f"{CLUB}**", lambda route: route.fulfill(path=_file(built.site, route.request.url)))
    page.goto(f"{CLUB}about/index.html")
    page.evaluate("document.head.append(Object.assign(document.createElement('script'), {text: 'window.ran = true'}))")

    assert violations(page) == {"script-src-elem"}
    assert page.evaluate("window.ran") is None
    page.close()


def _file(site: Path, url: str) -> Path:
    return site / url.removeprefix(CLUB).partition("?")[0]


def test_the_form_and_its_policy_know_the_same_hosts() -> None:
    script = (ROOT / "overrides/assets/form/handing-in-github.js").read_text("utf-8")

    assert f'export const APIS = {{ github: "{APIS["github.com"]}" }};' in script
    assert len(APIS) == 1
