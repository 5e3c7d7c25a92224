"""What of a page has changed: its parts by digests, and those that a page in a browser does not have yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from io import BytesIO
from typing import Any

from deckmaker.dataclasses import cached_property, dataclass
from deckmaker.model import PictureFile
from deckmaker.render.html.markup import Html
from deckmaker.render.html.page import DrawnPage
from deckmaker.render.html.pieces import DrawingPiece, Piece, write
from deckmaker.render.html.section_memory import Section


@dataclass(frozen=True)
class PageParts:
    """The parts of a page. Where the `frame` is the same, a page can be changed in place; the rest is by digests.

    `known` are sections of the time before, with their digests, which take a while to work out.
    """

    page: DrawnPage
    known: Mapping[int, tuple[Section, str]]

    @cached_property
    def digests(self) -> dict[int, tuple[Section, str]]:
        """The sections with their digests, by the number that Python knows each by."""
        found = {}
        for one in self.page.sections:
            kept = self.known.get(id(one))
            found[id(one)] = (one, kept[1] if kept and kept[0] is one else _digest(one.pieces))
        return found

    @cached_property
    def names(self) -> dict[str, Any]:
        """What a browser must have to show the page: as JSON, the digest of each part."""
        return {
            "frame": self._frame,
            "title": self.page.document.title,
            "styles": [_digest([one]) for one in self.page.styles],
            "definitions": _digest(self.page.definitions),
            "sections": [self.digests[id(one)][1] for one in self.page.sections],
        }

    @cached_property
    def _frame(self) -> str:
        """The digest of all that only a page that is loaded anew can take over."""
        document = self.page.document
        facts = document.language, document.minutes, document.theme.width, document.theme.height
        return _digest([Html(repr(facts)), *map(Html, self.page.scripts)])

    def look_for_pictures(self) -> None:
        """Raise PictureLost where a picture of the page has gone, so that it cannot be loaded."""
        write(self.page.definitions, _Nowhere())
        for section, _ in self.digests.values():
            write(section.pieces, _Nowhere())

    def lacking(self, there: Collection[str]) -> dict[str, str]:
        """Return the text of each part whose digest is not `there`. Raises PictureLost."""
        names = self.names
        found = {
            name: _inner(style)
            for name, style in zip(names["styles"], self.page.styles, strict=True)
            if name not in there
        }
        if names["definitions"] not in there:
            found[names["definitions"]] = _text(self.page.definitions)
        for section, name in self.digests.values():
            if name not in there:
                found[name] = _text(section.pieces)
        return found


class _Nowhere(BytesIO):
    """Takes what is written, and keeps nothing of it."""

    def write(self, data: Any, /) -> int:
        return len(data)


def _digest(pieces: Iterable[Piece]) -> str:
    """Return what tells pieces apart: texts by their words, pictures by their files and what these were."""
    digest = sha256()
    for piece in pieces:
        if isinstance(piece, str):
            digest.update(piece.encode())
        elif isinstance(piece, PictureFile):
            digest.update(_file(piece))
        elif isinstance(piece, DrawingPiece):
            digest.update(piece.prefix.encode() + _file(piece.file))
        else:
            digest.update(_text([piece]).encode())
    return digest.hexdigest()[:20]


def _file(file: PictureFile) -> bytes:
    return repr((file.path, file.stamp, file.packet)).encode()


def _text(pieces: Iterable[Piece]) -> str:
    stream = BytesIO()
    write(pieces, stream)
    return stream.getvalue().decode()


def _inner(element: Html) -> str:
    """Return the text of a style element, which is raw."""
    return element[element.index(">") + 1 : element.rindex("</")]
