"""Pictures inside the file, each once however often it is shown."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.model import PictureFile
from deckmaker.render.html.drawings import Drawings
from deckmaker.render.html.markup import Declarations, open_tag, start_tag, style
from deckmaker.render.html.pieces import Piece


class Pictures:
    """The pictures of one document. A file's first image holds its bytes; deck.js gives them to others.

    Drawings are no images: they stand in the page as elements.
    """

    def __init__(self) -> None:
        self._ids: dict[PictureFile, str] = {}
        self.drawings = Drawings()

    def id(self, file: PictureFile) -> str:
        """Return the id of the element that holds a file's bytes or lines; it has been yielded before."""
        return self.drawings.id(file) if file.vector else self._ids[file]

    def image(self, file: PictureFile, alt: str | None, place: Declarations) -> Iterator[Piece]:
        """Yield an img element, or an svg element for a drawing.

        An empty `alt` says that there is nothing to say. None is for a picture of which nobody has said what it shows:
        it goes without, and says why (HTML, 4.8.4.4.13: guidance for markup generators).
        """
        if file.vector:
            yield self.drawings.shown(file, alt, place)
            return
        said = {"generator-unable-to-provide-required-alt": ""} if alt is None else {"alt": alt}
        attributes = {**said, "style": style(place)}
        if known := self._ids.get(file):
            yield start_tag("img", {**attributes, "data-same-as": known})
            return
        own = self._ids[file] = f"picture-{len(self._ids) + 1}"
        begin, end = open_tag("img", {**attributes, "id": own, "src": f"data:{file.media_type};base64,"})
        yield begin
        yield file
        yield end
