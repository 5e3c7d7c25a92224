"""Examples of decks and themes on the pages, each made whole: with the slides, title and files that it leaves out."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent, indent

import yaml
from PIL import Image
from pptx import Presentation

from deckmaker.schemas import schema_of
from tests.brand_fonts import INTER_STYLES

_BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_DECK = json.loads(schema_of("deck"))
_SLIDE_KEYS = set(_DECK["$defs"]["SlideEntry"]["properties"])
_DECK_KEYS, _THEME_KEYS = set(_DECK["properties"]), set(json.loads(schema_of("theme"))["properties"])
_PROJECT_KEYS = set(json.loads(schema_of("project"))["properties"])

_SLIDES = "slides:\n  - title: An example\n"
_OPENING = f"title: An example\n{_SLIDES}"

CSV = {
    "heating.csv": "Year,Heat pumps,Gas boilers,Sold,Share\n"
    "2022,98,180,278,35 %\n2023,165,150,315,52 %\n2024,240,98,338,71 %\n",
    "deaths.csv": "Year,Country,Deaths,total,rate\n2021,Japan,110,110,1.2\n2022,Chile,95,95,1.1\n",
    "towns.csv": "Town,Income,Rent\nAhlen,2100,640\nBrest,2600,790\nCork,3100,1200\n",
    "berths.csv": "Berth,Level\nBerth 4,62.5\nBerth 5,58.1\n",
    "regions.csv": "region,year,nights\nHarbour,2025,212\nOld Town,2025,40\n",
    "complaints.csv": "Year,Complaints\n2024,310\n2025,280\n",
}
"""Files that examples name, with the columns that they name."""


@dataclass(frozen=True)
class Example:
    """A block of a page, made a deck, or a theme or a project's file of which an empty deck is made."""

    name: str
    deck: str
    theme: str | None = None
    project: str | None = None


def examples(pages: list[Path]) -> Iterator[Example]:
    """Yield each example of YAML on the pages: a whole file, or a part of one.

    Raises:
        ValueError: for a block that is neither of a deck, a theme nor a project.
    """
    for page in pages:
        for number, block in enumerate(_BLOCK.findall(page.read_text(encoding="utf-8")), 1):
            if block.startswith("apiVersion:"):  # Kubernetes' own
                continue
            for letter, part in zip("abcdefgh", _parts(block), strict=False):
                yield _whole(f"{page.stem}-{number}{letter}", part)


def _parts(block: str) -> list[str]:
    """Return a block; or its entries, where it shows several of one key."""
    entries = re.split(r"^(?=\w)", block, flags=re.MULTILINE)[1:]
    names = [entry.partition(":")[0] for entry in entries]
    return entries if len(set(names)) < len(names) else [block]


def _whole(name: str, text: str) -> Example:
    held = yaml.safe_load(text)
    if held is None:  # a comment alone
        return Example(name, text + _OPENING)
    if isinstance(held, list):
        return Example(name, _OPENING + indent(dedent(text), "  "))
    keys = set(held)
    if keys <= _DECK_KEYS and not keys <= _SLIDE_KEYS:
        if "slides" not in keys:
            return Example(name, text + (_SLIDES if "title" in keys else _OPENING))
        # Slides alone are any of a deck, and not its first, which is a title page.
        return Example(name, text if "title" in keys else _OPENING + text.removeprefix("slides:\n"))
    if keys <= _SLIDE_KEYS:
        slide = text if "title" in keys else f"title: A slide\n{text}"
        return Example(name, f"{_OPENING}  - {indent(slide, '    ').removeprefix('    ')}")
    if keys <= _PROJECT_KEYS:
        return Example(name, _OPENING, project=text)
    if keys <= _THEME_KEYS:
        extends = "" if "extends" in keys else "extends: briefing\n"
        return Example(name, f"theme: ../themes/{name}.yaml\n{_OPENING}", extends + text)
    raise ValueError(
        f"{name} is neither of a deck, a theme nor a project: {sorted(keys - _DECK_KEYS - _SLIDE_KEYS - _THEME_KEYS)}"
    )


INCLUDED = """\
title: What decks share
slides:
  - {id: map, title: Where it is loud, text: By berth 4.}
  - {id: berths, title: Two berths, text: Berth 4 and berth 5.}
  - {title: Write to us, section: Contact, text: The environment desk.}
"""
"""A deck that stands for those that examples include."""


def write_project(folder: Path, made: list[Example]) -> list[Path]:
    """Write examples as decks and themes of one project, with all the files that they name, and those of
    `deckmaker.yaml` as projects of their own; return the decks."""
    for name in ("decks", "themes", "data", "fonts", "common", "src"):
        (folder / name).mkdir()
    decks = []
    for example in made:
        root = folder / "projects" / example.name if example.project else folder
        decks.append(root / "decks" / f"{example.name}.yaml")
        if example.project:
            _write_root(root, example.project)
        if example.theme:
            (folder / "themes" / f"{example.name}.yaml").write_text(example.theme, encoding="utf-8")
        decks[-1].write_text(example.deck, encoding="utf-8")
    for name, text in CSV.items():
        (folder / "data" / name).write_text(text, encoding="utf-8")
    (folder / "src" / "median.py").write_text(
        "".join(f"line = {number}\n" for number in range(1, 31)), encoding="utf-8"
    )
    for name in ("harbour.yaml", "closing.yaml"):
        (folder / "common" / name).write_text(INCLUDED, encoding="utf-8")
    for picture in set(re.findall(r"[\w./-]+\.(?:jpg|png)", "".join(example.deck for example in made))):
        _draw(folder / "decks" / picture)
    Presentation().save(str(folder / "themes" / "company.potx"))
    for style, file in zip(("Regular", "Bold", "Italic", "BoldItalic"), INTER_STYLES, strict=True):
        shutil.copy(file, folder / "fonts" / f"Inter-{style}.ttf")
    return decks


def _write_root(root: Path, text: str) -> None:
    for name in ("decks", "themes", "assets"):
        (root / name).mkdir(parents=True)
    (root / "deckmaker.yaml").write_text(text, encoding="utf-8")
    (root / "themes" / "house.yaml").write_text("extends: briefing\n", encoding="utf-8")
    _draw(root / "assets" / "port.png")


def _draw(path: Path) -> None:
    Image.radial_gradient("L").resize((1600, 1200)).convert("RGB").save(path)
