"""The page as a browser gets it: the very HTML output, and over it the layer of the preview."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import BinaryIO

from deckmaker.assets import PictureLost
from deckmaker.diagnostics.printer import printable
from deckmaker.own_data import DATA
from deckmaker.preview.desk import Desk
from deckmaker.render.html.markup import BREAK, DOCTYPE, element, joined, raw_element, start_tag, words
from deckmaker.render.html.page import Layer
from deckmaker.render.html.pieces import write
from deckmaker.render.html.scripts import content_policy

SCRIPTS = ("server.js", "elements.js", "messages.js", "places.js", "panel.js", "changes.js")
"""In the order in which they need each other."""

STYLE = "preview.css"


class Pages:
    """The page of a desk; its speaker window knows it by the `key`."""

    def __init__(self, desk: Desk, key: str) -> None:
        self._desk = desk
        self._key = key
        self._style = _own(STYLE)
        self._script = "\n".join(map(_own, SCRIPTS))

    def write(self, stream: BinaryIO) -> None:
        """Write the page of the last look; where there is none, or one of its pictures went, a page without slides."""
        with self._desk.working:
            parts = self._desk.last.parts
            if parts is not None:
                layer = Layer(self._style, self._script, {"preview": json.dumps(parts.names)})
                with suppress(PictureLost):
                    write(parts.page.pieces(self._key, layer), stream)
                    return
                stream.seek(0)
                stream.truncate()
            stream.write(self._empty().encode())

    def _empty(self) -> str:
        """Return a page without slides: what is wrong with the deck is all that there is to see."""
        policy = content_policy([self._script], asks=True)
        head = [
            start_tag("meta", {"charset": "utf-8"}),
            start_tag("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
            start_tag("meta", {"name": "preview", "content": "null"}),
            element("title", words(printable(self._desk.deck.name))),
            raw_element("style", self._style),
        ]
        body = raw_element("script", self._script)
        page = element("html", joined((element("head", joined(head)), element("body", body))), {"lang": "en"})
        return joined((DOCTYPE, BREAK, page, BREAK))


def _own(name: str) -> str:
    return (DATA / "preview" / name).read_text(encoding="utf-8")
