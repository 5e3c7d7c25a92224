"""Words that name a series of a chart: of its hue, and as well seen as small text must be."""

from __future__ import annotations

from colorsys import rgb_to_hls

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.theme import built_in_themes, load_theme
from deckmaker.theme.palette import SERIES, SERIES_WORDS
from deckmaker.theme.series_words import with_series_words
from deckmaker.theme.theme import PanelStyle
from tests.projects import ROOT, place
from tests.visual.wcag import AA, channels, contrast


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", built_in_themes())
def test_words_of_every_series_have_the_contrast_of_small_text(name: str, mode: str) -> None:
    """On the page, on cards and on code in these; by another formula than the one that made them."""
    theme = load_theme(name, "16:9", ROOT / "deck.yaml", place(), Diagnostics(), mode)
    assert theme and theme.panels.ground
    page, tint = channels(theme.palette["paper"]), channels(theme.palette[theme.panels.ground])
    grounds = [page]
    for _ in ("card", "code"):
        pairs = zip(tint, grounds[-1], strict=True)
        grounds.append(tuple(theme.panels.opacity * a + (1 - theme.panels.opacity) * b for a, b in pairs))
    for series in SERIES:
        words = channels(theme.palette[SERIES_WORDS[series]])
        assert min(contrast(words, ground) for ground in grounds) >= AA, series


@pytest.mark.parametrize(("paper", "gold"), [("#FFFFFF", "#D9A400"), ("#101010", "#5C4500")])
def test_words_keep_the_hue_of_their_series(paper: str, gold: str) -> None:
    """Darker on a light page, lighter on a dark one."""
    words = with_series_words({"paper": paper, "series-1": gold}, PanelStyle())["series-1-words"]
    (hue, light, _), (own_hue, own_light, _) = (rgb_to_hls(*channels(one)) for one in (words, gold))
    assert hue == pytest.approx(own_hue, abs=0.01)
    assert (light < own_light) == (paper == "#FFFFFF")
    assert contrast(channels(words), channels(paper)) >= AA


def test_a_page_of_middle_grey_has_words_that_are_nearly_black() -> None:
    """One of black and white has 4.5:1 to any page: where the two grounds lie on both sides, the search still ends."""
    palette = {"paper": "#777777", "series-1": "#2040A0", "tint": "#000000"}
    words = with_series_words(palette, PanelStyle())["series-1-words"]
    assert contrast(channels(words), channels("#777777")) >= AA
    assert with_series_words(palette, PanelStyle(ground="tint", opacity=1.0))["series-1-words"] == "#FFFFFF"
