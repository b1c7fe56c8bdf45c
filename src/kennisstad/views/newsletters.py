"""Newsletters: what one tells is named in its file, and said here from the records, so that it is there in every language."""

from __future__ import annotations

from kennisstad.addresses.routes import Route
from kennisstad.model import Newsletter, Project
from kennisstad.views.articles import EventCard, NewsCard, article_text, event_card, news_card
from kennisstad.views.changes import SentenceView, sentences
from kennisstad.views.components import LinkView, ProseView, TextView, View, view
from kennisstad.views.content import newest_newsletters
from kennisstad.views.edition import Edition
from kennisstad.views.page import Draft
from kennisstad.views.results import ResultView, result_views

RESULTS = 2
"""So many of the newest results of a project are told."""


@view
class ChangedView:
    """A record that changed, with what changed in it; nothing more is said where the history does not tell it."""

    link: LinkView
    sentences: tuple[SentenceView, ...]


@view
class ResultsView:
    """A project with its newest results."""

    link: LinkView
    results: tuple[ResultView, ...]


@view
class NewsletterView(View):
    """One newsletter; the same is on its page and in its mails."""

    trail: LinkView
    title: TextView
    period: str
    description: ProseView | None
    news: tuple[NewsCard, ...]
    events: tuple[EventCard, ...]
    results: tuple[ResultsView, ...]
    changed: tuple[ChangedView, ...]
    mails: tuple[LinkView, ...]
    """The files to send it from."""


@view
class NewslettersView(View):
    """All newsletters, the newest first."""

    issues: tuple[LinkView, ...]


def newsletters_view(edition: Edition) -> NewslettersView:
    """Gives the page of all newsletters."""
    return NewslettersView(newest_newsletters(edition))


def newsletter_page(edition: Edition, route: Route) -> Draft:
    """Gives what the page of a newsletter says of itself."""
    issue = edition.dataset.newsletters[route.id]
    view = newsletter_view(edition, issue, route.root)
    programme = edition.text(edition.dataset.programme.name).text
    return Draft(
        title=view.title.text,
        description=edition.locale.say("newsletter.description", period=view.period, programme=programme),
        view=view,
        notice=edition.untranslated(issue),
        origin=edition.dataset.place("newsletters", issue.id),
    )


def newsletter_view(edition: Edition, issue: Newsletter, root: str) -> NewsletterView:
    """Gives a newsletter; `root` leads to the site's root from where it is read."""
    moment, dataset = edition.locale.moment, edition.dataset
    base = edition.links.path("newsletter", issue.id)
    mails = (("html", "newsletter.mail_html"), ("txt", "newsletter.mail_text"))
    return NewsletterView(
        trail=edition.links.to("newsletters"),
        title=edition.links.name(issue),
        period=edition.locale.say("period.both", start=moment(issue.since.parts), end=moment(issue.date.parts)),
        description=article_text(edition, issue, "newsletters", root),
        news=tuple(news_card(edition, dataset.news[one]) for one in issue.news),
        events=tuple(event_card(edition, dataset.events[one]) for one in issue.events),
        results=tuple(_results(edition, dataset.projects[one]) for one in issue.results),
        changed=tuple(_changed(edition, issue, *name.split(":", 1)) for name in issue.changed),
        mails=tuple(LinkView(TextView(edition.locale.say(key)), f"{base}mail.{ending}") for ending, key in mails),
    )


def _results(edition: Edition, project: Project) -> ResultsView:
    newest = sorted(result_views(edition, project), key=lambda result: result.year, reverse=True)[:RESULTS]
    return ResultsView(edition.links.record("project", project.id), tuple(newest))


def _changed(edition: Edition, issue: Newsletter, one: str, identity: str) -> ChangedView:
    kind = edition.dataset.kinds.named[one].name
    changes = edition.dataset.history.by_record.get((kind, identity), ())
    told = [change for change in changes if issue.since.date <= change.commit.day <= issue.date.date]
    return ChangedView(edition.links.record(one, identity), sentences(edition, told))
