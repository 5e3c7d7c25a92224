"""A deck with other settings, such as its theme or page size, written into a project of its own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from deckmaker.layout import Document
from deckmaker.layout.document import PictureItem
from deckmaker.project import project_root

Settings = Mapping[str, str]
"""Keys of a deck that stand on a line of their own, and what they shall say."""


def write_variants(deck: Path, document: Document, variants: Mapping[str, Settings], folder: Path) -> list[Path]:
    """Write `deck` once for each of the settings, under their names.

    Beside it are the pictures of its `document`, and the data files of its project.
    """
    root = project_root(deck)
    (folder / "deckmaker.yaml").touch()
    for file in (*_pictures(document), *(root / "assets").rglob("*.csv")):
        copy = folder / file.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, copy)
    place = folder / deck.resolve().relative_to(root).parent
    place.mkdir(parents=True, exist_ok=True)
    text = deck.read_text(encoding="utf-8")
    paths = []
    for name, settings in variants.items():
        path = place / f"{name}.yaml"
        path.write_text(with_settings(text, settings), encoding="utf-8")
        paths.append(path)
    return paths


def with_settings(text: str, settings: Settings) -> str:
    """Return a deck's text with these settings in place of its own; what it does not set comes before its slides."""
    for key, value in settings.items():
        line = f"{key}: {value}"
        text, replaced = re.subn(rf"^{key}:.*$", line, text, flags=re.MULTILINE)
        if not replaced:
            text, replaced = re.subn(r"^slides:", f"{line}\nslides:", text, flags=re.MULTILINE)
        assert replaced == 1, f"no single place for `{line}`"
    return text


def _pictures(document: Document) -> Iterator[Path]:
    for page in document.pages:
        yield from (one.item.file.path for one in page.leaves if isinstance(one.item, PictureItem))
    if document.logo:
        yield from (file.path for file in document.logo.files)
