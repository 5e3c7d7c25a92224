"""Families of files: which face is which style, by what the files say; measured against fontTools' reading."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fontTools.subset import Subsetter
from fontTools.varLib.instancer import instantiateVariableFont
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.fonts import face
from deckmaker.fonts.family import STYLES, Standing, drawn_family
from deckmaker.fonts.file_faces import FileFace, faces_in
from deckmaker.fonts.line_descent import line_descent
from deckmaker.fonts.own_families import family_in_files, family_on_machine, names_on_machine
from deckmaker.fonts.subset import subset_by_text
from tests.brand_fonts import INTER, INTER_STYLES, NOTO_SANS, NOTO_SANS_CJK
from tests.fonts.font_making import opened, slanting
from tests.installed_fonts import fonts_in

TEXT = "Night noise, 61 dB(A): Berth 4"


def family(name: str, *files: Path):
    """Return the family of that name in some files."""
    found = [one for file in files for one in faces_in(file, file.read_bytes()) if isinstance(one, FileFace)]
    return family_in_files(name, found)


def advances(font, text: str) -> list[float]:
    """Return what fontTools reads in a font's own tables."""
    names = [font.getBestCmap()[ord(character)] for character in text]
    return [font["hmtx"][name][0] / font["head"].unitsPerEm for name in names]


def unkerned(key, text: str = TEXT) -> list[float]:
    return pytest.approx(face(key).shape(text, kerned=False).advances, abs=0.6 / 1000)


def test_each_face_is_the_style_that_its_tables_say(tmp_path):
    """Whatever the files are called, and in whatever order they are named."""
    files = [shutil.copy(file, tmp_path / f"{number}.ttf") for number, file in enumerate(reversed(INTER_STYLES))]
    own = drawn_family(family("Inter", *map(Path, files)), Standing.FILES)
    assert not own.lacks_a_face
    for style, file in zip(STYLES, INTER_STYLES, strict=True):
        assert (own.face(*style).bold, own.face(*style).italic) == style
        assert advances(opened(file), TEXT) == unkerned(own.face(*style))


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize("style", STYLES)
def test_a_variable_font_is_measured_as_its_instance(style):
    """At the weights 400 and 700, as fontTools makes them static."""
    own = drawn_family(family("Noto Sans", *NOTO_SANS), Standing.FILES)
    font = opened(NOTO_SANS[style[1]])
    subsetter = Subsetter()
    subsetter.populate(text=TEXT)
    subsetter.subset(font)  # or to make it static takes ten seconds
    font = instantiateVariableFont(font, {"wght": 700 if style[0] else 400})
    assert (own.face(*style).bold, own.face(*style).italic) == style
    assert advances(font, TEXT) == unkerned(own.face(*style))


@pytest.mark.parametrize(("tag", "least", "most"), [("ital", 0, 1), ("slnt", -10, 0), ("slnt", 0, 12)])
def test_an_axis_makes_italics(tag, least, most, tmp_path):
    """Where it is for that, and as far as it goes; upright stays upright."""
    own = drawn_family(family("Slanting", slanting(tmp_path / "a.ttf", "Slanting", tag, least, most)), Standing.FILES)
    widths = [face(own.face(False, italic)).shape("A").advances[0] for italic in (False, True)]
    assert widths == pytest.approx([0.5, 0.7])
    assert [own.face(False, italic).italic for italic in (False, True)] == [False, True]
    subset = face(own.face(False, True))
    (tmp_path / "subset.ttf").write_bytes(subset_by_text(subset, "A"))
    font = opened(tmp_path / "subset.ttf")
    assert "fvar" not in font and advances(font, "A") == [0.7]


def test_of_a_collection_the_faces_of_the_family_are_taken():
    """Noto Sans CJK holds one for each language; Korean is not Japanese."""
    own = family("Noto Sans CJK KR", NOTO_SANS_CJK)
    assert [(one.family, one.index) for one in own.faces] == [("Noto Sans CJK KR", 1)]
    assert family("Noto Sans CJK", NOTO_SANS_CJK) is None


def test_what_a_family_lacks_is_drawn_as_its_nearest_face():
    """Its key says what it is: bold and italic are not what nobody drew."""
    own = drawn_family(family("Inter", INTER["400Regular"], INTER["700Bold"]), Standing.FILES)
    assert [(key.bold, key.italic) for key in own.faces] == [(False, False), (True, False)] * 2
    regular = drawn_family(family("Inter", INTER["400Regular"]), Standing.FILES)
    assert len(set(regular.faces)) == 1 and regular.lacks_a_face


def test_a_heavier_weight_is_the_bold_of_the_name_that_gathers_it_and_no_bold_of_its_own():
    """`Inter SemiBold` is a family to PowerPoint, with a regular; within `Inter` it is the boldest there is."""
    gathered = drawn_family(family("Inter", INTER["400Regular"], INTER["600SemiBold"]), Standing.FILES)
    assert gathered.face(True, False).bold
    assert advances(opened(INTER["600SemiBold"]), TEXT) == unkerned(gathered.face(True, False))
    alone = drawn_family(family("Inter SemiBold", INTER["600SemiBold"]), Standing.FILES)
    assert not alone.face(True, False).bold


def test_the_same_files_are_the_same_family():
    """Read again, as a theme is for each deck; other files of one name are another."""
    first, again = family("Inter", *INTER_STYLES), family("Inter", *INTER_STYLES)
    assert first.origin == again.origin != family("Inter", *INTER_STYLES[:2]).origin


def test_an_installed_family_is_found_by_its_name(tmp_path):
    """Nothing else is; its faces are those of all its files."""
    for file in INTER_STYLES:
        shutil.copy(file, tmp_path)
    with fonts_in(tmp_path):
        assert names_on_machine() == ["Inter"]
        own = drawn_family(family_on_machine("Inter"), Standing.MACHINE)
        assert not own.lacks_a_face
        assert advances(opened(INTER["700Bold"]), TEXT) == unkerned(own.face(True, False))
        assert family_on_machine("Intr") is None


def test_what_is_measured_without_kerning_has_no_alternates_either():
    """Inter makes an arrow of two signs, which not all programs do: a line must not hang on it."""
    own = face(drawn_family(family("Inter", *INTER_STYLES), Standing.FILES).face(False, False))
    font = opened(INTER["400Regular"])
    plain = [font.getGlyphID(font.getBestCmap()[ord(one)]) for one in "2x4->"]
    assert list(own.shape("2x4->", kerned=False).glyphs) == plain
    assert len(own.shape("->").glyphs) == 1 and own.shape("2x4").glyphs[1] != plain[1]


def test_lines_stand_as_the_file_has_its_windows_metrics():
    """From which PowerPoint has a line's baseline, also where a file bears the name of one of Office's."""
    font = opened(INTER["400Regular"])
    ascent, descent = font["OS/2"].usWinAscent, font["OS/2"].usWinDescent
    own = drawn_family(family("Inter", *INTER_STYLES), Standing.FILES).face(False, False)
    assert line_descent(own) == line_descent(own._replace(family="Arial")) == 1.2 * descent / (ascent + descent)


FILES = {name: path for name, path in INTER.items() if name != "600SemiBold"}


@given(st.sets(st.sampled_from(sorted(FILES)), min_size=1), st.booleans(), st.booleans())
def test_a_style_that_is_there_is_taken_and_a_key_leads_to_its_own_face(names, bold, italic):
    """Of any of the four; the key of what is drawn is drawn by itself, and says what that is."""
    own = drawn_family(family("Inter", *(FILES[name] for name in sorted(names))), Standing.FILES)
    key = own.face(bold, italic)
    wanted = f"{'700Bold' if bold else '400Regular'}{'_Italic' if italic else ''}"
    if wanted in names:
        assert (key.bold, key.italic) == (bold, italic) and face(key).path == FILES[wanted]
    assert own.face(key.bold, key.italic) == key
    assert (key.bold, key.italic) == ("Bold" in face(key).path.name, "Italic" in face(key).path.name)
