"""Fonts that are not as they should be: those of packages, with a table gone, cut, or of other bytes."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from tests.installed_fonts import NOTO, NOTO_CJK

THAI, HAN = "ภาษาไทย", "漢字"
"""What each font has, and deckmaker's own have not."""


def small(font: TTFont, text: str) -> dict[bytes, bytes]:
    """Return the tables of a font with the characters of a text, and its names."""
    options = Options(name_IDs=["*"], notdef_outline=True, glyph_names=False)
    options.drop_tables = []
    subsetter = Subsetter(options)
    subsetter.populate(text=text + " ")
    subsetter.subset(font)
    stream = BytesIO()
    font.save(stream)
    content = stream.getvalue()
    count = struct.unpack(">H", content[4:6])[0]
    entries = [struct.unpack(">4sLLL", content[12 + 16 * at : 28 + 16 * at]) for at in range(count)]
    return {tag: content[start : start + length] for tag, _, start, length in entries}


@cache
def variable() -> Mapping[bytes, bytes]:
    """Return the tables of a variable font with TrueType outlines, in Thai."""
    return small(TTFont(NOTO / "NotoSansThai[wght].ttf"), THAI)


@cache
def postscript() -> Mapping[bytes, bytes]:
    """Return the tables of a font with PostScript outlines, in Han."""
    return small(TTFont(NOTO_CJK / "NotoSansCJK-Regular.ttc", fontNumber=0), HAN)


FONTS = {"variable": (variable, THAI), "postscript": (postscript, HAN)}


def sfnt(tables: Mapping[bytes, bytes]) -> bytes:
    """Return a font file of these tables."""
    flavor = b"OTTO" if b"CFF " in tables else b"\0\1\0\0"
    head, body = struct.pack(">4sHHHH", flavor, len(tables), 0, 0, 0), b""
    start = len(head) + 16 * len(tables)
    for tag, table in sorted(tables.items()):
        head += struct.pack(">4sLLL", tag, 0, start + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    return head + body


def collection(font: bytes, count: int) -> bytes:
    """Return a collection that holds a font of one file so many times."""
    size = 12 + 4 * count
    tables = font[:12] + b"".join(
        entry[:8] + struct.pack(">L", struct.unpack(">L", entry[8:12])[0] + size) + entry[12:]
        for entry in (font[at : at + 16] for at in range(12, 12 + 16 * struct.unpack(">H", font[4:6])[0], 16))
    )
    rest = font[len(tables) :]
    return struct.pack(">4sLL", b"ttcf", 0x10000, count) + struct.pack(">L", size) * count + tables + rest


def named(tables: Mapping[bytes, bytes], name: str) -> dict[bytes, bytes]:
    """Return a font's tables with another name of its family, and no other names."""
    text = name.encode("utf-16-be", "surrogatepass")
    records = b"".join(struct.pack(">HHHHHH", 3, 1, 0x409, number, len(text), 0) for number in (1, 4, 6, 16))
    return dict(tables) | {b"name": struct.pack(">HHH", 0, 4, 6 + len(records)) + records + text}


def patched(tables: Mapping[bytes, bytes], tag: bytes, at: int, value: bytes) -> dict[bytes, bytes]:
    """Return a font's tables with other bytes at a place of one."""
    table = tables[tag]
    return dict(tables) | {tag: table[:at] + value + table[at + len(value) :]}


def damaged(tables: Mapping[bytes, bytes], tag: bytes, how: str) -> dict[bytes, bytes]:
    """Return a font's tables with one that is gone, empty, cut in half, of zeros, or of other bytes."""
    table, rest = tables[tag], {name: one for name, one in tables.items() if name != tag}
    match how:
        case "gone":
            return rest
        case "empty":
            return rest | {tag: b""}
        case "cut":
            return rest | {tag: table[: len(table) // 2]}
        case "short":
            return rest | {tag: table[:-2]}
        case "zeros":
            return rest | {tag: bytes(len(table))}
        case _:
            return rest | {tag: bytes((byte * 7 + 13) % 256 for byte in table)}


DAMAGES = ("gone", "empty", "cut", "short", "zeros", "other bytes")


def write(folder: Path, content: bytes, name: str = "a.ttf") -> Path:
    """Put a font file into a new folder below `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    return folder
