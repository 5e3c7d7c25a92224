"""Fonts that HarfBuzz cuts down and no browser shows: a check says so, where the page had letters of another font."""

from __future__ import annotations

import string
import struct
from collections.abc import Callable
from functools import cache
from io import BytesIO
from itertools import accumulate
from pathlib import Path

import pytest
from fontTools.misc.psCharStrings import T2CharString
from fontTools.ttLib import TTFont

from deckmaker.budget.fonts import FONT_CODES
from deckmaker.fonts import FaceKey, cff, charstrings, glyf, usability
from deckmaker.fonts.families import font_file
from deckmaker.fonts.file_faces import FileFace, faces_in
from deckmaker.fonts.own_families import family_in_files
from deckmaker.fonts.sfnt import tables_of
from deckmaker.render.html.web_font import web_font
from tests.fonts.damaged import named, patched, sfnt, small
from tests.hostile.test_fonts import in_wild, postscript
from tests.hostile.work import calls_of
from tests.projects import Project

DAMAGED = "error[unusable-font]: `Wild` cannot be used: `f.otf` is damaged\n"

Tables = dict[bytes, bytes]
SQUARE = struct.pack(">5h2H", 1, 0, 0, 500, 500, 2, 0) + bytes((1, 1, 1)) + struct.pack(">6h", 0, 500, 0, 0, 0, 500)
"""A glyph of three points (OpenType: glyf)."""

PLACE = 12 + 2
"""Where the points of that glyph begin, behind its header, the end of its contour and the length of its code."""


@cache
def letters() -> Tables:
    """Return the tables of a font with TrueType outlines."""
    text = string.ascii_letters + string.digits + ".,:-•"
    return named(small(TTFont(font_file("Calibri", bold=False, italic=False)), text), "Wild")


def with_glyphs(*glyphs: bytes) -> bytes:
    """Return that font with these glyphs in place of its own; behind the last of them, all are squares."""
    count = int.from_bytes(letters()[b"maxp"][4:6])
    all_of_them = [one + bytes(-len(one) % 4) for one in [*glyphs, *[SQUARE] * count][:count]]
    starts = accumulate(map(len, all_of_them), initial=0)
    tables = letters() | {b"glyf": b"".join(all_of_them), b"loca": b"".join(struct.pack(">I", one) for one in starts)}
    return sfnt(patched(tables, b"head", 50, b"\0\1"))


def made_of(*parts: int) -> bytes:
    """Return a glyph that is made of others."""
    records = [struct.pack(">HHbb", 0x22 if at < len(parts) else 2, one, 0, 0) for at, one in enumerate(parts, 1)]
    return struct.pack(">5h", -1, 0, 0, 500, 500) + b"".join(records)


def test_a_font_of_squares_is_used(tmp_path):
    """Or what follows would prove nothing; a glyph that is made of three others within each other, too."""
    assert in_wild(with_glyphs(SQUARE, made_of(2, 3, 4), made_of(3), made_of(4, 5)), "abc", Project(tmp_path)) == ""


@pytest.mark.parametrize(
    "glyphs",
    [
        [SQUARE, made_of(60_000)],
        [SQUARE, made_of(1)],
        [SQUARE, made_of(2), made_of(1)],
        [SQUARE, *(made_of(*[one + 1] * 12) for one in range(1, 25))],
        [SQUARE, *(made_of(one + 1) for one in range(1, 40))],
        [SQUARE, b"\xff\xfe" + SQUARE[2:]],
        [SQUARE, struct.pack(">5h", 1, 500, 0, 0, 500) + SQUARE[10:]],
        [SQUARE, struct.pack(">5h", 1, 0, 500, 500, 0) + SQUARE[10:]],
    ],
    ids=["range", "itself", "two", "bomb", "deep", "contours", "wide", "high"],
)
def test_a_glyph_that_no_browser_draws_is_told(glyphs, tmp_path):
    """Each was built: the page had a font that browsers refuse, and showed one of theirs."""
    assert in_wild(with_glyphs(*glyphs), "abc", Project(tmp_path)).startswith(DAMAGED)


@pytest.mark.parametrize(
    ("glyph", "is_whole"),
    [
        (SQUARE, True),
        (b"", True),
        (bytes(10), True),
        (SQUARE[:9], False),
        (SQUARE[:-1], False),
        (SQUARE[:PLACE] + b"\x41\1\1" + SQUARE[PLACE + 3 :], True),
        (SQUARE[:PLACE] + b"\1\x41\1" + SQUARE[PLACE + 3 :], False),
        (SQUARE[:PLACE] + b"\x81\1\1" + SQUARE[PLACE + 3 :], False),
        (SQUARE[:PLACE] + b"\x09\2" + SQUARE[PLACE + 3 :], True),
        (SQUARE[:PLACE] + b"\x09\0\1\1" + SQUARE[PLACE + 3 :], False),
        (SQUARE[:PLACE] + b"\x09\3" + SQUARE[PLACE + 3 :], False),
        (struct.pack(">5h3H", 2, 0, 0, 9, 9, 2, 2, 0) + SQUARE[PLACE:], False),
        (struct.pack(">5h2H", 1, 0, 0, 9, 9, 65_535, 0) + b"\x39\xff" * 256, False),
        (struct.pack(">5h2H", 1, 0, 0, 9, 9, 2, 99) + SQUARE[PLACE:], False),
        (struct.pack(">5hHHbbH", -1, 0, 0, 9, 9, 0x102, 0, 0, 0, 1) + b"\0", True),
        (struct.pack(">5hHHbbH", -1, 0, 0, 9, 9, 0x102, 0, 0, 0, 2) + b"\0", False),
        (struct.pack(">5hHHbbh", -1, 0, 0, 9, 9, 0xA, 0, 0, 0, 1), True),
        (struct.pack(">5hHHbbh", -1, 0, 0, 9, 9, 0x42, 0, 0, 0, 1), False),
        (struct.pack(">5hHHbb3h", -1, 0, 0, 9, 9, 0x82, 0, 0, 0, 1, 1, 1), False),
        (struct.pack(">5hHHbb", -1, 0, 0, 9, 9, 0x3, 0, 0, 0), False),
    ],
)
def test_each_byte_of_a_glyph_is_where_it_belongs(glyph, is_whole):
    """As browsers judge it (OTS), in a font with a square before it; what is not asked for is not judged."""
    starts = struct.pack(">3I", 0, len(SQUARE), len(SQUARE) + len(glyph))
    tables = {b"glyf": SQUARE + glyph, b"loca": starts, b"maxp": b"\0\1\0\0\0\2", b"head": bytes(50) + b"\0\1\0\0"}
    assert glyf.Glyphs(tables).are_whole([0, 1]) is is_whole
    assert glyf.Glyphs(tables).are_whole([0])
    assert not glyf.Glyphs(tables).are_whole([2])


def test_places_may_be_short():
    """Half of what they are, in two bytes."""
    tables = {b"glyf": SQUARE + b"\0", b"maxp": b"\0\1\0\0\0\1", b"head": bytes(54)}
    assert glyf.Glyphs(tables | {b"loca": struct.pack(">2H", 0, len(SQUARE) // 2 + 1)}).are_whole([0])
    assert not glyf.Glyphs(tables | {b"loca": struct.pack(">2H", 0, len(SQUARE) // 2 + 2)}).are_whole([0])


def test_a_glyph_of_many_parts_is_judged_at_once():
    """Each of twelve of the next: what they are made of is counted, not walked."""
    glyphs = [*(made_of(*[one + 1] * 12) for one in range(24)), SQUARE]
    starts = [*accumulate(map(len, glyphs), initial=0)]
    count = len(glyphs)
    tables = {
        b"glyf": b"".join(glyphs),
        b"loca": struct.pack(f">{count + 1}I", *starts),
        b"maxp": b"\0\1\0\0" + struct.pack(">H", count),
        b"head": bytes(50) + b"\0\1\0\0",
    }
    own = glyf.Glyphs(tables)
    assert calls_of(lambda: own.are_whole([0])) < 2_000
    assert not own.are_whole([0]) and own.are_whole([22])


@pytest.mark.parametrize(
    ("table", "at", "value"),
    [
        (b"head", 0, b"\0\2"),
        (b"head", 12, b"\0"),
        (b"head", 36, struct.pack(">4h", 9, 0, 8, 9)),
        (b"head", 36, struct.pack(">4h", 0, 9, 9, 8)),
        (b"head", 52, b"\0\1"),
        (b"hhea", 0, b"\0\2"),
        (b"hhea", 32, b"\0\1"),
    ],
)
@pytest.mark.parametrize("made", [letters, lambda: tables_of(postscript({}))], ids=["truetype", "postscript"])
def test_a_version_that_no_browser_knows_is_told(made: Callable[[], Tables], table, at, value, tmp_path):
    """Of the tables that a page's font has from its file."""
    assert in_wild(sfnt(made()), "abc", Project(tmp_path)) == ""
    assert in_wild(sfnt(patched(made(), table, at, value)), "abc", Project(tmp_path)).startswith(DAMAGED)


def drawn_by(*program: object) -> bytes:
    """Return the bytes of operators and numbers (Adobe Technical Note 5177)."""
    string = T2CharString(program=list(program))
    string.compile()
    return bytes(string.bytecode)


@pytest.mark.parametrize(
    ("program", "is_drawn"),
    [
        (["endchar"], True),
        ([500, "endchar"], True),
        ([], False),
        ([500, 1, 2, "rmoveto", 3, 4, "rlineto", "endchar"], True),
        ([500, 9, 1, 2, "rmoveto", "endchar"], False),
        ([1, 2, "rmoveto", 500, 1, 2, "rmoveto", "endchar"], False),
        ([1, "hmoveto", 1, "vmoveto", 500, "hlineto", -1000, 300.5, "vlineto", "endchar"], True),
        ([3, 4, "rlineto", "endchar"], False),
        ([1, "hmoveto", "rlineto", "endchar"], False),
        ([1, "hmoveto", 1, 2, 3, "rlineto", "endchar"], False),
        ([1, "hmoveto", *range(12), "rrcurveto", *range(8), "rcurveline", *range(8), "rlinecurve", "endchar"], True),
        ([1, "hmoveto", *range(7), "rrcurveto", "endchar"], False),
        ([1, "hmoveto", *range(9), "rcurveline", "endchar"], False),
        ([1, "hmoveto", *range(9), "rlinecurve", "endchar"], False),
        ([1, "hmoveto", *range(5), "hhcurveto", *range(4), "vvcurveto", *range(9), "vhcurveto", "endchar"], True),
        ([1, "hmoveto", *range(6), "hhcurveto", "endchar"], False),
        ([1, "hmoveto", *range(6), "hvcurveto", "endchar"], False),
        (
            [1, "hmoveto", *range(7), "hflex", *range(13), "flex", *range(9), "hflex1", *range(11), "flex1", "endchar"],
            True,
        ),
        ([1, "hmoveto", *range(8), "hflex", "endchar"], False),
        ([1, "hmoveto", *[1] * 48, "rlineto", "endchar"], True),
        ([1, "hmoveto", *[1] * 50, "rlineto", "endchar"], False),
        ([-107, "callsubr", "endchar"], False),
        ([1, 2, "add", "hmoveto", "endchar"], False),
    ],
)
def test_operators_have_their_numbers(program, is_drawn):
    """As browsers count them; a charstring that is cut off has no end."""
    charstring = drawn_by(*program)
    assert charstrings.is_drawn(charstring, second=False) is is_drawn
    assert not charstrings.is_drawn(charstring[:-1], second=False)


def test_glyphs_of_the_second_version_have_neither_width_nor_end():
    """OpenType: CFF2. What axes change is not judged."""
    for program, is_drawn in (
        ([3, 4, "rlineto"], True),
        ([], True),
        ([500, 1, 2, "rmoveto"], False),
        (["endchar"], False),
        ([1, "hmoveto", *[1] * 500, "rlineto"], True),
        ([1, 2, 1, "blend", "rlineto"], True),
    ):
        assert charstrings.is_drawn(drawn_by(*program), second=True) is is_drawn


def test_a_charstring_that_no_browser_draws_is_told(tmp_path):
    """Lines without numbers, which HarfBuzz takes for no lines."""
    font = TTFont(BytesIO(postscript({})))
    top = font["CFF "].cff.topDictIndex[0]
    for program, said in ((["endchar"], ""), ([0, 0, "rmoveto", "rlineto", 1, "hlineto", "endchar"], DAMAGED)):
        old = top.CharStrings["u0061"]
        top.CharStrings["u0061"].program = list(program)
        old.bytecode = None
        stream = BytesIO()
        font.save(stream)
        found = in_wild(stream.getvalue(), "bcd", Project(tmp_path))
        assert found.startswith(said) and bool(found) is bool(said)


def test_what_a_font_says_of_itself_is_known():
    """An operator that there is not, one without its number, a text that the table does not hold, no glyphs."""
    table = tables_of(postscript({}))[b"CFF "]
    assert len(cff.charstrings_of(table)) > 60
    _, end = cff._only(table, 4)
    start, stop = cff._only(table, end)
    assert table[start + 2] == 2, "FullName, behind the number of its text"
    wrong = [(start, bytes(value)) for value in ((139, 139, 25), (2, 2, 2), (250, 255, 2), (30, 0, 255), (255, 0, 2))]
    for at, value in [*wrong, (stop - 1, b"\x10"), (0, b"\3"), (2, b"\5"), (5, b"\2"), (6, b"\5"), (7, b"\2")]:
        with pytest.raises((ValueError, IndexError, KeyError)):
            cff.charstrings_of(table[:at] + value + table[at + len(value) :])


NAMES = ["Zed Regular", "Zed<b>", "(Zed)", "a/b%c{d}[e]", "Z\x01\x7f", "Zéd", "Z", "Z" * 127]


def renamed(name: str) -> bytes:
    """Return a sound font of another name in its outlines' table."""
    font = TTFont(BytesIO(postscript({})))
    font["CFF "].cff.fontNames = [name]
    stream = BytesIO()
    font.save(stream)
    return stream.getvalue()


def in_page(content: bytes, path: Path) -> TTFont:
    """Return the font of a page that is made of a file."""
    own = family_in_files("Wild", [one for one in faces_in(path, content) if isinstance(one, FileFace)])
    assert own
    return TTFont(BytesIO(web_font(FaceKey("Wild", False, False, own.origin), "abc", "dm-1")))


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_that_browsers_refuse_is_none_of_the_pages(name, tmp_path):
    """Its font has one of ours, and the same glyphs."""
    assert in_wild(renamed(name), "abc", Project(tmp_path)) == ""
    font = in_page(renamed(name), tmp_path / "f.otf")
    table = font["CFF "].cff
    assert table.fontNames == ["dm-1".ljust(len(name), "-")[: len(name)]]
    plain = in_page(postscript({}), tmp_path / "f.otf")
    glyph = font.getBestCmap()[ord("a")]
    assert table[0].CharStrings[glyph].bytecode == plain["CFF "].cff[0].CharStrings[glyph].bytecode


def test_a_name_that_is_longer_than_any_is_told(tmp_path):
    """Of 128 characters: what stands behind it in its table cannot be moved."""
    assert in_wild(renamed("Z" * 128), "abc", Project(tmp_path)).startswith(DAMAGED)


@pytest.mark.parametrize("rule", ["sub u0020 by NULL;", "sub u0020 by u0061;"])
def test_a_font_whose_rules_leave_no_space_is_used(rule, tmp_path):
    """A check passed, and the PDF, which has a space at the end of each line, could not be made."""
    text = "a long text of several lines " * 9
    assert in_wild(postscript({}, f"feature ccmp {{ {rule} }} ccmp;"), text, Project(tmp_path)) == ""


def mapped(*segments: tuple[int, int], records: int = 1) -> bytes:
    """Return a font whose map has these segments, first and last code, in one subtable with so many records."""
    starts, ends = zip(*segments, (0xFFFF, 0xFFFF), strict=True)
    numbers = (*ends, 0, *starts, *[1] * len(ends), *[0] * len(ends))
    head = struct.pack(">7H", 4, min(16 + 8 * len(ends), 0xFFFF), 0, 2 * len(ends), 0, 0, 0)
    record = struct.pack(">HHL", 3, 1, 4 + 8 * records)
    table = struct.pack(">HH", 0, records) + record * records + head + struct.pack(f">{len(numbers)}H", *numbers)
    return sfnt(letters() | {b"cmap": table})


@pytest.mark.parametrize(
    "content",
    [mapped(*[(32, 0xFFFE)] * 2_000), mapped((32, 0xFFFE), records=2_000)],
    ids=["segments", "records"],
)
def test_a_map_that_names_codes_without_end_is_told_before_it_is_walked(content, tmp_path, monkeypatch):
    """Its segments lie over each other: a file of 17 kB took five seconds, and one of 257 kB fifty."""
    monkeypatch.setattr(usability, "_sample", lambda _: pytest.fail("all codes are walked"))
    said = f"error[unusable-font]: `Wild` cannot be used: `f.otf` {FONT_CODES.excess()}\n"
    assert in_wild(content, "abc", Project(tmp_path)).startswith(said)
