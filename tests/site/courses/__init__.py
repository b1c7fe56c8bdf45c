"""A kind of records with pages that nobody thought of: courses. All of it stands in this folder; `src/` knows nothing of it."""

from __future__ import annotations

from dataclasses import dataclass

from kennisstad.addresses.routes import Route, ids_of
from kennisstad.kinds import KINDS, PAGES, RECORDS
from kennisstad.model import Address, Kinds, Record, RecordKind, Text
from kennisstad.model.ids import PartnerId
from kennisstad.model.values import Summary
from kennisstad.views.components import LinkView, TextView, View
from kennisstad.views.edition import Edition
from kennisstad.views.page import Draft, PageKind, overview


class Course(Record):
    """Something to learn, and who teaches it."""

    title: Text
    summary: Summary
    given_by: PartnerId


@dataclass(frozen=True, slots=True)
class CourseView(View):
    trail: LinkView
    title: TextView
    summary: TextView
    giver: LinkView


@dataclass(frozen=True, slots=True)
class CoursesView(View):
    courses: tuple[LinkView, ...]


def course_page(edition: Edition, route: Route) -> Draft:
    course = edition.dataset.of(Course)[route.id]
    title, summary = edition.text(course.title), edition.text(course.summary)
    view = CourseView(edition.links.to("courses"), title, summary, edition.links.record("partner", course.given_by))
    return Draft(title=title.text, description=summary.text, view=view, notice=edition.untranslated(course))


def courses_view(edition: Edition) -> CoursesView:
    place = edition.dataset.kinds.by_name["course"]
    return CoursesView(tuple(edition.links.record("course", identity) for identity in ids_of(edition.dataset, place)))


WITH_COURSES = Kinds(
    records=(*RECORDS, RecordKind(name="courses", one="course", model=Course)),
    places=(
        *PAGES,
        PageKind(name="courses", menu=6, draft=overview(courses_view), exists=lambda dataset: bool(dataset.of(Course))),
        PageKind(
            name="course", address=Address.BELOW, above="courses", scheme="course", draft=course_page, found_as="menu.courses"
        ),
    ),
    tables=KINDS.tables,
    vocabulary=("menu.courses", "courses.title", "courses.description {programme}", "course.given_by"),
)
