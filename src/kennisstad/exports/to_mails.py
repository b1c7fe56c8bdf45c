"""Each newsletter as a mail in each language: HTML that asks for nothing from anywhere, and plain text."""

from __future__ import annotations

from functools import partial

from kennisstad.exports.material import Files, Material
from kennisstad.model import Newsletter
from kennisstad.views.mails import mail_parts, mail_text
from kennisstad.views.newsletters import newsletter_view


def files(material: Material) -> Files:
    """Gives two files beside the page of each newsletter."""
    for language in material.dataset.programme.languages:
        edition = material.pages.edition(language)
        for issue in material.dataset.newsletters.values():
            base = edition.links.path("newsletter", issue.id)
            yield f"{base}mail.html", partial(_html, material, language, issue)
            yield f"{base}mail.txt", partial(_text, material, language, issue)


def _html(material: Material, language: str, issue: Newsletter) -> bytes:
    edition = material.pages.edition(language)
    shown = newsletter_view(edition, issue, edition.addresses.site_url)
    html = material.renderer.render(
        "mail",
        view=shown,
        parts=mail_parts(edition, shown),
        programme=edition.text(edition.dataset.programme.name).text,
        address=edition.addresses.absolute(edition.links.path("newsletter", issue.id)),
        words=edition.locale.tree,
        language=language,
        direction=edition.direction,
    )
    return html.encode()


def _text(material: Material, language: str, issue: Newsletter) -> bytes:
    return mail_text(material.pages.edition(language), issue).encode()
