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
EMBED_STYLE = f"{ASSETS}/embed.css"
SHARED_STYLE = f"{ASSETS}/shared.css"
"""What stands before both of these, and is no file of its own on the site."""
OWN_STYLE = f"{ASSETS}/programme.css"
"""What a programme adds to the style, such as one colour; it is no file of its own on the site."""
_CSS_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_CSS_SPACE = re.compile(r"""("[^"\n]*"|'[^'\n]*')|\s*([{};,])\s*|(?<=[\w-]:)[ ]+(?=[^{}]*[;}])""")
"""Spaces that mean nothing: beside a mark that ends something, and after a property's colon. Strings stay as they are."""
_JS_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*.*\*/)\n", re.MULTILINE)
"""Comments on lines of their own, the only ones our scripts have."""
OTHERS_SCRIPT = ".min.js"
"""How a script ends that others wrote: it is small already, and carries its licence."""
_JS_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


def files(material: Material) -> Files:
    """Gives the style, the scripts and all else in `overrides/assets/`. One file of style: one request."""
    for path, file in material.dataset.assets.items():
        if path not in (OWN_STYLE, SHARED_STYLE, *OWN_PICTURES):
            yield path, _maker(path, file, material)


def _maker(path: str, file: Path, material: Material) -> Callable[[], bytes]:
    if path in (STYLESHEET, EMBED_STYLE):
        return lambda: _style(file, material).encode()
    if file.suffix == ".js" and not file.name.endswith(OTHERS_SCRIPT):
        return lambda: _JS_INDENT.sub("", _JS_COMMENT.sub("", file.read_text("utf-8"))).encode()
    return file.read_bytes


def _style(file: Path, material: Material) -> str:
    assets = material.dataset.assets
    shared, own = (assets[path].read_text("utf-8") if path in assets else "" for path in (SHARED_STYLE, OWN_STYLE))
    style = (
        shared + file.read_text("utf-8") + material.renderer.render("records/tracks.css", colours=colours(material.dataset)) + own
    )
    return _CSS_SPACE.sub(lambda found: found[1] or found[2] or "", _CSS_COMMENT.sub("", style)).replace(";}", "}")
