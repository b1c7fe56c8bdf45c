"""Our style and scripts as visitors get them: with the colours of the data, and without comments and needless spaces."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from kennisstad.exports.material import Files, Material
from kennisstad.loading.emblem import OWN_PICTURES
from kennisstad.views.colours import colours

ASSETS = "assets"
STYLESHEET = f"{ASSETS}/site.css"
OWN_STYLE = f"{ASSETS}/programme.css"
"""What a programme adds to the style, such as one colour; it is no file of its own on the site."""
_CSS_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_CSS_SPACE = re.compile(r"""("[^"\n]*"|'[^'\n]*')|\s*([{};,])\s*|(?<=[\w-]:)[ ]+(?=[^{}]*[;}])""")
"""Spaces that mean nothing: beside a mark that ends something, and after a property's colon. Strings stay as they are."""
_JS_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*.*\*/)\n", re.MULTILINE)
"""Comments on lines of their own, the only ones our scripts have."""
_JS_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


def files(material: Material) -> Files:
    """Gives the style, the scripts and all else in `overrides/assets/`. One file of style: one request."""
    for path, file in material.dataset.assets.items():
        if path != OWN_STYLE and path not in OWN_PICTURES:
            yield path, _maker(path, file, material)


def _maker(path: str, file: Path, material: Material) -> Callable[[], bytes]:
    if path == STYLESHEET:
        return lambda: _style(file, material).encode()
    if file.suffix == ".js":
        return lambda: _JS_INDENT.sub("", _JS_COMMENT.sub("", file.read_text("utf-8"))).encode()
    return file.read_bytes


def _style(file: Path, material: Material) -> str:
    assets = material.dataset.assets
    style = file.read_text("utf-8") + material.renderer.render("records/tracks.css", colours=colours(material.dataset))
    own = assets[OWN_STYLE].read_text("utf-8") if OWN_STYLE in assets else ""
    return _CSS_SPACE.sub(lambda found: found[1] or found[2] or "", _CSS_COMMENT.sub("", style + own)).replace(";}", "}")
