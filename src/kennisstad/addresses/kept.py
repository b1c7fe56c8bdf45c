"""Where files stand that are named by their content: what stands at such a path never changes (RFC 8246, `immutable`)."""

from __future__ import annotations

KEPT = "assets/kept/"
"""Style, scripts and fonts."""
SCRIPTS = f"{KEPT}scripts-"
PHOTOS = "assets/photos/"
"""Photographs, in each size and format."""
SEARCHED = ("pagefind/fragment/", "pagefind/index/")
"""What Pagefind names by its content."""
FOREVER = (KEPT, PHOTOS, *SEARCHED)
"""Every folder of such files."""
STYLE, EMBED_STYLE, FONT = "assets/site.css", "assets/embed.css", "assets/source-serif-4.woff2"
"""What pages name of it, as it stands in `overrides/`."""
