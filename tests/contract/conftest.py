"""The site of the invented programme, as the other tests of whole sites have it."""

from tests.site.conftest import harbour, harbour_site

__all__ = ["harbour", "harbour_site"]
