"""Pictures found, and their content when it is asked for: nothing is kept in memory but a few that were costly."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from deckmaker.assets.files import Stamp, opened, stamp
from deckmaker.assets.flaw import NO_MEMORY, Flaw, OutOfTime, PictureLost, Unusable, lost_on_failure
from deckmaker.assets.formats.png_header import is_opaque
from deckmaker.assets.limits import check_size
from deckmaker.assets.pixels import in_eight_bits
from deckmaker.assets.pixels import opened as opened_picture
from deckmaker.assets.reading import facts_of
from deckmaker.assets.rendition import Rendition, check_decoded_later, is_decoded, rendition
from deckmaker.assets.rights.credentials import rights_of_credentials
from deckmaker.assets.rights.packet import packet_of
from deckmaker.assets.rights.reading import rights_of
from deckmaker.assets.rights.record import Rights
from deckmaker.budget.pictures import CONVERTED_BYTES
from deckmaker.dataclasses import replace
from deckmaker.model import PictureFile

if TYPE_CHECKING:
    from PIL.Image import Image

    from deckmaker.assets.drawings.facts import VectorFacts
    from deckmaker.assets.drawings.vectors.drawing import Drawing


class Found(NamedTuple):
    """A usable picture, in words what of its file is not shown, empty where all is, and what it says of its rights.

    `kept` tells that its pixels may stay as they are packed; `decoded` that screens need them turned or in colours.
    `pixels` says in words why a drawing is shown as pixels, empty where it is not; `ground` has the colours, `#rrggbb`,
    of what a drawing is painted on, `lines` counts its lines and curves, eight for each element. An `opaque` PNG has no
    transparency by its header.
    """

    picture: PictureFile
    further: str
    rights: Rights
    kept: bool
    decoded: bool
    pixels: str = ""
    ground: tuple[str, ...] = ()
    opaque: bool = False
    lines: int = 0


def look_at(path: Path) -> Found | Flaw:
    """Return what a file is, or what is wrong with it. Looked at again when it has changed."""
    return _seen(path, stamp(path))


def _seen(path: Path, seen: Stamp | None) -> Found | Flaw:
    try:
        return _look_at(path, seen)
    except OutOfTime as error:  # which is not kept: another deck may have the time
        return error.flaw


@lru_cache(maxsize=4_096)
def _look_at(path: Path, seen: Stamp | None) -> Found | Flaw:
    try:
        with opened(path) as (stream, now):
            data = stream.read(now[0])  # and no more, which somebody may be writing
            kind, facts = facts_of(data)
            rights = rights_of(facts.metadata)
            if facts.metadata.credentials:
                rights = rights.completed_by(rights_of_credentials(stream, kind))
        check_size(*facts.size)
        pixels, ground, lines = _vector_facts(data) if kind == "svg" else ("", (), 0)
        vector = kind == "svg" and not pixels
        picture = PictureFile(path, facts.media_type, *facts.size, now, packet_of(rights), vector)
        # What must be decoded at any rate is so now, where what is wrong has a place. A drawing's pixels are for those
        # outputs alone that cannot do without.
        if facts.kept:
            check_decoded_later(data, kind, facts)
        elif not vector:
            _kept.add(picture, False, rendition(data, kind, facts, picture.packet, inks=False))
    except OutOfTime:
        raise
    except Unusable as error:
        return error.flaw
    except MemoryError:
        return NO_MEMORY
    opaque = kind == "png" and is_opaque(data)
    return Found(picture, facts.further, rights, facts.kept, is_decoded(facts), pixels, ground, opaque, lines)


def _vector_facts(data: bytes) -> VectorFacts:
    from deckmaker.assets.drawings.facts import vector_facts

    return vector_facts(data)


def rights_in(picture: PictureFile) -> Rights:
    """Return what a picture's file said of its rights when it was looked at; its pixels are not decoded for that."""
    found = _seen(picture.path, picture.stamp)
    return found.rights if isinstance(found, Found) else Rights()


def is_known_opaque(picture: PictureFile) -> bool:
    """Tell whether a picture shows nothing of what lies below it, as far as that is known without its pixels."""
    found = _seen(picture.path, picture.stamp)
    return picture.media_type == "image/jpeg" or (isinstance(found, Found) and found.opaque)


def ground_in(picture: PictureFile) -> tuple[str, ...]:
    """Return the colours of the rectangle that a drawing is painted on, as `#rrggbb`; none where it has none."""
    found = _seen(picture.path, picture.stamp)
    return found.ground if isinstance(found, Found) else ()


def lines_in(picture: PictureFile) -> int:
    """Return how many lines and curves a drawing has, eight for each element; 0 for any other picture."""
    found = _seen(picture.path, picture.stamp)
    return found.lines if isinstance(found, Found) else 0


def decoded_pixels(picture: PictureFile) -> int:
    """Return how many pixels of a picture are decoded; 0 for a drawing, whose cost is counted otherwise."""
    found = _seen(picture.path, picture.stamp)
    is_drawing = picture.vector or (isinstance(found, Found) and found.pixels)
    return 0 if is_drawing else picture.width * picture.height


def prepare(pictures: Iterable[PictureFile]) -> None:
    """Decode pictures that every output would decode, once and one at a time, as long as there is room to keep them.

    Most outputs show drawings without their pixels. What cannot be decoded is told by the output that needs it.
    """
    for one in dict.fromkeys(file for file in pictures if not file.vector):
        found = _seen(one.path, one.stamp)
        if isinstance(found, Found) and found.decoded and not _kept.get(one, inks=False):
            held = len(_kept)
            with suppress(PictureLost):
                rendition_of(one)
                if len(_kept) <= held:  # another one had to go for it
                    return


def with_rights(picture: PictureFile, rights: Rights) -> PictureFile:
    """Return a picture into which outputs write these rights. Uses with equal rights share one copy."""
    return replace(picture, packet=packet_of(rights))


def content(picture: PictureFile, inks: bool = False) -> bytes:
    """Return the JPEG or PNG file that outputs hold. Raises PictureLost where there is none any more."""
    return rendition_of(picture, inks).data


def rendition_of(picture: PictureFile, inks: bool = False) -> Rendition:
    """Return a picture's rendition; with `inks`, four-coloured JPEGs stay so. Raises PictureLost."""
    if known := _kept.get(picture, inks):
        return known.with_packet(picture.packet)
    with lost_on_failure(picture):
        data = _read(picture)
        found = _seen(picture.path, picture.stamp)
        kind, facts = facts_of(data, found.kept if isinstance(found, Found) else None)
        if (facts.media_type, *facts.size) != (picture.media_type, picture.width, picture.height):
            raise _changed()
        made = rendition(data, kind, facts, picture.packet, inks, picture.vector)
    if made.made:
        _kept.add(picture, inks, made)
    return made


def drawing_of(picture: PictureFile) -> Drawing:
    """Return the lines and curves of a `vector` picture. Raises PictureLost."""
    from deckmaker.assets.drawings.facts import vectors
    from deckmaker.assets.drawings.vectors.drawing import Unsaid

    with lost_on_failure(picture):
        try:
            return vectors(_read(picture))
        except Unsaid as unsaid:  # it could be said when it was looked at
            raise _changed() from unsaid


@lru_cache(maxsize=256)  # 16 kB each
def sketch_of(picture: PictureFile) -> Image:
    """Return a `vector` picture in few pixels, RGBA, at a small part of what it costs whole. Raises PictureLost."""
    from deckmaker.assets.drawings.sketch import sketch

    return sketch(drawing_of(picture))


def drawing_elements(picture: PictureFile, prefix: str) -> str:
    """Return what an svg element shows of a `vector` picture, ids beginning with a prefix. Raises PictureLost."""
    from deckmaker.assets.drawings.vectors.writing import inner_svg, metadata

    return metadata(picture.packet) + inner_svg(drawing_of(picture), prefix)


def drawing_file(picture: PictureFile) -> bytes:
    """Return a `vector` picture as an SVG file of paths and little else. Raises PictureLost."""
    from deckmaker.assets.drawings.vectors.writing import svg_file

    return svg_file(drawing_of(picture), picture.packet)


def _read(picture: PictureFile) -> bytes:
    """Return the bytes of the file that was looked at. Raises Unusable where it is another now."""
    with opened(picture.path) as (stream, now):
        if picture.stamp != now:
            raise _changed()
        return stream.read(now[0])


def _changed() -> Unusable:
    return Unusable("changed while the deck was built", "build it again")


def upright_pixels(picture: PictureFile, least: int) -> Image:
    """Return a picture's pixels as L, LA, RGB or RGBA; a JPEG's, and very many, reduced to not less than `least` across
    and down."""
    data = content(picture)
    with lost_on_failure(picture):
        if picture.media_type == "image/png":
            from deckmaker.assets.formats.png_pixels import reduced_png

            return reduced_png(data, least)
        with opened_picture(data, "jpeg") as image:
            image.draft(image.mode, (least, least))
            return in_eight_bits(image.copy())


class _Kept:
    """Renditions that were costly, the latest used last, within a bound. Their packets may be another use's."""

    def __init__(self) -> None:
        self._held: OrderedDict[tuple[PictureFile, bool], Rendition] = OrderedDict()
        self._bytes = 0

    def __len__(self) -> int:
        return len(self._held)

    def get(self, picture: PictureFile, inks: bool) -> Rendition | None:
        picture = _without_packet(picture)
        for key in ((picture, inks), (picture, False)):
            known = self._held.get(key)
            if known and (key[1] == inks or not known.inks):
                self._held.move_to_end(key)
                return known
        return None

    def add(self, picture: PictureFile, inks: bool, made: Rendition) -> None:
        self._held[_without_packet(picture), inks and made.inks] = made
        self._bytes += len(made.data)
        while self._bytes > CONVERTED_BYTES.most and len(self._held) > 1:
            self._bytes -= len(self._held.popitem(last=False)[1].data)


def _without_packet(picture: PictureFile) -> PictureFile:
    """Return what tells apart pictures that look different."""
    return replace(picture, packet=b"")


_kept = _Kept()
