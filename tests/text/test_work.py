"""How much is measured and set, counted, since a clock would tell another time on each machine."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.model import Paragraph, Run
from deckmaker.model.geometry import Rect
from deckmaker.text import FrameText, breaks, fit, known
from deckmaker.text.breaking import MeasuredText
from deckmaker.text.breaks import opportunities
from deckmaker.text.fitting import STEP
from deckmaker.text.measuring import measure
from tests.projects import briefing
from tests.samples import examples
from tests.text.samples import paragraphs, sizes, styles

THEME = briefing()
BODY = replace(THEME.styles["body"], short=None)

QUIET = "Its ventilators run until the ship leaves, and nobody aboard may switch them off."


def frame(text: str, height: float = 300) -> FrameText:
    """Return a frame of one paragraph."""
    return FrameText((Paragraph((Run(text),)),), BODY, Rect(48, 150, 420, height))


def test_a_text_without_flaws_is_measured_at_no_smaller_size(monkeypatch):
    """Smaller sizes are for those that have one."""
    tried = []
    monkeypatch.setattr(known, "measure", lambda *text: tried.append(text[2]) or measure(*text))
    (fitted,) = fit([frame(QUIET)], THEME)
    assert fitted.setting.safe and tried == [fitted.setting.size] == [BODY.size]


@given(paragraphs(), styles, sizes, st.floats(150, 900))
@settings(max_examples=examples(40))
def test_a_text_is_broken_anew_only_where_its_lines_have_no_room(text, style, size, width):
    """As many ways come out as when it is broken at every width."""
    measured = measure(text, THEME.styles[style], size, THEME)
    tried = [width - step for step in range(100)]
    ways = [measured._broken(one).lines for one in tried]
    found = [one.lines for one in measured._breakings(width, 1.0, lambda one: one >= tried[-1])]
    assert [way for way, _ in groupby(found)] == [way for way, _ in groupby(ways)]


def test_a_text_that_keeps_its_lines_is_broken_once(monkeypatch):
    """Its widows would be the same at every width."""
    broken = []
    own = MeasuredText._broken
    monkeypatch.setattr(MeasuredText, "_broken", lambda text, width: broken.append(width) or own(text, width))
    text = measure((Paragraph((Run("Its ventilators run until the ship leaves."),)),), BODY, 24, THEME)
    assert len(text.set(700).lines) == 1
    assert broken == [700]


def test_a_line_is_shaped_once_at_whatever_width():
    """A title's even lines are looked for at a hundred widths."""
    (paragraph,) = measure((Paragraph((Run(QUIET),)),), BODY, 24, THEME).measured
    assert paragraph.line(0, 15) is paragraph.line(0, 15)


def test_where_a_text_may_break_is_asked_once_for_all_sizes(monkeypatch):
    """It does not depend on them."""
    asked = []
    monkeypatch.setattr(breaks, "opportunities", lambda text: asked.append(text) or opportunities(text))
    text = "Eleven quay-side meters told nobody, and nobody asked them. "
    for size in range(12, 30):
        measure((Paragraph((Run(text),)),), BODY, size, THEME).set(400)
    assert asked == [text]


def test_a_text_is_set_at_none_of_the_sizes_at_which_it_is_too_tall(monkeypatch):
    """Its lines are counted there; to break it at smaller widths, where it has no fewer, would be in vain."""
    tried = []
    own = MeasuredText.set
    monkeypatch.setattr(MeasuredText, "set", lambda text, width: tried.append(text.size) or own(text, width))
    (fitted,) = fit([frame(f"{QUIET} " * 4, 150)], THEME)
    assert fitted.fits and tried == [fitted.setting.size] == [BODY.size - 2 * STEP]
