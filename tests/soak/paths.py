"""Paths and links of every kind: a deck says the same and shows the same, whatever lies outside its project."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from hypothesis import strategies as st
from PIL import Image

from deckmaker.diagnostics import Diagnostics
from deckmaker.pipeline import read_document
from deckmaker.render.registry import load_renderer
from tests.projects import Project
from tests.soak.checks import check_messages

SECRET = "hunter2"
"""Stands in every file outside."""

_NAMES = ["a", "b", "noise.csv", "nosie.csv", "pic.png", "house.yaml", "é.csv", "e\u0301.csv", "decks", "deck.yaml"]
_HIDDEN = [".env", ".git", ".aws", "...", "..a"]
_OUTSIDE = ["secret.csv", "noise.csv", "pic.png", "house.yaml", "out/noise.csv", "out/.env", "a/b/noise.csv"]
_BEGINNINGS = ["", "", "", "../", "../../", "{project}/", "{outside}/", "/proc/self/", "/dev/", "//", "./"]


@dataclass(frozen=True, slots=True)
class World:
    """A project: files by their paths, links by theirs, and what a deck names, which may itself be a link."""

    files: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    deck: str | None
    named: tuple[tuple[str, str], ...]


_steps = st.lists(st.sampled_from([*_NAMES, *_NAMES, *_HIDDEN, "..", "out", "secret.csv"]), min_size=1, max_size=4)
_paths = st.builds(lambda begin, steps: begin + "/".join(steps), st.sampled_from(_BEGINNINGS), _steps)
_long = st.sampled_from(["a/" * 300 + "x", "../" * 60 + "etc/passwd", "n" * 300, "a/../" * 200 + "noise.csv", "a\0b"])
_inside = st.lists(st.sampled_from([*_NAMES, *_HIDDEN]), min_size=1, max_size=3).map("/".join)

worlds = st.builds(
    World,
    files=st.lists(_inside, max_size=6).map(tuple),
    links=st.lists(st.tuples(_inside, _paths), max_size=6).map(tuple),
    deck=st.none() | st.none() | _paths,
    named=st.lists(
        st.tuples(st.sampled_from(["image", "table", "logo", "theme"]), _paths | _paths | _paths | _long), max_size=4
    ).map(tuple),
)


def check_world(world: World, project: Project) -> None:
    """Read the deck where there are files outside and where there are none: nothing that it tells differs."""
    told = []
    for beyond in (True, False):
        around = project.folder / "worlds"
        shutil.rmtree(around, ignore_errors=True)
        told.append(_told(world, around / "outside", beyond))
    assert told[0] == told[1]
    assert SECRET not in told[0][0] + told[0][1]


def _told(world: World, outside: Path, beyond: bool) -> tuple[str, str]:
    """Return all messages about the deck, and the deck as Markdown, where it can be built."""
    inner = outside / "project"
    (inner / "decks").mkdir(parents=True)
    (inner / "deckmaker.yaml").touch()
    for name in _OUTSIDE if beyond else ():
        _write(outside / name, f"a,b\n{SECRET},1\n")
    for name in world.files:
        _write(inner / name, "a,b\nours,1\n")
    for name, target in world.links:
        _link(inner / name, _placed(target, outside))
    deck = inner / "decks/deck.yaml"
    if world.deck is not None:
        _link(deck, _placed(world.deck, outside))
    if not os.path.lexists(deck):
        deck.write_text(_deck(world, outside), encoding="utf-8")
    diagnostics = Diagnostics()
    document = read_document(deck, diagnostics)
    check_messages(diagnostics, _deck(world, outside).encode())
    shown = BytesIO()
    if document and (renderer := load_renderer("md", diagnostics)):
        renderer.render(document, shown, diagnostics)
    return Project(inner).shown(diagnostics), shown.getvalue().decode()


def _deck(world: World, outside: Path) -> str:
    named = dict(world.named)
    deck = {"title": "A", **{key: _placed(named[key], outside) for key in ("logo", "theme") if key in named}}
    slides = [
        {"title": "A", key: _placed(path, outside)} for key, path in world.named if key in ("image", "table")
    ] or [{"title": "A"}]
    return json.dumps({**deck, "slides": slides})


def _placed(path: str, outside: Path) -> str:
    return path.replace("{project}", str(outside / "project")).replace("{outside}", str(outside))


def _write(path: Path, text: str) -> None:
    """Write a file of the kind that its name says, where nothing stands in its way."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.name.endswith(".png"):
            Image.new("RGB", (8, 6)).save(path)
        else:
            path.write_text(text, encoding="utf-8")
    except OSError:
        pass


def _link(path: Path, target: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(target)
    except (OSError, ValueError):
        pass
