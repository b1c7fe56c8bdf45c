"""The parts of the comment on a proposal, in one language: what changed, where to look, what lags behind, what is wrong.

Each gives a list: what it is about, then its parts, each of which is Markdown on its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kennisstad.i18n import display_name
from kennisstad.messages import Messages
from kennisstad.messages.drawing import mended_lines, typed_line
from kennisstad.messages.sources import Sources
from kennisstad.model import Change, Did, Record, Text
from kennisstad.model.content import HOME
from kennisstad.model.history import WRITTEN
from kennisstad.problem import Problem
from kennisstad.proposal.found import Found, Of
from kennisstad.telling.marks import block, code, link, plain
from kennisstad.views.changes import field_word, kind_word, record_link, sentences
from kennisstad.views.edition import Edition


@dataclass(frozen=True, slots=True)
class Place:
    """Where the preview of a proposal stands, whence it can be fetched, where its files are shown; "" for what is not known."""

    preview: str = ""
    download: str = ""
    files: str = ""


def problem_told(problem: Problem, words: Messages, sources: Sources, place: Place) -> str:
    """Gives a problem: where and whose, what is wrong, what to do, the line as typed, and as it should be if that is certain."""
    where = problem.location
    name, line = code(where.file), words.say("comment-line", line=where.line)
    at = f"{link(name, f'{place.files}{where.file}#L{where.line}')}, {line}" if place.files else f"{name}, {line}"
    whose = f", **{plain(problem.record)}**" if problem.record else ""
    told = f"- {at}{whose}: {plain(words.message(problem), 600)} → {plain(words.remedy(problem), 600)}"
    typed = sources.typed(where.file)
    shown = typed_line(problem, typed) if typed else []
    mended = list(mended_lines(problem.fix, typed)) if typed and problem.fix else []
    parts = [block(shown, indent="  ")] if shown else []
    parts += [f"  {words.say('comment-write')}", block(mended, indent="  ")] if mended else []
    return "\n\n".join((told, *parts))


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells what a proposal changes in the words of a language; `edition` is in it, or in the programme's own first one."""

    found: Found
    words: Messages
    edition: Edition
    place: Place
    changed: Mapping[Of, list[Change]]
    """What changed, by record."""

    def name(self, of: Of) -> str:
        """Gives what a record is called."""
        called = next((change.name for change in self.changed[of]), {})
        title = record_link(self.edition, *of, called).title.text
        return plain(title if title and title != kind_word(self.edition, of[0]) else of[1] or title)

    def changes(self) -> list[str]:
        """Gives each record that changes with what changes in it."""
        if not self.changed:
            return [self.words.say("comment-nothing")]
        return [f"#### {self.words.say('comment-changed', count=len(self.changed))}", *map(self._record, self.changed)]

    def _record(self, of: Of) -> str:
        changes = self.changed[of]
        told = [plain(sentence.text, 600) for sentence in sentences(self.edition, changes)]
        told += self._texts(of, changes)
        more = self.found.more.get(of, ())
        if more:
            fields = plain(", ".join(self.words.labels.get(name, name) for name in more), 600)
            told.append(self.words.say("comment-also", fields=fields))
        lines = (f"  - {line}" for line in told)
        return "\n".join((f"- {plain(kind_word(self.edition, of[0]))}: **{self.name(of)}**", *lines))

    def _texts(self, of: Of, changes: list[Change]) -> Iterator[str]:
        """Gives texts as they were and as they are, where it is only told that they were revised."""
        old, new = self._sides(of)
        for change in changes:
            for language in change.languages if change.did is Did.REVISED else ():
                sides = [_line(record, change.field, language) for record in (old, new)]
                was, now = _around(*sides)
                if not was and not now:
                    continue  # of a page only that it was revised
                yield self.words.say(
                    "comment-from-to",
                    field=plain(field_word(self.edition, change.field)),
                    language=plain(display_name(language, self.edition.language)),
                    old=plain(was) or self.words.say("comment-none"),
                    new=plain(now) or self.words.say("comment-none"),
                )

    def _sides(self, of: Of) -> tuple[Record | None, Record | None]:
        before = self.found.before.records(of[0]).get(of[1]) if self.found.before else None
        return before, self.found.after.records(of[0]).get(of[1])

    def pages(self) -> list[str]:
        """Gives the pages to look at, each in every language."""
        told = list(filter(None, map(self._page, self.changed)))
        if not told:
            return []
        fetch = [link(self.words.say("comment-download"), self.place.download)] if self.place.download else []
        return [f"#### {self.words.say('comment-look')}", *fetch, *told]

    def _page(self, of: Of) -> str:
        paths = {
            language: path
            for language in self.edition.dataset.programme.languages
            if (path := self._path(of, language)) is not None
        }
        shown = (
            link(plain(display_name(language, self.edition.language)), f"{self.place.preview}{path}")
            if self.place.preview
            else code(path or "/")
            for language, path in paths.items()
        )
        return f"- **{self.name(of)}**: {' · '.join(shown)}" if paths else ""

    def _path(self, of: Of, language: str) -> str | None:
        edition = self.edition.in_language(language)
        if of == (WRITTEN, HOME):
            return edition.addresses.home(language)
        is_there = of[0] in ("programme", WRITTEN) or of[1] in edition.dataset.valid.get(of[0], {})
        return (record_link(edition, *of, {}).path or None) if is_there else None

    def translations(self) -> list[str]:
        """Gives the texts that were changed in some languages and not in others, and those that lack one."""
        told = [line for of in self.changed for line in self._lagging(of)]
        return [f"#### {self.words.say('comment-translations')}", *told] if told else []

    def _lagging(self, of: Of) -> Iterator[str]:
        older: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
        missing: dict[tuple[str, ...], list[str]] = {}
        for name, languages in self._written(of).items():
            changed = tuple(code for change in self.changed[of] if change.field == name for code in change.languages)
            others = tuple(code for code in languages if changed and code not in changed)
            lacking = tuple(code for code in self.edition.dataset.programme.languages if code not in languages)
            if others:
                older.setdefault((changed, others), []).append(name)
            if lacking:
                missing.setdefault(lacking, []).append(name)
        for (changed, others), fields in older.items():
            yield f"- {self._say('comment-older', of, fields, others, changed=self._languages(changed))}"
        for lacking, fields in missing.items():
            yield f"- {self._say('comment-missing', of, fields, lacking)}"

    def _written(self, of: Of) -> dict[str, tuple[str, ...]]:
        """Gives the languages that each text of a record, or a hand-written page, is there in."""
        if of[0] == WRITTEN:
            languages = tuple(page.language for page in self.edition.dataset.content if page.name == of[1])
            return {"text": languages} if languages else {}
        record = self._sides(of)[1]
        found = {name: getattr(record, name) for name in type(record).model_fields} if record is not None else {}
        return {name: text.languages for name, text in found.items() if isinstance(text, Text)}

    def _say(self, key: str, of: Of, fields: list[str], others: tuple[str, ...], **values: str) -> str:
        named = plain(", ".join(self.words.labels.get(field, field) for field in fields), 600)
        return self.words.say(key, name=f"**{self.name(of)}**", fields=named, others=self._languages(others), **values)

    def _languages(self, codes: tuple[str, ...]) -> str:
        return plain(", ".join(display_name(one, self.edition.language) for one in codes))


def _line(record: Record | None, name: str, language: str) -> str:
    text = getattr(record, name, None)
    return " ".join(text.root.get(language, "").split()) if isinstance(text, Text) else ""


def _around(old: str, new: str) -> tuple[str, str]:
    """Gives two long texts from shortly before where they begin to differ."""
    if max(len(old), len(new)) <= 180:
        return old, new
    same = next((place for place, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new)))
    start = max(same - 40, 0)
    return tuple(f"…{text[start:]}" if start and text else text for text in (old, new))  # type: ignore[return-value]
