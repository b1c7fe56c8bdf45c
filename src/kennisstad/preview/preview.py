"""The site of a folder that somebody works on: what changed is read again, and a page is made when somebody asks for it.

What was saved is shown before the rules were held against it, which takes longer than making the page. What they find then stands
over the page. A page that cannot be made of data that are not judged yet waits for the judgement, which tells why.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from kennisstad.checking import Checked, found_by_rules, judged
from kennisstad.history import read_history
from kennisstad.kinds import KINDS
from kennisstad.loading.loader import Loaded, load
from kennisstad.messages import LANGUAGES
from kennisstad.model import Dataset, Folders, History, Kinds
from kennisstad.preview.fault import Fault, fault_of_code, fault_of_data, fault_of_page, spoken
from kennisstad.problem import Problem
from kennisstad.reading.memory import Memory
from kennisstad.render import JinjaRenderer, Renderer
from kennisstad.site import Site, site_of

PATIENCE, CALM = 0.5, 0.15
"""Seconds that the rules wait at most for the browsers that look on, and after the last thing that these asked for."""
LONGEST = 60
"""Seconds that a page waits for the judgement of the data it is made of."""


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """What is shown at a moment: a site, or none yet, and what is wrong; `version` changes with the site."""

    version: str
    site: Site | None = None
    fault: Fault | None = None
    is_judged: bool = False


class Preview:
    """Follows a folder; `renew` is called when something in it changed, all else from any thread."""

    def __init__(self, folders: Folders, kinds: Kinds = KINDS, site_url: str = "", language: str = LANGUAGES[0]) -> None:
        self._folders, self._kinds, self._site_url, self._language = folders, kinds, site_url, language
        self._memory = Memory()
        self._news = threading.Condition()
        self._rendering = threading.Lock()
        self._rendered: dict[str, bytes] = {}
        self._rendered_of: Site | None = None
        self._before: dict[str, bytes] = {}
        self._good: Site | None = None
        self._begun, self._versions = secrets.token_hex(4), 0
        self._asked = 0.0
        self._news_before: object = None
        self.state = State("")
        self.watchers = 0
        """How many browsers look on."""

    def renew(self, go_on: Callable[[], bool] = lambda: True) -> None:
        """Reads what changed and shows it, then judges it; stops between two rules when it need not go on."""
        loaded = load(self._folders, self._kinds, self._memory)
        if loaded.dataset is not None:
            loaded.dataset = replace(loaded.dataset, history=self._history(loaded.dataset))
        renderer = self._renderer()
        if not self._is_news(loaded) and self.state.is_judged:
            return
        if loaded.dataset is not None:
            self._language = spoken(loaded.dataset.programme.languages)
        first, site = judged(loaded), None
        if first.errors:
            self._show(self._good, fault_of_data(first, self._language, self._folders.root), is_judged=True)
        elif self.state.fault is None and loaded.dataset is not None:
            with suppress(Exception):  # of what the rules find wrong there may be no site; they are about to tell
                site = site_of(loaded.dataset, self._site_url, [], renderer)
                self._show(site, None, is_judged=False)
                self._let_browsers_go_first(go_on)
        checked = self._judge(loaded, go_on)
        if checked is not None:
            self._tell(checked, site, renderer)

    def _history(self, dataset: Dataset) -> History:
        """What is committed meanwhile is told by the next preview."""
        programme = dataset.programme
        asked = programme.history_from, programme.erased, programme.time_zone, programme.languages
        return self._memory.once("history", asked, lambda: read_history(dataset, []))  # the rules tell what is wrong

    def break_down(self, told: str) -> None:
        """Shows what Python says of code that does not work, over the site as it is."""
        self._show(self.state.site, fault_of_code(told, self._language), is_judged=True)

    def _judge(self, loaded: Loaded, go_on: Callable[[], bool]) -> Checked | None:
        found: list[Problem] = []
        for some in found_by_rules(loaded):
            found.extend(some)
            if not go_on():
                return None
        return judged(loaded, found)

    def _tell(self, checked: Checked, site: Site | None, renderer: Renderer) -> None:
        if checked.errors or checked.dataset is None:
            self._show(self._good, fault_of_data(checked, self._language, self._folders.root), is_judged=True)
        else:
            self._good = site or site_of(checked.dataset, self._site_url, [], renderer)
            self._show(self._good, None, is_judged=True)

    def _renderer(self) -> Renderer:
        looks = self._folders.looks
        return self._memory.once("looks", _digest(looks), lambda: JinjaRenderer(looks))

    def _is_news(self, loaded: Loaded) -> bool:
        """Whether anything was read that was not read before, or came or went; a file that is only touched is no news."""
        data = loaded.dataset
        files = (data.valid, data.locales, data.pages, data.pictures, set(data.photographs), data.assets) if data else ()
        news = self._memory.times, files, loaded.problems
        is_same, self._news_before = news == self._news_before, news
        return not is_same

    def _show(self, site: Site | None, fault: Fault | None, *, is_judged: bool) -> None:
        with self._news:
            if site is not self.state.site or not self._versions:
                self._versions += 1
            self.state = State(f"{self._begun}-{self._versions}", site, fault, is_judged)
            self._news.notify_all()

    def _let_browsers_go_first(self, go_on: Callable[[], bool]) -> None:
        """A page needs its style and scripts too; threads of Python work in turns, so that rules would keep them waiting."""
        begun = self._asked = time.monotonic()
        while self.watchers and go_on():
            now = time.monotonic()
            if now - begun > PATIENCE or (self._asked > begun and now - self._asked > CALM):
                return
            time.sleep(CALM / 5)

    def wait_for(self, fits: Callable[[State], bool], seconds: float) -> State:
        """Gives the state as soon as it fits, or as it is after a number of seconds."""
        with self._news:
            self._news.wait_for(lambda: fits(self.state), seconds)
            return self.state

    def ready(self) -> State:
        """Gives the state as soon as the folder was read for the first time."""
        return self.wait_for(lambda state: bool(state.version), LONGEST)

    def file(self, path: str) -> tuple[State, bytes | None]:
        """Gives what stands at a path of the site, or None where nothing does, and the state it was made in."""
        self._asked = time.monotonic()
        state = self.ready()
        while state.site is not None and path in state.site.files:
            try:
                return state, self._made(state.site, path)
            except Exception as error:
                if state.is_judged:
                    return self._broken(state, path, error)
                seen = state
                state = self.wait_for(lambda state, seen=seen: state is not seen, LONGEST)  # type: ignore[misc]
        return state, None

    def _made(self, site: Site, path: str) -> bytes:
        with self._rendering:
            if self._rendered_of is not site:
                self._rendered, self._rendered_of = {}, site
            if path not in self._rendered:
                self._rendered[path] = self._before[path] = site.files[path]
            return self._rendered[path]

    def _broken(self, state: State, path: str, error: Exception) -> tuple[State, bytes]:
        fault = fault_of_page(error, self._language, self._folders.root)
        self._show(state.site, fault, is_judged=True)
        return self.state, self._before.get(path, fault.page())


def _digest(folders: tuple[Path, ...]) -> str:
    """Gives what changes with any template, icon, style or script."""
    digest = hashlib.sha256()
    for path in (path for folder in folders for path in sorted(folder.rglob("*"))):
        digest.update(f"{path}\n".encode())
        with suppress(OSError):
            digest.update(path.read_bytes())
    return digest.hexdigest()
