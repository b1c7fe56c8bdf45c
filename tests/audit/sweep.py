"""Opens every page once on each screen, several at a time, and asks it all that is asked there."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection, Coroutine, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any, TypeVar

from playwright.async_api import Browser, Error, ViewportSize

from kennisstad.addresses.routes import Route
from tests.audit import access, keyboard, visiting, wishes
from tests.audit.opened import NARROW, WIDE, Audit, Question, chromium, opened

Found = TypeVar("Found")
AT_ONCE = 3
"""Pages that are open at the same time, for two cores."""
LONGEST = 120
"""Seconds that a page may take to answer a question."""


@dataclass(frozen=True)
class Screen:
    """A screen, whether scripts arrive there, and what is asked of a page on it, in this order."""

    name: str
    size: ViewportSize
    questions: tuple[Question, ...]
    has_scripts: bool = True


EVERYWHERE: tuple[Question, ...] = (
    keyboard.the_keyboard_reaches_everything,
    keyboard.the_skip_link_comes_first,
    access.controls_have_a_name_and_a_role,
    access.targets_are_large_enough,
    access.pictures_have_a_name_or_are_left_out,
    access.axe_finds_nothing,
    access.axe_finds_nothing_in_the_dark,
    wishes.nothing_is_cut_off,
    wishes.nothing_is_cut_off_in_wide_spacing,
)
SCREENS = (
    Screen(
        "wide",
        WIDE,
        (
            visiting.nothing_shifts_while_it_opens,
            visiting.a_first_visit_is_light,
            wishes.paper_is_for_reading,
            wishes.nothing_moves_where_rest_is_asked_for,
            *EVERYWHERE,
            wishes.forced_colours_are_kept,
            wishes.nothing_is_cut_off_when_zoomed,
            wishes.nothing_is_cut_off_in_large_text,
            visiting.a_visit_is_private_and_without_an_error,
        ),
    ),
    Screen(
        "narrow",
        NARROW,
        (
            visiting.nothing_shifts_while_it_opens,
            visiting.a_first_visit_is_light,
            wishes.no_heading_breaks_within_a_word,
            *EVERYWHERE,
            visiting.a_visit_is_private_and_without_an_error,
        ),
    ),
    Screen("without-scripts", WIDE, (access.axe_finds_nothing_where_scripts_do_not_arrive,), has_scripts=False),
)
ASKED = {f"{question.__name__}-{screen.name}": (screen, question) for screen in SCREENS for question in screen.questions}
"""Each question on each screen, by the name under which its faults are told."""


@dataclass
class Answers:
    """What the pages answered to a question: how many were asked it, in how many seconds, and the faults."""

    pages: int = 0
    seconds: float = 0
    faults: list[str] = field(default_factory=list)


@dataclass
class Sweep:
    """One way round: the browser, and the answers so far by question."""

    audit: Audit
    browser: Browser
    answers: dict[str, Answers]

    async def on(self, screen: Screen, routes: Iterable[Route]) -> None:
        """Asks all pages what is asked on a screen."""
        questions = {name: question for name, (asked_on, question) in ASKED.items() if asked_on is screen and name in self.answers}
        waiting = iter(routes if questions else ())
        await asyncio.gather(*(self._ask_each(screen, questions, waiting) for _ in range(AT_ONCE)))

    async def _ask_each(self, screen: Screen, questions: dict[str, Question], waiting: Iterator[Route]) -> None:
        context = await self.browser.new_context(viewport=screen.size, reduced_motion="reduce")
        if not screen.has_scripts:
            await context.route("**/*.js", lambda asked: asked.abort())
        page = await context.new_page()  # one for all: to start another process for each takes longer than to ask it everything
        for route in waiting:
            told: dict[str, list[str]] = {}
            try:
                async with opened(page, self.audit, route) as found:
                    if screen.has_scripts:
                        self.audit.written[route.path] = await found.probe("written")
                    for name, question in questions.items():
                        begun = time.monotonic()
                        told[name] = await asyncio.wait_for(question(found), LONGEST)
                        self.answers[name].seconds += (time.monotonic() - begun) / AT_ONCE
            except (Error, TimeoutError) as error:
                # What it was asked last may have left it as it should not stay.
                told |= {name: [f"could not be asked: {error or 'no answer'}"] for name in questions if name not in told}
                page = await context.new_page()
            for name, lines in told.items():
                self.answers[name].pages += 1
                self.answers[name].faults += [f"{route.path}: {line}" for line in lines]
        await context.close()


def answers_of(audit: Audit, routes: Callable[[int], list[Route]], names: Collection[str]) -> dict[str, Answers]:
    """Asks these questions of the pages of each screen, by its number; gives what they answer, by question."""
    return in_a_loop(_sweep(audit, routes, names))


def in_a_loop(asked: Coroutine[Any, Any, Found]) -> Found:
    """Waits for it in a thread of its own: the other tests drive their browser in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, asked).result()


async def _sweep(audit: Audit, routes: Callable[[int], list[Route]], names: Collection[str]) -> dict[str, Answers]:
    async with chromium() as browser:
        sweep = Sweep(audit, browser, {name: Answers() for name in names})
        for number, screen in enumerate(SCREENS):
            await sweep.on(screen, routes(number))
    return sweep.answers
