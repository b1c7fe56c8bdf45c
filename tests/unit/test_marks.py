"""Marks that came out as text: each is found where it was typed, and ordinary sentences have none."""

from __future__ import annotations

from pathlib import Path

import pytest

from kennisstad.checking import check
from kennisstad.markdown.fields import read_field
from kennisstad.markdown.longform import read_longform
from kennisstad.markdown.marks import Mark
from kennisstad.model import Folders
from tests.site.programmes import copy_invented

INNOCENT = Path("tests/site/innocent.txt").read_text("utf-8").splitlines()


def marks(text: str) -> list[tuple[str, int, int, str]]:
    return [(mark.name, mark.line, mark.column, mark.found) for mark in read_longform(text).marks]


def mended(text: str) -> str:
    """Gives a text with what is certain written as it was meant."""
    lines = text.split("\n")
    for mark in sorted(_with_others(text), key=lambda mark: (mark.line, mark.column), reverse=True):
        if mark.instead is not None:
            line = lines[mark.line]
            assert line.startswith(mark.found, mark.column)
            lines[mark.line] = line[: mark.column] + mark.instead + line[mark.column + len(mark.found) :]
    return "\n".join(lines)


def _with_others(text: str) -> list[Mark]:
    return [one for mark in read_longform(text).marks for one in (mark, *mark.also)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("> - een\n>   ##Kop", ("heading", 1, 4, "##Kop")),
        ("Zie *nu* `##` [een](x.md) en [dit](een plan.pdf)", ("space-in-link", 0, 29, "[dit](een plan.pdf)")),
        ("| a | b |\n|---|---|\n| c | ==d== |", ("highlight", 2, 6, "==d==")),
        ('!!! note "Een :smile: titel"\n\n    Tekst.', ("emoji", 0, 14, ":smile:")),
        ("Een\ntwee {: .groot}\ndrie", ("attributes", 1, 4, " {: .groot}")),
        ("Tekst[^1].\n\n[^1]: Een noot met [[een]] link.", ("wiki", 2, 19, "[[een]]")),
        ('=== "Tab"\n\n    Tekst.', ("tab", 0, 0, '=== "Tab"')),
        ("::: kader\nTekst.\n:::", ("container", 0, 0, "::: kader")),
        ("Zie https:// www.example.org nu", ("broken-address", 0, 4, "https:// www.example.org")),
        ("[b]vet[/b]", ("forum", 0, 6, "[/b]")),
        ("Regel.\\nRegel.", ("newline", 0, 6, "\\n")),
        ("- [x] klaar", ("task", 0, 2, "[x]")),
        ("Een `open tekst", ("backtick", 0, 4, "`")),
        ("```\ncode", ("code-open", 0, 0, "```")),
        ("Zo:\n2. twee\n3. drie", ("list-glued", 1, 0, "2. twee")),
        ("Een.\n\n    Tekst in de volgende alinea.", ("code-by-spaces", 2, 4, "Tekst in de volgende alinea.")),
        ("Een.\n\n\tTekst.", ("code-by-spaces", 2, 1, "Tekst.")),
        ("Een.\n\n## \n\nTwee.", ("heading-empty", 2, 0, "##")),
        ("#### Wat er is", ("heading-level", 0, 0, "#### Wat er is")),
        ("## Een\n\n#### Twee", ("heading-level", 2, 0, "#### Twee")),
        ("+ 5 mensen kwamen.", ("mark-lost", 0, 0, "+ 5 mensen kwamen.")),
        ("* exclusief btw", ("mark-lost", 0, 0, "* exclusief btw")),
        ("- 5 graden was het.", ("mark-lost", 0, 0, "- 5 graden was het.")),
        ("> 100 mensen kwamen.", ("mark-lost", 0, 0, "> 100 mensen kwamen.")),
        ("een on*mogelijk*heid", ("stars-in-word", 0, 4, "on*mogelijk*heid")),
        ("elke student*e en de docent*.", ("stars-in-word", 0, 5, "student*e en de docent*")),
        ("#Leiden is mooi", ("heading-or-tag", 0, 0, "#Leiden is mooi")),
    ],
)
def test_a_mark_is_found_where_it_was_typed(text: str, found: tuple[str, int, int, str]) -> None:
    assert found in marks(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("##Kop", "## Kop"),
        ("##\u00a0Kop", "## Kop"),
        ("#\u200bNog een kop", "## Nog een kop"),
        ("**vet **woord en *schuin * daar", "**vet** woord en *schuin* daar"),
        ("**Let op:**dit", "**Let op:** dit"),
        ("• een\n• twee", "- een\n- twee"),
        ("- • een", "- een"),
        ("-Een\n-Twee", "- Een\n- Twee"),
        ("1.Een\n2.Twee", "1. Een\n2. Twee"),
        ("Zo:\n– een\n– twee", "Zo:\n- een\n- twee"),
        ("[dit] (https://a.example)", "[dit](https://a.example)"),
        ("(dit)[about.md]", "[dit](about.md)"),
        ("![kade](de kade.png)", "![kade](<de kade.png>)"),
        ("[bel](tel:+31 (0)71 516 51 65)", "[bel](tel:+31715165165)"),
        ("[dit](about.md){ .md-button }", "[dit](about.md)"),
        ("!!! note Let op\n    Tekst.", '!!! note "Let op"\n    Tekst.'),
        ("!!! note “Let op”\n    Tekst.", '!!! note "Let op"\n    Tekst.'),
        ("??? tip\n    Tekst.", "!!! tip\n    Tekst."),
        ("| a | b |\n|---|\n| c | d |", "| a | b |\n| --- | --- |\n| c | d |"),
        ("5 m^2", "5 m²"),
        ("http//a.example", "http://a.example"),
        ("Einde\\", "Einde"),
        ("Het is 5*3*2 groot", r"Het is 5\*3\*2 groot"),
        ("3*4*5*6*7 en 2**3**4", r"3\*4\*5\*6\*7 en 2\*\*3\*\*4"),
        ("Elke student*e en medewerker*ster.", r"Elke student\*e en medewerker\*ster."),
        ("| a | b |\n|---|---|\n| 2*3*4 | c |", "| a | b |\n|---|---|\n| 2\\*3\\*4 | c |"),
        ("1. een\n  - deel\n2. twee", "1. een\n   - deel\n2. twee"),
        ("- een\n 1. deel\n 2. deel\n- twee", "- een\n  1. deel\n  2. deel\n- twee"),
        ("- een\n - deel\n- twee", "- een\n  - deel\n- twee"),
        ("10. een\n   - deel\n     gaat door\n\n11. twee", "10. een\n    - deel\n      gaat door\n\n11. twee"),
    ],
)
def test_what_is_certain_is_written_as_it_was_meant(text: str, meant: str) -> None:
    assert mended(text) == meant
    assert read_longform(meant).marks == ()


@pytest.mark.parametrize(
    "text",
    [
        "`##Kop`",
        "````\n[dit](een plan)\n````",
        r"\[dit](een plan)",
        r"\##Kop",
        r"2 \* 3 \*x",
        "1) een\n2) twee",
        "Een  \ntwee\\\ndrie",
    ],
)
def test_code_and_what_is_written_as_a_plain_character_is_no_mark(text: str) -> None:
    assert marks(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dit is *schuin* en **vet**, en *ook (zo)*, on**mogelijk**heid en *Stads*park.",
        "`5*3*2` en [hier](https://a.example/a*b*c) *zo*",
        "- een punt\n- 5 punten",
        "> Een citaat.",
        "> 100 mensen kwamen,\n> en dat op één dag.",
        "1. een\n\n- los\n\n2. twee",
        "- een\n  - deel\n- twee",
        "## Een\n\n### Twee\n\n## Drie",
    ],
)
def test_emphasis_lists_and_quotes_that_were_meant_are_no_marks(text: str) -> None:
    assert marks(text) == []


def test_one_mistake_on_a_line_or_in_a_list_is_told_once() -> None:
    assert [name for name, *_ in marks("Een ==a== ++b++ ~c~ ^d^ H~2~O :smile:")] == ["highlight", "raised"]
    assert [line for name, line, *_ in marks("- [x] een\n- [ ] twee\n- [ ] drie") if name == "task"] == [0]
    assert read_longform("Een <b>vet</b> woord<br>\nen <i>nog</i> een").html == ((0, "<b>"), (1, "<i>"))


@pytest.mark.parametrize("text", ["Het is 5*3*2.", "+ 5 mensen", "1. een\n  - deel\n2. twee"])
def test_what_became_something_else_is_told_in_a_field_too(text: str) -> None:
    assert [mark.name for mark in read_field(text).marks] == [mark.name for mark in read_longform(text).marks] != []


def test_ordinary_sentences_have_no_marks(tmp_path: Path) -> None:
    folder = copy_invented(tmp_path)
    before = check(Folders.of(folder)).problems
    page = folder / "content/en/contact.md"
    page.write_text(page.read_text("utf-8") + "\n\n" + "\n\n".join(INNOCENT) + "\n", "utf-8")

    told = [problem for problem in check(Folders.of(folder)).problems if problem not in before]

    assert len(INNOCENT) >= 60
    assert [(INNOCENT[(problem.location.line - 7) // 2], problem.rule, problem.values) for problem in told] == []


@pytest.mark.parametrize("sentence", INNOCENT)
def test_ordinary_sentences_stand_on_a_page_as_they_were_meant(sentence: str) -> None:
    kept = [mark for mark in read_longform(sentence).marks if mark.name not in ("bracket", "record")]

    assert kept == []
