"""A dataset without some records and pages, and without all that names them: also without what cannot do without those."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from kennisstad.addresses.routes import exists
from kennisstad.model import ContentPage, Dataset, Programme, Record
from kennisstad.model.history import WRITTEN
from kennisstad.model.preview import Absent
from kennisstad.proposal.cut import Gone, unlinked, without

_PAGE = "page"
Valid = Mapping[str, Mapping[str, Record]]
"""The records by kind and id."""


def reduced(dataset: Dataset, absent: Iterable[Absent]) -> Dataset | None:
    """Gives what is left of a dataset, or None where the programme itself cannot do without."""
    gone: dict[str, set[str]] = {}
    for one in absent:
        gone.setdefault(one.kind, set()).add(one.id)
    first = _reduced(dataset, gone, frozenset())
    return _reduced(dataset, gone, _empty(first)) if first is not None and gone else first


def _empty(dataset: Dataset) -> frozenset[str]:
    """Gives the pages that texts may link to once there is something on them, and there is not."""
    return frozenset(name for name in dataset.kinds.sections if not exists(dataset, dataset.kinds.by_name[name]))


def _reduced(dataset: Dataset, gone: Mapping[str, set[str]], emptied: frozenset[str]) -> Dataset | None:
    """Gives what is left, also without links to pages on which there is nothing any more."""
    pages = frozenset(gone.get(WRITTEN, ()))
    found = _cut(dataset, gone, pages | emptied)
    if found is None:
        return None
    programme, valid, names = found
    return replace(
        dataset,
        programme=programme,
        valid=valid,
        partial={},
        ids={kind.name: frozenset(valid.get(kind.name, ())) for kind in dataset.kinds.records},
        content=tuple(_cut_page(page, names) for page in dataset.content if page.name not in pages),
        articles=tuple(_cut_page(page, names) for page in dataset.articles if page.name in valid[_kind_of(dataset, page)]),
        pages=frozenset(page for page in dataset.pages if page[1] not in pages),
    )


def lost_with(dataset: Dataset, left: Dataset, absent: Iterable[Absent]) -> Iterator[tuple[str, str]]:
    """Gives the kind and id of records that went because they cannot do without one that did."""
    told = {(one.kind, one.id) for one in absent}
    for kind, records in dataset.valid.items():
        yield from ((kind, name) for name in records if name not in left.valid[kind] and (kind, name) not in told)


def _cut(dataset: Dataset, gone: Mapping[str, set[str]], pages: frozenset[str]) -> tuple[Programme, Valid, Gone] | None:
    """Gives the programme and the records that name nothing that is gone, and what is; None where the programme is."""
    valid: Valid = {
        kind: {name: one for name, one in records.items() if name not in gone.get(kind, ())}
        for kind, records in dataset.valid.items()
    }
    while True:
        names = _gone(dataset, valid, pages)
        programme = without(dataset.programme, names)
        if programme is None:
            return None
        names = replace(names, agendas=_agendas(dataset.programme) - _agendas(programme))
        cut = {kind: {name: without(one, names) for name, one in records.items()} for kind, records in valid.items()}
        left = {kind: {name: one for name, one in records.items() if one is not None} for kind, records in cut.items()}
        if all(len(left[kind]) == len(records) for kind, records in valid.items()):
            return programme, left, names
        valid = left


def _agendas(programme: Programme) -> frozenset[str]:
    return frozenset(agenda.id for agenda in programme.agendas)


def _gone(dataset: Dataset, there: Valid, pages: frozenset[str]) -> Gone:
    kinds = dataset.kinds

    def record(kind: str, identity: str) -> bool:
        return kind in there and identity not in there[kind]

    def named(one: str, identity: str) -> bool:
        if one == _PAGE:
            return identity in pages
        kind, scheme = kinds.named.get(one), kinds.schemes.get(one)
        if kind is not None:
            return record(kind.name, identity)
        return scheme is not None and scheme.ids is None and record(scheme.above, identity)

    def page(url: str) -> bool:
        path = PurePosixPath(url.partition("#")[0])
        if path.suffix != ".md" or ":" in url:
            return False
        folder = kinds.folders.get(path.parent.name)
        return record(folder.name, path.stem) if folder else path.stem in pages

    return Gone(record, named, page)


def _kind_of(dataset: Dataset, article: ContentPage) -> str:
    return dataset.kinds.folders[PurePosixPath(article.path).parts[1]].name


def _cut_page(page: ContentPage, gone: Gone) -> ContentPage:
    text = unlinked(page.markdown, gone)
    return page if text == page.markdown else page.model_copy(update={"markdown": text})
