"""The second writing of a site: the same files, as they open from a folder.

Each page has its links led to files, its scripts as such that run from a file, and (in an archive) the day that it was kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from kennisstad.archive.addresses import Ways
from kennisstad.archive.rows import ASKS_A_HOST
from kennisstad.archive.scripts import UnknownForm, classic, is_named_by_pages
from kennisstad.archive.styles import is_font, with_fonts
from kennisstad.archive.tags import Attributes, with_tags

Bar = Callable[[str], str]
"""Gives what stands on every page in a language, as HTML: the day of an archive; "" for a preview, which says what it is."""
_IN_VAIN = re.compile(rf"assets/(?:.*/)?(?:form/.*|(?:{'|'.join(ASKS_A_HOST)})\.js)")
"""The form with its style, and what no page in a folder names; the folder of scripts may be named by their content."""
_OF_A_HOST = re.compile(r"_headers|_redirects|.*\.(?:gz|br|zst)|\.well-known/.*")
"""What only a host reads, or makes smaller what it sends."""
_LEADING = {"href", "src", "action", "poster"}
_SETS = "srcset"
_STAYS = {"canonical", "alternate"}
"""Links of a head to the site itself, for machines: a page that was kept says where it came from. Feeds are led to their files."""
_REFRESH = re.compile(r"(\s*\d+\s*;\s*url\s*=\s*)(.+)", re.IGNORECASE)
_LANGUAGE = re.compile(r'<html[^>]*\slang="([^"]+)"')
_MAIN, _BODY = re.compile(r"<main[\s>]"), re.compile(r"<body[^>]*>\n?")


class FolderFiles(Mapping[str, bytes]):
    """The files of a site as they open from a folder; each is made anew when it is asked for."""

    def __init__(self, files: Mapping[str, bytes], site_url: str, bar: Bar) -> None:
        self._files, self._bar = files, bar
        self._ways = Ways(files, site_url)
        self._paths = {path: None for path in files if self._is_kept(path)}

    def __getitem__(self, path: str) -> bytes:
        if path not in self._paths:
            raise KeyError(path)
        if path.endswith(".html"):
            return self._page(path).encode()
        if path.endswith(".css"):
            return with_fonts(path, self._text(path), self._ways.file, self._files.__getitem__).encode()
        return classic(path, self._text).encode() if path.endswith(".js") else self._files[path]

    def __contains__(self, path: object) -> bool:
        return path in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def _is_kept(self, path: str) -> bool:
        """Whether a file is of use without a host: modules are within the scripts that need them, fonts within the style."""
        if _OF_A_HOST.fullmatch(path) or is_font(path) or _IN_VAIN.fullmatch(path):
            return False
        return not path.endswith(".js") or self._runs(path)

    def _runs(self, path: str) -> bool:
        try:
            return is_named_by_pages(self._text(path)) and bool(classic(path, self._text))
        except (UnknownForm, KeyError):
            return False

    def _text(self, path: str) -> str:
        return self._files[path].decode()

    def _page(self, path: str) -> str:
        html = self._text(path)
        language = _LANGUAGE.search(html)
        html = _with_bar(html, self._bar(language[1]) if language else "")
        return with_tags(html, lambda tag, attributes: self._tag(path, tag, attributes))

    def _tag(self, path: str, tag: str, attributes: Attributes) -> Attributes | None:
        if tag == "link" and _is_of_a_host(attributes.get("rel", "")):
            return None
        if tag == "meta":
            return self._meta(path, attributes)
        if tag == "link" and attributes.get("rel") in _STAYS and "type" not in attributes:
            return attributes
        led = {name: self._led(path, name, value) for name, value in attributes.items()}
        return self._script(path, led) if tag == "script" and attributes.get("type") == "module" else led

    def _led(self, path: str, name: str, value: str) -> str:
        if name in _LEADING:
            return self._ways.to(path, value)
        if name != _SETS:
            return value
        pictures = (one.split(None, 1) for one in value.split(","))
        return ", ".join(" ".join((self._ways.to(path, address), *width)).strip() for address, *width in filter(None, pictures))

    def _meta(self, path: str, attributes: Attributes) -> Attributes | None:
        """A policy of the site names the site (`'self'`), which no file is; a page that leads on leads to a file."""
        kind = attributes.get("http-equiv", "").lower()
        found = _REFRESH.fullmatch(attributes.get("content", "")) if kind == "refresh" else None
        if found:
            return {**attributes, "content": f"{found[1]}{self._ways.to(path, found[2])}"}
        return None if kind == "content-security-policy" else attributes

    def _script(self, path: str, attributes: Attributes) -> Attributes:
        """A script that waits for the page, as a module does; without an address where it does not run from a file."""
        others = {name: value for name, value in attributes.items() if name not in ("type", "src", "crossorigin")}
        script = self._ways.file(path, attributes.get("src", ""))
        return {**others, "src": attributes["src"], "defer": ""} if script in self._paths else others


def _with_bar(html: str, bar: str) -> str:
    """Puts what stands on every page before its own part, where that of a preview stands; else at the start of it."""
    main, body = _MAIN.search(html), _BODY.search(html)
    place = main.start() if main else body.end() if body else 0
    return f"{html[:place]}{bar}{html[place:]}" if bar else html


def _is_of_a_host(rel: str) -> bool:
    """Whether an element asks beforehand for a file; from a folder nothing is slow, and the font is within the style."""
    return rel in ("preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch")
