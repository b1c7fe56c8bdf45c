"""Pages that show much: the invented programme with more records than fit on a screen."""

from __future__ import annotations

import pytest

from tests.promises import Published

PARTNER = ["leads", "joins", "intended", "network", "figures", "readings"]
TRACK = [*(f"status-{status}" for status in ("running", "completed", "exploring", "planned", "stopped", "unknown")), "results"]


@pytest.mark.parametrize(
    ("path", "sections"), [("partners/hospital", PARTNER), ("nl/partners/hospital", PARTNER), ("tracks/water", TRACK)]
)
def test_a_long_page_begins_with_projects_and_leads_to_its_sections(grown: Published, path: str, sections: list[str]) -> None:
    page = grown.pages[f"{path}/index.html"]

    assert [link["href"] for link in page.all("a") if link["href"].startswith("#")] == [
        "#_content",
        *(f"#{name}" for name in sections),
    ]
    assert [heading["id"] for heading in page.all("h2") if heading["id"] != "brief"] == sections


def test_a_short_page_has_no_links_within_itself(grown: Published) -> None:
    assert grown.pages["partners/museum/index.html"].all("nav", **{"class": "jump"}) == []


def test_the_agendas_give_the_numbers_that_documents_give(grown: Published) -> None:
    assert "<td>7a</td>" in grown.html["agendas/index.html"]


def test_the_foot_names_what_every_visitor_may_need_in_a_fixed_order(grown: Published) -> None:
    """Hand-written pages by their own order, then what every site has."""
    foot = grown.html["index.html"].rpartition("<footer")[2]
    order = [
        foot.index(f'href="./{path}/"')
        for path in ("contact", "about", "follow", "how-we-know", "open-data", "accessibility", "site-map")
    ]

    assert order == sorted(order)
