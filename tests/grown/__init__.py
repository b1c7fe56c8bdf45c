"""The invented programme, grown: enough records to choose among, to search in and to measure, made of one template.

`records/` holds what journeys need by name; the rest is every subject in every place, by the template in `project.yaml`.
"""

from __future__ import annotations

from itertools import islice, product
from pathlib import Path
from string import Template

from kennisstad.kinds import KINDS
from kennisstad.model import PROGRAMME
from tests.grown.subjects import PLACES, STATUSES, SUBJECTS, Place, Subject
from tests.site.programmes import copy_invented

HERE = Path(__file__).parent
USUAL = 36
"""With those that have a name: 45 projects, more than fit on a screen."""


def copy_grown(target: Path, projects: int = USUAL) -> Path:
    """Copies the invented programme and adds the named records and as many projects as asked for."""
    folder = copy_invented(target)
    for records in sorted((HERE / "records").glob("*.yaml")):
        _append(folder / "data" / records.name, records.read_text("utf-8"))
    _append(folder / "data" / "projects.yaml", "".join(made(projects)))
    page = (HERE / "content" / "take-along.md").read_text("utf-8")
    kinds = (f"{kind.stem}.{ending}" for kind in (PROGRAMME, *KINDS.records) for ending in ("json", "csv"))
    named = (*kinds, "index.json", "openapi.json", "schema/projects.json", "projects/quay-garden.json", "tables-nl.xlsx")
    links = "\n".join(f"- [{name}](open-data:{name})" for name in named)
    (folder / "content" / "en" / "take-along.md").write_text(page.replace("LINKS", links), "utf-8")
    programme = folder / "data" / "programme.yaml"
    text = programme.read_text("utf-8")
    programme.write_text(
        text.replace("  email: mailto:desk@harbour.example.org\n", "  link: https://town.example.org/desk\n"), "utf-8"
    )
    return folder


def made(projects: int) -> list[str]:
    """Gives projects by the template, no two alike."""
    template = Template((HERE / "project.yaml").read_text("utf-8"))
    rounds = range(1 + projects // (len(PLACES) * len(SUBJECTS)))
    pairs = product(rounds, PLACES, SUBJECTS)
    return [template.substitute(_values(number, *pair)) for number, pair in enumerate(islice(pairs, projects))]


def _values(number: int, turn: int, place: Place, subject: Subject) -> dict[str, str]:
    again = f" {turn + 1}" if turn else ""
    status, year = STATUSES[number % len(STATUSES)]
    return {
        "id": f"{subject.id}-{place.id}{again.replace(' ', '-')}",
        "english": f"{subject.english} {place.english}{again}",
        "dutch": f"{subject.dutch} {place.dutch}{again}",
        "english_text": f"{subject.english_text} That is {place.english}{again}.",
        "dutch_text": f"{subject.dutch_text} Dat is {place.dutch}{again}.",
        "track": subject.track,
        "theme": subject.theme,
        "lead": subject.lead,
        "partners": ", ".join(name for name in ("town", "school", "rowers", "hospital") if name != subject.lead),
        "status": f"{status}\n  status_year: {year}" if year else status,
        "goal": str(1 + number % 17),
    }


def _append(path: Path, text: str) -> None:
    path.write_text(f"{path.read_text('utf-8')}{text}", "utf-8")
