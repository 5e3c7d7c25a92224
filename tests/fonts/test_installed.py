"""Fonts of a machine: which are found, which are passed over, and in which order."""

from __future__ import annotations

import os
import shutil
import sys
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from deckmaker.fonts import FaceKey, face, folders
from deckmaker.fonts.fallback import stretches
from deckmaker.fonts.families import font_folder
from deckmaker.fonts.file_faces import Flaw, faces_in
from deckmaker.fonts.folders import font_files, font_folders
from deckmaker.fonts.installed import installed_families
from deckmaker.fonts.source import INSTALLED
from tests.installed_fonts import NOTO, NOTO_CJK, PLATFORM_FOLDERS, fonts_in

THAI = NOTO / "NotoSansThai[wght].ttf"
CJK = NOTO_CJK / "NotoSansCJK-Regular.ttc"


def changed(path: Path, to: Path, **values: int) -> Path:
    """Copy a font with other values in its OS/2 table."""
    font = TTFont(path)
    for name, value in values.items():
        setattr(font["OS/2"], name, value)
    font.save(to)
    return to


def test_a_collection_has_many_faces_and_a_variable_font_a_range_of_weights():
    """Both are read without unpacking anything."""
    assert [(one.family, one.kind) for one in faces_in(CJK)][:2] == [("Noto Sans CJK JP", 0), ("Noto Sans CJK KR", 0)]
    (thai,) = faces_in(THAI)
    assert (thai.family, thai.axes) == ("Noto Sans Thai", {"wght": (400.0, 400.0, 700.0)})
    assert thai.source(bold=True).axes == (("wght", 700),)


@pytest.mark.parametrize(
    ("rights", "usable"), [(0, True), (2, False), (4, True), (8, True), (0x100, False), (0x200, False)]
)
def test_a_font_that_forbids_embedding_is_passed_over(rights, usable, tmp_path):
    """OpenType, OS/2, fsType: restricted, no subsets, bitmaps only."""
    changed(THAI, tmp_path / "a.ttf", fsType=rights)
    with fonts_in(tmp_path):
        assert list(installed_families()) == ["Noto Sans Thai"] * usable


def test_a_font_without_outlines_is_passed_over(tmp_path):
    """It would hold bitmaps or pictures alone."""
    font = TTFont(font_folder() / "Carlito-Regular.ttf")
    for table in ("glyf", "loca"):
        del font[table]
    stream = BytesIO()
    font.save(stream)
    (tmp_path / "a.ttf").write_bytes(stream.getvalue())
    assert list(faces_in(tmp_path / "a.ttf")) == [Flaw("has no outlines")]


@pytest.mark.parametrize("content", [b"", b"OTTO", b"no font at all" * 100, b"ttcf" + b"\xff" * 100])
def test_a_file_that_is_no_font_is_passed_over(content, tmp_path):
    """Whatever is in the folder."""
    (tmp_path / "a.otf").write_bytes(content)
    for name in ("a.otf", "absent.ttf"):
        assert list(faces_in(tmp_path / name)) == [Flaw("is no TrueType or OpenType font")]
    with fonts_in(tmp_path):
        assert list(installed_families()) == []


def test_the_order_does_not_hang_on_the_folders(tmp_path, monkeypatch):
    """Sans before monospaced, families by name; a folder that the user names before the platform's."""
    first, second = tmp_path / "first", tmp_path / "second"
    for folder, names in ((first, ["Cousine", "Tinos", "Carlito"]), (second, ["Arimo", "Gelasio"])):
        folder.mkdir()
        for name in names:
            shutil.copy(font_folder() / f"{name}-Regular.ttf", folder)
    with fonts_in(second, platform=(first,)):
        order = list(installed_families())
    walk = os.walk
    monkeypatch.setattr(
        folders.os, "walk", lambda top: ((one, inner[::-1], names[::-1]) for one, inner, names in walk(top))
    )
    with fonts_in(second, platform=(first,)):
        assert list(installed_families()) == order == ["Arimo", "Gelasio", "Carlito", "Tinos", "Cousine"]


def test_a_font_for_everything_covers_nothing(tmp_path):
    """Such as Apple's Last Resort, which draws a box for any character: that shows no more than none."""
    font = TTFont(font_folder() / "Carlito-Regular.ttf")
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format == 4:
            table.cmap |= {0x0378: "A", 0x6F22: "A"}
    font.save(tmp_path / "last.ttf")
    with fonts_in(tmp_path):
        assert [one.missing for one in stretches("漢", FaceKey("Calibri", False, False))] == [True]


def test_the_platforms_folders_are_known(monkeypatch, tmp_path):
    """Those of the user before the system's; Linux has XDG's, macOS its libraries."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setenv("XDG_DATA_DIRS", "/usr/share")
    own = ["linux", "darwin"]
    found = []
    for system in own:
        monkeypatch.setattr(sys, "platform", system)
        found.append(PLATFORM_FOLDERS())
    assert found[0] == [tmp_path / ".local/share/fonts", tmp_path / ".fonts", Path("/usr/share/fonts")]
    assert found[1][:2] == [tmp_path / "Library/Fonts", Path("/Library/Fonts")]


def test_the_environment_names_folders_that_come_first(monkeypatch, tmp_path):
    """Parted as PATH is; only font files in them count, at any depth."""
    monkeypatch.setenv(folders.VARIABLE, os.pathsep.join([str(tmp_path), "", "/other"]))
    assert font_folders()[:2] == [[tmp_path], [Path("/other")]]
    (tmp_path / "deep").mkdir()
    for file in ("b.TTF", "a.otc", "note.txt", "deep/c.otf"):
        (tmp_path / file).write_bytes(b"")
    assert [one.name for one in font_files(tmp_path)] == ["a.otc", "b.TTF", "c.otf"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_a_folder_of_fonts_is_passed_over(tmp_path):
    """To open one waits for ever for somebody who writes to it. A link to a font is followed, one to nothing is not."""
    os.mkfifo(tmp_path / "a.ttf")
    (tmp_path / "b.ttf").symlink_to(font_folder() / "Carlito-Regular.ttf")
    (tmp_path / "c.ttf").symlink_to(tmp_path / "absent")
    assert [one.name for one in font_files(tmp_path)] == ["b.ttf"]
    with fonts_in(tmp_path):
        assert list(installed_families()) == ["Carlito"]


def test_an_installed_face_is_opened_by_its_key():
    """A family that is not there is a mistake of ours."""
    with fonts_in(NOTO_CJK):
        assert face(FaceKey("Noto Sans CJK SC", False, False, origin=INSTALLED)).draws("关")
        with pytest.raises(KeyError):
            face(FaceKey("Noto Sans Thai", False, False, origin=INSTALLED))
