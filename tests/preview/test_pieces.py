"""Reading a file in pieces tells what reading it whole tells, whatever was typed, and whatever was read before."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from kennisstad.kinds import KINDS
from kennisstad.loading.records import Nodes, Records, read_records
from kennisstad.model.kinds import RecordKind
from kennisstad.problem import Problem, in_order
from kennisstad.reading import pieces
from kennisstad.reading.memory import Memory
from kennisstad.reading.source import Document, parse
from tests.site.programmes import INVENTED

KIND_OF_FILE = {kind.file: kind for kind in KINDS.records}
MISTAKES = (
    *("- ", "-", "  ", "\t", '"', "'", "[", "}", ":", " #", "&a", "*a ", "!!int ", "? ", "no", "1.000"),
    *("---\n", "...\n", "%YAML 1.1\n", "\n", "|\n", ">+\n\n", "  | # x\n", "# cafÃ©\n"),
    *("- id: quay\n", "  id: again\n", "- - [x]\n", "-\n  id: dash\n", "- plain\n", "-id: x\n"),
)
NAME = "data/projects.yaml"


def mutated(text: str, chance: random.Random) -> str:
    """Changes a text as people do: something typed, something lost, lines twice, moved or away."""
    lines = text.splitlines(keepends=True)
    first, second = sorted(chance.randrange(len(lines) + 1) for _ in range(2))
    place = chance.randrange(len(text) + 1)
    match chance.randrange(5):
        case 0:
            return text[:place] + chance.choice(MISTAKES) + text[place:]
        case 1:
            return "".join((*lines[:first], chance.choice(MISTAKES), *lines[first:]))
        case 2:
            return "".join((*lines[:first], *lines[second:]))
        case 3:
            return "".join((*lines[:second], *lines[first:]))
        case _:
            return text[:place] + text[place + chance.randrange(1, 4) :]


def told(records: Records) -> tuple[object, ...]:
    """Everything that the rest of the site gets to know of a file, places included."""
    nodes = {key: (node.plain(), node.location, places(node)) for key, node in Nodes([records.nodes]).items()}
    return (
        records.valid,
        list(records.valid),
        records.partial,
        records.ids if records.is_readable else None,
        nodes,
        [(problem, problem.values) for problem in in_order(records.problems)],
    )


def places(node: object) -> object:
    """Every place in a node."""
    value = getattr(node, "value", None)
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return getattr(node, "location", None), getattr(node, "keys", None), [(key, places(one)) for key, one in inside]


def whole(kind: RecordKind, text: str, monkeypatch: pytest.MonkeyPatch) -> Records:
    """Reads a text without cutting it."""
    with monkeypatch.context() as patched:
        patched.setattr(pieces, "_cut", lambda text: [text])
        return read_records(kind, text, NAME, Memory())


@pytest.mark.parametrize("file", ["projects.yaml", "figures.yaml", "people.yaml"])
def test_pieces_tell_what_the_whole_tells(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    chance, memory = random.Random(file), Memory()
    original = (INVENTED / "data" / file).read_text("utf-8") * 2
    text, kind, rules = original, KIND_OF_FILE[file], set[str]()
    for step in range(150):
        text = mutated(text if step % 3 else original, chance) or original
        expected = told(whole(kind, text, monkeypatch))
        assert told(read_records(kind, text, NAME, Memory())) == expected, text
        records = read_records(kind, text, NAME, memory)
        assert told(records) == expected, text
        rules |= {problem.rule for problem in records.problems}
    assert len(rules) > 10, "the mistakes are too few kinds to tell anything"


def _noting(read: list[str]) -> Callable[[str, str, int], Document]:
    """Reads, and notes what."""

    def noting(text: str, name: str, line: int) -> Document:
        read.append(text)
        return parse(text, name, line)

    return noting


def test_only_what_changed_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text, memory = (INVENTED / "data" / "projects.yaml").read_text("utf-8"), Memory()
    read: list[str] = []
    read_records(KIND_OF_FILE["projects.yaml"], text, NAME, memory)
    monkeypatch.setattr(pieces, "parse", _noting(read))

    read_records(KIND_OF_FILE["projects.yaml"], f"# first\n{text.replace('leads: [town]', 'leads: [quay]', 1)}", NAME, memory)

    assert [piece.count("- id: ") for piece in read] == [1]


def test_an_id_that_is_the_slug_of_a_wrong_one_is_told_of_and_no_traceback() -> None:
    text = "- id: Quay\n- id: quay\n"

    records = read_records(KIND_OF_FILE["tracks.yaml"], text, NAME, Memory())

    assert set(records.ids) == {"Quay", "quay"}
    assert "duplicate-id" not in {problem.rule for problem in records.problems}


def test_a_mistake_costs_no_second_reading_of_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    record = (INVENTED / "data" / "tracks.yaml").read_text("utf-8")
    text, memory = "".join(record.replace("- id: ", f"- id: n{number}-") for number in range(50)), Memory()
    kind = KIND_OF_FILE["tracks.yaml"]
    problems: list[Problem] = read_records(kind, text, NAME, memory).problems
    read_records(kind, f'{text}- id: "open\n', NAME, memory)
    read: list[str] = []
    monkeypatch.setattr(pieces, "parse", _noting(read))

    assert read_records(kind, text, NAME, memory).problems == problems
    assert read == []
