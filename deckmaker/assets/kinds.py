"""Which format a file has, by how it begins; what its name ends with says nothing."""

from __future__ import annotations

import re

from deckmaker.assets.flaw import KINDS, Unusable

BEGINNING = 4096
"""Bytes that must be known; a drawing may begin with a long comment."""

# Patterns, of which Python compiles as many as a file is tried against: most are JPEGs. A dot is any byte.
_KINDS = (
    ("jpeg", rb"\xff\xd8\xff"),
    ("png", rb"\x89PNG\r\n\x1a\n"),
    ("webp", rb"RIFF....WEBP"),
    ("gif", rb"GIF8[79]a"),
    ("tiff", rb"II[*+]\0|MM\0[*+]"),
)
_DRAWING = r"\s*+(<\?|<!--|<!DOCTYPE\s|<(\w++:)?+svg[\s/>])"
"""An XML file may begin with a declaration, a comment or a DOCTYPE; which element follows, its reader says."""

_EXPORT = "export it as JPEG or PNG"
_OTHERS = (
    (rb"....ftyp(hei[cx]|hev[cx]|heim|heis|mif1|msf1)", "is a HEIC file", _EXPORT),
    (rb"....ftypavi[fs]", "is an AVIF file", _EXPORT),
    (rb"....ftyp", "is a film", "export a still picture"),
    (rb"%PDF-", "is a PDF file", "export the page as SVG or PNG"),
    (rb"%!PS|\xc5\xd0\xd3\xc6", "is a PostScript file", "export it as SVG or PNG"),
    (rb"BM.{4}\x00{4}", "is a BMP file", "save it as PNG"),
    (rb"8BPS", "is a Photoshop file", _EXPORT),
    (rb"\x00\x00\x00\x0cjP  |\xff\x4f\xff\x51", "is a JPEG 2000 file", "save it as JPEG"),
    (rb"\xff\x0a|\x00\x00\x00\x0cJXL ", "is a JPEG XL file", "save it as JPEG"),
    (rb"\x00\x00\x01\x00", "is an icon file (ICO)", "save it as PNG"),
    (rb"\x1f\x8b", "is compressed (gzip)", "unpack it first; an SVGZ is a compressed SVG"),
    (rb"PK\x03\x04", "is a ZIP archive or an Office file", "take the picture out of it"),
    (rb"(?i)\s*+(<!doctype html|<html)", "is a web page", "save the picture itself, not the page"),
)


def kind_of(beginning: bytes) -> str:
    """Return jpeg, png, webp, gif, tiff or svg. Raises Unusable for anything else, by its name where it is known."""
    if not beginning:
        raise Unusable("is empty")
    for kind, mark in _KINDS:
        if re.match(mark, beginning, re.DOTALL):
            return kind
    for mark, what, help in _OTHERS:
        if re.match(mark, beginning, re.DOTALL):
            raise Unusable(what, help)
    if re.match(_DRAWING, _text(beginning)):
        return "svg"
    raise Unusable("is not a picture", KINDS)


def _text(beginning: bytes) -> str:
    wide = beginning.startswith((b"\xff\xfe", b"\xfe\xff"))
    return beginning[: BEGINNING & ~1].decode("utf-16" if wide else "utf-8-sig", "replace")
