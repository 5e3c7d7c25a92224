"""Settings: paragraphs in a frame, as numbers; and stability of what `set` decides."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.model import Marker, Paragraph, Run
from deckmaker.text.measuring import measure
from tests.projects import briefing
from tests.samples import examples
from tests.text.samples import paragraphs, sizes, styles

THEME = briefing()
BODY = THEME.styles["body"]


def numbered(count: int) -> tuple[Paragraph, ...]:
    """Return `count` items of a numbered list."""
    return tuple(Paragraph((Run("x"),), 0, Marker.NUMBER, number) for number in range(1, count + 1))


def test_lines_are_as_high_and_baselines_where_powerpoint_has_them():
    """Two paragraphs at 20 points: 92 percent of 24 a line, a gap of 0.6 on a grid of 3, none before the first."""
    style, text = replace(BODY, leading=1.1, gap=0.6), (Paragraph((Run("One"),)), Paragraph((Run("Two"),)))
    setting = measure(text, style, 20, replace(THEME, baseline=3)).set(400)
    line, descent = 0.92 * 24, 0.264 * 20  # the latter is Calibri's, and less than a quarter of the line
    baselines = [one.lines[0].baseline for one in setting.paragraphs]
    assert baselines == pytest.approx([line - descent, line + 12 + line - descent])
    assert setting.height == pytest.approx(line + 12 + line)


@given(paragraphs(), sizes, st.floats(0.9, 1.6), st.floats(0, 1), st.sampled_from([0.5, 2, 3, 4.5]))
@settings(max_examples=examples(60))
def test_lines_grow_with_their_size_and_gaps_are_whole_steps_of_the_grid(text, size, leading, gap, step):
    """A line is what its leading asks for, within half a percent, but no higher than 1.2 of its size. A gap is the
    nearest step to what was asked for."""
    style = replace(BODY, leading=leading, gap=gap)
    for one in measure(text, style, size, replace(THEME, baseline=step)).set(500).paragraphs:
        assert one.style.before / step == pytest.approx(round(one.style.before / step))
        assert one.style.leading / one.style.size == pytest.approx(min(leading, 1.2), abs=0.0121)
        assert one.style.leading < 1.2 * one.style.size
    asked = size * (THEME.lists.nested_gap if one.paragraph.level else gap)
    assert len(text) == 1 or abs(one.style.before - asked) <= step / 2 + 1e-5


def test_nested_items_are_smaller_and_stand_further_in():
    """The theme's steps: three points, one indent a level."""
    theme = replace(THEME, lists=replace(THEME.lists, shrink=3, indent=0.8, nested_gap=0.25), baseline=1)
    text = tuple(Paragraph((Run("x"),), level, Marker.BULLET, 1) for level in (0, 1, 2))
    styles = [one.style for one in measure(text, BODY, 20, theme).set(400).paragraphs]
    assert [one.size for one in styles] == [20, 17, 17]
    assert [one.left for one in styles] == [16, 32, 48]
    assert [one.before for one in styles] == [0, 5, 5]


def test_markers_alternate_by_level_and_count_as_powerpoint_does():
    """The theme's two bullets; `1.` and `a.`; after z comes aa, then bb."""
    bullets = tuple(Paragraph((Run("x"),), level, Marker.BULLET, 1) for level in (0, 1, 2))
    outer, nested = THEME.lists.bullet, THEME.lists.bullet_nested
    assert outer != nested
    assert [one.marker.text for one in measure(bullets, BODY, 20, THEME).set(400).paragraphs] == [outer, nested, outer]
    letters = tuple(Paragraph((Run("x"),), 1, Marker.NUMBER, number) for number in (1, 26, 27, 28, 53))
    shown = [one.marker.text for one in measure(letters, BODY, 20, THEME).set(400).paragraphs]
    assert shown == ["a.", "z.", "aa.", "bb.", "aaa."]


def test_plain_paragraphs_have_no_marker_and_no_indent():
    """Running text begins at the frame's edge."""
    (only,) = measure((Paragraph((Run("x"),)),), BODY, 20, THEME).set(400).paragraphs
    assert (only.marker, only.style.left, only.lines[0].x) == (None, 0, 0)


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize("count", [1, 9, 10, 99, 100, 1000])
@pytest.mark.parametrize("size", [14, 24])
def test_numbers_never_touch_their_items(count, size):
    """The indent grows with the widest number, and is the same for all items."""
    set_paragraphs = measure(numbered(count), BODY, size, THEME).set(400).paragraphs
    lefts = {one.lines[0].x for one in set_paragraphs}
    assert len(lefts) == 1
    for one in set_paragraphs:
        assert one.marker.x >= 0
        assert one.marker.x + one.marker.width + 0.2 * size <= one.lines[0].x


def test_ten_items_hang_further_than_nine():
    """Two digits need more than the theme's indent."""
    nine, ten = (measure(numbered(count), BODY, 24, THEME).set(400).paragraphs[0].lines[0].x for count in (9, 10))
    assert round(24 * THEME.lists.indent) <= nine < ten


@pytest.mark.parametrize(("align", "share"), [("left", 0.0), ("center", 0.5), ("right", 1.0)])
def test_alignment_moves_lines_within_the_width(align, share):
    """The spare width is before the line, behind it, or on both sides."""
    (only,) = measure((Paragraph((Run("Words"),)),), replace(BODY, align=align), 20, THEME).set(400).paragraphs
    (line,) = only.lines
    assert line.x == pytest.approx((400 - line.line.width) * share)


@given(paragraphs(), styles, sizes, st.floats(150, 900))
@settings(max_examples=examples(60))
def test_breaking_again_at_the_width_that_was_chosen_changes_nothing(text, style, size, width):
    """A renderer's frame has the chosen width: the same breaks must come out of it."""
    first = measure(text, THEME.styles[style], size, THEME).set(width)
    measured = measure(tuple(one.paragraph for one in first.paragraphs), THEME.styles[style], size, THEME)
    assert first.width <= width + first.outdent
    if first.safe:
        assert first.excess_width == 0
        breaks, _ = measured._broken(first.width)
        assert [[line.line.text for line in one.lines] for one in first.paragraphs] == [
            [paragraph.line(start, end).text for start, end in lines]
            for paragraph, lines in zip(measured.measured, breaks, strict=True)
        ]


@given(paragraphs(), styles, sizes, st.floats(150, 900))
@settings(max_examples=examples(60))
def test_every_word_is_set_and_lines_go_down_the_page(text, style, size, width):
    """No paragraph is dropped, and each baseline lies below the one before it, inside the height."""
    setting = measure(text, THEME.styles[style], size, THEME).set(width)
    for written, one in zip(text, setting.paragraphs, strict=True):
        assert "".join("".join(line.line.text for line in one.lines).split()) == "".join(written.text.split())
    baselines = [line.baseline for one in setting.paragraphs for line in one.lines]
    assert baselines == sorted(set(baselines))
    assert baselines[-1] < setting.height


@pytest.mark.parametrize("last", ["the end.", "it is."])
def test_a_narrower_width_leaves_no_stub_on_a_last_line(last):
    """A word, or two very short ones; where it takes no line more, and its breaks are safe too."""
    text = (Paragraph((Run(f"Yu Haibin has said how strongly he wants to support Americans until {last}"),)),)
    measured = measure(text, BODY, 24, THEME)
    alone = next(
        width for width in range(500, 300, -1) if measured._setting(measured._broken(width)[0], width, True).widows
    )
    setting = measured.set(alone)
    assert setting.widows == 0
    assert setting.width < alone
    assert len(setting.lines) == len(measured._broken(alone)[0][0])
