"""Colour profiles (ICC.1:2022): fitting ones kept, without what tells of devices and people; others dropped."""

from __future__ import annotations

import struct
from collections.abc import Collection, Mapping

from deckmaker.assets.profile_tags import alone
from deckmaker.budget.pictures import PROFILE_BYTES

_SPACES = {1: b"GRAY", 3: b"RGB ", 4: b"CMYK"}
_HEADER, _ENTRY = 128, 12
_DATE, _NOT_KEPT = slice(24, 36), (slice(4, 8), slice(46, 56), slice(56, 60), slice(80, 128))
"""Of the header (7.2): the day, and what tells of programs, devices and their makers, or is reserved."""
_FIXED_DATE = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
_MOST_TAGS = 100
_KEPT = (
    {b"desc", b"cprt", b"wtpt", b"bkpt", b"chad", b"lumi", b"cicp", b"gamt", b"chrm", b"clro", b"rig0"}
    | {color + kind for color in (b"r", b"g", b"b") for kind in (b"XYZ", b"TRC")}
    | {b"kTRC", b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2", b"pre0", b"pre1", b"pre2"}
)
"""Colours, and the two texts that a profile must have. Left out are `mmod` (a display's serial number), `meta`, `dscm`,
`dmnd`, `dmdd`, `vued`, names of inks, measurements, and tables of floating numbers, which stand beside others."""

_TEXTS = {b"desc": "Colour profile", b"cprt": "Left out"}
"""What these say instead: a display's profile is often named after its owner or machine."""


def fitting_profile(data: bytes, components: int) -> bytes:
    """Return a profile for that many components, cleaned; nothing where it is broken or for other colours.

    A broken profile is no reason to refuse a picture: browsers show it as if it had none, and so do we.
    """
    if not _HEADER + 4 <= len(data) <= PROFILE_BYTES.most or data[36:40] != b"acsp":
        return b""
    if data[16:20] != _SPACES.get(components) or int.from_bytes(data[:4]) > len(data):
        return b""
    count = int.from_bytes(data[_HEADER : _HEADER + 4])
    if not 1 <= count <= _MOST_TAGS or _HEADER + 4 + count * _ENTRY > len(data):
        return b""
    entries = [struct.unpack_from(">4sII", data, _HEADER + 4 + at * _ENTRY) for at in range(count)]
    if any(start < _HEADER or start + length > len(data) for _, start, length in entries):
        return b""
    kept, size = dict[bytes, bytes](), 0
    for name, start, length in entries:
        if name in _KEPT and name not in kept and (content := _content(name, data[start : start + length])):
            kept[name] = content
            size += len(content)
            if size > PROFILE_BYTES.most:  # contents may lie on each other
                return b""
    return _written(data[:_HEADER], kept) if _has_colors(kept, components) else b""


def _content(name: bytes, content: bytes) -> bytes:
    return _text_like(content[:4], name, _TEXTS[name]) if name in _TEXTS else alone(content)


def _has_colors(names: Collection[bytes], components: int) -> bool:
    """Tell whether a profile says how its numbers are seen: by a table, or by curves."""
    curves = {1: {b"kTRC"}, 3: {b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"}}.get(components)
    return b"A2B0" in names or bool(curves and curves <= {*names})


def _written(header: bytes, tags: Mapping[bytes, bytes]) -> bytes:
    """Return a profile of these tags, each content once, on places that four divides (7.2.1 and 7.3)."""
    body, table, places = bytearray(), b"", dict[bytes, int]()
    begin = _HEADER + 4 + len(tags) * _ENTRY
    for name, content in tags.items():
        if content not in places:
            places[content] = begin + len(body)
            body += content + bytes(-len(content) % 4)
        table += struct.pack(">4sII", name, places[content], len(content))
    head = bytearray(header)
    head[:4] = (begin + len(body)).to_bytes(4)
    head[_DATE] = _FIXED_DATE
    for place in _NOT_KEPT:
        head[place] = bytes(place.stop - place.start)
    return bytes(head) + len(tags).to_bytes(4) + table + body


def _text_like(kind: bytes, name: bytes, text: str) -> bytes:
    """Return a tag's content that says a text in the type that the profile has for it, version 2's or 4's."""
    if kind == b"mluc":  # 10.15: one record, of English
        coded = text.encode("utf-16-be")
        return struct.pack(">4s4xII4sII", kind, 1, 12, b"enUS", len(coded), 28) + coded
    plain = text.encode("ascii") + b"\0"
    if name == b"cprt":  # 10.24
        return b"text" + bytes(4) + plain
    # ICC.1:2001-04, 6.5.17: ASCII, then no Unicode, then no text of a Macintosh in its 67 bytes.
    return struct.pack(">4s4xI", b"desc", len(plain)) + plain + bytes(4 + 4 + 2 + 1 + 67)
