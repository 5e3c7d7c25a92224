"""Font files as tables (OpenType: Organization of an OpenType Font)."""

from __future__ import annotations

import struct

HEADER, ENTRY = struct.Struct(">4sHHHH"), struct.Struct(">4sLLL")


def tables_of(font: bytes) -> dict[bytes, bytes]:
    """Return the tables of a TrueType or CFF file by their tags of four bytes."""
    directory = font[HEADER.size :][: int.from_bytes(font[4:6]) * ENTRY.size]
    return {tag: font[at : at + size] for tag, _, at, size in ENTRY.iter_unpack(directory)}
