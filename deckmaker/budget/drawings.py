"""What a drawing may hold and cost."""

from __future__ import annotations

from deckmaker.budget.bound import MEGABYTE, Bound

DRAWING_BYTES = Bound(10 * MEGABYTE, "bytes", "a drawing")
"""Drawings are text: a detailed map is 3 MB."""

DRAWING_MEMORY = Bound(3_000 * MEGABYTE, "bytes", "the process that draws")
"""Address space; a drawing of 3,200 pixels square with some filters takes 0.3 billion."""

DRAWING_SECONDS = Bound(30, "seconds", "the process that draws")
"""Of processor: a rich drawing takes half a second, and a slow machine ten times as long."""

SLOW_DRAWINGS_SECONDS = Bound(90, "seconds beyond the first three of each", "the drawings of a deck")
"""Of processor, once while it is read and once for each format: ten drawings of 12 seconds each."""

DRAWINGS_SECONDS = Bound(600, "seconds", "the drawings of a deck")
"""Of processor, in all: a thousand rich ones. Behind these, each has one second, and many tiny files no hours."""

VECTOR_ELEMENTS = Bound(50_000, "elements", "a drawing shown as vectors")
"""Those that are used again counted each time: a plot of ten thousand points has as many. More are shown as pixels."""

VECTOR_STEPS = Bound(200_000, "lines and curves", "a drawing shown as vectors")
"""Each takes some 10 microseconds in each format, 200 bytes while it is read, and time of whoever opens the deck. A
map of the world's borders in detail has 100,000; more are shown as pixels."""

DECK_LINES = Bound(10_000_000, "lines and curves (eight an element)", "the drawings of a deck")
"""Of all of its drawings together, one counted each time that it is shown: a hundred detailed maps of the world. An
element counts as eight: as many drawings of ten thousand points as a deck of forty slides has."""

VECTOR_CHARACTERS = Bound(20 * MEGABYTE, "characters of attributes", "a drawing shown as vectors")
"""Those of elements that are used again counted each time."""

SELECTOR_CHARACTERS = Bound(200_000, "characters of selectors", "a drawing shown as vectors")
"""Of all its style sheets. Programs write a class for each look, some hundred; each takes hundreds of bytes."""

STYLES_TRIED = Bound(500_000, "rules tried", "a drawing shown as vectors")
"""Rules of style sheets that might be those of an element, once for each element that is looked at for them."""

GRADIENT_STOPS = Bound(256, "colours", "a gradient of a drawing shown as vectors")
"""As many as a scale of colours that is drawn from a table of them."""

XML_ELEMENTS = Bound(200_000, "elements", "a drawing or a packet of rights")
"""A map of all the world's borders in detail has some 5,000."""
