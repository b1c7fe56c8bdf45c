"""The open data as catalogues list them: DCAT-AP-NL 3.0 (https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/), as JSON-LD.

A set of data for each kind of records, its files as ways to get it. There is none until the programme gave a licence and a contact:
both are required, and nobody but the programme can give them. `kennisstad report` says what is missing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from kennisstad.exports.material import Files, Material
from kennisstad.model import PROGRAMME, Contact, Programme, Text
from kennisstad.views.datasets import CATALOG, DataFile, data_files, lacking
from kennisstad.views.edition import Edition
from kennisstad.views.page import Node
from kennisstad.views.structured import address_of, home_of, identity

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_LISTS = "http://publications.europa.eu/resource/authority"
"""The lists of the European Union that values have to be from."""
_PUBLIC = f"{_LISTS}/access-right/PUBLIC"
_THEME = f"{_LISTS}/data-theme/GOVE"
"""Government and public sector: the one theme that is true of every programme that the profile is for."""
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types"


def files(material: Material) -> Files:
    """Gives the description, where the programme gave what it needs."""
    if not lacking(material.dataset.programme):
        yield CATALOG, lambda: _described(material)


def _described(material: Material) -> bytes:
    dataset, pages = material.dataset, material.pages
    editions = tuple(pages.edition(language) for language in dataset.programme.languages)
    catalog = _Catalog(editions, dataset.programme, editions[0])
    described = {"@context": _CONTEXT, "@graph": [catalog.whole(), *catalog.agents(), catalog.contact()]}
    return f"{json.dumps(described, ensure_ascii=False, indent=1)}\n".encode()


@dataclass(frozen=True, slots=True)
class _Catalog:
    """Describes the data of a programme in all its languages."""

    editions: tuple[Edition, ...]
    programme: Programme
    first: Edition

    def whole(self) -> Node:
        """Gives the catalogue with its sets of data."""
        dataset = self.first.dataset
        names = ("", PROGRAMME.name, *(kind.name for kind in dataset.kinds.records))
        sets = {name: files for name in names if (files := data_files(dataset, of=name))}
        return {
            "@id": home_of(self.first, "data-catalog"),
            "@type": "dcat:Catalog",
            "dct:title": self._words("data_set.title"),
            "dct:description": self._words("data_set.description"),
            "foaf:homepage": {"@id": address_of(self.first, ""), "@type": "foaf:Document"},
            **self._responsible(),
            "dct:license": {"@id": self.programme.licence, "@type": "dct:LicenseDocument"},
            "dcat:dataset": [self._set(name, files) for name, files in sets.items() if files],
        }

    def agents(self) -> list[Node]:
        """Gives who publishes the data and whose they are; one where that is the same."""
        own: Node = {"@id": home_of(self.first, "programme"), "@type": "foaf:Agent", "foaf:name": self._text(self.programme.name)}
        statement = self.programme.accessibility
        if statement is None:
            return [own]
        partner = self.first.dataset.partners[statement.organisation]
        page = {"foaf:homepage": {"@id": partner.link}} if partner.link else {}
        return [own, {"@id": self._publisher(), "@type": "foaf:Agent", "foaf:name": self._text(partner.name), **page}]

    def contact(self) -> Node:
        """Gives whom to ask about the data."""
        contact = self.programme.contact or Contact()
        ways = {"vcard:hasEmail": contact.email, "vcard:hasURL": contact.link}
        return {
            "@id": self._contact(),
            "@type": ["vcard:Kind", "vcard:Organization"],
            "vcard:fn": self._text(contact.name or self.programme.name),
            **{name: {"@id": address} for name, address in ways.items() if address},
        }

    def _set(self, name: str, files: tuple[DataFile, ...]) -> Node:
        part = f"data-{name.replace('_', '-')}" if name else "open-data"
        page = self.first.links.to("open-data")
        words = ("data_set.part", "data_set.part_description") if name else ("data_set.title", "data_set.description")
        return {
            "@id": home_of(self.first, part),
            "@type": "dcat:Dataset",
            "dct:identifier": home_of(self.first, part),
            "dct:title": self._words(words[0], name),
            "dct:description": self._words(words[1], files=", ".join(file.name for file in files)),
            **self._responsible(),
            "dct:accessRights": {"@id": _PUBLIC, "@type": "dct:RightsStatement"},
            "dcat:theme": {"@id": _THEME},
            **({"dcat:landingPage": {"@id": address_of(self.first, page.path), "@type": "foaf:Document"}} if page else {}),
            "dcat:distribution": [self._file(file) for file in files],
        }

    def _file(self, file: DataFile) -> Node:
        address = address_of(self.first, self.first.addresses.open_data(file.name))
        return {
            "@id": f"{address}#file",
            "@type": "dcat:Distribution",
            "dct:title": file.name,
            "dcat:accessURL": {"@id": address},
            "dcat:downloadURL": {"@id": address},
            "dct:license": {"@id": self.programme.licence, "@type": "dct:LicenseDocument"},
            "dct:format": {"@id": f"{_LISTS}/file-type/{file.file_type}"},
            "dcat:mediaType": {"@id": f"{_MEDIA_TYPES}/{file.media_type}"},
        }

    def _responsible(self) -> Node:
        """Gives who answers for the data, and the day they are of."""
        return {
            "dct:publisher": {"@id": self._publisher()},
            "dct:creator": {"@id": home_of(self.first, "programme")},
            "dcat:contactPoint": {"@id": self._contact()},
            "dct:modified": {"@value": self.first.dataset.day.isoformat(), "@type": "xsd:date"},
        }

    def _publisher(self) -> str:
        """Gives the organisation that answers for the site by law, as its accessibility statement says; else the programme."""
        statement = self.programme.accessibility
        return identity(self.first, "partner", statement.organisation) if statement else home_of(self.first, "programme")

    def _contact(self) -> str:
        return home_of(self.first, "contact")

    def _text(self, text: Text) -> list[Node]:
        return [
            {"@value": text.in_language(code), "@language": code} for code in self.programme.languages if code in text.languages
        ]

    def _words(self, key: str, kind: str = "", files: str = "") -> list[Node]:
        """Gives words about a set of data in each language; a kind of records with a page is called as the menu calls that."""
        said: list[Node] = []
        for edition in self.editions:
            programme = edition.text(self.programme.name).text
            name = edition.links.label(kind) if kind in edition.dataset.kinds.by_name else kind.replace("_", "-")
            words = edition.locale.say(key, programme=programme, name=name, files=files)
            said.append({"@value": words, "@language": edition.language})
        return said
