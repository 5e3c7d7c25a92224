"""Pictures of a presentation to files beside the deck, each once."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from xml.etree.ElementTree import Element

from deckmaker.assets.flaw import Unusable
from deckmaker.assets.kinds import BEGINNING, kind_of
from deckmaker.dataclasses import dataclass
from deckmaker.importing.powerpoint.alternative_texts import said_of
from deckmaker.importing.powerpoint.shapes import Shape
from deckmaker.importing.powerpoint.slide_parts import SlidePart
from deckmaker.importing.purpose import Purpose
from deckmaker.template.names import SVG_BLIP, A, P, R, local
from deckmaker.template.numbers import share
from deckmaker.template.package import Package

_ENDINGS = {"jpeg": "jpg", "tiff": "tif"}
_MEDIA = ("videoFile", "audioFile", "wavAudioFile", "quickTimeFile", "audioCd", "media")
"""Elements that name a film or a sound; `media` is that of PowerPoint since 2010 (MS-PPTX, 2.2.4)."""

_CROPPED = 0.02
"""The part of a side from which on a picture counts as cropped: less is what programs round."""


@dataclass(frozen=True, slots=True)
class PictureNames:
    """How files of pictures are called: in a folder, by their slides or, where decks are compared, by their content."""

    folder: str
    purpose: Purpose = Purpose.DECK

    def path(self, number: int, count: int, content: bytes, kind: str) -> str:
        """Return the path of a picture, the one after `count` others of the slide of this number."""
        stem = sha256(content).hexdigest()[:16] if self.purpose.is_comparison else f"slide-{number:02}-{count + 1}"
        return f"{self.folder}/{stem}.{_ENDINGS.get(kind, kind)}"


class Pictures:
    """The pictures that a deck takes along, by the paths of their files."""

    def __init__(self, package: Package, names: PictureNames) -> None:
        self._package, self._names = package, names
        self._counts: Counter[int] = Counter()
        self._paths: dict[str, str | None] = {}
        self.files: dict[str, bytes] = {}

    def value_of(self, shape: Shape, slide: SlidePart) -> dict[str, str] | None:
        """Return a picture as a block's value; None where it lies outside the file, or is of a kind that decks have
        not."""
        blip = shape.element.find(f"{P}blipFill/{A}blip")
        parts = [part for one in _references(blip) if (part := self._part(one, slide))]
        path = next((found for one in parts if (found := self._path(one, slide.number))), None)
        if path is None:
            return None
        alt = said_of(shape.description)
        if shape.is_decorative:
            return {"file": path, "decorative": "true"}
        return {"file": path, "alt": alt} if alt else {"file": path}

    def is_inside(self, shape: Shape, slide: SlidePart) -> bool:
        """Tell whether a file of a picture is in the presentation, and not elsewhere or missing."""
        references = _references(shape.element.find(f"{P}blipFill/{A}blip"))
        return any(self._part(one, slide) for one in references)

    def _part(self, id: str, slide: SlidePart) -> str | None:
        to = slide.relations.get(id)
        return to.target if to and not to.is_external and self._package.has(to.target) else None

    def _path(self, part: str, number: int) -> str | None:
        key = part.casefold()
        if key not in self._paths:
            content = self._package.read(part)
            try:
                kind = kind_of(content[:BEGINNING])
            except Unusable:
                self._paths[key] = None
                return None
            path = self._names.path(number, self._counts[number], content, kind)
            self._counts[number] += 1
            self._paths[key] = path
            self.files[path] = content
        return self._paths[key]


def is_cropped(shape: Shape) -> bool:
    """Tell whether a slide shows but a part of a picture."""
    cut = shape.element.find(f"{P}blipFill/{A}srcRect")
    return cut is not None and any(share(cut, side) > _CROPPED for side in ("l", "t", "r", "b"))


def is_film_or_sound(shape: Shape) -> bool:
    """Tell whether a picture stands for a film or a sound (20.1.3, 19.3.1.33)."""
    said = shape.element.find(f"./*/{P}nvPr")
    return said is not None and any(local(one.tag) in _MEDIA for one in said.iter())


def _references(blip: Element | None) -> list[str]:
    """Return the ids of a picture's files, the drawing of it before its pixels."""
    if blip is None:
        return []
    drawings = [one.get(f"{R}embed", "") for one in blip.iter(SVG_BLIP)]
    return [*drawings, blip.get(f"{R}embed", "")]
