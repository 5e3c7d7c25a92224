"""Pieces of shaped runs: each where it stands in the whole, with the glyphs that it has there."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckmaker.fonts import FaceKey
from deckmaker.text.glyph_runs import StyledText, glyph_runs
from deckmaker.text.styling import InlineStyle

STYLE = InlineStyle(FaceKey("Calibri", False, False), 20.0, "text", 0.0)


@pytest.mark.parametrize("text", ["AVA · Too", "office · fi", "a\u0308o\u0303 · e\u0301"])
def test_pieces_make_up_the_run(text: str) -> None:
    """Kerned, with ligatures and marks, as the whole is."""
    (run,) = glyph_runs([StyledText(text, STYLE)])
    cuts = [0, text.index(" · "), text.index(" · ") + 3, len(text)]
    texts = [text[begin:end] for begin, end in pairwise(cuts)]
    pieces = [run.part(begin, end) for begin, end in pairwise(cuts)]
    assert [one.text for one in pieces] == texts
    assert tuple(glyph for one in pieces for glyph in one.glyphs) == run.glyphs
    assert tuple(advance for one in pieces for advance in one.advances) == run.advances
    assert [one.x + one.width for one in pieces[:-1]] == pytest.approx([one.x for one in pieces[1:]])
    for one in pieces:
        assert all(0 <= cluster < len(one.text) for cluster in one.clusters)


def test_all_of_a_run_is_the_run() -> None:
    """Nothing is made anew."""
    (run,) = glyph_runs([StyledText("AVA", STYLE)])
    assert run.part(0, 3) is run
