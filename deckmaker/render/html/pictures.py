"""Pictures inside the file, byte for byte, each once however often it is shown."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

from deckmaker.model import PictureFile
from deckmaker.render.html.markup import Declarations, start_tag, style


class Pictures:
    """The pictures of one document. A file's first image holds its bytes; deck.js gives them to others."""

    def __init__(self) -> None:
        self._ids: dict[Path, str] = {}

    def image(self, file: PictureFile, alt: str, place: Declarations) -> str:
        """Return an img element."""
        attributes = {"alt": alt, "style": style(place)}
        if known := self._ids.get(file.path):
            return start_tag("img", {**attributes, "data-same-as": known})
        own = self._ids[file.path] = f"picture-{len(self._ids) + 1}"
        data = b64encode(file.path.read_bytes()).decode("ascii")
        return start_tag("img", {**attributes, "id": own, "src": f"data:{file.media_type};base64,{data}"})
