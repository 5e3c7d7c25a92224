"""Projects to build: slides as briefings have them, with a photo each, written as a deck and as data for the scripts.

Every slide has a title, a paragraph with a bold phrase, three bullets, a photo with a text alternative and a credit
that is a link, and notes. Words and photos are the same wherever they are made.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.bench.photos import make_photo

SHARED = 16
"""How many photos the slides of a deck with shared ones have among them."""

TITLE, OFFICE = "Night noise in the harbour", "Port Authority"

_SHIPS = ("reefer ship", "car carrier", "bulk carrier", "feeder", "dredger", "tanker", "cruise ship")
_PLACES = ("the old quay", "the east basin", "the grain pier", "the ferry slip", "the outer mole")
_CAUSES = ("ventilators", "generators", "hatch motors", "deck cranes", "ballast pumps", "bow thrusters")
_DESKS = ("Environment desk", "Harbour master", "Planning department")


@dataclass(frozen=True, slots=True)
class Material:
    """A deck, the same slides as JSON, and the folder of the photos that both name."""

    deck: Path
    slides: Path
    photos: Path


def make_material(folder: Path, slides: int, distinct: bool) -> Material:
    """Write a project of so many slides below `folder`, and its photos unless they are there."""
    photos = folder / "photos"
    photos.mkdir(parents=True, exist_ok=True)
    count = slides if distinct else min(slides, SHARED)
    for number in range(count):
        make_photo(photos / f"{number:04}.jpg", number)
    shown = [_slide(number, f"{number % count:04}.jpg") for number in range(slides)]
    name = f"{slides}-{'distinct' if distinct else 'shared'}"
    deck, data = folder / "decks" / f"{name}.yaml", folder / f"{name}.json"
    deck.parent.mkdir(exist_ok=True)
    deck.write_text(yaml.safe_dump(_deck(shown), sort_keys=False, width=1_000), encoding="utf-8")
    data.write_text(json.dumps({"title": TITLE, "slides": shown}), encoding="utf-8")
    return Material(deck, data, photos)


def _slide(number: int, photo: str) -> dict[str, Any]:
    """Return what a slide says: `text` is its words in turn plain and bold."""
    ship, place, cause = (names[number % len(names)] for names in (_SHIPS, _PLACES, _CAUSES))
    night, loud, metres = number + 1, 41 + 7 * number % 20, 60 + 11 * number % 180
    return {
        "title": f"Night {night}: a {ship} at {place}",
        "text": [
            f"From eleven to five, {loud} decibels reached the houses: ",
            f"the {cause} of one {ship}",
            " ran until it left, and nobody aboard may switch them off.",
        ],
        "bullets": [
            f"Loudest hour: {loud + 9} decibels",
            f"Nearest window: {metres} metres away",
            "No wall between ship and street",
        ],
        "photo": photo,
        "alt": f"Lamps along {place} in night {night}, a {ship} behind them",
        "label": "Photo: ",
        "credit": f"{OFFICE}, {_DESKS[number % len(_DESKS)]}",
        "url": f"https://harbour.example/nights/{night}",
        "notes": f"Night {night} is typical of {place}: say so, and ask for shore power before asking for a wall.",
    }


def _deck(shown: list[dict[str, Any]]) -> dict[str, object]:
    slides = [
        {
            "title": one["title"],
            "layout": "picture-right",
            "text": "**".join(one["text"]),
            "bullets": one["bullets"],
            "image": {
                "file": f"../photos/{one['photo']}",
                "alt": one["alt"],
                "credit": {"kind": "photo", "publisher": one["credit"], "url": one["url"]},
            },
            "notes": one["notes"],
        }
        for one in shown
    ]
    return {"title": TITLE, "slides": slides}
