"""What the edits write: sentences in both languages, with what is awkward in HTML, and the least that a new record needs."""

from __future__ import annotations

import json
from random import Random

SENTENCES = (
    (
        "De partners werken nu ook samen met de bewoners van wijk {number}.",
        "The partners now also work with the people of district {number}.",
    ),
    ("Er is nog niets van gezegd, ook niet in {number}.", "Nothing has been said about it yet, not in {number} either."),
    ("Dit is “R&D” voor wie {number} < 9999 vindt.", "This is “R&D” for those who think that {number} < 9999."),
    (
        "Het plan is af en wordt ’s zomers met {number} mensen bekeken.",
        "The plan is done and will be looked at by {number} people in the summer.",
    ),
    ("Één café op nummer {number} doet mee, zegt de buurt.", "One café at number {number} takes part, so the neighbours say."),
)


def sentence(dice: Random) -> dict[str, str]:
    """Gives a sentence that stands nowhere else, in both languages."""
    dutch, english = dice.choice(SENTENCES)
    number = dice.randint(1000, 9998)
    return {"nl": dutch.format(number=number), "en": english.format(number=number)}


def text_of(dutch: str, english: str, dice: Random) -> dict[str, str]:
    """Gives a name that nothing else has."""
    number = dice.randint(1000, 9999)
    return {"nl": f"{dutch} {number}", "en": f"{english} {number}"}


def in_yaml(text: dict[str, str]) -> str:
    """Gives a text as it can be typed on one line."""
    return f"{{nl: {json.dumps(text['nl'], ensure_ascii=False)}, en: {json.dumps(text['en'], ensure_ascii=False)}}}"


NEW_TEXTS = {
    "projects": """
- id: {id}
  title: {title}
  summary: {text}
  track: {track}
  status: running
  status_year: 2026
  leads: [{partner}]
  start: 2026
  part_of: {project}
  results: [{{text: {other}}}]
  links: [{{kind: {link}, url: "https://nieuw.example.org/?a=1&b=2"}}]
  checked: 2026
""",
    "partners": """
- id: {id}
  name: {title}
  kind: {kind}
  summary: {text}
  parent: {partner}
""",
    "figures": """
- id: {id}
  value: 12
  unit: {title}
  counts: {text}
  year: 2026
  topic: nature
  project: {project}
  sources: [{{document: {document}}}]
""",
    "timeline": """
- id: {id}
  date: "2026-05"
  title: {text}
  projects: [{project}]
  partners: [{partner}]
  sources: [{{document: {document}}}]
""",
    "editorial-notes": """
- id: {id}
  title: {title}
  kind: gap
  about: [project:{project}, partner:{partner}, track:{track}]
  found: {text}
  chosen: {other}
  why: {other}
  sources: [{{document: {document}}}]
""",
    "left-out": """
- id: {id}
  name: {title}
  reason: {text}
  sources: [{{document: {document}}}]
""",
    "themes": """
- id: {id}
  title: {title}
  summary: {text}
  order: 90
""",
    "governance": """
- id: {id}
  title: {title}
  kind: group
  summary: {text}
  order: 90
  sources: [{{document: {document}}}]
""",
    "people": """
- id: {id}
  name: N. Ieuw
  offices: [{{title: {title}, organisation: {partner}, year: 2026, sources: [{{document: {document}}}]}}]
""",
}
