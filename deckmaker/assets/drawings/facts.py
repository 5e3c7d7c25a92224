"""A drawing's facts, its PNG, and its lines and curves."""

from __future__ import annotations

from typing import NamedTuple

from deckmaker.assets.drawings.rasterising import rasterised
from deckmaker.assets.drawings.reading import read_drawing
from deckmaker.assets.drawings.size import sized
from deckmaker.assets.drawings.text import prepare_text
from deckmaker.assets.drawings.vectors.drawing import Drawing, Unsaid
from deckmaker.assets.drawings.vectors.normalising import normalise
from deckmaker.assets.drawings.vectors.work import Work
from deckmaker.assets.facts import Facts


def facts(data: bytes) -> Facts:
    """Return the size in which a safe drawing is rasterised. Raises Unusable for others."""
    width, height = sized(read_drawing(data))
    return Facts(width, height, "image/png", kept=False)


def drawn(data: bytes) -> bytes:
    """Return a safe drawing as PNG."""
    root = read_drawing(data)
    sized(root)
    prepare_text(root)
    return rasterised(root)


def drawn_of_vectors(data: bytes) -> bytes:
    """Return the paths of a safe drawing as PNG: what has no paint is none, and may have been too large to be drawn."""
    from deckmaker.assets.drawings.vectors.writing import svg_file

    return drawn(svg_file(vectors(data), b""))


def vectors(data: bytes, work: Work | None = None) -> Drawing:
    """Return a safe drawing as paths. Raises Unsaid where it holds more than they can say."""
    root = read_drawing(data)
    sized(root)
    prepare_text(root)
    return normalise(root, work=work)


class VectorFacts(NamedTuple):
    """What of a safe drawing cannot be said in vectors, a noun with its article, or nothing where all can; the colours
    of the ground that it is painted on; and how many lines and curves were looked at for that, an element counted as
    eight."""

    unsaid: str
    ground: tuple[str, ...]
    lines: int


def vector_facts(data: bytes) -> VectorFacts:
    """Return what is said of a safe drawing as vectors."""
    work = Work()
    try:
        ground = vectors(data, work).ground
    except Unsaid as unsaid:
        return VectorFacts(str(unsaid), (), work.lines)
    return VectorFacts("", ground, work.lines)
