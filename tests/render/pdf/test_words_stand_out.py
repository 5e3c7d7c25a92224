"""Every word of a deck with charts, as the PDF has it, against what poppler paints behind it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.pipeline import read_document
from deckmaker.render.pdf import PdfRenderer
from tests.projects import ROOT
from tests.render.laid_out_decks import document
from tests.render.pptx.drawn_contrast import DrawnWord, drawn_words
from tests.variants import write_variants

SMALL, LARGE = 4.5, 3.0
"""What words need, and what they need from 24 points on: bold ones of 15, such as names of series, are small."""

LOOKS = [
    pytest.param("briefing", "light", marks=pytest.mark.long),
    ("plain", "dark"),
    pytest.param("statement", "light", marks=pytest.mark.long),
]
"""Of the others, tests of themes tell the same without a page."""


@pytest.mark.slow
@pytest.mark.outside
@pytest.mark.parametrize(("theme", "mode"), LOOKS)
def test_every_word_can_be_read(theme: str, mode: str, tmp_path: Path) -> None:
    """Names of series, in their colours, and words on marks, too; over pictures, against the mean behind them."""
    settings = {"theme": theme, "mode": mode}
    (deck,) = write_variants(ROOT / "decks" / "showcase.yaml", document("showcase"), {"look": settings}, tmp_path)
    laid_out = read_document(deck, Diagnostics())
    assert laid_out is not None
    stream = BytesIO()
    PdfRenderer().render(laid_out, stream, Diagnostics())
    path = tmp_path / "deck.pdf"
    path.write_bytes(stream.getvalue())
    words = [*drawn_words(path)]
    assert len(words) > 900
    assert [_said(one) for one in words if one.contrast < (LARGE if one.size >= 24 else SMALL)] == []


def _said(word: DrawnWord) -> str:
    return f"{word.page}: {word.text} {word.color} on {word.ground}, {word.contrast:.1f}:1"
