"""The figures of a run: what a promise was tried on and how often it broke, told below all tests, in several processes too.

A test gives one with pytest's own `record_property("figure", "50 builds that were killed: 0 broken")`.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

Record = Callable[[str, object], None]
"""What `record_property` is: it takes "figure" and what is told."""


class Figures:
    """Collects what tests recorded, and tells it at the end of the run."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Takes them from the last report of a test, which has what its fixtures recorded when they ended."""
        if report.when == "teardown":
            self.told += [str(value) for name, value in report.user_properties if name == "figure"]

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Writes each on a line of its own."""
        if self.told:
            terminalreporter.section("figures")
            for line in self.told:
                terminalreporter.line(line)
