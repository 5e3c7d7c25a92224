"""Fallback: which face draws what, in a machine whose fonts are known."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given

from deckmaker.fonts import FaceKey, face
from deckmaker.fonts import fallback as module
from deckmaker.fonts.fallback import stretches
from deckmaker.fonts.source import INSTALLED
from tests.characters.any_text import any_text
from tests.installed_fonts import NOTO, NOTO_CJK, fonts_in

CALIBRI, TITLE = FaceKey("Calibri", False, False), FaceKey("Georgia", True, False)


@pytest.fixture(scope="module", autouse=True)
def noto() -> Iterator[None]:
    """Two packages' fonts are all that is installed."""
    with fonts_in(NOTO, NOTO_CJK):
        yield


def drawn(text: str, key: FaceKey = CALIBRI) -> list[tuple[str, str]]:
    """Return the parts of a text with the family of each, a dash for its own and `none` for what no font has."""
    return [
        (one.text, "none" if one.missing else "-" if one.face == key else one.face.family)
        for one in stretches(text, key)
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("plain words", [("plain words", "-")]),
        ("a → b", [("a → b", "-")]),
        ("a ✓ b", [("a ", "-"), ("✓", "Noto Sans CJK JP"), (" b", "-")]),
        ("नमस्ते ok", [("नमस्ते", "Noto Sans Devanagari"), (" ok", "-")]),
        ("है। ok", [("है।", "Noto Sans Devanagari"), (" ok", "-")]),
        ("第3章", [("第", "Noto Sans CJK JP"), ("3", "-"), ("章", "Noto Sans CJK JP")]),
        ("漢字かなカナ한국", [("漢字かなカナ한국", "Noto Sans CJK JP")]),
        ("👩‍🚀", [("👩‍🚀", "Noto Emoji")]),
        ("\ue000\u0378", [("\ue000\u0378", "none")]),
        ("soft\u00ad\u200b\u2060", [("soft\u00ad\u200b\u2060", "-")]),
        ("em\u2003\u3000space", [("em\u2003\u3000space", "-")]),
    ],
)
def test_a_text_is_cut_where_its_face_changes(text, parts):
    """Its own face comes first; signs stay with the words before them; what needs no glyph stays where it is."""
    assert drawn(text) == parts


def test_a_word_is_set_in_one_face_and_first_in_one_that_every_office_has():
    """Georgia's twin has some Greek letters; a word of two faces would be seen."""
    assert drawn("Ωμέγα", TITLE) == [("Ωμέγα", "Times New Roman")]
    assert drawn("Жизнь x", TITLE) == [("Жизнь", "Times New Roman"), (" x", "-")]


def test_a_style_that_a_family_lacks_is_not_claimed():
    """Devanagari has a bold, Noto Sans CJK is regular here and nothing may imitate another."""
    assert stretches("नमस्ते", TITLE)[0].face == FaceKey("Noto Sans Devanagari", True, False, origin=INSTALLED)
    assert stretches("漢", TITLE)[0].face == FaceKey("Noto Sans CJK JP", False, False, origin=INSTALLED)


def test_the_weight_of_a_variable_font_is_pinned():
    """A bold letter is wider than a regular one."""
    regular, bold = (face(FaceKey("Noto Sans Devanagari", one, False, origin=INSTALLED)) for one in (False, True))
    assert sum(bold.shape("नमस्ते").advances) > sum(regular.shape("नमस्ते").advances)


@given(any_text)
def test_stretches_are_the_text(text):
    """In order, none empty, and each but the missing drawn by its face."""
    parts = stretches(text, CALIBRI)
    assert "".join(one.text for one in parts) == text
    assert all(one.text and (one.missing or 0 not in face(one.face).shape(one.text).glyphs) for one in parts)


def test_nothing_is_looked_for_while_no_glyph_is_missing(monkeypatch):
    """A deck in the theme's own letters never reads a folder of fonts."""

    def refuse() -> None:
        raise AssertionError("looked for fonts")

    monkeypatch.setattr(module, "installed_families", refuse)
    assert drawn("Nothing amiss: “äßçłőž” €5 – 7 …") == [("Nothing amiss: “äßçłőž” €5 – 7 …", "-")]


def test_the_parts_of_a_long_text_are_found_in_few_steps():
    """Each cluster of a kind is looked up once, however often it stands there."""
    module._drawing.cache_clear()
    stretches("a漢✓" * 10_000, CALIBRI)
    assert module._drawing.cache_info().misses <= 4
