"""`_headers` and `_redirects`, which Netlify and Cloudflare Pages read from the folder of the site.

Both have the same form, but not the same meaning. Where two rules name one header, Netlify takes the later; Cloudflare joins both,
so the later one first detaches it (`! Name`), which Netlify cannot read. Netlify shows a page before it follows a redirect, unless
that is forced (`301!`); Cloudflare follows it always, and cannot read the mark. Cloudflare finds the 404 of a language by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from kennisstad.hosting.headers import Rule
from kennisstad.hosting.host import Hosted

HEADERS, REDIRECTS = "_headers", "_redirects"


def netlify(hosted: Hosted) -> dict[str, str]:
    """Gives the two files for Netlify."""
    lost = [f"{folder}* {hosted.lost[folder]} 404" for folder in reversed(tuple(hosted.lost))]
    return {
        HEADERS: "\n".join(_headers(hosted.rules, detaches=False)),
        REDIRECTS: "".join(f"{line}\n" for line in (*_redirects(hosted, "!"), *lost)),
    }


def cloudflare(hosted: Hosted) -> dict[str, str]:
    """Gives the two files for Cloudflare Pages."""
    return {
        HEADERS: "\n".join(_headers(hosted.rules, detaches=True)),
        REDIRECTS: "".join(f"{line}\n" for line in _redirects(hosted, "")),
    }


def _headers(rules: tuple[Rule, ...], *, detaches: bool) -> Iterator[str]:
    said: set[str] = set()
    for rule in rules:
        for folder in rule.below:
            yield f"{folder}*"
            for name, value in rule.headers.items():
                if detaches and name in said:
                    yield f"  ! {name}"
                yield f"  {name}: {value}"
            yield ""
        said |= rule.headers.keys()


def _redirects(hosted: Hosted, mark: str) -> Iterator[str]:
    """What is gone has a page that says so; neither host lets a file be sent with the status 410."""
    for led in hosted.led:
        if not led.is_gone:
            for path in hosted.asked_as(led):
                yield f"{path} {hosted.leads_to(led)} {led.status}{mark}"
