"""The one table of kinds: which records there are, which pages, and what is each one's own.

A kind of records costs its model and a row here; a kind of pages a row, its view and its template; each its words.
"""

from __future__ import annotations

from kennisstad import exports
from kennisstad.model import Address, Kinds, RecordKind
from kennisstad.model.articles import Event, NewsItem, Newsletter
from kennisstad.model.content import HOME
from kennisstad.model.records import Audience, CityPlace, Document, Partner, Project, Theme, Track
from kennisstad.model.redirected import Redirected
from kennisstad.model.register import Action, Body, Chart, EditorialNote, Figure, LeftOut, Person, SameWords, TimelineEntry
from kennisstad.views import collection, events, happenings, home, news, newsletters, notes, things
from kennisstad.views.accessibility import accessibility_view
from kennisstad.views.agendas import agendas_view, has_agendas
from kennisstad.views.collection import AUDIENCE, GOAL, PLACE, STATUS, THEME, TRACK
from kennisstad.views.content import content_page_draft
from kennisstad.views.edit import edit_view
from kennisstad.views.embeds import OF_PARTNER, OF_THEME, OF_TRACK
from kennisstad.views.figures import figures_view
from kennisstad.views.finder import projects_view
from kennisstad.views.follow import follow_view, has_feeds
from kennisstad.views.history import history_view
from kennisstad.views.method import method_view
from kennisstad.views.months import changes_view, month_page, month_title, months_of
from kennisstad.views.open_data import open_data_view
from kennisstad.views.page import PageKind, overview
from kennisstad.views.partner import partner_page, partners_view
from kennisstad.views.programme import programme_view, tells_of_programme
from kennisstad.views.project import project_page
from kennisstad.views.results import results_view
from kennisstad.views.rows import LISTS, ONE, OTHERS, SHARED, articles, collections, embed
from kennisstad.views.sitemap import sitemap_view

_WRITTEN = "search.pages"
"""What search calls a page that is not among others of its kind."""

RECORDS = (
    RecordKind(name="tracks", one="track", model=Track),
    RecordKind(name="themes", one="theme", model=Theme),
    RecordKind(name="audiences", one="audience", model=Audience),
    RecordKind(name="places", one="place", model=CityPlace),
    RecordKind(name="partners", one="partner", model=Partner),
    RecordKind(name="projects", one="project", model=Project),
    RecordKind(name="documents", one="document", model=Document, told_on="method"),
    RecordKind(name="figures", one="figure", model=Figure, told_on="figures"),
    RecordKind(name="charts", model=Chart),
    RecordKind(name="timeline", one="timeline-entry", model=TimelineEntry, told_on="history"),
    RecordKind(name="governance", one="body", model=Body, told_on="programme"),
    RecordKind(name="people", one="person", model=Person, told_on="programme", anchor="told_at", tells_changes=False),
    RecordKind(name="actions", one="action", model=Action, told_on="agendas", anchor="agenda"),
    RecordKind(name="editorial_notes", model=EditorialNote),
    RecordKind(name="left_out", model=LeftOut, tells_changes=False),
    RecordKind(name="synonyms", model=SameWords, tells_changes=False),
    RecordKind(name="redirects", model=Redirected, tells_changes=False),
    RecordKind(name="news", one="news-item", model=NewsItem, folder="news"),
    RecordKind(name="events", one="event", model=Event, folder="events"),
    RecordKind(name="newsletters", one="newsletter", model=Newsletter, folder="newsletters"),
)


PAGES = (
    PageKind(name="home", address=Address.HOME, draft=home.home_page, structured=things.says_home),
    PageKind(
        name="projects",
        menu=1,
        draft=overview(projects_view),
        structured=things.says_list(lambda view: (row.card for row in view.rows)),
        exists=lambda data: bool(data.projects),
        scripts=("search-open", "finder"),
    ),
    PageKind(
        name="project",
        address=Address.BELOW,
        above="projects",
        scheme="project",
        draft=project_page,
        structured=things.says_project,
        found_as="menu.projects",
        is_by_title=True,
    ),
    *collections(TRACK, "tracks", menu=2, crossing=THEME),
    PageKind(
        name="partners",
        menu=3,
        draft=overview(partners_view),
        structured=things.says_list(lambda view: view.all),
        exists=lambda data: bool(data.partners),
    ),
    PageKind(
        name="partner",
        address=Address.BELOW,
        above="partners",
        scheme="partner",
        draft=partner_page,
        structured=things.says_partner,
        found_as="menu.partners",
        is_by_title=True,
    ),
    *collections(THEME, "themes", under="tracks"),
    *collections(AUDIENCE, "audiences", under="projects"),
    *collections(PLACE, "places", under="projects"),
    PageKind(
        name="goals",
        under="tracks",
        draft=collection.collections_page(GOAL),
        structured=LISTS,
        template=OTHERS,
        exists=lambda data: bool(collection.goals_used(data)),
    ),
    PageKind(
        name="goal",
        address=Address.BELOW,
        above="goals",
        ids=collection.goals_used,
        title=collection.goal_title,
        draft=collection.shared_page(GOAL),
        structured=SHARED,
        template=ONE,
        found_as="menu.goals",
    ),
    PageKind(
        name="statuses",
        under="projects",
        draft=collection.collections_page(STATUS),
        structured=LISTS,
        template=OTHERS,
        exists=lambda data: bool(data.projects),
    ),
    PageKind(
        name="status",
        address=Address.BELOW,
        above="statuses",
        ids=collection.statuses_used,
        title=collection.status_title,
        draft=collection.shared_page(STATUS),
        structured=SHARED,
        template=ONE,
        found_as="menu.statuses",
    ),
    *articles(
        "news",
        "news-item",
        6,
        (overview(news.news_view), news.news_year_page, news.news_item_page),
        news.news_years,
        (things.says_list(lambda view: view.news), happenings.says_news_item),
        "article",
    ),
    *articles(
        "events",
        "event",
        7,
        (overview(events.events_view), events.events_year_page, events.event_page),
        events.events_years,
        (things.says_list(lambda view: (*view.coming, *view.past)), happenings.says_event),
    ),
    PageKind(
        name="newsletters", under="news", draft=overview(newsletters.newsletters_view), exists=lambda data: bool(data.newsletters)
    ),
    PageKind(
        name="newsletter",
        address=Address.BELOW,
        above="newsletters",
        scheme="newsletter",
        draft=newsletters.newsletter_page,
        found_as="menu.newsletters",
    ),
    PageKind(
        name="method",
        under="programme",
        foot=3,
        draft=overview(method_view),
        found_as="",
        exists=lambda data: bool(data.documents or notes.kinds_of_notes(data)),
    ),
    PageKind(
        name="notes",
        address=Address.BELOW,
        above="method",
        ids=notes.kinds_of_notes,
        title=notes.notes_title,
        draft=notes.notes_page,
    ),
    PageKind(
        name="results",
        under="projects",
        draft=overview(results_view),
        found_as=_WRITTEN,
        exists=lambda data: any(project.results for project in data.projects.values()),
    ),
    PageKind(name="figures", menu=4, draft=overview(figures_view), found_as=_WRITTEN, exists=lambda data: bool(data.figures)),
    PageKind(
        name="programme",
        menu=5,
        draft=overview(programme_view),
        structured=things.says_programme,
        found_as=_WRITTEN,
        exists=tells_of_programme,
    ),
    PageKind(
        name="history",
        under="programme",
        draft=overview(history_view),
        found_as=_WRITTEN,
        exists=lambda data: bool(data.timeline),
    ),
    PageKind(
        name="changes",
        under="programme",
        foot=2,
        draft=overview(changes_view),
        exists=lambda data: bool(data.history.changes),
    ),
    PageKind(name="month", address=Address.BELOW, above="changes", ids=months_of, title=month_title, draft=month_page),
    PageKind(
        name="agendas",
        under="programme",
        draft=overview(agendas_view),
        found_as=_WRITTEN,
        exists=has_agendas,
    ),
    PageKind(
        name="accessibility",
        foot=5,
        draft=overview(accessibility_view),
        found_as=_WRITTEN,
        exists=lambda data: data.programme.accessibility is not None,
    ),
    PageKind(name="open-data", foot=4, draft=overview(open_data_view), structured=things.says_open_data, found_as=_WRITTEN),
    PageKind(name="follow", foot=1, draft=overview(follow_view), found_as=_WRITTEN, exists=has_feeds),
    PageKind(name="edit", draft=overview(edit_view), scripts=("search-open", "form/edit"), is_indexed=False),
    PageKind(name="sitemap", foot=6, draft=overview(sitemap_view)),
    PageKind(
        name="content",
        address=Address.SLUG,
        draft=content_page_draft,
        structured=things.says_written,
        found_as=_WRITTEN,
        exists=lambda data: any(page.name != HOME for page in data.content),
    ),
    embed(OF_PARTNER),
    embed(OF_TRACK),
    embed(OF_THEME),
    PageKind(
        name="search",
        draft=overview(home.search_view),
        structured=things.says_search,
        scripts=("search",),
        is_indexed=False,
    ),
    PageKind(name="not-found", address=Address.LOST, draft=home.not_found_page, is_indexed=False),
)

KINDS = Kinds(records=RECORDS, places=PAGES, tables=exports.open_data_files())
"""What a site is made of, unless somebody adds to it."""
