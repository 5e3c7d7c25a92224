"""The colours of charts: apart from each other and from the page, for everyone, in every theme."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.theme import Theme, built_in_themes, load_theme
from deckmaker.theme.contrast import contrast, rgb
from deckmaker.theme.palette import SERIES, SERIES_MUTED
from deckmaker.theme.series_colors import ON_DARK, ON_LIGHT
from tests.color_vision import VISIONS, between_neighbours, difference, least_difference, lightness, seen
from tests.projects import place


def loaded(name: str, folder: Path, mode: str | None = None) -> tuple[Theme, Diagnostics]:
    """Return a theme, and what is said of it."""
    diagnostics = Diagnostics()
    theme = load_theme(name, "16:9", folder / "deck.yaml", place(), diagnostics, mode)
    assert theme
    return theme, diagnostics


def hues(theme: Theme) -> list[str]:
    """Return the six colours of series, as #RRGGBB, in order."""
    return [theme.palette[name] for name in SERIES]


every_palette = pytest.mark.parametrize(
    ("name", "mode"), [(n, m) for n in built_in_themes() for m in ("light", "dark")]
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
        ((50, -1, 2), (50, 0, 0), 2.3669),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ],
)
def test_differences_are_those_of_the_published_pairs(one, other, expected):
    """From the table of Sharma, Wu and Dalal (2005)."""
    assert difference(one, other) == pytest.approx(expected, abs=1e-4)


@every_palette
@pytest.mark.parametrize("vision", VISIONS)
def test_six_hues_stay_apart_in_every_colour_vision(vision, name, mode, tmp_path):
    """Office's own fall to 6, and those that follow one another in order are still farther apart."""
    colors = hues(loaded(name, tmp_path, mode)[0])
    assert least_difference(colors, vision) > 12
    assert between_neighbours(colors, vision) > 21


@every_palette
def test_six_hues_differ_in_grey_and_neighbours_more(name, mode, tmp_path):
    """In steps of L*, which is 0 to 100: between 3:1 and the darkest that still is a hue there are about 35.

    Five of the six share those that are dark enough for light words on them, or light enough for dark ones.
    """
    steps = [lightness(color) for color in hues(loaded(name, tmp_path, mode)[0])]
    ordered = sorted(steps)
    assert min(high - low for low, high in pairwise(ordered)) > 2.9
    assert min(abs(one - other) for one, other in pairwise(steps)) > 4.5


@every_palette
def test_marks_stand_out_from_the_page_and_from_what_is_muted(name, mode, tmp_path):
    """By 3:1, as WCAG asks of graphics; what is muted does, too."""
    theme, diagnostics = loaded(name, tmp_path, mode)
    page, muted = rgb(theme.palette["paper"]), theme.palette[SERIES_MUTED]
    assert not len(diagnostics)
    assert min(contrast(rgb(color), page) for color in (*hues(theme), muted)) >= 3
    views = [(seen(muted, vision), seen(color, vision)) for vision in VISIONS for color in hues(theme)]
    assert min(difference(*pair) for pair in views) > 10


@pytest.mark.parametrize("name", built_in_themes())
def test_words_on_a_mark_can_be_read_in_one_colour_on_light_pages_and_on_dark_ones(name, tmp_path):
    """Numbers inside bars are of one name of the palette, whichever pages the reader's screen is set to."""
    palettes = [loaded(name, tmp_path, mode)[0].palette for mode in ("light", "dark")]
    for mark in (*SERIES, SERIES_MUTED):
        by_words = {
            words: min(contrast(rgb(one[words]), rgb(one[mark])) for one in palettes) for words in ("ink", "paper")
        }
        assert max(by_words.values()) >= 4.5, (mark, by_words)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_usual_colours_are_those_of_the_usual_theme(mode, tmp_path):
    """So that what was found for its pages is said in one way only."""
    theme = loaded("briefing", tmp_path, mode)[0]
    assert {name: theme.palette[name] for name in (*SERIES, SERIES_MUTED)} == (ON_DARK if mode == "dark" else ON_LIGHT)


def bare_theme(folder: Path, paper: str, more: str = "") -> None:
    """Write a theme file that extends none and knows nothing of charts."""
    text = f"""
name: bare
fonts: {{heading: Arial, body: Arial, code: Courier New}}
palette: {{paper: "{paper}", ink: "{"#000000" if paper > "#8" else "#FFFFFF"}"{more}}}
grid: {{left: 48, right: 48, columns: 12, gutter: 36, baseline: 1.5}}
styles: {{text: {{font: body, size: 24, min: 12, leading: 1.2, color: ink}}}}
lists: {{indent: 1, shrink: 3, nested_gap: 0.2, bullet: "-", bullet_nested: "-", color: ink}}
link: {{color: ink}}
layouts:
  content:
    slots:
      title: {{style: text, columns: [1, 12], top: 48, height: 60}}
      body: {{style: text, columns: [1, 12], top: 120, bottom: 60}}
      credits: {{style: text, columns: [1, 12], bottom: 12, height: 30}}
  credits:
    slots:
      title: {{style: text, columns: [1, 12], top: 48, height: 60}}
      entries-1: {{style: text, columns: [1, 12], top: 120, bottom: 60}}
      credits: {{style: text, columns: [1, 12], bottom: 12, height: 30}}
"""
    (folder / "bare.yaml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("paper", "expected"), [("#FFFFFF", ON_LIGHT), ("#101010", ON_DARK)])
def test_a_theme_that_knows_nothing_of_charts_has_their_colours(paper, expected, tmp_path):
    """Those of light or of dark pages, by the colour of its own."""
    bare_theme(tmp_path, paper)
    theme, diagnostics = loaded("bare.yaml", tmp_path)
    assert not len(diagnostics)
    assert {name: theme.palette[name] for name in (*SERIES, SERIES_MUTED)} == expected
    assert (theme.charts.grid, theme.charts.axis) == (SERIES_MUTED, SERIES_MUTED)


@pytest.mark.parametrize("paper", ["#D8C8A8", "#9A9A9A", "#5A6270", "#7A2020"])
def test_colours_that_are_filled_in_stand_out_from_any_page(paper, tmp_path):
    """Moved towards black or white as far as that needs."""
    bare_theme(tmp_path, paper)
    theme, _ = loaded("bare.yaml", tmp_path)
    assert min(contrast(rgb(color), rgb(paper)) for color in hues(theme)) >= 3


def test_inherited_colours_give_way_on_a_page_of_another_colour(tmp_path):
    """A theme that extends a light one and darkens its pages cannot be asked to know of charts."""
    theme_file = tmp_path / "night.yaml"
    theme_file.write_text('extends: plain\npalette: {paper: "#101418", ink: "#FFFFFF"}\n', encoding="utf-8")
    theme, _ = loaded("night.yaml", tmp_path)
    assert hues(theme) == [ON_DARK[name] for name in SERIES]


def test_colours_that_an_author_wrote_stay_and_are_warned_of(tmp_path):
    """With one that would do."""
    theme_file = tmp_path / "ours.yaml"
    theme_file.write_text('extends: plain\npalette: {series-2: "#F0E442"}\n', encoding="utf-8")
    theme, diagnostics = loaded("ours.yaml", tmp_path)
    assert theme.palette["series-2"] == "#F0E442" and theme.palette["series-1"] == "#1F4E79"
    (told,) = diagnostics
    assert told.code == "low-contrast" and "marks of charts" in told.message and told.span.line == 2
