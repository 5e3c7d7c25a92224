"""A picture as outputs hold it: upright, in colours that all of them show, and with nothing in it that is private."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from deckmaker.assets.facts import UPRIGHT, Facts
from deckmaker.assets.flaw import damaged
from deckmaker.assets.formats.jpeg_cleaning import cleaned_jpeg
from deckmaker.assets.formats.png import SIGNATURE
from deckmaker.assets.formats.png_cleaning import cleaned_png
from deckmaker.assets.pixels import encoded, in_eight_bits, opened, upright
from deckmaker.assets.profiles import fitting_profile
from deckmaker.assets.reading import facts_of

INKS = 4
_NAMES = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF", "tiff": "TIFF"}
_COMPONENTS = {"L": 1, "LA": 1, "RGB": 3, "RGBA": 3, "CMYK": INKS}


@dataclass(frozen=True, slots=True)
class Rendition:
    """The bytes of a JPEG or PNG file, the colour profile in them, the packet of rights in them, and what it cost.

    `made` tells that pixels had to be decoded and written again, `inks` that the one for print is another.
    """

    data: bytes = field(repr=False)
    profile: bytes = field(repr=False)
    packet: bytes = field(repr=False)
    made: bool
    inks: bool

    def with_packet(self, packet: bytes) -> Rendition:
        """Return the same picture with another packet of rights in it."""
        if packet == self.packet:
            return self
        return replace(self, data=_cleaned(self.data, self.profile, packet), packet=packet)


def rendition(original: bytes, packet: bytes, inks: bool) -> Rendition:
    """Return a file's rendition; with `inks`, four-coloured JPEGs stay so. Raises Unusable for what is no picture.

    A JPEG's or PNG's pixels are kept as they are where they are upright. `packet` is the XMP that it gets.
    """

    kind, facts = facts_of(original)
    profile = fitting_profile(facts.metadata.profile, facts.components)
    made = not _kept(facts, inks)
    data = original
    if made:
        data, profile = _drawn(original) if kind == "svg" else _converted(original, _NAMES[kind], facts, inks)
    four = facts.components == INKS and facts.media_type == "image/jpeg"
    return Rendition(_cleaned(data, profile, packet), profile, packet, made, four)


def _cleaned(data: bytes, profile: bytes, packet: bytes) -> bytes:
    cleaned = cleaned_png if data.startswith(SIGNATURE) else cleaned_jpeg
    return cleaned(data, profile, packet)


def _kept(facts: Facts, inks: bool) -> bool:
    return facts.kept and facts.orientation == UPRIGHT and (inks or facts.components != INKS)


def _drawn(original: bytes) -> tuple[bytes, bytes]:
    from deckmaker.assets.drawings.facts import drawn

    return drawn(original), b""


def _converted(original: bytes, format: str, facts: Facts, inks: bool) -> tuple[bytes, bytes]:
    """Return a picture decoded, turned and written again, and its profile."""
    with opened(original, format) as image:
        image.load()
        shown = upright(in_eight_bits(image), facts.orientation)
    if shown.size != facts.size:
        raise damaged("it is not as large as its header says")
    profile = fitting_profile(facts.metadata.profile, _COMPONENTS[shown.mode])
    if shown.mode == "CMYK" and not (inks and facts.media_type == "image/jpeg"):
        from deckmaker.assets.inks import on_screen

        shown, profile = on_screen(shown, profile), b""
    return encoded(shown, facts.media_type, profile), profile
