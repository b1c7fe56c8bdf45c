"""A partner's page and the list of all partners."""

from __future__ import annotations

from dataclasses import replace

from kennisstad.addresses.routes import Route
from kennisstad.model import Membership, Partner, PartnerKind, word_key
from kennisstad.views.articles import ArticlesView, articles_view
from kennisstad.views.cards import PARTNERS, by_title, folded, partner_card, partner_count, project_cards, under_heading
from kennisstad.views.components import (
    LinkView,
    OutsideLinkView,
    PartnerCard,
    ProjectsUnderHeading,
    ProseView,
    TextView,
    View,
    view,
)
from kennisstad.views.edition import Edition
from kennisstad.views.embeds import EmbedLineView, embed_line
from kennisstad.views.figures import FigureGroup, figure_group
from kennisstad.views.network import NetworkView, network_view
from kennisstad.views.page import Draft
from kennisstad.views.periods import period_of
from kennisstad.views.readings import HowView, how_we_know
from kennisstad.views.sources import SourceView, sources_of
from kennisstad.views.table_of_contents import ContentsEntry, table_of_contents


@view
class MembershipView:
    """An agreement that a partner is a party to, from when to when, and what more there is to say."""

    agreement: LinkView
    period: str
    note: TextView | None


@view
class PartnerView(View):
    """A partner's page."""

    trail: LinkView
    title: TextView
    kind: TextView | None
    summary: TextView | None
    description: ProseView | None
    core_since: str
    memberships: tuple[MembershipView, ...]
    aliases: str
    parent: LinkView | None
    institutes: tuple[LinkView, ...]
    action: OutsideLinkView | None
    counted: str
    contents: tuple[ContentsEntry, ...]
    groups: tuple[ProjectsUnderHeading, ...]
    no_projects: str
    """That there are none, where other partners have some."""
    articles: ArticlesView | None
    network: NetworkView | None
    embed: EmbedLineView | None
    figures: FigureGroup | None
    how: HowView | None
    unexplained: bool
    sources: tuple[SourceView, ...]


@view
class PartnerGroup:
    """Partners of one kind."""

    key: str
    word: TextView
    partners: tuple[PartnerCard, ...]
    rest: tuple[PartnerCard, ...]
    more: str
    """What asks for the rest."""


@view
class PartnersView(View):
    """The list of all partners: the core partners first, the others by kind."""

    contents: tuple[ContentsEntry, ...]
    core: tuple[PartnerCard, ...]
    groups: tuple[PartnerGroup, ...]


def partner_view(edition: Edition, partner: Partner, root: str) -> PartnerView:
    """Gives a partner's page; `root` is the page's way to the site's root."""
    locale, relations = edition.locale, edition.relations
    name = edition.text(partner.name)
    groups = _groups(edition, partner)
    network, figures = network_view(edition, partner), figure_group(edition, relations.figures_of[partner.id])
    how = how_we_know(edition, f"partner:{partner.id}", partner.readings)
    sections = ("network", "partner.network", network), ("figures", "partner.figures", figures), ("readings", "reading.title", how)
    return PartnerView(
        trail=edition.links.to("partners"),
        title=name,
        kind=None if partner.kind == PartnerKind.OTHER else edition.word(word_key("kind", partner.kind)),
        summary=edition.maybe(partner.summary),
        description=edition.prose(partner.description, root),
        memberships=tuple(_membership(edition, one) for one in partner.memberships),
        core_since=_core(edition, partner),
        aliases=_other_names(edition, partner, name.text),
        parent=edition.links.record("partner", partner.parent) if partner.parent else None,
        institutes=tuple(edition.links.record("partner", one) for one in relations.institutes[partner.id]),
        action=OutsideLinkView(TextView(locale.say("partner.to_site", name=name.text)), partner.link) if partner.link else None,
        counted=partner_count(edition, partner),
        contents=table_of_contents(edition, groups, sections),
        groups=groups,
        no_projects="" if groups or not edition.dataset.projects else locale.say("partner.no_projects"),
        articles=articles_view(edition, relations.articles_on_partner[partner.id]),
        network=network,
        embed=embed_line(edition, "partner", partner.id),
        figures=figures,
        how=how,
        unexplained=partner.unexplained,
        sources=sources_of(edition, partner),
    )


def partner_page(edition: Edition, route: Route) -> Draft:
    """Gives what a partner's page says of itself."""
    partner = edition.dataset.partners[route.id]
    view = partner_view(edition, partner, route.root)
    programme = edition.text(edition.dataset.programme.name).text
    description = edition.locale.say("partner.description", name=view.title.text, programme=programme, counted=view.counted)
    if not view.counted:
        description = edition.locale.say("partner.alone", name=view.title.text, programme=programme)
    return Draft(
        title=view.title.text,
        # Partners with the same part in the programme have the same summary; a search engine shows one page of each description.
        description=f"{view.title.text}: {view.summary.text}" if view.summary else description,
        view=view,
        notice=edition.untranslated(partner),
        origin=edition.dataset.place("partners", partner.id),
    )


def _groups(edition: Edition, partner: Partner) -> tuple[ProjectsUnderHeading, ...]:
    """Gives the projects by the partner's part in them."""
    relations = edition.relations
    roles = {"leads": relations.led_by, "joins": relations.joined_by, "intended": relations.intended_for}
    found = {role: project_cards(edition, projects.get(partner.id, ())) for role, projects in roles.items()}
    return tuple(
        replace(under_heading(edition, role, f"partner.{role}", cards), says_lead=role != "leads")
        for role, cards in found.items()
        if cards
    )


def partners_view(edition: Edition) -> PartnersView:
    """Gives the list of all partners."""
    partners = edition.dataset.partners.values()
    core = [partner for partner in partners if partner.core_since]
    groups = tuple(
        PartnerGroup(kind, edition.word(word_key("kinds", kind)), *folded(edition, cards, "count.more_partners", PARTNERS))
        for kind in edition.dataset.choices.partner_kinds
        if (cards := _cards(edition, [partner for partner in partners if partner.kind == kind and not partner.core_since]))
    )
    contents = tuple(ContentsEntry(group.key, group.word) for group in groups)
    return PartnersView(contents, tuple(partner_card(edition, partner) for partner in core), groups)


def _core(edition: Edition, partner: Partner) -> str:
    """Gives since when a partner is a core partner, or in which period where its last agreement is over."""
    if partner.core_since is None:
        return ""
    end = partner.memberships[-1].end if partner.memberships else None
    if end is not None and end.last_day < edition.dataset.day:
        return edition.locale.say("partner.core_period", period=period_of(edition, partner.core_since, end))
    return edition.locale.say("partner.core_since", date=edition.locale.moment(partner.core_since.parts))


def _membership(edition: Edition, membership: Membership) -> MembershipView:
    link = edition.links.record("document", membership.agreement)
    return MembershipView(link, period_of(edition, membership.start, membership.end), edition.maybe(membership.note))


def _cards(edition: Edition, partners: list[Partner]) -> tuple[PartnerCard, ...]:
    return by_title(partner_card(edition, partner) for partner in partners)


def _other_names(edition: Edition, partner: Partner, name: str) -> str:
    short = edition.text(partner.short_name).text if partner.short_name else ""
    names = dict.fromkeys(other for other in (short, *partner.aliases) if other and other.casefold() != name.casefold())
    return ", ".join(names)
