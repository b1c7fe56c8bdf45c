"""Writes the lowest version that pyproject.toml allows of each package that a site needs, as constraints for pip.

    python requirements/lowest.py >.cache/lowest.txt

What only the tests need is as it is locked: nobody runs a site with it.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
_LOCKED = re.compile(r"(?m)^([\w.-]+)==(\S+)")
_BOUNDED = re.compile(r"([\w.-]+)(?:\[\w+\])?>=([\d.]+),<[\d.]+")


def lowest() -> list[str]:
    """Gives a line for each. Raises ValueError where a package has no lowest version or no highest one."""
    project = tomllib.loads((HERE.parent / "pyproject.toml").read_text("utf-8"))["project"]
    lines = []
    for wanted in (*project["dependencies"], *project["optional-dependencies"]["preview"]):
        found = _BOUNDED.fullmatch(wanted)
        if found is None:
            raise ValueError(f"{wanted}: write it as name>=1.2,<2")
        lines.append(f"{found[1]}=={found[2]}")
    needed = _locked("preview.txt")
    return lines + [f"{name}=={version}" for name, version in _locked("test.txt").items() if name not in needed]


def _locked(name: str) -> dict[str, str]:
    return dict(_LOCKED.findall((HERE / name).read_text("utf-8")))


if __name__ == "__main__":
    print("\n".join(lowest()))
