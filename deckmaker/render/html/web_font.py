"""A face cut down to the texts that it shows, renamed, with metrics that put baselines where layout has them."""

from __future__ import annotations

import struct
from collections.abc import Iterable

from deckmaker.fonts import FaceKey, face
from deckmaker.fonts.cff import renamed
from deckmaker.fonts.sfnt import tables_of
from deckmaker.fonts.subset import subset_by_text
from deckmaker.render.html.woff import woff

ASCENT, DESCENT = 0.8, 0.2
"""Ems above the baseline and below it, for every face the same: code on a line cannot make it taller, and deck.css can
say where the baseline stands."""

_HHEA, _OS2_TYPO, _OS2_WIN = slice(4, 10), slice(68, 74), slice(74, 78)
"""Where OpenType's tables hold ascent, descent and, but for the last, a gap: browsers differ in which they read."""

_EM = slice(18, 20)  # in head
_NAMES, _NAME = struct.Struct(">HHH"), struct.Struct(">HHHHHH")
_FULL_NAME, _FAMILY, _UNIQUE, _POSTSCRIPT = 4, 1, 3, 6  # OpenType: name, "Name IDs"
_KEPT_NAMES = (0, 13, 14)  # copyright and licence
_WINDOWS_ENGLISH = (3, 1, 0x409)  # platform, encoding (Unicode), language


def web_font(key: FaceKey, texts: Iterable[str], name: str) -> bytes:
    """Return a WOFF of one face that shapes the given texts, under a neutral name."""
    tables = tables_of(subset_by_text(face(key), texts))
    em = int.from_bytes(tables[b"head"][_EM])
    ascent, descent = round(ASCENT * em), round(DESCENT * em)
    hhea, os2 = bytearray(tables[b"hhea"]), bytearray(tables[b"OS/2"])
    hhea[_HHEA] = os2[_OS2_TYPO] = struct.pack(">hhh", ascent, -descent, 0)
    os2[_OS2_WIN] = struct.pack(">HH", ascent, descent)
    if b"CFF " in tables:
        tables[b"CFF "] = renamed(tables[b"CFF "], name)
    return woff(tables | {b"hhea": bytes(hhea), b"OS/2": bytes(os2), b"name": _renamed(tables[b"name"], name)})


def _renamed(table: bytes, name: str) -> bytes:
    """Return a name table in which the font has this name alone, and its copyright and licence."""
    _, count, strings = _NAMES.unpack_from(table)
    texts: dict[tuple[int, ...], bytes] = {}
    for *kind, size, at in _NAME.iter_unpack(table[_NAMES.size :][: count * _NAME.size]):
        if kind[-1] in _KEPT_NAMES:
            texts[tuple(kind)] = table[strings + at :][:size]
    for name_id in (_FAMILY, _UNIQUE, _FULL_NAME, _POSTSCRIPT):
        texts[*_WINDOWS_ENGLISH, name_id] = name.encode("utf-16-be")
    records, contents = b"", b""
    for numbers, text in sorted(texts.items()):
        records += _NAME.pack(*numbers, len(text), len(contents))
        contents += text
    return _NAMES.pack(0, len(texts), _NAMES.size + len(records)) + records + contents
