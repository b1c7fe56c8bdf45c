"""How many inputs are tried: the same few hundred each time, or at night thousands of others."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

QUICK, NIGHTLY = 167, 3_400
"""For each of three tests: 500 and 10,000 in all."""
_ALWAYS = settings(database=None, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True)
"""How long an input takes is measured by what is tested itself, in CPU: a busy machine is no mistake."""
settings.register_profile("quick", _ALWAYS, max_examples=QUICK, derandomize=True)
settings.register_profile("nightly", _ALWAYS, max_examples=NIGHTLY)


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("nightly" if config.getoption("--many-cases") else "quick")
