"""Hard line breaks: each ends a line, at every width and size, and none is drawn."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.model import Paragraph, Run
from deckmaker.model.geometry import Rect
from deckmaker.text.fitting import FrameText
from deckmaker.text.measuring import measure
from deckmaker.text.splitting import split_frame
from tests.projects import briefing
from tests.samples import examples
from tests.text.samples import sizes, texts, widths

STYLE = briefing().styles["body"]
broken = st.lists(texts | st.just(""), min_size=2, max_size=4).map("\n".join)


def lines_of(text: str, width: float, size: int = 24) -> list[str]:
    """Return the lines of a paragraph."""
    setting = measure((Paragraph((Run(text),)),), STYLE, size, briefing()).set(width)
    return [line.text for line in setting.lines]


@given(broken.filter(lambda text: text.strip("\n") == text), widths, sizes)
@settings(max_examples=examples(60))
def test_each_break_ends_a_line_and_loses_nothing(text, width, size):
    """What stands between two breaks is broken as a paragraph of its own would be."""
    measured = measure((Paragraph((Run(text),)),), STYLE, size, briefing()).measured[0]
    lines = measured.breaks(width)
    assert "".join(text[start:end] for start, end in lines) == text
    assert {index + 1 for index, one in enumerate(text) if one == "\n"} <= {end for _, end in lines}
    alone = [one and measure((Paragraph((Run(one),)),), STYLE, size, briefing()) for one in text.split("\n")]
    assert len(lines) == sum(len(one.measured[0].breaks(width)) if one else 1 for one in alone)


def test_a_line_may_be_empty():
    """Of two breaks in a row."""
    assert lines_of("one\n\ntwo", 400) == ["one", "", "two"]


def test_a_break_is_safe_in_every_engine():
    """No other engine would pull what follows up, however wide the box."""
    setting = measure((Paragraph((Run("one\ntwo"),)),), STYLE, 24, briefing()).set(400)
    assert setting.safe
    assert setting.width == 400 + setting.outdent


def test_a_short_line_behind_a_break_is_no_widow():
    """The author has put it there."""
    text = "a line that takes most of its place\nso"
    assert measure((Paragraph((Run(text),)),), STYLE, 24, briefing()).set(600).widows == 0


def test_a_text_is_parted_at_a_break_as_at_any_line():
    """And neither part has a break at its edge."""
    frame = FrameText((Paragraph((Run("\n".join(["one line"] * 9)),)),), STYLE, Rect(0, 0, 400, STYLE.size * 6))
    first, rest = split_frame(frame, briefing())
    assert "\n".join([first[0].text, rest[0].text]) == frame.paragraphs[0].text
    assert rest[0].continues


@given(broken, st.integers(1, 3), widths, sizes)
@settings(max_examples=examples(40))
def test_texts_may_end_in_breaks(text, count, width, size):
    """As names of series may: no line stands behind them whose ending could be priced."""
    shown = "".join("".join(lines_of("a\na" + text + "\n" * count, width, size)).split())
    assert shown == "".join(("a\na" + text).split())
