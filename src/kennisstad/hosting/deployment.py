"""What is written for hosts: one folder for each, with the files that it reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kennisstad.hosting.apache import apache
from kennisstad.hosting.caddy import caddy
from kennisstad.hosting.host import Hosted
from kennisstad.hosting.nginx import nginx
from kennisstad.hosting.rule_files import cloudflare, netlify

HOSTS: Mapping[str, Callable[[Hosted], dict[str, str]]] = {
    "apache": apache,
    "caddy": caddy,
    "cloudflare": cloudflare,
    "netlify": netlify,
    "nginx": nginx,
}


def deployment(hosted: Hosted) -> dict[str, str]:
    """Gives the text of every file by its path: `nginx/server.conf`."""
    return {f"{host}/{file}": text for host, files in HOSTS.items() for file, text in files(hosted).items()}
