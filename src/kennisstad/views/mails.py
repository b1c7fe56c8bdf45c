"""A newsletter as a mail: its parts as plain items, for the HTML and for the text that stand side by side in one."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from kennisstad.model import Newsletter
from kennisstad.views.components import TextView, view
from kennisstad.views.edition import Edition
from kennisstad.views.newsletters import NewsletterView, newsletter_view
from kennisstad.views.plain_text import plain_text

WIDTH = 72
"""Letters of a line of a mail (RFC 3676 asks for at most 78)."""


@view
class MailItem:
    """Something that a mail tells of: its title, its whole address and a few lines."""

    title: TextView
    url: str
    lines: tuple[TextView, ...]


@view
class MailPart:
    """A part of a mail under a heading."""

    title: str
    items: tuple[MailItem, ...]


def mail_parts(edition: Edition, shown: NewsletterView) -> tuple[MailPart, ...]:
    """Gives the parts of a newsletter that have anything in them."""
    words, absolute = edition.locale.words, edition.addresses.absolute
    news = (MailItem(card.title, absolute(card.path), (card.summary, TextView(card.date))) for card in shown.news)
    events = (
        MailItem(
            card.title,
            absolute(card.path),
            (TextView(f"{card.state}: {card.when.text}" if card.state else card.when.text), card.place, card.summary),
        )
        for card in shown.events
    )
    results = (
        MailItem(one.link.title, absolute(one.link.path), tuple(result.text for result in one.results)) for one in shown.results
    )
    changed = (
        MailItem(
            one.link.title,
            absolute(one.link.path),
            (TextView("; ".join(said.text for said in one.sentences)),) if one.sentences else (),
        )
        for one in shown.changed
    )
    named = (("home.news", news), ("events.title", events), ("newsletter.results", results), ("newsletter.changed", changed))
    parts = (MailPart(words[key], tuple(items)) for key, items in named)
    return tuple(part for part in parts if part.items)


def mail_text(edition: Edition, issue: Newsletter) -> str:
    """Gives a newsletter as plain text, in lines that every program for mail shows whole."""
    shown = newsletter_view(edition, issue, edition.addresses.site_url)
    return "\n".join(_lines(edition, issue, shown)).rstrip() + "\n"


def _lines(edition: Edition, issue: Newsletter, shown: NewsletterView) -> Iterator[str]:
    yield edition.text(edition.dataset.programme.name).text
    yield from (shown.title.text, shown.period, "")
    if shown.description:
        yield from (*_wrapped(plain_text(shown.description.html)), "")
    for part in mail_parts(edition, shown):
        yield from (part.title.upper(), "=" * len(part.title), "")
        for item in part.items:
            yield from _wrapped(item.title.text)
            yield from (line for text in item.lines for line in _wrapped(text.text))
            yield from (item.url, "")
    yield from ("--", edition.locale.words["newsletter.in_browser"], _address(edition, issue))


def _wrapped(text: str) -> list[str]:
    lines = text.splitlines() or [""]
    return [row for line in lines for row in textwrap.wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False) or [""]]


def _address(edition: Edition, issue: Newsletter) -> str:
    return edition.addresses.absolute(edition.links.path("newsletter", issue.id))
