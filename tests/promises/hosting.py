"""What holds of a site on any host: what its pages may fetch, and how long a browser may keep a file."""

from __future__ import annotations

import hashlib
import re

from tests.promises.published import Published

NAMED = re.compile(r"assets/kept/(?!scripts-).*-([0-9a-f]{8})\.\w+")
FIRST = re.compile(r"<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]+)\">\n")


def every_page_says_first_what_it_may_fetch(site: Published) -> list[str]:
    """Nothing but what is named, and nothing unsafe but WebAssembly: before anything that it fetches, for hosts without headers."""
    told = {path: FIRST.search(html) for path, html in site.html.items()}
    policies = {path: f"{found[1]};" if found else "" for path, found in told.items()}
    return [
        path
        for path, policy in policies.items()
        if not policy.startswith("default-src 'none';")
        or "unsafe-" in policy.replace("'wasm-unsafe-eval'", "")
        or "frame-ancestors" in policy
    ]


def what_is_kept_for_a_year_is_named_by_its_content(site: Published) -> list[str]:
    """Scripts stand in one folder, named by all of them; every other file has its own digest in its name."""
    kept = [path for path in site.files if path.startswith("assets/kept/") and "/scripts-" not in path]
    names = {path: NAMED.fullmatch(path) for path in kept}
    return [path for path, name in names.items() if not name or name[1] != hashlib.sha256(site.files[path]).hexdigest()[:8]]
