"""WOFF files that are opened again by fontTools."""

from __future__ import annotations

from io import BytesIO

from fontTools.ttLib import TTFont
from fontTools.ttLib.sfnt import SFNTReader, calcChecksum

from deckmaker.fonts import FaceKey, face
from deckmaker.fonts.sfnt import tables_of
from deckmaker.fonts.subset import subset_by_text
from deckmaker.render.html.woff import woff

FONT = subset_by_text(face(FaceKey("Calibri", False, False)), "AVé ")


def _reader(file: bytes) -> SFNTReader:
    return SFNTReader(BytesIO(file), checkChecksums=2)


def test_every_table_comes_out_as_it_went_in() -> None:
    """With the checksum of each, which fontTools compares; the head has a new one of the whole font."""
    tables, read = tables_of(FONT), _reader(woff(tables_of(FONT)))
    assert {tag.encode() for tag in read.tables} == set(tables) > {b"glyf", b"head", b"GPOS"}
    for tag, table in tables.items():
        without_sum = slice(12, None) if tag == b"head" else slice(None)
        assert read[tag.decode()][without_sum] == table[without_sum]


def test_tables_are_deflated_where_that_makes_them_shorter() -> None:
    """Others are stored as they are."""
    tables = tables_of(FONT) | {b"AAAA": bytes(range(256)), b"ZZZZ": bytes(4_000)}
    read = _reader(woff(tables))
    assert (read.tables["AAAA"].length, read.tables["AAAA"].origLength) == (256, 256)
    assert read.tables["ZZZZ"].length < 40
    assert (read["AAAA"], read["ZZZZ"]) == (tables[b"AAAA"], tables[b"ZZZZ"])


def test_the_font_that_readers_unpack_sums_up_as_its_head_says() -> None:
    """All of its bytes, directory included, sum up to the number that OpenType fixes."""
    read = _reader(woff(tables_of(FONT)))
    tags = sorted(read.tables)
    searched = 16 << (len(tags).bit_length() - 1)
    steps = (len(tags), searched, len(tags).bit_length() - 1, 16 * len(tags) - searched)
    directory, contents = b"\0\1\0\0" + b"".join(one.to_bytes(2) for one in steps), b""
    for tag in tags:
        at = 12 + 16 * len(tags) + len(contents)
        directory += tag.encode() + b"".join(one.to_bytes(4) for one in (read.tables[tag].checkSum, at, len(read[tag])))
        contents += read[tag] + bytes(-len(read[tag]) % 4)
    assert calcChecksum(directory + contents) == 0xB1B0AFBA
    assert len(directory + contents) == int.from_bytes(woff(tables_of(FONT))[16:20])


def test_outlines_tell_the_flavour() -> None:
    """As the first four bytes of a font file do."""
    assert TTFont(BytesIO(woff(tables_of(FONT)))).reader.sfntVersion == "\0\1\0\0"
    postscript = {b"CFF " if tag == b"glyf" else tag: table for tag, table in tables_of(FONT).items()}
    assert TTFont(BytesIO(woff(postscript))).reader.sfntVersion == "OTTO"
