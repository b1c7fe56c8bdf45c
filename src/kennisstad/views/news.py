"""News: all of it, that of one year, and one item."""

from __future__ import annotations

from kennisstad.addresses.routes import Route
from kennisstad.model import Dataset
from kennisstad.views.archives import years
from kennisstad.views.articles import NewsCard, article_origin, article_text, belongs_to, newest_first, news_card
from kennisstad.views.components import LinkView, ProseView, TextView, View, view
from kennisstad.views.edition import Edition
from kennisstad.views.page import Draft
from kennisstad.views.photos import PhotoView, photo_view

FIRST = 10
"""So many items stand on the page of all news; the others stand in the archives."""


@view
class NewsView(View):
    """The newest news, and the ways to that of each year, to newsletters, and to what tells of the next."""

    news: tuple[NewsCard, ...]
    years: tuple[LinkView, ...]
    newsletters: LinkView | None
    follow: LinkView | None


@view
class NewsYearView(View):
    """The news of one year."""

    trail: LinkView
    title: str
    news: tuple[NewsCard, ...]
    years: tuple[LinkView, ...]


@view
class NewsItemView(View):
    """One news item."""

    trail: LinkView
    title: TextView
    summary: TextView
    date: str
    day: str
    photo: PhotoView | None
    description: ProseView | None
    projects: tuple[LinkView, ...]
    partners: tuple[LinkView, ...]
    others: tuple[NewsCard, ...]


def news_view(edition: Edition) -> NewsView:
    """Gives the page of all news."""
    newest = newest_first(edition.dataset.news.values())[:FIRST]
    return NewsView(
        news=tuple(news_card(edition, item) for item in newest),
        years=years(edition, "news-year"),
        newsletters=edition.links.maybe("newsletters"),
        follow=edition.links.maybe("follow", edition.locale.say("follow.feeds")),
    )


def news_years(dataset: Dataset) -> list[str]:
    """Gives the years that have news, the newest first."""
    return [str(year) for year in sorted({item.date.year for item in dataset.news.values()}, reverse=True)]


def news_year_page(edition: Edition, route: Route) -> Draft:
    """Gives what the page of a year's news says of itself."""
    found = newest_first(item for item in edition.dataset.news.values() if str(item.date.year) == route.id)
    programme = edition.text(edition.dataset.programme.name).text
    title = edition.locale.say("news.of_year", year=route.id)
    view = NewsYearView(
        edition.links.to("news"), title, tuple(news_card(edition, item) for item in found), years(edition, "news-year", route.id)
    )
    return Draft(
        title=title,
        description=edition.locale.say("news.of_year_description", year=route.id, programme=programme),
        view=view,
    )


def news_item_page(edition: Edition, route: Route) -> Draft:
    """Gives what the page of a news item says of itself."""
    item = edition.dataset.news[route.id]
    card, (projects, partners) = news_card(edition, item), belongs_to(edition, item)
    others = [other for other in newest_first(edition.dataset.news.values()) if other is not item][:3]
    view = NewsItemView(
        trail=edition.links.to("news"),
        title=card.title,
        summary=card.summary,
        date=card.date,
        day=card.day,
        photo=photo_view(edition, item.photo),
        description=article_text(edition, item, "news", route.root),
        projects=projects,
        partners=partners,
        others=tuple(news_card(edition, other) for other in others),
    )
    return Draft(
        title=view.title.text,
        description=view.summary.text,
        view=view,
        notice=edition.untranslated(item),
        photo=view.photo,
        origin=article_origin(edition, item, "news"),
    )
