"""Pictures inside the file, each once however often it is shown, with or without scripts.

A picture that is shown once is an `img`, which browsers load where it is near the slide in view. One that is shown more
often stands among the drawings, before the slides, and elements of SVG show it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from deckmaker.layout import Page, PictureItem
from deckmaker.model import PictureFile
from deckmaker.model.geometry import Rect
from deckmaker.render.html.drawings import Drawings
from deckmaker.render.html.markup import Declarations, Html, open_tag, style
from deckmaker.render.html.pieces import Piece

if TYPE_CHECKING:
    from deckmaker.template.brand import Brand

HIGHEST = 384
"""Points that a picture is high in the reading view, so that a window holds it with the words around it."""

_HALF = 0.0005
"""Hundredths of a frame that no screen shows: half of the last digit that is written."""


class Claim(NamedTuple):
    """A picture, or what a template's layout draws, that a section shows: its element's id, and whether others show
    it, too."""

    shown: PictureFile | Brand
    name: str
    is_repeated: bool


class Pictures:
    """The pictures of the pages of one document."""

    def __init__(self, pages: Iterable[Page]) -> None:
        shown = Counter(file for page in pages for placed in page.leaves for file in _files(placed.item))
        self._repeated = {file for file, times in shown.items() if times > 1}
        self._ids: dict[PictureFile, str] = {}
        self._claims: list[Claim] = []
        self.drawings = Drawings()

    @contextmanager
    def noted(self) -> Iterator[list[Claim]]:
        """Yield what will hold all that is shown meanwhile, in order."""
        before, self._claims = self._claims, []
        try:
            yield self._claims
        finally:
            self._claims = before

    def is_repeated(self, shown: PictureFile | Brand) -> bool:
        """Tell whether a picture of pixels is shown more than once: where it stands then, others are by themselves."""
        return isinstance(shown, PictureFile) and not shown.vector and shown in self._repeated

    def claim(self, shown: PictureFile | Brand) -> Claim:
        """Have a picture, or what a layout draws, in the page: its element has an id from then on."""
        if not isinstance(shown, PictureFile):
            name = self.drawings.brand_id(shown)
        elif shown.vector:
            name = self.drawings.id(shown)
        else:
            name = self._ids.setdefault(shown, f"picture-{len(self._ids) + 1}")
            if shown in self._repeated:
                self.drawings.keep(shown, name)
        claim = Claim(shown, name, self.is_repeated(shown))
        self._claims.append(claim)
        return claim

    def brand(self, brand: Brand) -> Html:
        """Return an svg element that fills the page with what its layout draws."""
        self.claim(brand)
        return self.drawings.brand(brand)

    def id(self, file: PictureFile) -> str:
        """Return the id of the element that holds a file's bytes or lines; it has been yielded before."""
        return self.drawings.id(file) if file.vector else self._ids[file]

    def image(self, file: PictureFile, alt: str | None, crop: tuple[float, float, float, float]) -> Iterator[Piece]:
        """Yield an img element, or an svg element for a drawing and for a picture that is shown more than once.

        It fills its frame but for what `crop` has beyond that: fractions of the whole (left, top, right, bottom).

        An empty `alt` says that there is nothing to say. None is for a picture of which nobody has said what it shows:
        it goes without, and says why (HTML, 4.8.4.4.13: guidance for markup generators).
        """
        place = _beyond_frame(crop)
        claim = self.claim(file)
        if file.vector or claim.is_repeated:
            yield self.drawings.shown(file, claim.name, alt, place)
            return
        said = {"generator-unable-to-provide-required-alt": ""} if alt is None else {"alt": alt}
        attributes = {**said, "style": style(place), "id": claim.name, "loading": "lazy"}
        begin, end = open_tag("img", {**attributes, "src": f"data:{file.media_type};base64,"})
        yield begin
        yield file
        yield end


def _files(item: object) -> Iterator[PictureFile]:
    if isinstance(item, PictureItem):
        yield item.file
        yield from (file for _, file in item.in_modes)


def _beyond_frame(crop: tuple[float, float, float, float]) -> Declarations:
    """Return the place of a whole picture in percent of its frame, nothing where that is all of it."""
    left, top, right, bottom = crop
    across, down = 100 / (1 - left - right), 100 / (1 - top - bottom)
    places = {"left": -left * across, "top": -top * down, "width": across, "height": down}
    usual = {"left": 0, "top": 0, "width": 100, "height": 100}
    return {
        name: f"{value:.4f}".rstrip("0").rstrip(".") + "%"
        for name, value in places.items()
        if abs(value - usual[name]) > _HALF
    }


def frame(rect: Rect, highest: float = inf) -> dict[str, str]:
    """Return what the reading view frames a picture or chart by: its width, at most as on its slide, and its shape.

    It is no higher than `highest` points.
    """
    shape = rect.width / rect.height
    return {"--across": f"{min(rect.width, highest * shape):.2f}pt", "--shape": f"{shape:.4f}"}
