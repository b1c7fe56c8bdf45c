"""A partner's page and the list of all partners."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kennisstad.model import Partner, PartnerKind
from kennisstad.text import collation_key
from kennisstad.urls import Kind
from kennisstad.views.edition import Edition
from kennisstad.views.figures import FigureView, figure_views
from kennisstad.views.jumps import JumpView, jumps
from kennisstad.views.network import NetworkView, network_view
from kennisstad.views.parts import (
    LinkView,
    OutsideLinkView,
    PartnerCard,
    ProjectsUnderHeading,
    ProseView,
    TextView,
)
from kennisstad.views.readings import HowView, how_we_know
from kennisstad.views.sources import SourceView, sources_of


@dataclass(frozen=True, slots=True)
class PartnerView:
    """A partner's page."""

    trail: LinkView
    title: TextView
    kind: str
    summary: TextView | None
    description: ProseView | None
    untranslated: str
    core_since: str
    aliases: str
    parent: LinkView | None
    institutes: tuple[LinkView, ...]
    action: OutsideLinkView | None
    counted: str
    jumps: tuple[JumpView, ...]
    groups: tuple[ProjectsUnderHeading, ...]
    network: NetworkView | None
    figures: tuple[FigureView, ...]
    how: HowView | None
    unexplained: bool
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class PartnerGroup:
    """Partners of one kind."""

    key: str
    word: str
    partners: tuple[PartnerCard, ...]


@dataclass(frozen=True, slots=True)
class PartnersView:
    """The list of all partners: the core partners first, the others by kind."""

    jumps: tuple[JumpView, ...]
    core: tuple[PartnerCard, ...]
    groups: tuple[PartnerGroup, ...]


def partner_view(edition: Edition, partner: Partner, root: str) -> PartnerView:
    """Gives a partner's page; `root` is the page's way to the site's root."""
    locale, relations = edition.locale, edition.relations
    name = edition.text(partner.name)
    groups = _groups(edition, partner)
    network, figures = network_view(edition, partner), figure_views(edition, relations.figures_of[partner.id])
    how = how_we_know(edition, f"partner:{partner.id}", partner.readings)
    sections = ("network", "partner.network", network), ("figures", "partner.figures", figures), ("readings", "reading.title", how)
    return PartnerView(
        trail=edition.section_link(Kind.PARTNERS),
        title=name,
        kind="" if partner.kind == PartnerKind.OTHER else locale.say(f"kind.{_key(partner.kind)}"),
        summary=edition.maybe(partner.summary),
        description=edition.prose(partner.description, root),
        untranslated=edition.untranslated(partner),
        core_since=locale.say("partner.core_since", date=locale.moment(partner.core_since.parts)) if partner.core_since else "",
        aliases=_other_names(edition, partner, name.text),
        parent=edition.partner_link(partner.parent) if partner.parent else None,
        institutes=tuple(map(edition.partner_link, relations.institutes[partner.id])),
        action=OutsideLinkView(TextView(locale.say("partner.to_site", name=name.text)), partner.link) if partner.link else None,
        counted=edition.partner_count(partner),
        jumps=jumps(edition, groups, sections),
        groups=groups,
        network=network,
        figures=figures,
        how=how,
        unexplained=partner.unexplained,
        sources=sources_of(edition, partner),
    )


def _groups(edition: Edition, partner: Partner) -> tuple[ProjectsUnderHeading, ...]:
    """Gives the projects by the partner's part in them."""
    relations = edition.relations
    roles = {"leads": relations.led_by, "joins": relations.joined_by, "intended": relations.intended_for}
    found = {role: edition.project_cards(projects.get(partner.id, ())) for role, projects in roles.items()}
    return tuple(
        replace(edition.under_heading(role, f"partner.{role}", cards), says_lead=role != "leads")
        for role, cards in found.items()
        if cards
    )


def partners_view(edition: Edition) -> PartnersView:
    """Gives the list of all partners."""
    partners = edition.dataset.partners.values()
    core = [partner for partner in partners if partner.core_since]
    groups = tuple(
        PartnerGroup(kind.value, edition.locale.say(f"kinds.{_key(kind)}"), cards)
        for kind in PartnerKind
        if (cards := _cards(edition, [partner for partner in partners if partner.kind == kind and not partner.core_since]))
    )
    links = tuple(JumpView(group.key, TextView(group.word)) for group in groups)
    return PartnersView(links, tuple(map(edition.partner_card, core)), groups)


def _cards(edition: Edition, partners: list[Partner]) -> tuple[PartnerCard, ...]:
    return tuple(sorted(map(edition.partner_card, partners), key=lambda card: (collation_key(card.title.text), card.path)))


def _key(kind: PartnerKind) -> str:
    return kind.value.replace("-", "_")


def _other_names(edition: Edition, partner: Partner, name: str) -> str:
    short = edition.text(partner.short_name).text if partner.short_name else ""
    names = dict.fromkeys(other for other in (short, *partner.aliases) if other and other.casefold() != name.casefold())
    return ", ".join(names)
