"""Drawings inside the page as its own elements, each once however often it is shown.

They stand before the slides, in an element that is never hidden: browsers do not paint a gradient of one that is.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model import PictureFile
from deckmaker.render.html.markup import (
    BREAK,
    NOTHING,
    Declarations,
    Html,
    element,
    end_tag,
    joined,
    start_tag,
    style,
)
from deckmaker.render.html.pieces import DrawingPiece, Piece


class Drawings:
    """The drawings of one document."""

    def __init__(self) -> None:
        self._ids: dict[PictureFile, str] = {}

    def id(self, file: PictureFile) -> str:
        """Return the id of the element that holds a drawing."""
        return self._ids.setdefault(file, f"drawing-{len(self._ids) + 1}")

    def shown(self, file: PictureFile, alt: str, place: Declarations) -> Html:
        """Return an svg element that shows a drawing; one that says nothing is hidden from screen readers."""
        said = {"role": "img", "aria-label": alt} if alt else {"aria-hidden": "true"}
        attributes = {**said, **_size(file), "preserveAspectRatio": "none", "style": style(place)}
        return element("svg", element("use", NOTHING, {"href": f"#{self.id(file)}"}), attributes)

    def definitions(self) -> Iterator[Piece]:
        """Yield the element that holds all drawings that have been shown; nothing where there are none."""
        if not self._ids:
            return
        yield joined((start_tag("svg", {"class": "drawings", "aria-hidden": "true"}), BREAK))
        for file, name in self._ids.items():
            yield start_tag("symbol", {"id": name, **_size(file)})
            yield DrawingPiece(file, f"{name}-")
            yield joined((end_tag("symbol"), BREAK))
        yield joined((end_tag("svg"), BREAK))


def _size(file: PictureFile) -> dict[str, str]:
    return {"viewBox": f"0 0 {file.width} {file.height}"}
