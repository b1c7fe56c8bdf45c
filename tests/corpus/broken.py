"""The corpus: files of records as people break them, each with what an editor should be told and what was meant.

A case begins with `=== name | file | rule | flags`; then what stood there, `---8<---`, what was typed, with `»` before the line
that should be told. `fix` says that it is certain what was meant; `advice` that the site is built all the same. The rule `clean`
is for what is right as it was typed. Then perhaps `--- right`, what should stand there (else what stood there); `--- says`, what
the message names in every language; `--- at file`, with the line that should be told where that is in another file. `<U+00A0>` is
a character that nobody sees. `again.txt` was written when the others were right, without a look at what the program can do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kennisstad.checking import Checked, judged
from kennisstad.edits import Typed
from kennisstad.kinds import KINDS
from kennisstad.loading.loader import load
from kennisstad.messages import LANGUAGES, messages
from kennisstad.model import Folders
from kennisstad.problem import Problem, Severity
from kennisstad.reading.memory import Memory
from kennisstad.rules import RULES
from kennisstad.rules.interface import locales_have_all_words
from kennisstad.rules.templates import templates_can_be_read
from tests.site.programmes import copy_invented

HERE = Path(__file__).parent
CLEAN = "clean"
_OF_THE_INTERFACE = (locales_have_all_words, templates_can_be_read)
_MARK = "»"
_HIDDEN = re.compile(r"<U\+([0-9A-F]{4,5})>")
_PART = re.compile(r"(?m)^(---8<---|--- (?:right|says|at .*))\n")


@dataclass(frozen=True)
class Case:
    """One broken file."""

    name: str
    file: str
    rule: str
    flags: frozenset[str]
    old: str
    new: str
    right: str
    says: tuple[str, ...]
    told_in: str
    told_line: str

    @property
    def typed(self) -> str:
        """What somebody typed."""
        return self.new.replace(_MARK, "")


def cases(file: Path) -> Iterator[Case]:
    """Gives the cases in a file."""
    for block in re.split(r"(?m)^=== ", file.read_text("utf-8"))[1:]:
        head, _, body = block.partition("\n")
        name, path, rule, *flags = (part.strip() for part in head.split("|"))
        old, *rest = _PART.split(body)
        old, *texts = (part.removesuffix("\n") for part in (old, *rest[1::2]))
        parts = dict(zip(rest[::2], texts, strict=True))
        at = next((part for part in parts if part.startswith("--- at ")), "")
        new = _HIDDEN.sub(lambda found: chr(int(found[1], 16)), parts["---8<---"])
        says = tuple(parts.get("--- says", "").splitlines())
        yield Case(
            name,
            path,
            rule,
            frozenset(" ".join(flags).split()),
            old,
            new,
            parts.get("--- right", old),
            says,
            at.removeprefix("--- at "),
            parts.get(at, ""),
        )


CASES = [case for file in sorted(HERE.glob("cases/*.txt")) for case in cases(file)]


def write_programme(target: Path) -> Path:
    """Writes the invented programme with the long records of the corpus below its own."""
    folder = copy_invented(target)
    for path in sorted((HERE / "programme").rglob("*.*")):
        there = folder / path.relative_to(HERE / "programme")
        before = there.read_text("utf-8") if there.exists() else ""
        there.write_text(before + path.read_text("utf-8"), "utf-8")
    return folder


class Desk:
    """A programme that is broken and mended again, case after case; what did not change is not read again.

    Its words and templates are held against each other once, not for each case.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self._folders, self._memory = folder, Folders.of(folder), Memory()
        self._texts: dict[str, str] = {}
        self._wanted: dict[tuple[str, str], Checked] = {}
        self.untouched = self.checked()

    def checked(self) -> Checked:
        """Checks the programme as it is now."""
        loaded = load(self._folders, KINDS, self._memory)
        rules = [rule for rule in RULES if rule not in _OF_THE_INTERFACE] if loaded.dataset is not None else []
        return judged(loaded, chain.from_iterable(rule(loaded.dataset) for rule in rules if loaded.dataset is not None))

    def text(self, file: str) -> str:
        """Gives a file as it is when nothing is broken."""
        if file not in self._texts:
            self._texts[file] = (self.folder / file).read_text("utf-8")
        return self._texts[file]

    def with_text(self, file: str, text: str) -> Checked:
        """Checks the programme with another text in one file, and puts the file back."""
        before, path = self.text(file), self.folder / file
        path.write_text(text, "utf-8")
        try:
            return self.checked()
        finally:
            path.write_text(before, "utf-8")

    def changed(self, case: Case, by: str) -> str:
        """Gives the text of the file of a case with something else at its place."""
        before = self.text(case.file)
        assert case.old in before, f"{case.name}: {case.file} has no {case.old!r}"
        return before.replace(case.old, by, 1)

    def told(self, case: Case) -> list[Problem]:
        """Gives what the editor is told of a case."""
        checked = self.with_text(case.file, self.changed(case, case.typed))
        known = {(problem.rule, problem.record, *problem.values.values()) for problem in self.untouched.problems}
        new = [problem for problem in checked.problems if (problem.rule, problem.record, *problem.values.values()) not in known]
        advice = "advice" in case.flags
        return [problem for problem in new if advice or problem.severity is Severity.ERROR or problem.rule == case.rule]

    def place(self, case: Case) -> tuple[str, int]:
        """Gives the file and line that should be told."""
        if case.told_in:
            text = self.text(case.told_in)
            return case.told_in, text[: text.index(case.told_line)].count("\n") + 1
        text = self.changed(case, case.new)
        return case.file, text[: text.index(_MARK)].count("\n") + 1 if _MARK in text else 0

    def mended(self, case: Case, problem: Problem) -> str:
        """Gives the text of the file of a case after the fix of a problem."""
        return Typed(self.changed(case, case.typed)).applied(problem.fix)

    def wanted(self, case: Case) -> Checked:
        """Gives the programme as it was meant."""
        if case.right == case.old:
            return self.untouched
        key = case.file, self.changed(case, case.right)
        if key not in self._wanted:
            self._wanted[key] = self.with_text(*key)
        return self._wanted[key]


def records(checked: Checked) -> dict[str, object]:
    """Gives all that is read of a programme, to compare: its records, pages and words."""
    dataset = checked.dataset
    assert dataset is not None
    pages = {(page.language, page.name): (page.front, page.markdown) for page in dataset.content}
    words = {language: locale.words for language, locale in dataset.locales.items()}
    return {"valid": dataset.valid, "programme": dataset.programme, "pages": pages, "words": words}


def sentences(problem: Problem) -> tuple[str, ...]:
    """Gives a problem as it is told in each language."""
    return tuple(messages(language).tell(problem) for language in LANGUAGES)
