"""What each page may fetch, run, send and be framed by (Content Security Policy, W3C CSP Level 3).

Nothing that is not named: `default-src 'none'`. Everything that a page fetches stands on the site itself, but the form speaks with
the code host. Search runs Pagefind, which is WebAssembly; that is all that `'wasm-unsafe-eval'` allows. Data for machines
(`application/ld+json`) is no script and needs no leave.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from markupsafe import Markup

NONE, SELF = "'none'", "'self'"
APIS = {"github.com": "https://api.github.com"}
"""The hosts of repositories that the form can hand a change in to, and where they listen; `handing-in-github.js` has the same."""
_ANCESTORS = "frame-ancestors"

Policy = dict[str, str]
"""Directives with what each allows."""

_NOTHING: Policy = {"default-src": NONE, "base-uri": NONE, "form-action": NONE, _ANCESTORS: NONE}
_SHOWN: Policy = _NOTHING | {"script-src": SELF, "style-src": SELF}
PAGE: Policy = _SHOWN | {
    "script-src": f"{SELF} 'wasm-unsafe-eval'",
    "img-src": SELF,
    "font-src": SELF,
    "connect-src": SELF,
    "form-action": SELF,
}
"""A page with search in it, as all are that have the frame of the site."""
EMBED: Policy = _SHOWN | {"img-src": SELF, _ANCESTORS: "*"}
"""A page that may stand in a frame anywhere; its picture is the icon of the site, its style and script are its own."""
MOVED: Policy = _SHOWN | {"img-src": SELF, "font-src": SELF}
"""A page that only leads on."""


def form_policy(repository: str) -> Policy:
    """Gives the policy of the page with the form: it may speak with the API of the host where the repository is."""
    api = APIS.get(urlsplit(repository).netloc, "")
    return PAGE | {"connect-src": f"{SELF} {api}".strip()}


def as_header(policy: Policy) -> str:
    """Gives a policy as the value of the header."""
    return "; ".join(f"{directive} {allowed}" for directive, allowed in policy.items())


def as_element(policy: Policy) -> Markup:
    """Gives a policy as the content of a meta element, which cannot say who may frame the page (CSP3, 3.3).

    No policy has a mark of HTML in it.
    """
    return Markup(as_header({directive: allowed for directive, allowed in policy.items() if directive != _ANCESTORS}))  # noqa: S704
