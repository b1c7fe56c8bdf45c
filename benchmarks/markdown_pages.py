"""The same content as one Markdown file a page, for a generator that reads pages and no records."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from benchmarks.records import Record
from benchmarks.sentences import LANGUAGES

STATUSES = ("running", "completed", "planned", "exploring", "stopped")
FOOT = ("about", "contact", "themes", "goals", "statuses", "history", "results", "figures")
Pages = Iterator[tuple[str, str]]
"""Pages by their path without the ending, with their Markdown."""


def write_markdown(target: Path, collections: dict[str, Any], interface: dict[str, dict[str, str]], content: Path) -> None:
    """Writes every page of both languages below a folder."""
    for language in LANGUAGES:
        edition = _Edition(collections, interface[language], language)
        for path, markdown in edition.pages(content / language):
            file = target / ("" if language == LANGUAGES[0] else language) / f"{path}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(markdown, "utf-8")


def _by(records: Iterable[Record], names: Callable[[Record], Iterable[Any]]) -> dict[str, list[Record]]:
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        for name in names(record):
            found[str(name)].append(record)
    return found


class _Edition:
    """The pages of one language."""

    def __init__(self, collections: dict[str, Any], words: dict[str, str], language: str) -> None:
        self.data, self.words, self.language = collections, words, language
        self.partners = {record["id"]: record for record in collections["partners"]}
        self.projects = {record["id"]: record for record in collections["projects"]}
        self.documents = {record["id"]: record for record in collections["documents"]}
        projects = collections["projects"]
        self.many = {
            "leads": _by(projects, lambda project: project["leads"]),
            "joins": _by(projects, lambda project: project["partners"]),
            "kin": _by(projects, lambda project: [f"{project['leads'][0]}/{project['track']}"]),
            "parts": _by(projects, lambda project: [project["part_of"]] if "part_of" in project else []),
            "tracks": _by(projects, lambda project: [project["track"]]),
            "themes": _by(projects, lambda project: project["themes"]),
            "goals": _by(projects, lambda project: project["sdgs"]),
            "statuses": _by(projects, lambda project: [project["status"]]),
            "figures": _by(collections["figures"], lambda figure: [figure["project"]]),
            "events": _by(collections["timeline"], lambda event: event["projects"]),
        }

    def pages(self, content: Path) -> Pages:
        """Gives every page with its Markdown."""
        words = self.words
        core = "\n".join(self._partner_line(record["id"]) for record in self.data["partners"] if "core_since" in record)
        home = "\n\n".join((self._figures(self.data["figures"][:4]), self._rows(self.data["projects"][:4]), core))
        yield "index", self._page("index", words["home"], words["home_description"], home)
        yield from self._lists()
        for record in self.data["projects"]:
            yield f"projects/{record['id']}", self._project(record)
        for record in self.data["partners"]:
            yield f"partners/{record['id']}", self._partner(record)
        yield from self._groups()
        for name in ("about", "contact"):
            _, head, text = (content / f"{name}.md").read_text("utf-8").split("---\n", 2)
            front = yaml.safe_load(head)
            yield name, self._page(name, front["title"], front["description"], self._linked(text, name))

    def _lists(self) -> Pages:
        rows = self._rows(sorted(self.data["projects"], key=self._title))
        yield self._list("projects", rows)
        partners = sorted(self.data["partners"], key=self._title)
        yield self._list("partners", "\n".join(f"{self._partner_line(one['id'])}: {self._say(one['summary'])}" for one in partners))
        yield self._list("results", "\n\n".join(map(self._results_of, self.data["projects"])))
        yield self._list("figures", "\n\n".join((self._figures(self.data["figures"]), *map(self._sources, self.data["figures"]))))
        yield self._list("history", self._events(sorted(self.data["timeline"], key=lambda event: str(event["date"]))))

    def _list(self, name: str, text: str) -> tuple[str, str]:
        return f"{name}/index", self._page(f"{name}/index", self.words[name], self.words["lead"], self._up(text, 1))

    def _results_of(self, project: Record) -> str:
        sources = "\n\n".join(map(self._sources, project["results"]))
        return f"## {self._title(project)}\n\n{self._results(project)}\n\n{sources}"

    def _groups(self) -> Pages:
        words = self.words
        tracks = {one["id"]: (self._say(one["title"]), self._say(one.get("description", {}))) for one in self.data["tracks"]}
        themes = {one["id"]: (self._say(one["title"]), "") for one in self.data["themes"]}
        goals = {str(goal): (f"{words['goal']} {goal}", "") for goal in range(1, 18)}
        found = {"tracks": tracks, "themes": themes, "goals": goals, "statuses": {key: (words[key], "") for key in STATUSES}}
        for of, groups in found.items():
            links = (f"- [{title}]({key}.md) {len(self.many[of][key])}" for key, (title, _) in groups.items())
            yield f"{of}/index", self._page(f"{of}/index", words[of], words["lead"], "\n".join(links))
            for key, (title, text) in groups.items():
                projects = self.many[of][key]
                results = "\n".join(map(self._results, projects)) if of in ("tracks", "themes") else ""
                body = "\n\n".join((text, self._up(self._rows(projects), 1), results))
                yield f"{of}/{key}", self._page(f"{of}/{key}", title, title, body)

    def _project(self, project: Record) -> str:
        words, many, identity = self.words, self.many, project["id"]
        related = [one for one in many["kin"][f"{project['leads'][0]}/{project['track']}"][:4] if one is not project][:3]
        groups = {"part_of": [self.projects[one] for one in [project.get("part_of")] if one], "parts": many["parts"][identity]}
        parts = [
            f"[{words['tracks']}](../tracks/{project['track']}.md) · {self._status(project)}",
            self._say(project["summary"]),
            f"## {words['story']}\n\n{self._linked(self._say(project['description']), 'projects/x')}",
            f"## {words['results']}\n\n{self._figures(many['figures'][identity])}\n\n{self._results(project)}",
            self._up(self._events(many["events"][identity]), 1),
            f"## {words['brief']}\n\n{self._brief(project)}",
            self._sources(project),
            *self._sections(groups | {"related": related}),
        ]
        return self._page(f"projects/{identity}", self._title(project), self._say(project["summary"]), "\n\n".join(parts))

    def _brief(self, project: Record) -> str:
        words = self.words
        return "\n".join((
            f"- {words['statuses']}: **{self._status(project)}** {self._say(project['status_explanation'])}",
            *(f"- {words['led_by']}: {self._partner_link(one)}" for one in project["leads"]),
            *(f"- {words['with']}: {self._partner_link(one)}" for one in project["partners"]),
            f"- {words['since']}: {project['start']}",
            *(f"- {words['themes']}: [{one}](../themes/{one}.md)" for one in project["themes"]),
            *(f"- {words['goals']}: [{words['goal']} {one}](../goals/{one}.md)" for one in project["sdgs"]),
            f"- {words['also']}: {', '.join(project['aliases'])}",
            *(f"- [{words['own_page']}]({link['url']})" for link in project["links"]),
            f"- {words['checked']} {project['checked']}",
        ))  # fmt: skip

    def _partner(self, partner: Record) -> str:
        words, identity = self.words, partner["id"]
        brief = f"- {words['kind']}: {partner['kind']}\n- {words['also']}: {', '.join(partner['aliases'])}\n"
        parts = [
            self._say(partner["summary"]),
            self._linked(self._say(partner["description"]), "partners/x"),
            f"## {words['brief']}\n\n{brief}- [{words['to_site']}]({partner['link']})",
            self._sources(partner),
            *self._sections({role: self.many[role][identity] for role in ("leads", "joins")}),
        ]
        return self._page(f"partners/{identity}", self._title(partner), self._say(partner["summary"]), "\n\n".join(parts))

    def _sections(self, groups: dict[str, list[Record]]) -> Iterator[str]:
        for key, projects in groups.items():
            if projects:
                yield f"## {self.words[key]}\n\n{self._up(self._rows(projects), 1)}"

    def _page(self, path: str, title: str, description: str, text: str) -> str:
        file = re.sub(r"(^|/)index$", r"\1", path)
        address = file if not file or file.endswith("/") else f"{file}/"
        alternates = [
            {"lang": "nl", "name": "Nederlands", "link": address},
            {"lang": "en", "name": "English", "link": f"en/{address}"},
        ]
        head = yaml.safe_dump({"title": title, "description": description, "alternates": alternates}, allow_unicode=True)
        return f"---\n{head}---\n# {title}\n\n{text}\n"

    def _rows(self, projects: Iterable[Record]) -> str:
        return "\n".join(
            f"- [{self._title(one)}](projects/{one['id']}.md){{ .track-{one['track']} }}: {self._say(one['summary'])} "
            f"{self._status(one)}, {self.words['led_by']} {', '.join(self._title(self.partners[lead]) for lead in one['leads'])}"
            for one in projects
        )

    def _partner_line(self, identity: str) -> str:
        return f"- [{self._title(self.partners[identity])}](partners/{identity}.md)"

    def _partner_link(self, identity: str) -> str:
        return f"[{self._title(self.partners[identity])}](../partners/{identity}.md)"

    def _figures(self, figures: Iterable[Record]) -> str:
        return "\n".join(
            f"- **{one['value']} {self._say(one['unit'])}** {self._say(one['counts'])} ({one['year']})" for one in figures
        )

    def _results(self, project: Record) -> str:
        return "\n".join(f"- {self._say(result['text'])} ({result['year']})" for result in project["results"])

    def _events(self, events: Iterable[Record]) -> str:
        return "\n".join(f"- {event['date']}: {self._say(event['title'])}" for event in events)

    def _sources(self, record: Record) -> str:
        return "\n".join(f"- {self._source(source)}" for source in record["sources"])

    def _source(self, source: Record) -> str:
        document = self.documents[source["document"]]
        section = next(one for one in document["sections"] if one["id"] == source["section"])
        return f"{self._say(document['title'])}: {self._say(section['title'])}, {self.words['lines']} {source['lines']}"

    def _status(self, project: Record) -> str:
        return f"{self.words[project['status']]}, {self.words['as_of']} {project['status_year']}"

    def _title(self, record: Record) -> str:
        return self._say(record.get("title") or record["name"])

    def _say(self, text: dict[str, str]) -> str:
        return text.get(self.language, "")

    @staticmethod
    def _up(text: str, levels: int) -> str:
        """Links of the top of the site, seen from a folder below it."""
        return re.sub(r"\]\((projects|partners)/", rf"]({'../' * levels}\1/", text)

    @staticmethod
    def _linked(text: str, path: str) -> str:
        """Links of a record's prose as MkDocs writes them."""
        up = "../" * path.count("/")
        text = re.sub(r"\]\((project|partner):([a-z0-9-]+)\)", rf"]({up}\1s/\2.md)", text)
        return re.sub(r"\]\(page:([a-z]+)\)", rf"]({up}\1/index.md)", text)
