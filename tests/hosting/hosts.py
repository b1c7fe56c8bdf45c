"""Real hosts on this machine: Debian's nginx, Apache and Caddy, each with the configuration that the core writes for it.

A host runs in a folder of its own, on a port of loopback, and ends with its test; nothing of it stays.
"""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

LONGEST = 20
"""Seconds in which a host has to answer."""
_MODULES = ("mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "alias", "env", "filter", "deflate")
"""Debian has the last two on, which compress: the configuration has to get along with them."""
_KNOWN = "/etc/mime.types"
"""What Debian tells Apache of types, where it is there."""
_AS_ROOT = os.geteuid() == 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered; `headers` has every line, so that a header sent twice stands there twice."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def all(self, name: str) -> list[str]:
        """Gives every value of a header."""
        return [value for found, value in self.headers if found.lower() == name.lower()]

    def one(self, name: str) -> str:
        """Gives the value of a header, "" where it was not sent. Raises ValueError where it was sent twice."""
        (value,) = self.all(name) or [""]
        return value


@dataclass(frozen=True, slots=True)
class Host:
    """A host that listens."""

    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def ask(self, path: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Asks for a path as it is, and follows nothing."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST)
        try:
            connection.putrequest("GET", path, skip_accept_encoding=True)
            for name, value in (headers or {}).items():
                connection.putheader(name, value)
            connection.endheaders()
            response = connection.getresponse()
            return Answer(response.status, tuple(response.getheaders()), response.read())
        finally:
            connection.close()


Configured = Callable[[Path, Path, Path, int], list[str]]
"""Writes the configuration of a host into its own folder, and gives the command that starts it."""


def nginx(site: Path, deploy: Path, own: Path, port: int) -> list[str]:
    """Debian's nginx."""
    temporary = "".join(f"{kind}_temp_path {own}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (own / "nginx.conf").write_text(
        f"""daemon off; worker_processes 1; pid {own}/pid; error_log {own}/error.log;
{"user root;" if _AS_ROOT else ""}
events {{ worker_connections 64; }}
http {{
  access_log off; {temporary}
  include {deploy}/nginx/http.conf;
  server {{
    listen 127.0.0.1:{port};
    root {site};
    include {deploy}/nginx/server.conf;
  }}
}}
""",
        "utf-8",
    )
    return ["nginx", "-p", str(own), "-c", str(own / "nginx.conf"), "-e", str(own / "error.log")]


def apache(site: Path, deploy: Path, own: Path, port: int) -> list[str]:
    """Debian's Apache, told in its own configuration."""
    return _apache(site, own, port, f"AllowOverride None\nInclude {deploy}/apache/site.conf")


def apache_by_folder(site: Path, deploy: Path, own: Path, port: int) -> list[str]:
    """Debian's Apache, told by a file in the folder of the site."""
    shutil.copy(deploy / "apache" / "site.conf", site / ".htaccess")
    return _apache(site, own, port, "AllowOverride All")


def _apache(site: Path, own: Path, port: int, told: str) -> list[str]:
    modules = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in _MODULES)
    user = "User www-data\nGroup www-data\n" if _AS_ROOT else ""
    (own / "apache.conf").write_text(
        f"""ServerRoot {own}
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {own}/pid
ErrorLog {own}/error.log
{modules}{user}TypesConfig {_KNOWN if Path(_KNOWN).exists() else "/dev/null"}
AddType application/x-gzip .gz
AddOutputFilterByType DEFLATE text/html text/css
DocumentRoot {site}
<Directory />
  Require all denied
</Directory>
<Directory {site}>
Require all granted
{told}
</Directory>
""",
        "utf-8",
    )
    return ["apache2", "-d", str(own), "-f", str(own / "apache.conf"), "-DFOREGROUND"]


def caddy(site: Path, deploy: Path, own: Path, port: int) -> list[str]:
    """Debian's Caddy."""
    (own / "Caddyfile").write_text(
        f"{{\n\tadmin off\n\tauto_https off\n}}\nhttp://127.0.0.1:{port} {{\n\tbind 127.0.0.1\n"
        f"\troot * {site}\n\timport {deploy}/caddy/site.caddy\n}}\n",
        "utf-8",
    )
    return ["caddy", "run", "--config", str(own / "Caddyfile"), "--adapter", "caddyfile"]


HOSTS: Mapping[str, Configured] = {"nginx": nginx, "apache": apache, "apache-htaccess": apache_by_folder, "caddy": caddy}


@contextmanager
def running(name: str, site: Path, deploy: Path, own: Path) -> Iterator[Host]:
    """Gives a host of a site, which it was told of in `deploy`; `own` is an empty folder for what it writes."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    command = HOSTS[name](site, deploy, own, port)
    environment = {
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": str(own),
        "XDG_DATA_HOME": str(own),
        "XDG_CONFIG_HOME": str(own),
    }
    with (own / "said.txt").open("wb") as said, subprocess.Popen(command, stdout=said, stderr=said, env=environment) as process:
        try:
            _wait_for(port, process, own)
            yield Host(port)
        finally:
            process.terminate()
            process.wait(LONGEST)


def _wait_for(port: int, process: subprocess.Popen[bytes], own: Path) -> None:
    until = time.monotonic() + LONGEST
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("\n".join(path.read_text("utf-8", "replace") for path in sorted(own.glob("*.[lt][ox]*"))))
