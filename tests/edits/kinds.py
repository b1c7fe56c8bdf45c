"""What editors do to data that is right. Each edit takes a desk and dice, and tells what it did, "" if nothing was to be done."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from kennisstad.model import PartnerKind, Status
from kennisstad.model.records import LinkKind
from tests.edits.files import Desk, Entry
from tests.edits.words import NEW_TEXTS, in_yaml, sentence, text_of

Dice = random.Random
Edit = Callable[[Desk, Dice], str]

SUPPLIED = {
    "contact": '{name: {nl: Loket & Balie, en: Desk & Counter}, email: "mailto:loket@example.org", telephone: "071-5165165"}',
    "licence": "https://licence.example.org/open?a=1&b=2",
    "repository": "https://git.example.org/programma/",
    "security": "mailto:veilig@example.org",
}
REGISTERS = ("charts", "left-out", "actions", "people", "timeline")
OPTIONAL = {
    "projects": (
        "description",
        "status_explanation",
        "start",
        "sources",
        "readings",
        "results",
        "links",
        "themes",
        "sdgs",
        "codes",
    ),
    "partners": ("summary", "description", "short_name", "aliases", "core_since", "link", "sources", "readings", "parent"),
    "tracks": ("description", "numbers", "readings", "sources"),
    "themes": ("description", "readings", "sources"),
    "figures": ("note", "year", "shown", "not_the_same_as", "readings", "project", "partner"),
    "timeline": ("note", "projects", "partners", "until"),
    "governance": ("tasks", "members", "meets", "answers_to", "readings"),
    "documents": ("summary", "link"),
    "editorial-notes": ("about", "open"),
    "programme": ("periods", "highlights", "headline_figures", "channels", "conclusions", "recommendations", "criteria", "sdgs"),
}
CAN_GO = ("figures", "timeline", "editorial-notes", "left-out", "actions", "projects", "people", "charts")


def end_a_project(desk: Desk, dice: Dice) -> str:
    projects = desk.file("projects")
    one = dice.choice(projects.entries()).id
    year = dice.randint(2026, 2030)
    for field, value in (("end", f"{year}-06"), ("status_year", str(year)), ("status", "completed")):
        projects.set(one, field, value)
    return f"{one} ended in {year}"


def change_status(desk: Desk, dice: Dice) -> str:
    projects = desk.file("projects")
    one, status = dice.choice(projects.entries()).id, dice.choice(list(Status))
    projects.set(one, "status", status.value)
    projects.remove(one, "status_year")
    if status != Status.UNKNOWN:
        projects.set(one, "status_year", "2026")
    return f"{one} is {status.value}"


def change_start(desk: Desk, dice: Dice) -> str:
    projects = desk.file("projects")
    one, start = dice.choice(projects.entries()).id, dice.choice(["1995", '"2016-09"', "2014-02-28"])
    projects.set(one, "start", start)
    return f"{one} starts in {start}"


def change_track(desk: Desk, dice: Dice) -> str:
    projects, tracks = desk.file("projects"), desk.file("tracks").entries()
    one, track = dice.choice(projects.entries()).id, dice.choice([*(entry.id for entry in tracks), ""])
    projects.remove(one, "no_track")
    projects.remove(one, "track")
    projects.set(one, *(("track", track) if track else ("no_track", in_yaml(sentence(dice)))))
    return f"{one} moves to {track or 'no track'}"


def rename(desk: Desk, dice: Dice) -> str:
    name = dice.choice(["projects", "partners", "tracks", "themes", "documents", "governance"])
    file = desk.file(name)
    entry = dice.choice(file.entries())
    field = "name" if name == "partners" else "title"
    file.set(entry.id, field, in_yaml(text_of("Nieuwe & andere naam", "New & other name", dice)))
    return f"{name}/{entry.id} has another {field}"


def supply_contact(desk: Desk, dice: Dice) -> str:
    programme = desk.file("programme")
    identity = programme.entries()[0].id
    fields = dice.sample(list(SUPPLIED), dice.randint(1, len(SUPPLIED)))
    for field in fields:
        programme.set(identity, field, SUPPLIED[field])
    return f"the programme supplies {', '.join(fields)}"


def reword(desk: Desk, dice: Dice) -> str:
    name = dice.choice(
        ["projects", "projects", "partners", "figures", "timeline", "editorial-notes", "left-out", "programme", "governance"]
    )
    file = desk.file(name)
    texts = list(file.texts(("nl", "en")))
    if not texts:
        return ""
    entry, nodes = dice.choice(texts)
    language = dice.choice(["nl", "en"])
    file.replace(nodes[language], said := sentence(dice)[language])
    return f"{name}/{entry.id} says in {language}: {said}"


def drop_a_translation(desk: Desk, dice: Dice) -> str:
    file = desk.file(dice.choice(["projects", "partners", "timeline"]))
    texts = list(file.texts(("nl", "en")))
    if not texts:
        return ""
    entry, nodes = dice.choice(texts)
    dutch, english = nodes["nl"].end_mark.index, nodes["en"].end_mark.index
    between = file.text[dutch : nodes["en"].start_mark.index]
    if between.strip() not in (", en:", "en:"):
        return ""
    file.put(dutch, english, "\n" if nodes["en"].style in ("|", ">") else "")
    return f"{entry.id} is not translated in one place"


def add_a_record(desk: Desk, dice: Dice) -> str:
    name = dice.choice(list(NEW_TEXTS))
    identity = f"nieuw-{dice.randint(1000, 9999)}"
    projects, partners, tracks, documents = (desk.file(file).entries() for file in ("projects", "partners", "tracks", "documents"))
    record = NEW_TEXTS[name].format(
        id=identity,
        title=in_yaml(text_of("Iets nieuws", "Something new", dice)),
        text=in_yaml(sentence(dice)),
        other=in_yaml(sentence(dice)),
        project=dice.choice(projects).id,
        partner=dice.choice(partners).id,
        track=dice.choice(tracks).id,
        kind=dice.choice(list(PartnerKind)).value,
        link=dice.choice(list(LinkKind)).value,
        document=dice.choice(documents).id,
    )
    desk.file(name).add(record)
    return f"{name}/{identity} is new"


def drop_a_record(desk: Desk, dice: Dice) -> str:
    """Of those that nothing names."""
    name, everything = dice.choice(CAN_GO), desk.everything()
    file = desk.file(name)
    entries = file.entries() if file.has_records() else []
    free = [entry.id for entry in entries if len(re.findall(rf"(?<![\w-]){re.escape(entry.id)}(?![\w-])", everything)) == 1]
    if not free:
        return ""
    file.drop(one := dice.choice(free))
    return f"{name}/{one} is gone"


def drop_a_partner(desk: Desk, dice: Dice) -> str:
    """And every mention of it."""
    partners = desk.file("partners")
    one = dice.choice(partners.entries()).id
    partners.drop(one)
    for path in sorted([*(desk.folder / "data").glob("*.yaml"), *(desk.folder / "content").rglob("*.md")]):
        path.write_text(_without(path.read_text("utf-8"), one), "utf-8")
    return f"partner {one} is gone, and every mention of it"


def _without(text: str, partner: str) -> str:
    name = re.escape(partner)
    text = re.sub(rf"\[([^\]]*)\]\(partner:{name}\)", r"\1", text)
    text = re.sub(rf"(?m)^ +(?:parent|partner|publisher|organisation): {name}\n", "", text)
    text = re.sub(rf"(?m)^ +- (?:partner:)?{name}\n", "", text)
    item = rf"(?:partner:)?{name}(?![\w-])"
    text = re.sub(r"(?m)^( +\w+: \[)(.*)(\])$", lambda line: line[1] + _items_without(line[2], item) + line[3], text)
    return re.sub(rf", (?:publisher|organisation|partner): {name}(?=[,}}])", "", text)


def _items_without(items: str, item: str) -> str:
    kept = [one for one in items.split(", ") if not re.fullmatch(item, one)]
    return ", ".join(kept)


def reorder(desk: Desk, dice: Dice) -> str:
    name = dice.choice(["projects", "partners", "figures", "timeline", "tracks", "documents", "editorial-notes"])
    file = desk.file(name)
    order = [entry.id for entry in file.entries()]
    dice.shuffle(order)
    file.reorder(order)
    return f"{name} stand in another order"


def take_a_field_away(desk: Desk, dice: Dice) -> str:
    name = dice.choice(list(OPTIONAL))
    file = desk.file(name)
    held = [(entry, field) for entry in file.entries() for field in OPTIONAL[name] if field in entry.fields]
    if not held:
        return ""
    entry, field = dice.choice(held)
    file.remove(entry.id, field)
    return f"{name}/{entry.id} has no {field} any more"


def add_a_result(desk: Desk, dice: Dice) -> str:
    projects = desk.file("projects")
    without = [entry.id for entry in projects.entries() if "results" not in entry.fields]
    if not without:
        return ""
    projects.set(one := dice.choice(without), "results", f"[{{text: {in_yaml(sentence(dice))}, year: 2026}}]")
    return f"{one} has a result"


def change_a_number(desk: Desk, dice: Dice) -> str:
    figures = desk.file("figures")
    one, value = dice.choice(figures.entries()).id, dice.choice(["0", "-3", "12.5", "1000000", '"2.705"'])
    figures.set(one, "value", value)
    return f"{one} counts {value}"


def empty_a_register(desk: Desk, dice: Dice) -> str:
    """Of those that nothing names."""
    name, everything = dice.choice(REGISTERS), desk.everything()
    file = desk.file(name)
    named = any(len(re.findall(rf"(?<![\w-]){re.escape(entry.id)}(?![\w-])", everything)) > 1 for entry in _entries(desk, name))
    if named:
        return ""
    for entry in _entries(desk, name):
        file.drop(entry.id)
    return f"{name} is empty"


def _entries(desk: Desk, name: str) -> list[Entry]:
    file = desk.file(name)
    return file.entries() if file.has_records() else []


def write_a_page(desk: Desk, dice: Dice) -> str:
    name = f"pagina-{dice.randint(1000, 9999)}"
    for language, title in (("nl", "Nog een pagina"), ("en", "One more page")):
        said = sentence(dice)[language]
        head = f"---\ntitle: {title} {name[-4:]}\ndescription: {said} {name}\nslug: {language}-{name}\norder: 9\n---\n"
        (desk.folder / "content" / language / f"{name}.md").write_text(f"{head}{said}\n\n## Kop\n\n- [x](page:figures)\n", "utf-8")
    return f"the page {name} is new"


def reword_a_page(desk: Desk, dice: Dice) -> str:
    path = dice.choice(sorted((desk.folder / "content").rglob("*.md")))
    language = path.parent.name
    path.write_text(f"{path.read_text('utf-8').rstrip()}\n\n{sentence(dice)[language]}\n", "utf-8")
    return f"{language}/{path.name} says more"


def look_through(desk: Desk, dice: Dice) -> str:
    projects = desk.file("projects")
    one = dice.choice(projects.entries()).id
    projects.set(one, "checked", "2027-02-03")
    return f"{one} was looked through"


EDITS: tuple[Edit, ...] = (
    end_a_project,
    rename,
    supply_contact,
    reword,
    drop_a_partner,
    add_a_record,
    drop_a_record,
    change_start,
    reorder,
    take_a_field_away,
    drop_a_translation,
    change_track,
    change_status,
    add_a_result,
    change_a_number,
    reword_a_page,
    write_a_page,
    empty_a_register,
    look_through,
    reword,
)
"""Taken by turns, so that twenty edits are one of each."""
