"""Our style, scripts and fonts as visitors get them, each under a name that its content gives.

Style comes with the colours of the data, and scripts without comments and needless spaces. What stands in the folder `KEPT` never
changes under its name, so that a browser may keep it for a year (RFC 8246): another content has another name. Scripts find each
other by their names, so all of them share one folder, named by the content of all.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path, PurePosixPath

from kennisstad.addresses.kept import EMBED_STYLE, KEPT, SCRIPTS, STYLE
from kennisstad.loading.assets import ASSETS
from kennisstad.loading.emblem import OWN_PICTURES
from kennisstad.model import Dataset
from kennisstad.render import Renderer, TemplateFault
from kennisstad.views.colours import colours

SHARED_STYLE = f"{ASSETS}/shared.css"
"""What stands before both of these, and is no file of its own on the site."""
OWN_STYLE = f"{ASSETS}/programme.css"
"""What a programme adds to the style, such as one colour; it is no file of its own on the site."""
_FORM = f"{ASSETS}/form/"
"""The form's scripts name its style too."""
_FONTS = (".woff2", ".woff")
_DIGITS = 8
"""Of a digest in hexadecimal: two versions of one file have the same name once in four milliards."""
_CSS_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_CSS_SPACE = re.compile(r"""("[^"\n]*"|'[^'\n]*')|\s*([{};,])\s*|(?<=[\w-]:)[ ]+(?=[^{}]*[;}])""")
"""Spaces that mean nothing: beside a mark that ends something, and after a property's colon. Strings stay as they are."""
_CSS_ADDRESS = re.compile(r"""url\((["']?)([\w./-]+)\1\)""")
"""A file beside the style."""
_JS_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*.*\*/)\n", re.MULTILINE)
"""Comments on lines of their own, the only ones our scripts have."""
OTHERS_SCRIPT = ".min.js"
"""How a script ends that others wrote: it is small already, and carries its licence."""
_JS_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_JS_BREAK = re.compile(r"""(?:(?<=[{,(\[])|(?<=[^"'];))\n(?!import\b|export\b)|\n(?=[}\])])""")
"""A line ends here between marks that say so themselves; imports and exports keep a line of their own (`archive/scripts.py`)."""
_JS_MEANT = re.compile(r"//|/\*|^[^`\n]*(?:`[^`\n]*`[^`\n]*)*`[^`\n]*$", re.MULTILINE)
"""Where the end of a line may mean something: a comment behind code, or a text of several lines."""


def published(dataset: Dataset) -> Iterable[str]:
    """Gives the paths of the assets that are files of their own on the site."""
    return (path for path in dataset.assets if path not in (OWN_STYLE, SHARED_STYLE, *OWN_PICTURES))


def names_by_content(dataset: Dataset, renderer: Renderer) -> dict[str, str]:
    """Gives the path on the site of every asset that is named by its content, by its path in `overrides/`.

    A style that a faulty template spoils has no content to be named by yet: who makes the file is told of the fault.
    """
    scripts = [path for path in published(dataset) if _is_script(path)]
    folder = f"{SCRIPTS}{_digest(_listed(dataset, scripts))}/"
    names = {path: f"{folder}{path.removeprefix(f'{ASSETS}/')}" for path in scripts}
    for path in published(dataset):
        if path.endswith(_FONTS):
            names[path] = _named(path, dataset.assets[path].read_bytes())
    for path in {STYLE, EMBED_STYLE} & dataset.assets.keys():
        try:
            names[path] = _named(path, _style(dataset, renderer, names, path))
        except TemplateFault:
            names[path] = _named(path, b"")
    return names


def maker(dataset: Dataset, renderer: Renderer, names: Mapping[str, str], path: str) -> Callable[[], bytes]:
    """Gives what makes the bytes of an asset."""
    if path in (STYLE, EMBED_STYLE):
        return partial(_style, dataset, renderer, names, path)
    return partial(_plain, dataset.assets[path])


def _is_script(path: str) -> bool:
    return path.endswith(".js") or path.startswith(_FORM)


def _listed(dataset: Dataset, scripts: Iterable[str]) -> bytes:
    """Gives what tells the content of all scripts from that of any others: each name with the digest of its bytes."""
    return "".join(f"{path} {_digest(_plain(dataset.assets[path]))}\n" for path in scripts).encode()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:_DIGITS]


def _named(path: str, data: bytes) -> str:
    within = PurePosixPath(path).relative_to(ASSETS)
    return f"{KEPT}{within.with_name(f'{within.stem}-{_digest(data)}{within.suffix}')}"


def _plain(file: Path) -> bytes:
    if file.suffix == ".js" and not file.name.endswith(OTHERS_SCRIPT):
        script = _JS_INDENT.sub("", _JS_COMMENT.sub("", file.read_text("utf-8")))
        return (script if _JS_MEANT.search(script) else _JS_BREAK.sub("", script)).encode()
    return file.read_bytes()


def _style(dataset: Dataset, renderer: Renderer, names: Mapping[str, str], path: str) -> bytes:
    assets = dataset.assets
    shared, own = (assets[path].read_text("utf-8") if path in assets else "" for path in (SHARED_STYLE, OWN_STYLE))
    style = shared + assets[path].read_text("utf-8") + renderer.render("records/tracks.css", colours=colours(dataset)) + own
    small = _CSS_SPACE.sub(lambda found: found[1] or found[2] or "", _CSS_COMMENT.sub("", style)).replace(";}", "}")
    return _CSS_ADDRESS.sub(partial(_address, assets, names), small).encode()


def _address(assets: Mapping[str, Path], names: Mapping[str, str], found: re.Match[str]) -> str:
    """Gives the address of a file beside the style, as it counts from the folder that the style is published in."""
    path = f"{ASSETS}/{found[2]}"
    if path not in assets:
        return found[0]
    way = "../" * (KEPT.count("/") - 1)
    return f"url({names[path].removeprefix(KEPT) if path in names else way + found[2]})"
