"""`kennisstad edit`: the form on one's own computer, beside the site as it will be."""

from __future__ import annotations

import gc
import os
import threading
import webbrowser
from typing import TYPE_CHECKING

from kennisstad.kinds import KINDS
from kennisstad.local.api import Api
from kennisstad.local.guard import Guard, new_token
from kennisstad.local.server import EditApplication
from kennisstad.messages import Messages
from kennisstad.model import Folders
from kennisstad.preview.command import listen_or_tell, run
from kennisstad.preview.index import Index
from kennisstad.preview.preview import Preview
from kennisstad.views.edit import EDIT

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

HOST = "127.0.0.1"
"""Nobody but this machine may write; there is no option for another."""
AGAIN = "KENNISSTAD_EDIT_AGAIN"
"""Stands in the environment once a browser was opened: a server that begins again with new code opens no second one."""


def edit(folders: Folders, words: Messages, language: str, port: int, *, opens: bool) -> int:
    """Serves the form until somebody stops it. Gives 0 then, and 1 where it could not begin."""
    listening = listen_or_tell(words, "edit", HOST, port)
    if listening is None:
        return 1
    port = listening.getsockname()[1]

    def application(preview: Preview, index: Index) -> WSGIApplication:
        guard = Guard(port, new_token())
        api = Api(folders, KINDS, guard, language)
        threading.Thread(target=_begin, args=(preview, api, words, f"http://{HOST}:{port}", opens), daemon=True).start()
        return EditApplication(preview, lambda: index.folder, api, guard)

    return run(folders, language, listening, application)


def _begin(preview: Preview, api: Api, words: Messages, host: str, opens: bool) -> None:
    """Tells where the form is as soon as there is one, and opens it."""
    address = f"{host}/{_path(preview)}"
    print(words.say("edit-at", address=address), flush=True)
    if opens and AGAIN not in os.environ:
        os.environ[AGAIN] = "1"
        webbrowser.open(address)
    api.checks.look_ahead()
    gc.collect()
    gc.freeze()  # what was read stays, as in a preview


def _path(preview: Preview) -> str:
    """Gives the path of the form in the first language, or of the first page where there is no site yet."""
    site = preview.ready().site
    if site is None:
        return ""
    files = (page.route.path for page in site.pages.all if page.route.kind == EDIT)
    return site.addresses.base.lstrip("/") + next(files, "")
