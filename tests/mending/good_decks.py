"""Good decks in many spellings, and ways to damage them: each says what the mended deck is, byte for byte."""

from __future__ import annotations

import re
from random import Random
from typing import NamedTuple

GOOD = """\
# Noise — für den Hafen
title: "Night noise"   # the title
subtitle: 'What the meters say'
author: Port Authority
language: en-GB
theme: briefing
size: 16:9
footer: Draft

sources:
  board: {title: Night noise, publisher: "Port Authority", license: CC-BY-4.0}
slides:
- title: Night noise
  notes: >-
    Welcome the board.
- title: Where it comes from
  section: Findings      # begins here
  layout: content
  text: Two thirds of loud nights have a **reefer ship**.
  bullets:
    - Ventilators   # all night
    - "Berth 4": [near, loud]
- title: Berth 4
  image:
    file: ../assets/berth4.png
    alt: Cranes at dusk   # seen from the north
    credit:
      creator: "A. Lind"
      license: 'CC-BY-SA-4.0'
    focus: center
- title: Two remedies
  columns:
  - {heading: "Shore power", bullets: [No engine, Grid has room]}
  - heading: A wall
    image: {file: "../assets/berth5.png", alt: "A wall, seen from above", credit: Port}
- title: Levels
  table:
    caption: Levels by berth
    rows: [[Berth, Level], [Berth 4, 62]]   # of 2026
- title: Numbers
  metrics:
    - {value: "62 dB", label: at night}
    - {value: 12, label: "nights"}
- title: "Read more"
  layout: closing
  quote: {text: We sleep again., by: A neighbour}
"""


class Damage(NamedTuple):
    """A stretch of a good deck, what somebody wrote there, and what a mend makes of it."""

    begin: int
    end: int
    written: str
    mended: str


_WORDS = {
    "title": ("headline",),
    "bullets": ("items", "points"),
    "image": ("picture", "photo"),
    "file": ("src", "path"),
    "license": ("licence",),
    "creator": ("photographer",),
    "notes": ("speaker_notes",),
    "language": ("lang",),
    "metrics": ("kpis",),
    "rows": ("records",),
}
"""Other tools' words."""

_SLIPPED = ("subtitle", "author", "footer", "sources", "slides", "section", "layout", "bullets", "columns", "heading")
_SLIPPED += ("caption", "metrics", "creator", "license", "credit", "theme", "table", "quote", "language")
_VALUES = {
    "layout: content": ("layout: contnet", "layout: Content"),
    "layout: closing": ("layout: end", "layout: closng"),
    "theme: briefing": ("theme: breifing", "theme: Briefing"),
    "size: 16:9": ("size: 16x9",),
    "focus: center": ("focus: centre", "focus: Center"),
    "license: CC-BY-4.0": ("license: CC-BY4.0", "license: CC-YB-4.0"),
    "license: 'CC-BY-SA-4.0'": ("license: 'CCBY-SA-4.0'", "license: 'CC-BY-AS-4.0'"),
    "berth4.png": ("berht4.png", "Berth4.png"),
    '"../assets/berth5.png"': ('"berth5.png"',),
    '"A wall, seen from above"': ('"Picture of a wall, seen from above"',),
}
_STUBS = {
    ', alt: "A wall, seen from above"': ("", ", alt: TODO"),
    "    alt: Cranes at dusk   # seen from the north\n": ("", "    alt: TODO\n"),
}
"""What is left out, and what stands in its place then."""


def _slip(word: str, random: Random) -> str:
    """Return a word with one slip inside it."""
    while True:
        at = random.randrange(1, len(word) - 1)
        kind = random.randrange(4)
        slipped = (
            f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}",
            f"{word[:at]}{word[at + 1 :]}",
            f"{word[:at]}{word[at]}{word[at:]}",
            f"{word[:at]}{random.choice('qjxz')}{word[at + 1 :]}",
        )[kind]
        if slipped != word:
            return slipped


def damages(deck: str, random: Random) -> list[Damage]:
    """Return every place of a deck that may be damaged, each with one way to do it, none within another."""
    found = []
    for name in _SLIPPED:
        for place in re.finditer(rf"(?m)(?:^|[ {{,])({name}):(?= |$)", deck):
            found.append(Damage(*place.span(1), _slip(name, random), name))
    for name, others in _WORDS.items():
        for place in re.finditer(rf"(?m)(?:^|[ {{,])({name}):(?= |$)", deck):
            found.append(Damage(*place.span(1), random.choice(others), name))
    for text, others in _VALUES.items():
        for place in re.finditer(re.escape(text), deck):
            found.append(Damage(*place.span(), random.choice(others), text))
    for text, (left, stub) in _STUBS.items():
        found += [Damage(*place.span(), left, stub) for place in re.finditer(re.escape(text), deck)]
    return found


def some_of(every: list[Damage], count: int, random: Random) -> list[Damage]:
    """Return so many damages that do not meet."""
    chosen: list[Damage] = []
    for one in random.sample(every, len(every)):
        if all(one.end <= other.begin or other.end <= one.begin for other in chosen):
            chosen.append(one)
    return sorted(chosen[:count])


def with_damages(deck: str, chosen: list[Damage], is_mended: bool = False) -> str:
    """Return a deck as it is once damaged, or once mended again."""
    pieces, behind = [], 0
    for one in chosen:
        pieces += [deck[behind : one.begin], one.mended if is_mended else one.written]
        behind = one.end
    return "".join([*pieces, deck[behind:]])
