"""Pictures inside the file, each once however often it is shown."""

from __future__ import annotations

from base64 import b64encode

from deckmaker.assets import content
from deckmaker.model import PictureFile
from deckmaker.render.html.markup import Declarations, start_tag, style


class Pictures:
    """The pictures of one document. A file's first image holds its bytes; deck.js gives them to others."""

    def __init__(self) -> None:
        self._ids: dict[PictureFile, str] = {}

    def image(self, file: PictureFile, alt: str, place: Declarations) -> str:
        """Return an img element."""
        attributes = {"alt": alt, "style": style(place)}
        if known := self._ids.get(file):
            return start_tag("img", {**attributes, "data-same-as": known})
        own = self._ids[file] = f"picture-{len(self._ids) + 1}"
        data = b64encode(content(file)).decode("ascii")
        return start_tag("img", {**attributes, "id": own, "src": f"data:{file.media_type};base64,{data}"})
