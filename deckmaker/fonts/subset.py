"""Fonts cut down to the glyphs that a document uses, by HarfBuzz (1.6 ms a face; fontTools takes 320)."""

from __future__ import annotations

from collections.abc import Iterable

import uharfbuzz as hb

from deckmaker.fonts.face import Face
from deckmaker.fonts.mapping import shaped_from

_UNUSED = ("liga", "dlig", "vert", "vrt2", "vkrn", "vpal", "vhal", "vchw", "chws", "halt", "palt", "jalt")
"""Features of ligatures, of vertical text, and of spacing: layout has used none of them.

Ligatures by context (clig) are not among them: HarfBuzz takes those of Khmer, whoever asks for none
(hb-ot-shaper-khmer.cc, override_features_khmer)."""

_LICENCE = (13, 14)
"""The words of a font's licence and where to read it, which HarfBuzz drops by itself (OpenType: name, "Name IDs")."""


def subset_by_glyph(face: Face, glyphs: Iterable[int]) -> bytes:
    """Return a TrueType file with the given glyphs of one under their old ids, without layout tables.

    Of a font whose rights forbid subsets, all of it.
    """
    if face.is_whole:
        return _whole(face)
    options = _options(face)
    options.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    options.glyph_set.update(glyphs)
    options.drop_table_tag_set.update(_tags("GSUB", "GPOS", "GDEF", "kern", "name", "post", "OS/2"))
    return bytes(hb.subset(face.hb_face, options).blob.data)


def subset_by_text(face: Face, texts: Iterable[str]) -> bytes:
    """Return a TrueType or CFF file that shapes the given texts as the face does, kerned, without ligatures.

    Each text is of one script. Of a font whose rights forbid subsets, all of it.
    """
    if face.is_whole:
        return _whole(face)
    options = _options(face)
    # Each glyph of PostScript's curves by itself, as it is judged: deflated, that takes less room than what they share.
    options.flags |= hb.SubsetFlags.DESUBROUTINIZE
    options.name_id_set.update(_LICENCE)
    options.unicode_set.update(shaped_from(face, texts))
    if face.foreign:  # its script may need any of the features that HarfBuzz keeps by itself
        for tag in _tags(*_UNUSED):
            options.layout_feature_tag_set.discard(tag)
    else:
        options.layout_feature_tag_set.clear()
        options.layout_feature_tag_set.update(_tags("kern", "mark", "mkmk", "ccmp", "locl"))
    return bytes(hb.subset(face.hb_face, options).blob.data)


def _options(face: Face) -> hb.SubsetInput:
    options = hb.SubsetInput()
    options.drop_table_tag_set.update(_tags("DSIG", "hdmx", "LTSH", "VDMX", "fpgm", "prep", "cvt ", "gasp"))
    # What describes a style within its family has lost its names, which browsers complain of.
    options.drop_table_tag_set.update(_tags("STAT"))
    # Colours would be shown by some programs and not by others; what is embedded are outlines.
    options.drop_table_tag_set.update(_tags("COLR", "CPAL", "CBDT", "CBLC", "sbix", "SVG "))
    options.flags = hb.SubsetFlags.NO_HINTING
    _pin(face, options)
    return options


def _whole(face: Face) -> bytes:
    """Return all of a font, a variable one pinned where it is drawn."""
    options = hb.SubsetInput()
    options.keep_everything()
    _pin(face, options)
    return bytes(hb.subset(face.hb_face, options).blob.data)


def _pin(face: Face, options: hb.SubsetInput) -> None:
    if face.hb_face.has_var_data:
        options.pin_all_axes_to_default(face.hb_face)
    for tag, value in face.axes:
        options.pin_axis_location(face.hb_face, tag, value)


def _tags(*tags: str) -> set[int]:
    """Return OpenType tags as HarfBuzz's sets hold them: four bytes as one number."""
    return {int.from_bytes(tag.encode("ascii"), "big") for tag in tags}
