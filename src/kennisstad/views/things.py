"""What pages of a kind say to machines of what they are about: the programme, a project, a partner, a list (schema.org)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from kennisstad.addresses.routes import Route
from kennisstad.model import Contact, Dataset, Partner, Photo, Project
from kennisstad.model.content import CONTACT
from kennisstad.model.records import LinkKind
from kennisstad.views.components import TextView
from kennisstad.views.datasets import open_data
from kennisstad.views.edition import Edition
from kennisstad.views.page import Draft, Node, Structured
from kennisstad.views.partner import other_names
from kennisstad.views.photos import PhotoView
from kennisstad.views.structured import address_of, home_of, identity, node, programme_named, reference, said

LONGEST_LIST = 12
"""A list of more only says how many it has: it weighs enough already, and the first few of many would say nothing."""


class _Listed(Protocol):
    """What a list links to."""

    title: TextView
    path: str


def says_home(edition: Edition, route: Route, draft: Draft) -> Structured:
    """Gives what the home page says: it is about the programme and who carries it now, and its site can be searched."""
    search = f"{address_of(edition, edition.links.path('search'))}?q={{search_term_string}}"
    action = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": search},
        "query-input": "required name=search_term_string",
    }
    publisher, languages = reference(programme_named(edition)), list(edition.dataset.programme.languages)
    carriers = (one.id for one in edition.dataset.partners.values() if carries_now(edition.dataset, one))
    main = _programme(edition, (organisation(edition, one) for one in carriers))
    return Structured(main=main, site={"inLanguage": languages, "publisher": publisher, "potentialAction": action})


def says_programme(edition: Edition, route: Route, draft: Draft) -> Structured:
    """Gives what the page about the programme says."""
    return Structured(type="AboutPage", main=_programme(edition, ()))


def says_project(edition: Edition, route: Route, draft: Draft) -> Structured:
    """Gives what a project's page says, and when somebody last looked whether that is right."""
    project = edition.dataset.projects[route.id]
    return Structured(main=_project(edition, project, draft.photo), more={"lastReviewed": project.checked.root})


def says_partner(edition: Edition, route: Route, draft: Draft) -> Structured:
    """Gives what a partner's page says."""
    return Structured(main=_partner(edition, edition.dataset.partners[route.id]))


def says_written(edition: Edition, route: Route, draft: Draft) -> Structured:
    """Gives what a hand-written page says: one is about contact."""
    return Structured(type="ContactPage" if route.id == CONTACT else "WebPage")


def says_open_data(edition: Edition, route: Route, draft: Draft) -> Structured:
    """Gives what the page about the open data says."""
    return Structured(main=open_data(edition, address_of(edition, route.path)))


def says_search(edition: Edition, route: Route, draft: Draft) -> Structured:
    """Gives what the search page says."""
    return Structured(type="SearchResultsPage")


def says_list(of: Callable[[Any], Iterable[_Listed]]) -> Callable[[Edition, Route, Draft], Structured]:
    """Gives what a page says that is a list of other pages, which `of` takes from its view."""

    def told(edition: Edition, route: Route, draft: Draft) -> Structured:
        listed = list(of(draft.view))
        named = enumerate(listed if len(listed) <= LONGEST_LIST else (), 1)
        lines = [_line(position, said(one.title), address_of(edition, one.path)) for position, one in named]
        main = node("ItemList", {"numberOfItems": len(listed), "itemListElement": lines}) if listed else None
        return Structured(type="CollectionPage", main=main)

    return told


def _line(position: int, name: object, address: str) -> Node:
    return {"@type": "ListItem", "position": position, "name": name, "url": address}


def _programme(edition: Edition, members: Iterable[Node]) -> Node:
    record = edition.dataset.programme
    return node(
        "Organization",
        {
            "@id": home_of(edition, "programme"),
            "name": said(edition.text(record.name)),
            "slogan": said(edition.text(record.tagline)),
            "description": said(edition.text(record.summary)),
            "url": address_of(edition, edition.addresses.home(edition.language)),
            "member": list(members),
            "contactPoint": _contact(edition, record.contact) if record.contact else None,
        },
    )


def organisation(edition: Edition, partner: str) -> Node:
    """Gives a partner in as many words as another thing needs to name it."""
    link = edition.links.record("partner", partner)
    return {"@type": "Organization", "@id": identity(edition, "partner", partner), "name": said(link.title)}


def project_named(edition: Edition, project: str) -> Node:
    """Gives a project in as many words as another thing needs to name it."""
    name = said(edition.links.record("project", project).title)
    return {"@type": "Project", "@id": identity(edition, "project", project), "name": name}


def carries_now(dataset: Dataset, partner: Partner) -> bool:
    """Whether a partner is a core partner on the day that the site speaks from."""
    last = partner.memberships[-1].end if partner.memberships else None
    has_begun = partner.core_since is not None and partner.core_since.first_day <= dataset.day
    return has_begun and (last is None or last.last_day >= dataset.day)


def _contact(edition: Edition, contact: Contact) -> Node:
    mail, name = (contact.email or "").removeprefix("mailto:"), said(edition.maybe(contact.name))
    return node("ContactPoint", {"name": name, "email": mail, "telephone": contact.telephone, "url": contact.link})


def _project(edition: Edition, project: Project, photo: PhotoView | None) -> Node:
    """Gives a project: always a `Project`, never a `ResearchProject`.

    No record says that a project is research, and who leads it does not tell: a university also leads festivals and schools.
    It is part of the project it names, else of the programme. Who takes part is a member, whoever leads; who was only meant to
    join is none. A beginning or an end is told once it is past.
    """
    day, links = edition.dataset.day, project.links
    return node(
        "Project",
        {
            "@id": identity(edition, "project", project.id),
            "name": said(edition.text(project.title)),
            "alternateName": project.aliases,
            "description": said(edition.text(project.summary)),
            "url": address_of(edition, edition.links.path("project", project.id)),
            "sameAs": [link.url for link in links if link.kind is LinkKind.OWN],
            "subjectOf": [node("WebPage", {"url": link.url}) for link in links if link.kind is not LinkKind.OWN],
            "foundingDate": project.start.root if project.start and project.start.first_day <= day else None,
            "dissolutionDate": project.end.root if project.end and project.end.last_day < day else None,
            "location": [node("Place", {"name": said(edition.links.title("place", one))}) for one in project.places],
            "keywords": [said(edition.links.title("theme", one)) for one in project.themes],
            "member": [organisation(edition, one) for one in dict.fromkeys((*project.leads, *project.partners))],
            "parentOrganization": _whole(edition, project),
            "image": image(edition, photo, project.photo),
        },
    )


def _whole(edition: Edition, project: Project) -> Node:
    return project_named(edition, project.part_of) if project.part_of else programme_named(edition)


def _partner(edition: Edition, partner: Partner) -> Node:
    """Gives an organisation; its address is that of its own site, and the page about it is ours."""
    return node(
        "Organization",
        {
            "@id": identity(edition, "partner", partner.id),
            "name": said(edition.text(partner.name)),
            "alternateName": other_names(edition, partner),
            "description": said(edition.maybe(partner.summary)),
            "url": partner.link,
            "parentOrganization": organisation(edition, partner.parent) if partner.parent else None,
            "memberOf": programme_named(edition) if carries_now(edition.dataset, partner) else None,
        },
    )


def image(edition: Edition, photo: PhotoView | None, of: Photo | None) -> Node | None:
    """Gives a photograph: what it shows, and who made it."""
    if photo is None or of is None:
        return None
    size = {"width": photo.width, "height": photo.height}
    address = address_of(edition, photo.path)
    return node("ImageObject", {"contentUrl": address, "caption": said(photo.description), "creditText": of.credit, **size})
