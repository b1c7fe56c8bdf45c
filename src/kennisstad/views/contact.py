"""How to reach the programme: at the foot of every page, and in the accessibility statement."""

from __future__ import annotations

from kennisstad.model.telephone import telephone_address
from kennisstad.views.components import TextView, view
from kennisstad.views.edition import Edition


@view
class ContactView:
    """How to reach the programme, as far as it supplied that; "" for what it did not."""

    name: TextView | None
    email: str
    email_url: str
    telephone: str
    telephone_url: str
    """Empty where what was supplied is more than a number."""
    url: str


def contact_view(edition: Edition) -> ContactView | None:
    """Gives how to reach the programme, or None where it supplied nothing."""
    contact = edition.dataset.programme.contact
    if contact is None:
        return None
    email = contact.email or ""
    name, telephone = edition.maybe(contact.name), contact.telephone or ""
    return ContactView(name, email.removeprefix("mailto:"), email, telephone, telephone_address(telephone), contact.link or "")
