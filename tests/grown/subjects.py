"""What the invented projects are about, and where they are."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """Where a project is."""

    id: str
    english: str
    dutch: str


class Subject(NamedTuple):
    """What a project is about, who leads it, and where it belongs."""

    id: str
    english: str
    dutch: str
    english_text: str
    dutch_text: str
    track: str
    theme: str
    lead: str


PLACES = (
    Place("north", "at the north quay", "aan de noordkade"),
    Place("south", "at the south quay", "aan de zuidkade"),
    Place("west", "at the west quay", "aan de westkade"),
)
STATUSES = (("running", 2020), ("planned", 2021), ("completed", 2019), ("running", 2021), ("unknown", 0), ("exploring", 2020))
SUBJECTS = (
    Subject("trees", "Trees", "Bomen", "Pupils plant trees.", "Leerlingen planten bomen.", "green", "climate", "town"),
    Subject("roofs", "Green roofs", "Groene daken", "Roofs keep rain.", "Daken houden regen vast.", "green", "climate", "town"),
    Subject("bees", "Bees", "Bijen", "Bees get a hotel.", "Bijen krijgen een hotel.", "green", "climate", "school"),
    Subject("herbs", "A herb garden", "Een kruidentuin", "Herbs that heal.", "Kruiden die genezen.", "green", "health", "hospital"),
    Subject("boats", "Old boats", "Oude boten", "Boats are mended.", "Boten worden gemaakt.", "water", "climate", "museum"),
    Subject("rowing", "Rowing lessons", "Roeilessen", "Students row.", "Studenten roeien.", "water", "health", "rowers"),
    Subject("drinking", "Tap points", "Tappunten", "Water to drink.", "Water om te drinken.", "water", "health", "hospital"),
    Subject(
        "fish",
        "A way for fish",
        "Een weg voor vissen",
        "Fish pass the lock.",
        "Vissen komen langs de sluis.",
        "water",
        "climate",
        "town",
    ),
    Subject(
        "walks", "Healthy walks", "Gezonde wandelingen", "Doctors walk along.", "Artsen lopen mee.", "green", "health", "hospital"
    ),
    Subject("reading", "Reading aloud", "Voorlezen", "Students read aloud.", "Studenten lezen voor.", "water", "health", "school"),
    Subject(
        "sleep",
        "Sleeping well",
        "Goed slapen",
        "Doctors ask how you sleep.",
        "Artsen vragen hoe u slaapt.",
        "water",
        "health",
        "hospital",
    ),
    Subject(
        "smoke", "Without smoke", "Zonder rook", "Squares without smoke.", "Pleinen zonder rook.", "green", "health", "hospital"
    ),
)
