"""Our style and scripts as visitors get them: with the colours of the data, and without the comments, a tenth of their weight."""

from __future__ import annotations

import re
from pathlib import Path

from kennisstad.model import Dataset
from kennisstad.render import Renderer
from kennisstad.views.colours import colours

ASSETS = "assets"
STYLESHEET = f"{ASSETS}/site.css"
_CSS_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_JS_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*.*\*/)\n", re.MULTILINE)
"""Comments on lines of their own, the only ones our scripts have."""


def to_assets(dataset: Dataset, theme: Path, renderer: Renderer) -> dict[str, str]:
    """Gives the style and the scripts of a theme's folder by path. One file of style: one request."""
    style = (theme / STYLESHEET).read_text("utf-8") + renderer.render("tracks.css", colours=colours(dataset))
    scripts = {f"{ASSETS}/{path.name}": path.read_text("utf-8") for path in sorted((theme / ASSETS).glob("*.js"))}
    return {STYLESHEET: _CSS_COMMENT.sub("", style)} | {path: _JS_COMMENT.sub("", text) for path, text in scripts.items()}
