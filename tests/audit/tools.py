"""The tools of the audit that are no Python packages: `make tools` puts them beside the interpreter, `requirements/` locks them."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

TOOLS = Path(sys.prefix) / "audit" / "node_modules"
AXE = TOOLS / "axe-core" / "axe.min.js"
RUN_AXE = """async () => {
  const { violations } = await axe.run({ rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, any }) => `${id}: ${target} ${any[0]?.message ?? ""}`));
}"""
"""What axe finds, best practices and the size of targets included, in a page that has been given `axe`."""
RUN_AXE_ON_COLOURS = RUN_AXE.replace("rules:", 'runOnly: ["color-contrast", "link-in-text-block"], rules:')
"""What it finds by its rules that look at colours."""
VNU = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"


@cache
def axe() -> str:
    """Gives the source of axe-core."""
    return _there(AXE).read_text("utf-8")


def invalid_html(paths: list[Path]) -> list[str]:
    """Gives every error that the Nu Html Checker finds in these files or folders."""
    command = ["java", "-jar", str(_there(VNU)), "--errors-only", "--skip-non-html", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stderr.splitlines()


@cache
def probe(name: str) -> str:
    """Gives the source of a function that a page is asked to run (`probes/`)."""
    return (Path(__file__).parent / "probes" / f"{name}.js").read_text("utf-8")


def _there(tool: Path) -> Path:
    assert tool.is_file(), f"{tool.name} is not there yet: run `make tools` once"
    return tool
