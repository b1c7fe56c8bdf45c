"""News and events as lists show them, and what belongs to a project or a partner."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from kennisstad.model import Article, ContentPage, Event, NewsItem, Record
from kennisstad.problem import Location
from kennisstad.views.components import LinkView, ProseView, TextView, view
from kennisstad.views.content import written_html
from kennisstad.views.edition import Edition
from kennisstad.views.whens import WhenView, event_when, is_over

NEWEST = 3
"""So many news items are shown where they stand beside something else."""


@view
class NewsCard:
    """A news item in a list; `day` as ISO 8601."""

    title: TextView
    path: str
    summary: TextView
    date: str
    day: str


@view
class EventCard:
    """An event in a list; `state` says that it is cancelled, moved or over, and `is_off` that nobody can go there any more."""

    title: TextView
    path: str
    summary: TextView
    when: WhenView
    place: TextView
    state: str
    is_off: bool


@view
class ArticlesView:
    """The news and events that belong to something: what comes, what is new, and the rest that is asked for."""

    coming: tuple[EventCard, ...]
    news: tuple[NewsCard, ...]
    earlier_news: tuple[NewsCard, ...]
    past: tuple[EventCard, ...]
    more: str
    """What asks for the rest; "" where there is none."""


def news_card(edition: Edition, news: NewsItem) -> NewsCard:
    """Gives a news item for a list."""
    path, date = edition.links.path("news-item", news.id), edition.locale.moment(news.date.parts)
    return NewsCard(edition.text(news.title), path, edition.text(news.summary), date, news.date.root)


def event_card(edition: Edition, event: Event, is_among_past: bool = False) -> EventCard:
    """Gives an event for a list; in a list of what is past, the heading says that it is over."""
    return EventCard(
        title=edition.text(event.title),
        path=edition.links.path("event", event.id),
        summary=edition.text(event.summary),
        when=event_when(edition, event),
        place=edition.text(event.place),
        state="" if is_among_past and not event.cancelled else state_of(edition, event),
        is_off=is_off(edition, event),
    )


def past_cards(edition: Edition, events: Iterable[Event]) -> tuple[EventCard, ...]:
    """Gives the events that are over for a list of their own, the last first."""
    return tuple(event_card(edition, event, is_among_past=True) for event in past(edition, events))


def is_off(edition: Edition, event: Event) -> bool:
    """Whether an event is cancelled or over."""
    return event.cancelled or is_over(edition, event)


def state_of(edition: Edition, event: Event) -> str:
    """Gives that an event is cancelled, was moved or is over, else ""."""
    if event.cancelled:
        return edition.locale.say("event.cancelled")
    if is_over(edition, event):
        return edition.locale.say("event.over")
    return edition.locale.say("event.moved") if event.moved_from else ""


def newest_first(news: Iterable[NewsItem]) -> list[NewsItem]:
    """Gives news from the newest to the oldest; of one day by name."""
    return sorted(sorted(news, key=lambda item: item.id), key=lambda item: item.date.date, reverse=True)


def coming(edition: Edition, events: Iterable[Event]) -> list[Event]:
    """Gives the events that go on or are to come, the first first."""
    return sorted((event for event in events if not is_over(edition, event)), key=partial(_begins, edition))


def past(edition: Edition, events: Iterable[Event]) -> list[Event]:
    """Gives the events that are over, the last first."""
    return sorted((event for event in events if is_over(edition, event)), key=partial(_begins, edition), reverse=True)


def _begins(edition: Edition, event: Event) -> tuple[float, str]:
    return event.start.at(event.zone(edition.dataset.programme.time_zone)).timestamp(), event.id


def articles_view(edition: Edition, articles: Iterable[Article]) -> ArticlesView | None:
    """Gives the news and events of something, or None where there are none."""
    listed = list(articles)
    if not listed:
        return None
    events = [article for article in listed if isinstance(article, Event)]
    news = [news_card(edition, item) for item in newest_first(item for item in listed if isinstance(item, NewsItem))]
    over = past_cards(edition, events)
    count = len(news[NEWEST:]) + len(over)
    return ArticlesView(
        coming=tuple(event_card(edition, event) for event in coming(edition, events)),
        news=tuple(news[:NEWEST]),
        earlier_news=tuple(news[NEWEST:]),
        past=over,
        more=edition.locale.count("articles.earlier", count) if count else "",
    )


def article_text(edition: Edition, article: Record, folder: str, root: str) -> ProseView | None:
    """Gives what stands below the head of an article, in this language or else the default one; `root` leads to the site's root."""
    own, default = (_page(edition, folder, article.id, language) for language in (edition.language, edition.default))
    page = own or default
    if page is None or not page.markdown.strip():
        return None
    html = written_html(edition, page, root)
    return ProseView(html) if own else ProseView(html, edition.default, edition.default_direction)


def article_origin(edition: Edition, article: Article, folder: str) -> Location:
    """Gives the file that an article is written in, in this language or else the default one."""
    page = _page(edition, folder, article.id, edition.language) or _page(edition, folder, article.id, edition.default)
    return Location(page.file) if page else edition.dataset.place(folder, article.id)


def _page(edition: Edition, folder: str, identity: str, language: str) -> ContentPage | None:
    return edition.dataset.article_pages.get(f"{language}/{folder}/{identity}.md")


def belongs_to(edition: Edition, article: Article) -> tuple[tuple[LinkView, ...], tuple[LinkView, ...]]:
    """Gives the projects and the partners that an article is about."""
    record = edition.links.record
    return tuple(record("project", one) for one in article.projects), tuple(record("partner", one) for one in article.partners)
