"""A picture as outputs hold it: upright, in colours that all of them show, and with nothing in it that is private."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckmaker.assets.alone import picture_alone
from deckmaker.assets.facts import UPRIGHT, Facts
from deckmaker.assets.flaw import OutOfTime, Unusable, damaged
from deckmaker.assets.formats.jpeg_cleaning import cleaned_jpeg
from deckmaker.assets.pixels import encoded, in_eight_bits, opened, upright
from deckmaker.assets.profiles import fitting_profile
from deckmaker.dataclasses import dataclass, field, replace

if TYPE_CHECKING:
    from PIL.Image import Image

INKS = 4
_COMPONENTS = {"L": 1, "LA": 1, "RGB": 3, "RGBA": 3, "CMYK": INKS}


@dataclass(frozen=True, slots=True)
class Rendition:
    """The bytes of a JPEG or PNG file, the colour profile in them, the packet of rights in them, and what it cost.

    `components` counts its colours, without transparency. `made` tells that pixels had to be decoded and written again,
    `inks` that the one for print is another.
    """

    data: bytes = field(repr=False)
    profile: bytes = field(repr=False)
    packet: bytes = field(repr=False)
    components: int
    made: bool
    inks: bool

    def with_packet(self, packet: bytes) -> Rendition:
        """Return the same picture with another packet of rights in it."""
        if packet == self.packet:
            return self
        return replace(self, data=_cleaned(self.data, self.profile, packet), packet=packet)


def rendition(
    original: bytes, kind: str, facts: Facts, packet: bytes, inks: bool, is_vector: bool = False
) -> Rendition:
    """Return the rendition of a file that has been judged; with `inks`, four-coloured JPEGs stay so.

    A JPEG's or PNG's pixels are kept as they are where they are upright. `packet` is the XMP that it gets. The pixels
    of a drawing that is shown as vectors, `is_vector`, stand by and are seldom seen. Raises Unusable where pixels that
    must be decoded cannot be.
    """
    profile = fitting_profile(facts.metadata.profile, facts.components)
    made = not _kept(facts, inks)
    data, components = original, facts.components
    if made:
        data, profile, components = (
            _drawn(original, is_vector) if kind == "svg" else _converted(original, kind, facts, inks)
        )
    four = facts.components == INKS and facts.media_type == "image/jpeg"
    if not made and kind == "jpeg":
        cleaned = cleaned_jpeg(data, profile, packet, facts.parts)
    else:
        cleaned = _cleaned(data, profile, packet)
    return Rendition(cleaned, profile, packet, components, made, four)


def is_decoded(facts: Facts) -> bool:
    """Tell whether screens need a picture decoded: turned, in colours, or written anew."""
    return not _kept(facts, inks=False)


def check_decoded_later(original: bytes, kind: str, facts: Facts) -> None:
    """Raise Unusable where a JPEG that is kept as it is, but for one that some output needs turned or in colours,
    could not be decoded. That is tried with an eighth of its pixels across and down."""
    if kind == "jpeg" and facts.kept and is_decoded(facts):
        with opened(picture_alone(original, kind), kind) as image:
            image.draft(image.mode, (1, 1))
            image.load()


def _cleaned(data: bytes, profile: bytes, packet: bytes) -> bytes:
    if data.startswith(b"\xff\xd8"):
        return cleaned_jpeg(data, profile, packet)
    from deckmaker.assets.formats.png_cleaning import cleaned_png

    return cleaned_png(data, profile, packet)


def _kept(facts: Facts, inks: bool) -> bool:
    return facts.kept and facts.orientation == UPRIGHT and (inks or facts.components != INKS)


def _drawn(original: bytes, is_vector: bool) -> tuple[bytes, bytes, int]:
    from deckmaker.assets.drawings.edge_colors import with_edge_colors
    from deckmaker.assets.drawings.facts import drawn, drawn_of_vectors

    if not is_vector:
        return with_edge_colors(drawn(original)), b"", 3
    try:
        return drawn(original), b"", 3
    except OutOfTime:
        raise
    except Unusable:  # by what vectors leave out, since nobody sees it: see `drawn_of_vectors`
        return drawn_of_vectors(original), b"", 3


def _decoded(original: bytes, kind: str) -> Image:
    if kind == "png":
        from deckmaker.assets.formats.png_pixels import png_pixels

        return png_pixels(original)
    with opened(picture_alone(original, kind), kind) as image:
        image.load()
        return in_eight_bits(image)


def _converted(original: bytes, kind: str, facts: Facts, inks: bool) -> tuple[bytes, bytes, int]:
    """Return a picture decoded, turned and written again, its profile, and how many colours it has."""
    shown = upright(_decoded(original, kind), facts.orientation)
    if shown.size != facts.size:
        raise damaged("it is not as large as its header says")
    if facts.media_type == "image/jpeg" and shown.mode in ("LA", "RGBA"):
        raise damaged("it is transparent, and its header says that it is not")
    components = _COMPONENTS[shown.mode]
    profile = fitting_profile(facts.metadata.profile, components)
    if shown.mode == "CMYK" and not (inks and facts.media_type == "image/jpeg"):
        from deckmaker.assets.inks import on_screen

        shown, profile, components = on_screen(shown, profile), b"", 3
    return encoded(shown, facts.media_type, profile), profile, components
