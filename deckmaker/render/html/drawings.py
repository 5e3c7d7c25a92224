"""Drawings inside the page as its own elements, each once however often it is shown, and pictures that show again.

They stand before the slides, in an element that is never hidden: browsers do not paint a gradient of one that is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckmaker.model import PictureFile
from deckmaker.render.html.markup import (
    BREAK,
    NOTHING,
    Declarations,
    Html,
    element,
    end_tag,
    joined,
    open_tag,
    start_tag,
    style,
)
from deckmaker.render.html.pieces import BrandPictures, BrandPiece, DrawingPiece, Piece

if TYPE_CHECKING:
    from deckmaker.template.brand import Brand


class Drawings:
    """The drawings of one document."""

    def __init__(self) -> None:
        self._ids: dict[PictureFile, str] = {}
        self._brands: dict[Brand, str] = {}
        self._pictures: dict[PictureFile, str] = {}

    def id(self, file: PictureFile) -> str:
        """Return the id of the element that holds a drawing."""
        return self._ids.setdefault(file, f"drawing-{len(self._ids) + 1}")

    def shown(self, file: PictureFile, name: str, alt: str | None, place: Declarations) -> Html:
        """Return an svg element that shows a drawing, or a picture that is kept, which stands in an element of the id
        `name`.

        One that says nothing is hidden from screen readers; with None for its `alt` it is a picture without a name.
        """
        said = {"aria-hidden": "true"} if alt == "" else {"role": "img", "aria-label": alt}
        attributes = {**said, **_size(file), "preserveAspectRatio": "none", "style": style(place)}
        return element("svg", element("use", NOTHING, {"href": f"#{name}"}), attributes)

    def keep(self, file: PictureFile, name: str) -> None:
        """Keep the bytes of a picture of pixels in an element of that id."""
        self._pictures[file] = name

    def brand_id(self, brand: Brand) -> str:
        """Return the id of the element that holds what a layout draws."""
        return self._brands.setdefault(brand, f"brand-{len(self._brands) + 1}")

    def brand(self, brand: Brand) -> Html:
        """Return an svg element that fills the page with what its layout draws, hidden from screen readers."""
        name = self.brand_id(brand)
        attributes = {"class": "brand", "aria-hidden": "true", **_extent(brand), "preserveAspectRatio": "none"}
        return element("svg", element("use", NOTHING, {"href": f"#{name}"}), attributes)

    def definitions(self) -> Iterator[Piece]:
        """Yield the element that holds all drawings that have been shown; nothing where there are none."""
        if not (self._ids or self._brands or self._pictures):
            return
        yield joined((start_tag("svg", {"class": "drawings", "aria-hidden": "true"}), BREAK))
        for file, name in self._ids.items():
            yield start_tag("symbol", {"id": name, **_size(file)})
            yield DrawingPiece(file, f"{name}-")
            yield joined((end_tag("symbol"), BREAK))
        for file, name in self._pictures.items():
            yield from _stored(file, name)
        pictures = BrandPictures()
        for brand, name in self._brands.items():
            yield start_tag("symbol", {"id": name, **_extent(brand)})
            yield BrandPiece(brand.drawing, f"{name}-", pictures)
            yield joined((end_tag("symbol"), BREAK))
        if self._brands:
            yield pictures
        yield joined((end_tag("svg"), BREAK))


def _stored(file: PictureFile, name: str) -> Iterator[Piece]:
    """Yield the element that has the bytes of a picture, where nothing draws it (SVG 2, 12.3: image)."""
    size = {"width": str(file.width), "height": str(file.height), "preserveAspectRatio": "none"}
    begin, end = open_tag("image", {"id": name, **size, "href": f"data:{file.media_type};base64,"})
    yield joined((start_tag("defs"), begin))
    yield file
    yield joined((end, end_tag("image"), end_tag("defs"), BREAK))


def _extent(brand: Brand) -> dict[str, str]:
    return {"viewBox": f"0 0 {brand.drawing.width:g} {brand.drawing.height:g}"}


def _size(file: PictureFile) -> dict[str, str]:
    return {"viewBox": f"0 0 {file.width} {file.height}"}
