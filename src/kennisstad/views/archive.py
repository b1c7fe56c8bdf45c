"""What an archive says of itself: the bar with its day on every page, the page in front, and the text to read first."""

from __future__ import annotations

from types import SimpleNamespace

from kennisstad.model import Moment
from kennisstad.views.components import view
from kennisstad.views.edition import Edition

README, MANIFEST, SITE = "README.txt", "manifest-sha256.txt", "site"
"""What stands beside the data: the text to read first, the hash of every file, and the folder of the site."""


@view
class BarView:
    """What stands on every page: of which day the archive is, and where the site itself stands."""

    day: str
    says: str
    live: str
    words: SimpleNamespace


@view
class Part:
    """A part of an archive: where it stands, and what it is."""

    path: str
    """With a slash at its end where it is a folder."""
    says: str
    is_file: bool


@view
class FrontView:
    """What an archive says of itself in one language."""

    language: str
    direction: str
    name: str
    title: str
    lines: tuple[str, ...]
    """What it is, how to open it, what is left out, whose it is."""
    open: str
    home: str
    """The home page of the language, as a file."""
    parts: tuple[Part, ...]
    words: SimpleNamespace


def day_of(edition: Edition) -> str:
    """Gives the day that the site speaks from, in words."""
    return edition.locale.moment(Moment(edition.dataset.day.isoformat()).parts)


def bar_view(edition: Edition) -> BarView:
    """Gives what stands on every page of an archive in a language."""
    locale = edition.locale
    live = edition.addresses.absolute(edition.addresses.home(edition.language)) if edition.addresses.site_url else ""
    return BarView(locale.say("archive.of", day=day_of(edition)), locale.say("archive.says"), live, locale.tree)


def front_view(edition: Edition, folders: tuple[str, ...]) -> FrontView:
    """Gives what an archive says of itself in a language; `folders` are those with what it was made of."""
    locale, programme = edition.locale, edition.dataset.programme
    name, day = edition.text(programme.name).text, day_of(edition)
    return FrontView(
        language=edition.language,
        direction=edition.direction,
        name=name,
        title=locale.say("archive.title", programme=name, day=day),
        lines=tuple(_lines(edition, name, day)),
        open=locale.say("archive.open"),
        home=f"{SITE}/{edition.addresses.home(edition.language)}index.html",
        parts=tuple(_parts(edition, folders)),
        words=locale.tree,
    )


def _lines(edition: Edition, name: str, day: str) -> list[str]:
    locale, dataset = edition.locale, edition.dataset
    told = [locale.say("archive.what", programme=name, day=day), locale.say("archive.how"), locale.say("archive.without")]
    if edition.addresses.site_url:
        told.append(locale.say("archive.live", address=edition.addresses.site_url))
    if dataset.programme.licence:
        told.append(locale.say("archive.licence", address=dataset.programme.licence))
    if dataset.commit:
        told.append(locale.say("archive.commit", commit=dataset.commit))
    return told


def _parts(edition: Edition, folders: tuple[str, ...]) -> list[Part]:
    locale, opened = edition.locale, f"{SITE}/{edition.addresses.open_data('')}"
    told = [(f"{SITE}/", locale.say("archive.site")), (opened, locale.say("archive.open_data"))]
    if edition.dataset.documents:
        told.append((f"{opened}documents.csv", locale.say("archive.documents")))
    told += [(f"{folder}/", locale.say("archive.sources")) for folder in folders]
    told.append((MANIFEST, locale.say("archive.manifest", file=MANIFEST)))
    return [Part(path, says, not path.endswith("/")) for path, says in told]
