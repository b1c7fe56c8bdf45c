"""A preview shows what a build would make of the same folder, whatever was done to it in between."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kennisstad.model import Folders
from kennisstad.preview.preview import Preview
from tests.preview.programme import PROJECTS, TRACKS, begin, cold, replace, shown
from tests.preview.test_pieces import mutated

STEPS, COMPARED, EVERYTHING = 200, 4, 50
"""Changes; every how many of them the preview is held against a cold build, and every page of it."""
SAMPLE = 5


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The invented programme, for somebody to work on."""
    return begin(tmp_path / "programme")


@pytest.fixture
def preview(folder: Path) -> Preview:
    """A preview of it."""
    started = Preview(Folders.of(folder))
    started.renew()
    return started


def _retype(folder: Path, chance: random.Random) -> None:
    path = chance.choice([*folder.glob("data/*.yaml"), *folder.glob("locales/*.yaml"), *folder.glob("content/*/*.md")])
    path.write_text(mutated(path.read_text("utf-8"), chance), "utf-8")


def _reword(folder: Path, chance: random.Random) -> None:
    path = chance.choice([*folder.glob("data/*.yaml"), *folder.glob("content/*/*.md")])
    path.write_text(path.read_text("utf-8").replace(" a ", f" a {chance.choice(['new', 'red', 'tall'])} "), "utf-8")


def _add_record(folder: Path, chance: random.Random) -> None:
    path = chance.choice([*folder.glob("data/projects.yaml"), *folder.glob("data/partners.yaml")])
    records = path.read_text("utf-8").split("\n- id: ")
    new = chance.choice(records[1:]).partition("\n")
    records.insert(chance.randrange(1, len(records)), f"{new[0]}-{chance.randrange(10**6)}\n{new[2].rstrip()}")
    path.write_text("\n- id: ".join(records), "utf-8")


def _delete_record(folder: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(folder.glob("data/*.yaml")))
    records = path.read_text("utf-8").split("\n- ")
    del records[chance.randrange(len(records))]
    path.write_text("\n- ".join(records), "utf-8")


def _rename(folder: Path, chance: random.Random) -> None:
    path = chance.choice(sorted(folder.glob("content/*/*.md")) + sorted(folder.glob("data/photos/*")))
    path.rename(path.with_name(f"{path.stem}-{chance.randrange(100)}{path.suffix}"))


def _delete(folder: Path, chance: random.Random) -> None:
    path = chance.choice([path for name in ("data", "content", "locales") for path in sorted((folder / name).rglob("*.*"))])
    path.unlink()


def _restyle(folder: Path, chance: random.Random) -> None:
    templates = [
        *folder.glob("overrides/records/*.html"),
        *folder.glob("overrides/partials/*.html"),
        folder / "overrides/main.html",
    ]
    path = chance.choice([*sorted(templates), folder / "overrides/assets/site.css"])
    path.write_text(f"{path.read_text('utf-8')}\n{chance.randrange(10**6)}", "utf-8")


def _touch_up(folder: Path, chance: random.Random) -> None:
    """A photograph is saved again by an editor of photographs."""
    for path in folder.glob("data/photos/*.JPG"):
        path.write_bytes(path.read_bytes() + bytes([chance.randrange(256)]))


CHANGES: tuple[Callable[[Path, random.Random], None], ...] = (
    *(_retype, _reword, _reword, _add_record, _add_record, _delete_record, _rename, _delete, _restyle, _touch_up),
)


def test_after_any_changes_every_page_equals_a_cold_build(folder: Path, tmp_path: Path, preview: Preview) -> None:
    chance, seen = random.Random(8), {"right": 0, "wrong": 0}
    safe = shutil.copytree(folder, tmp_path / "safe")
    for step in range(1, STEPS + 1):
        chance.choice(CHANGES)(folder, chance)
        preview.renew()
        if step % COMPARED == 0:
            _compare(folder, preview, chance, 10**6 if step % EVERYTHING == 0 else SAMPLE)
        seen["wrong" if preview.state.fault else "right"] += 1
        if preview.state.fault:
            _restore(folder, safe)
            preview.renew()
        elif step % 10 == 0:
            safe = shutil.copytree(folder, tmp_path / f"safe-{step}")
    assert min(seen.values()) > STEPS / 5, seen


def _restore(folder: Path, safe: Path) -> None:
    shutil.copytree(safe, folder, dirs_exist_ok=True)
    for path in list(folder.rglob("*")):
        if path.is_file() and not (safe / path.relative_to(folder)).exists():
            path.unlink()


def _compare(folder: Path, preview: Preview, chance: random.Random, most: int) -> None:
    site, told = cold(folder, preview.state.fault.language if preview.state.fault else "en")
    assert (preview.state.fault.told if preview.state.fault else "") == told
    if site is not None and preview.state.site is not None:
        paths = list(site.files)
        assert paths == list(preview.state.site.files)
        for path in chance.sample(paths, min(most, len(paths))):
            assert shown(preview, path) == site.files[path], path


def test_a_mistake_is_told_in_the_programme_s_language_over_the_page_as_it_was(folder: Path, preview: Preview) -> None:
    before = shown(preview, "index.html")
    replace(folder, TRACKS, "- id: ", "- id ")
    preview.renew()

    assert preview.state.fault is not None
    assert (preview.state.fault.language, preview.state.fault.title) == ("en", "Something is not right yet")
    assert "data/tracks.yaml:1:3:" in preview.state.fault.told
    assert shown(preview, "index.html") == before

    replace(folder, TRACKS, "- id ", "- id: ")
    preview.renew()

    assert preview.state.fault is None


def test_what_the_rules_find_is_told_too(folder: Path, preview: Preview) -> None:
    replace(folder, PROJECTS, "leads: [town]", "leads: [twon]")
    preview.renew()

    assert preview.state.fault is not None
    assert "twon" in preview.state.fault.told
    assert "data/projects.yaml:" in preview.state.fault.told


def test_a_template_that_fails_is_told_and_no_page_is_lost(folder: Path, preview: Preview) -> None:
    before = shown(preview, "index.html")
    replace(folder, "overrides/main.html", "{% include", "{% inclood")
    preview.renew()

    assert shown(preview, "index.html") == before
    assert preview.state.fault is not None
    assert "main.html" in preview.state.fault.told
    assert "inclood" in preview.state.fault.told
    assert "Traceback" not in preview.state.fault.told

    replace(folder, "overrides/main.html", "{% inclood", "{% include")
    preview.renew()

    assert preview.state.fault is None
    assert shown(preview, "index.html") == before
