"""The accessibility statement: how far the site meets the standard, what is wrong with it, and where to say so."""

from __future__ import annotations

from kennisstad.model import Accessibility, StatementModel
from kennisstad.views.components import OutsideLinkView, TextView, View, view
from kennisstad.views.contact import ContactView, contact_view
from kennisstad.views.edition import Edition


@view
class AccessibilityView(View):
    """The statement; `turn_to` is where to go as long as the programme has no contact of its own."""

    organisation: TextView
    site_url: str
    standard: str
    letter: str
    """The letter of the Dutch model; "" in another."""
    level: str
    meaning: str
    reason: TextView
    assessed: str
    assessed_date: str
    """The same in ISO 8601."""
    audit: str
    known_failures: tuple[TextView, ...]
    how_tested: TextView
    contact: ContactView | None
    turn_to: OutsideLinkView
    complaints: TextView


def accessibility_view(edition: Edition) -> AccessibilityView:
    """Gives the accessibility statement. Raises LookupError where the programme has none, and so no page of it."""
    programme, locale = edition.dataset.programme, edition.locale
    statement = programme.accessibility
    if statement is None:
        raise LookupError("accessibility")
    key = statement.status.value.lower().replace("-", "_")
    partner = edition.dataset.partners[statement.organisation]
    return AccessibilityView(
        organisation=edition.text(programme.name),
        site_url=edition.addresses.site_url,
        standard=statement.standard,
        letter=statement.status.value if statement.model == StatementModel.NETHERLANDS else "",
        level=locale.say(f"accessibility.level.{key}"),
        meaning=locale.say(f"accessibility.meaning.{key}"),
        reason=edition.text(statement.reason),
        assessed=locale.moment(statement.assessed.parts),
        assessed_date=statement.assessed.root,
        audit=_audit(edition, statement),
        known_failures=tuple(map(edition.text, statement.known_failures)),
        how_tested=edition.text(statement.how_tested),
        contact=contact_view(edition),
        turn_to=OutsideLinkView(edition.text(partner.name), partner.link or ""),
        complaints=edition.text(statement.complaints),
    )


def _audit(edition: Edition, statement: Accessibility) -> str:
    """Gives whether people looked at the whole site, and when they did or will; "" where no model asks for it and none is known."""
    locale = edition.locale
    if statement.audited:
        return locale.say("accessibility.audited", date=locale.moment(statement.audited.parts))
    if statement.audit_planned:
        return locale.say("accessibility.audit_planned", date=locale.moment(statement.audit_planned.parts))
    return locale.say("accessibility.no_audit") if statement.model == StatementModel.NETHERLANDS else ""
