"""MkDocs as a host of the site, or ProperDocs in its name: it is handed every file, and writes them down.

The only file that knows a site generator. Nothing of the host's own pages, navigation and theme is used; `kennisstad build` gives
the same site without it.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from kennisstad.loading.spoken import spoken_language
from kennisstad.messages import Messages, messages
from kennisstad.model import Folders
from kennisstad.model.origin import Origin
from kennisstad.preview.fault import faulty
from kennisstad.reading.binary import Changed
from kennisstad.site import BadData, make_site
from kennisstad.stopping import Failed, Identity, identity, stoppable, told_of_failure, told_of_stop
from kennisstad.writing.disk import NotReplaced, in_place_of, place_of, write_file
from kennisstad.writing.finishing import finish
from kennisstad.writing.search import IndexFailed

log = get_plugin_logger("kennisstad")
command = "build"
ending = ExitStack()
"""Puts the site in place when all is well, and clears away what was written of it when it is not."""


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of the site, what stood there before, and the sentences to tell what became of it."""

    target: Path
    before: Identity | None
    words: Messages

    def failure(self, failed: Failed) -> PluginError:
        """Gives what keeps the site from being put there as an error that the host tells without a traceback."""
        return PluginError(f"\n{told_of_failure(failed, self.target, self.words)}")


places: list[Place] = []
"""The place of the build that is under way."""


class Published(File):
    """A file of the site; its bytes are made when the host writes it."""

    made_by: Mapping[str, bytes]

    def copy_file(self, dirty: bool = False) -> None:
        """Writes it."""
        try:
            data = self.made_by[self.src_uri]
        except BadData as bad:  # a template has a fault
            raise PluginError(f"\n{bad}") from None
        try:
            write_file(self.abs_dest_path, data)
        except FileNotFoundError:  # the first of its folder
            Path(self.abs_dest_path).parent.mkdir(parents=True, exist_ok=True)
            write_file(self.abs_dest_path, data)


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remembers what the host does: who serves a preview is shown what is wrong, who builds is stopped by it."""
    globals()["command"] = command
    if command != "serve":
        ending.enter_context(stoppable())


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Checks everything, and has the host write beside the old site, which stays until the new one is whole."""
    target = Path(config.site_dir)
    folders = Folders.of(Path(config.config_file_path).parent)
    words = messages(spoken_language(folders))
    places[:] = [Place(target, identity(target), words)]
    place_of(target)
    if command == "serve":
        _look_for_port(folders, *config.dev_addr)
    try:
        site = make_site(folders, config.site_url or "")
        files: Mapping[str, bytes] = site.files
        made_of: Origin | None = site.origin
        if site.advice:
            log.info(words.tell_all(site.advice, folders.root))
    except BadData as bad:
        if command != "serve":
            raise PluginError(f"\n{bad}") from None
        log.error(str(bad))  # noqa: TRY400 - what is wrong is in the data; where we noticed it says nothing
        files, made_of = faulty(target, bad), None
        config.extra["search"] = False
    if command != "serve":
        gc.freeze()  # what was read stays to the end; who serves reads it anew after each change
    config.extra.update(files=files, origin=made_of)
    config.site_dir = str(ending.enter_context(in_place_of(target, lambda: log.info(words.say("build-left-behind")))))
    config.theme.static_templates.clear()
    return config


@cache
def _look_for_port(folders: Folders, host: str, port: int) -> None:
    """The host itself would build the whole site before it stumbled over a port that is taken; later it is the host that has it."""
    from kennisstad.preview.ports import PortTaken, listen  # noqa: PLC0415 - who only builds waits for no server

    try:
        listen(host, port).close()
    except PortTaken as taken:
        raise PluginError(
            messages(spoken_language(folders)).say("host-port-taken", host=host, port=port, free=taken.free)
        ) from None


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replaces the host's own choice of files by the site's."""
    return Files([_file(path, config) for path in config.extra["files"]])


def _file(path: str, config: MkDocsConfig) -> File:
    file = Published(path, None, config.site_dir, config.use_directory_urls, dest_uri=path, inclusion=InclusionLevel.INCLUDED)
    file.made_by = config.extra["files"]
    return file


def on_post_build(config: MkDocsConfig) -> None:
    """Has the search index made of the pages, and the manifest of all files, and puts the site in place."""
    try:
        finish(Path(config.site_dir), config.extra["origin"], search=config.extra.get("search", True))
    except IndexFailed as failed:
        raise places[0].failure(failed) from None
    ending.close()
    config.site_dir = str(places[0].target)  # where `gh-deploy` looks for it


def on_build_error(error: Exception) -> None:
    """Leaves the old site as it was, and tells of a disk that cannot be written as of data that are wrong."""
    ending.__exit__(type(error), error, error.__traceback__)
    if places and isinstance(error, OSError | NotReplaced | Changed):
        raise places[0].failure(error) from None


def on_shutdown() -> None:
    """Tells what became of the site where somebody stopped the build."""
    error = sys.exception()
    if isinstance(error, KeyboardInterrupt):
        ending.__exit__(type(error), error, error.__traceback__)
        for place in places:
            log.error(told_of_stop(place.before, place.target, place.words))
