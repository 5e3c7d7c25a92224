"""Installed fonts are judged when one is chosen: what a check accepts is built in every format."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from deckmaker.fonts import FaceKey, folders
from deckmaker.fonts.file_faces import FileFace, faces_in
from deckmaker.fonts.installed import installed_families
from deckmaker.fonts.own_families import family_in_files
from deckmaker.fonts.usability import Unusable, why_unusable
from tests.fonts.damaged import (
    DAMAGES,
    FONTS,
    THAI,
    collection,
    damaged,
    named,
    patched,
    sfnt,
    small,
    variable,
    write,
)
from tests.installed_fonts import NOTO_CJK, fonts_in
from tests.projects import DECK, Project, environment
from tests.soak.files_of import files_of
from tests.soak.fonts import NAMES, OddFont, check_files, check_font

USED = "fallback-font"
TABLES = {
    "variable": "GDEF GPOS GSUB HVAR OS/2 STAT avar cmap fvar gasp glyf gvar head hhea hmtx loca maxp name post prep",
    "postscript": "BASE CFF GPOS GSUB OS/2 VORG cmap head hhea hmtx maxp name post vhea vmtx",
}
"""The tables of each font: to look into them takes half a second, which a run of any other tests would pay."""

TAGS = {name: [tag.encode().ljust(4) for tag in tables.split()] for name, tables in TABLES.items()}


@pytest.mark.sampled(every=2)
@pytest.mark.parametrize("name", FONTS)
def test_the_tables_of_a_font_are_those_that_are_damaged_here(name):
    """None is forgotten."""
    made, _ = FONTS[name]
    assert TAGS[name] == sorted(made())


@pytest.mark.sampled(every=2)
@pytest.mark.parametrize("name", FONTS)
def test_a_sound_font_is_used(name, tmp_path):
    """Or what follows would prove nothing."""
    made, text = FONTS[name]
    assert check_font(OddFont(sfnt(made()), text), Project(tmp_path)) == USED


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("tag", ["hhea", "hmtx", "maxp", "head", "OS/2", "cmap", "name", "post"])
@pytest.mark.parametrize("name", FONTS)
def test_a_font_without_a_table_that_every_font_has_is_passed_over(name, tag, tmp_path):
    """The text has no glyph then; another font would be asked."""
    made, text = FONTS[name]
    font = OddFont(sfnt(damaged(made(), tag.encode().ljust(4), "gone")), text)
    assert check_font(font, Project(tmp_path)) == "missing-glyph"


@pytest.mark.alike(every=2)
@pytest.mark.slow
@pytest.mark.parametrize(("name", "tag"), [(name, tag) for name, tags in TAGS.items() for tag in tags])
def test_whatever_is_wrong_with_a_font_a_deck_is_refused_or_built(name, tag, tmp_path):
    """Each table gone, empty, cut, of zeros, or of other bytes."""
    made, text = FONTS[name]
    for how in DAMAGES:
        check_font(OddFont(sfnt(damaged(made(), tag, how)), text), Project(tmp_path))


@pytest.mark.parametrize("em", [0, 1, 15, 16_385, 65_535])
@pytest.mark.parametrize("name", FONTS)
def test_an_em_that_no_font_may_have_is_none(name, em, tmp_path):
    """OpenType: head, unitsPerEm, from 16 to 16,384."""
    made, text = FONTS[name]
    font = OddFont(sfnt(patched(made(), b"head", 18, struct.pack(">H", em))), text)
    assert check_font(font, Project(tmp_path)) == "missing-glyph"


@pytest.mark.sampled(every=7)
@pytest.mark.parametrize("family", NAMES, ids=lambda name: ascii(name[:20]))
def test_a_name_that_no_output_can_bear_is_passed_over(family, tmp_path):
    """Control characters, half characters, what turns words around; others are escaped wherever they stand."""
    said = check_font(OddFont(sfnt(named(variable(), family)), THAI), Project(tmp_path))
    family = family.encode("utf-16", "replace").decode("utf-16")  # HarfBuzz's own way with half characters
    odd = not family.isprintable() or not family.strip() or family[0] in ".+@" or len(family) > 100
    assert said == ("missing-glyph" if odd else USED)


def test_the_next_font_is_taken_where_the_first_is_not_sound(tmp_path):
    """In their order: that of the folders."""
    folder = write(tmp_path / "a", sfnt(damaged(variable(), b"hhea", "gone")))
    sound = write(tmp_path / "b", sfnt(named(variable(), "Sound")))
    with fonts_in(folder, sound):
        document, diagnostics = Project(tmp_path).read(f"{DECK}    text: {THAI}\n    layout: content\n")
        assert document and "taken from `Sound`" in next(iter(diagnostics)).message
        check_files(files_of(document))


def test_a_collection_without_end_is_read_to_some(tmp_path):
    """One font, as if there were many of it."""
    with fonts_in(write(tmp_path / "a", collection(sfnt(variable()), 3_000), "a.ttc")):
        (family,) = installed_families().values()
        assert len(family.faces) == 256
    assert check_font(OddFont(collection(sfnt(variable()), 3), THAI), Project(tmp_path)) == USED


def test_a_glyph_beyond_all_bounds_is_not_drawn(tmp_path):
    """PostScript's numbers are larger than TrueType's, in which the PDF has them."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.t2CharStringPen import T2CharStringPen

    for width, said in ((7, USED), (600, "missing-glyph")):
        pen = T2CharStringPen(500, None)
        pen.moveTo((0, 0))
        for step in range(1, 51):
            pen.lineTo((step * width, 14 * step))
        pen.lineTo((0, 700))
        pen.closePath()
        font = FontBuilder(1000, isTTF=False)
        font.setupGlyphOrder([".notdef", "a"])
        font.setupCharacterMap({ord("漢"): "a"})
        strings = {name: pen.getCharString() for name in (".notdef", "a")}
        font.setupCFF("Big", {}, strings, {})
        font.setupHorizontalMetrics({".notdef": (500, 0), "a": (500, 0)})
        font.setupHorizontalHeader(ascent=800, descent=-200)
        font.setupNameTable({"familyName": "Big", "styleName": "Regular"})
        font.setupOS2(sTypoAscender=800)
        font.setupPost()
        path = tmp_path / "big.otf"
        font.save(path)
        assert check_font(OddFont(path.read_bytes(), "漢"), Project(tmp_path)) == said


@pytest.mark.parametrize("value", ["~nobody-of-this-name/fonts", "/nonexistent", "/dev/null", "\udcff", ":::"])
def test_a_folder_of_fonts_that_is_none_is_no_mistake_of_ours(value, tmp_path, monkeypatch):
    """There are no fonts in it."""
    monkeypatch.setattr(folders, "platform_folders", list)
    monkeypatch.setenv(folders.VARIABLE, value)
    assert [path for group in folders.font_folders() for folder in group for path in folders.font_files(folder)] == []


def test_whoever_has_no_home_has_no_fonts_there(tmp_path):
    """As a service without a user."""
    import subprocess
    import sys

    script = "import os, pwd\npwd.getpwuid = lambda _: (_ for _ in ()).throw(KeyError())\nos.environ.pop('HOME', 0)\n"
    script += "from deckmaker.fonts.folders import font_folders\nprint(len(font_folders()))"
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "1"), done.stderr


def test_a_glyph_beyond_the_first_letters_is_tried(tmp_path: Path) -> None:
    """Of a theme's font: a page could not be made where a deck needed one that was damaged."""
    signs = "".join(map(chr, range(33, 127)))
    tables = small(TTFont(NOTO_CJK / "NotoSansCJK-Regular.ttc", fontNumber=0), signs)
    behind = len(tables[b"CFF "]) - 900  # the outlines of the last glyphs, which call themselves no more
    content = sfnt(patched(tables, b"CFF ", behind, b"\x0b" * 8))
    (tmp_path / "whole.otf").write_bytes(sfnt(tables))
    (tmp_path / "broken.otf").write_bytes(content)
    assert _judged(tmp_path / "whole.otf") is None
    assert _judged(tmp_path / "broken.otf") == Unusable("is damaged")


def _judged(path: Path) -> Unusable | None:
    faces = [one for one in faces_in(path, path.read_bytes()) if isinstance(one, FileFace)]
    family = family_in_files(faces[0].family, faces)
    assert family
    return why_unusable(FaceKey(family.name, False, False, family.origin), faces[0])
