"""Folders of fonts that fill a disk or lead in circles: few files are looked at, and little is held of each."""

from __future__ import annotations

import os
import re
import string
import struct
from base64 import b64decode
from dataclasses import replace
from io import BytesIO
from itertools import accumulate
from pathlib import Path

import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from deckmaker.budget.bound import Bound
from deckmaker.diagnostics import Diagnostics
from deckmaker.fonts import FaceKey, file_faces, folders, installed
from deckmaker.fonts.face import Face
from deckmaker.fonts.fallback import stretches
from deckmaker.fonts.families import font_file
from deckmaker.fonts.folders import font_files
from deckmaker.fonts.installed import characters_in, installed_families
from deckmaker.fonts.source import FontSource
from deckmaker.layout import font_findings
from deckmaker.output import OutputFolder
from deckmaker.pipeline import build
from tests.fonts.damaged import THAI, named, patched, sfnt, small, variable, write
from tests.hostile.work import bytes_of, calls_of
from tests.installed_fonts import NOTO_CJK, fonts_in
from tests.projects import DECK, Project
from tests.soak.files_of import files_of

PLAIN = FaceKey("Calibri", False, False)


def folder_of(path: Path, count: int) -> Path:
    """Return a folder with so many fonts of names of their own."""
    path.mkdir()
    for number in range(count):
        (path / f"{number:05}.ttf").write_bytes(sfnt(named(variable(), f"Family {number}")))
    return path


def test_work_grows_with_the_fonts_that_there_are(tmp_path):
    """A glyph that none of them has is looked for in all, once."""
    found = []
    for count in (40, 80):
        with fonts_in(folder_of(tmp_path / str(count), count)):
            found.append(calls_of(lambda: stretches("ሀሁሂ", PLAIN)))
            assert len(installed_families()) == count
    assert found[1] < 2.1 * found[0] < 80 * 1_000


def test_a_glyph_that_is_missing_again_is_looked_up_and_no_more(tmp_path):
    """Files are opened once."""
    with fonts_in(folder_of(tmp_path / "fonts", 50)):
        first, again = calls_of(lambda: stretches("ሀ", PLAIN)), calls_of(lambda: stretches("ሁ", PLAIN))
    assert again < first / 5


def test_little_is_held_of_each_font(tmp_path):
    """Not the characters of each as objects of Python: ten thousand fonts of a few thousand took gigabytes. One map at
    a time is there as bytes, here of 220 kB."""
    with fonts_in(NOTO_CJK):
        families = list(installed_families().values())
        assert bytes_of(lambda: [characters_in(one.source(False, False)) for one in families]) < 400_000


def test_little_is_held_of_the_characters_of_a_font_that_is_drawn():
    """A font of a megabyte may have a million, and a theme a dozen such fonts."""
    face = Face(FontSource(NOTO_CJK / "NotoSansCJK-Regular.ttc"), foreign=True)
    assert bytes_of(lambda: face.covers("abc" + HAN)) < 200_000
    assert face.covers("abc" + HAN) and not face.covers("abc\u0e01")


def test_no_more_fonts_are_looked_at_than_a_machine_may_have(tmp_path, monkeypatch):
    """The first of them, in their order."""
    monkeypatch.setattr(installed, "FONT_FILES", replace(installed.FONT_FILES, most=5))
    with fonts_in(folder_of(tmp_path / "fonts", 20)):
        assert list(installed_families()) == [f"Family {number}" for number in range(5)]


def test_a_folder_of_other_files_is_given_up(tmp_path, monkeypatch):
    """As `DECKMAKER_FONTS=/` would name it; folder after folder, and not in the midst of one."""
    monkeypatch.setattr(folders, "FONT_FOLDER_FILES", replace(folders.FONT_FOLDER_FILES, most=50))
    for number in range(20):
        folder = write(tmp_path / f"{number:02}", b"", "a.ttf")
        for other in range(9):
            (folder / f"{other}.txt").write_bytes(b"")
    assert len(list(font_files(tmp_path))) == 4


def test_a_collection_of_many_faces_is_read_to_some(tmp_path, monkeypatch):
    """As many as the bound says."""
    monkeypatch.setattr(file_faces, "FONT_FACES", replace(file_faces.FONT_FACES, most=3))
    with fonts_in(NOTO_CJK):
        assert len(installed_families()) == 3


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_file_is_not_opened(tmp_path):
    """Links in a circle, to folders above, to devices without end; sockets, pipes; a folder that nobody may enter."""
    (tmp_path / "a.ttf").symlink_to(tmp_path / "b.ttf")
    (tmp_path / "b.ttf").symlink_to(tmp_path / "a.ttf")
    (tmp_path / "c.ttf").symlink_to("/dev/zero")
    (tmp_path / "d.ttf").mkdir()
    (tmp_path / "e").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "f.ttf")
    write(tmp_path / "closed", sfnt(variable())).chmod(0o400)
    with fonts_in(tmp_path):
        found = calls_of(lambda: list(installed_families()))
    (tmp_path / "closed").chmod(0o700)
    assert found < 3_000


@pytest.mark.parametrize("size", [0, 1, 4, 11, 12, 100])
def test_a_file_cut_short_is_no_font(size, tmp_path):
    """Wherever its end is."""
    with fonts_in(write(tmp_path / "fonts", sfnt(variable())[:size])):
        assert installed_families() == {}


def test_a_file_that_is_gone_since_it_was_found_has_no_glyph(tmp_path):
    """Somebody uninstalls it meanwhile."""
    folder = write(tmp_path / "fonts", sfnt(variable()))
    with fonts_in(folder):
        assert list(installed_families())
        (folder / "a.ttf").unlink()
        assert all(one.missing for one in stretches(THAI, PLAIN))


@pytest.mark.slow
def test_a_file_of_nothing_but_length_is_not_read(tmp_path):
    """Ten gigabytes of holes."""
    folder = write(tmp_path / "fonts", b"\0\1\0\0")
    os.truncate(folder / "a.ttf", 10 * 1024**3)
    with fonts_in(folder):
        assert bytes_of(installed_families) < 1_000_000


def test_a_name_of_a_megabyte_costs_nothing_but_its_reading(tmp_path):
    """It is no name."""
    with fonts_in(write(tmp_path / "fonts", sfnt(named(variable(), "N" * 32_000)))):
        assert installed_families() == {}


@pytest.mark.parametrize("times", [(400,), (60, 60, 6)], ids=["some", "as many as there can be"])
def test_a_font_that_makes_thousands_of_glyphs_of_a_letter_is_refused(times, tmp_path):
    """A word became 20,000 glyphs, or was told as want of memory, for the whole deck."""
    font = TTFont(font_file("Calibri", bold=False, italic=False))
    for tag in {"GSUB", "GPOS", "GDEF"} & set(font.keys()):
        del font[tag]
    last = font.getGlyphOrder()[-1]
    font["hmtx"][last] = (0, 0)
    lookups = [
        f"sub {last if at else 'e'} by {' '.join(['e', *[last] * one][bool(at) :])};" for at, one in enumerate(times)
    ]
    rules = " ".join(f"lookup a{at} {{ {one} }} a{at};" for at, one in enumerate(lookups))
    addOpenTypeFeaturesFromString(font, f"feature ccmp {{ {rules} }} ccmp;")
    project = Project(tmp_path)
    font.save(tmp_path / "decks" / "swelling.ttf")
    theme = "extends: briefing\nfonts: {body: {family: Carlito, files: [swelling.ttf]}}\n"
    (tmp_path / "decks" / "theme.yaml").write_text(theme)
    said = project.said(f"theme: theme.yaml\n{DECK}    layout: content\n    text: abc def\n")
    assert said.startswith("error[unusable-font]: `Carlito` cannot be used: `swelling.ttf` is damaged")


HAN = "".join(map(chr, range(0x4E00, 0x4E00 + 500)))
BROKEN = HAN[-5]
"""The sign whose outline is damaged in the broken one of two fonts."""


def themed_by_a_whole_and_a_broken_font(project: Project) -> None:
    """Write two themes beside a project's deck whose fonts differ in a glyph behind all that are tried at first."""
    letters = "".join(map(chr, range(33, 127)))
    tables = small(TTFont(NOTO_CJK / "NotoSansCJK-Regular.ttc", fontNumber=0), letters + HAN)
    behind = len(tables[b"CFF "]) - 15_000  # in the outline of the last Han sign but four
    for name, content in (("whole", tables), ("broken", patched(tables, b"CFF ", behind, b"\x0b" * 8))):
        project.deck.with_name(f"{name}.otf").write_bytes(sfnt(content))
        family = f"{{family: Noto Sans CJK JP, files: [{name}.otf]}}"
        project.deck.with_name(f"{name}.yaml").write_text(f"extends: briefing\nfonts: {{body: {family}}}\n")


def test_a_glyph_that_is_damaged_behind_all_that_were_tried_is_told_where_a_deck_draws_it(tmp_path):
    """A check that cut out 500 characters passed, and no page could be made of what it had accepted."""
    project = Project(tmp_path)
    themed_by_a_whole_and_a_broken_font(project)
    deck = f"theme: broken.yaml\n{DECK}    layout: content\n    bullets:\n      - {HAN[:2]}\n      - a {BROKEN}\n"
    assert not project.said(deck.replace("broken", "whole"))
    assert not project.said(deck.replace(BROKEN, HAN[2]))
    assert project.said(deck).startswith(
        f"error[unusable-font]: `Noto Sans CJK JP` cannot be used: `broken.otf` is damaged where it draws `{BROKEN}`"
        " (U+4FEF)\n --> decks/deck.yaml:8:9\n"
    )


def postscript(steps: dict[str, list[tuple[int, int]]], rules: str = "") -> bytes:
    """Return a font with PostScript outlines: letters that are boxes, but for glyphs of other points, and its rules."""
    letters = {f"u{ord(one):04X}": ord(one) for one in string.ascii_letters + string.digits + " .,-:…•"}
    font = FontBuilder(1_000, isTTF=False)
    names = [*dict.fromkeys([".notdef", *letters, "other", *steps])]
    outlines = {}
    for name in names:
        pen = T2CharStringPen(600, None)
        points = steps.get(name, [(0, 0), (500, 0), (500, 700)])
        pen.moveTo(points[0])
        for point in points[1:]:
            pen.lineTo(point)
        pen.closePath()
        outlines[name] = pen.getCharString()
    font.setupGlyphOrder(names)
    font.setupCharacterMap({code: name for name, code in letters.items()})
    font.setupCFF("Wild", {"FullName": "Wild"}, outlines, {})
    font.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Wild", "styleName": "Regular"})
    font.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200, fsType=0)
    font.setupPost()
    font.font.recalcBBoxes = False  # or what is too large could not be written
    if rules:
        addOpenTypeFeaturesFromString(font.font, rules)
    stream = BytesIO()
    font.save(stream)
    return stream.getvalue()


def in_wild(content: bytes, text: str, project: Project) -> str:
    """Return what is said of a text in a theme's font; where nothing is, each output can be made of it."""
    (project.folder / "decks" / "f.otf").write_bytes(content)
    theme = "extends: briefing\nfonts: {body: {family: Wild, files: [f.otf]}}\n"
    (project.folder / "decks" / "theme.yaml").write_text(theme)
    project.write(f"theme: theme.yaml\n{DECK}    layout: content\n    text: {text}\n")
    document, diagnostics = project.read(project.deck.read_text())
    if document:
        files_of(document)
    return project.shown(diagnostics)


FAR = [(0, 0), (30_000, 0), (60_000, 60_000)]
"""Points for which TrueType has no numbers, and PostScript has."""


def test_postscript_outlines_that_no_page_has_room_for_are_told(tmp_path):
    """Those that a rule brings in between two letters, and that of no letter: a check passed, and no PDF was made."""
    project = Project(tmp_path)
    assert in_wild(postscript({".notdef": FAR}), "abc", project).startswith(
        "error[unusable-font]: `Wild` cannot be used: `f.otf` is damaged\n"
    )
    content = postscript({"other": FAR}, "feature calt { sub u0061' u0062 by other; } calt;")
    assert in_wild(content, "ba", project) == ""
    assert in_wild(content, "ba ab", project).startswith(
        "error[unusable-font]: `Wild` cannot be used: `f.otf` is damaged where it draws `a` (U+0061)\n"
        " --> decks/deck.yaml:6:11\n"
    )


def test_postscript_outlines_of_too_many_curves_are_not_drawn(tmp_path, monkeypatch):
    """Twenty letters of some thousand took ten seconds to become TrueType's, and there may be thousands of letters."""
    zigzag = [(at % 2 * 500, at % 700) for at in range(2_100)]
    project = Project(tmp_path)
    assert in_wild(postscript({"u0061": zigzag}), "bcd", project) == ""
    assert in_wild(postscript({"u0061": zigzag}), "bcad", project).startswith(
        "error[unusable-font]: `Wild` cannot be used: `f.otf` is damaged where it draws `a` (U+0061)\n"
        " --> decks/deck.yaml:6:11\n"
    )
    content = postscript({"u0061": zigzag[:1_000], "u0062": zigzag[:1_000]})
    monkeypatch.setattr(font_findings, "FONT_STEPS", Bound(1_500, "lines and curves", "a deck"))
    assert in_wild(content, "aaa", project) == ""
    assert in_wild(content, "ab", project).startswith(
        "error[unusable-font]: `Wild` cannot be used: what is drawn has more than 1,500 lines and curves: a deck may"
        " have 1,500\n --> decks/deck.yaml:6:11\n"
    )


def test_glyphs_that_are_made_of_others_without_end_are_told(tmp_path):
    """Each of the next one, twice: whatever opened what was made of it hung."""
    tables = small(
        TTFont(font_file("Calibri", bold=False, italic=False)), string.ascii_letters + string.digits + ".,:-•"
    )
    count = int.from_bytes(tables[b"maxp"][4:6])
    head = struct.pack(">5h", -1, 0, 0, 500, 500)
    parts = [
        head + struct.pack(">HHbbHHbb", 0x22, one + 1, 0, 0, 2, one + 1, 1, 1) + bytes(2) for one in range(count - 1)
    ]
    glyphs = [*parts, struct.pack(">5h2H3b", 1, 0, 0, 500, 500, 2, 0, 1, 1, 1) + bytes(13)]
    starts = accumulate(map(len, glyphs), initial=0)
    tables |= {b"glyf": b"".join(glyphs), b"loca": b"".join(struct.pack(">I", one) for one in starts)}
    content = sfnt(named(patched(tables, b"head", 50, b"\0\1"), "Wild"))
    assert in_wild(content, "abc", Project(tmp_path)).startswith(
        "error[unusable-font]: `Wild` cannot be used: `f.otf` is damaged"
    )


def characters_of_page(page: Path) -> set[int]:
    """Return the characters that the fonts in a page have glyphs for."""
    fonts = re.findall(r"data:font/woff;base64,([^)]*)\)", page.read_text(encoding="utf-8"))
    return {one for font in fonts for one in TTFont(BytesIO(b64decode(font))).getBestCmap()}


@pytest.mark.parametrize(("font", "has_its_glyph"), [("whole", True), ("broken", False)])
def test_a_damaged_glyph_of_a_charts_table_is_drawn_by_the_browsers_own_font(font, has_its_glyph, tmp_path):
    """Such a table is in the page alone, and shows what the chart does not: the name of its only series here."""
    project = Project(tmp_path)
    themed_by_a_whole_and_a_broken_font(project)
    chart = f"{{type: column, rows: [[Year, {BROKEN}], ['2024', 1], ['2025', 2]], alt: A, credit: B}}"
    deck = f"theme: {font}.yaml\n{DECK}    layout: content\n    chart: {chart}\n"
    diagnostics = Diagnostics()
    (page,) = build(project.document(deck), "a", ["html"], OutputFolder(tmp_path / "out"), diagnostics)
    assert [one.code for one in diagnostics] == []
    assert (ord(BROKEN) in characters_of_page(page)) is has_its_glyph
