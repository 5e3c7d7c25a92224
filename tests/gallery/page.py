"""The gallery's page, in Markdown: a heading for each deck, and for each theme a row of pictures."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from tests.gallery.decks import ThemedDeck
from tests.gallery.routes import ROUTES, Route

OVERVIEW = "overview.webp"
INTRODUCTION = """\
# Gallery

Here are two decks of this project in every theme. Each row shows the same slides three times: as PDF, as PowerPoint
file opened in LibreOffice, and as HTML page in Chromium. They should look alike, down to where the lines end. Click a
picture to see it large.

`showcase.yaml` has every feature of the deck language once, such as a table with a header of two rows, and a list that
continues on a second slide. `us-china-fentanyl-talks.yaml` is a whole briefing, which follows a source. Four more
decks lie in `decks/`, and have no pictures here: `heating-grant.yaml`, a briefing of figures, tables and options,
`overdose-data.yaml`, a data story in charts, `how-nature-draws.yaml`, a talk of pictures alone, and
`regional.yaml`, of which there is a deck for each row of a table.

`make gallery` makes this page and its pictures; run it again when a deck or a theme has changed.
"""
OVERVIEW_ALT = "Slides of the briefing, and one of them in each theme as PDF, PowerPoint file and HTML page"


def picture_name(shown: ThemedDeck, route: Route) -> str:
    """Return the name of the picture file that holds a deck's pages by a route."""
    return f"{shown.name}-{route.format}.webp"


def gallery_page(decks: Sequence[ThemedDeck], folder: Path, overview: bool) -> str:
    """Return the page as it stands in `folder`, beside the pictures' folder `gallery`."""
    parts = [INTRODUCTION]
    if overview:
        parts.append(f"![{OVERVIEW_ALT}](gallery/{OVERVIEW})\n")
    for deck, themed in groupby(decks, key=lambda one: one.deck):
        parts += _deck(deck, list(themed), folder)
    return "\n".join(parts)


def _deck(deck: Path, themed: Sequence[ThemedDeck], folder: Path) -> Iterator[str]:
    document = themed[0].document
    link = Path(os.path.relpath(deck.resolve(), folder.resolve())).as_posix()
    yield f"## {_escaped(document.title)}\n"
    yield f"[`{deck.name}`]({link}), {len(document.pages)} slides\n"
    for one in themed:
        yield f"### Theme `{one.theme}`\n"
        yield _row(one)


def _row(shown: ThemedDeck) -> str:
    lines = (
        [route.name for route in ROUTES],
        ["---" for _ in ROUTES],
        [_picture(shown, route) for route in ROUTES],
    )
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _picture(shown: ThemedDeck, route: Route) -> str:
    """Return a picture that leads to itself, since rows show it small."""
    file = f"gallery/{picture_name(shown, route)}"
    alt = f"All slides of {shown.deck.stem} in the theme {shown.theme}: {route.told}"
    return f"[![{alt}]({file})]({file})"


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)
