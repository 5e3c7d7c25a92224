"""How much is measured and set, counted, since a clock would tell another time on each machine."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.model import Paragraph, Run
from deckmaker.model.geometry import Rect
from deckmaker.text import FrameText, fit, fitting
from tests.projects import briefing

THEME = briefing()
BODY = replace(THEME.styles["body"], short=None)

QUIET = "Its ventilators run until the ship leaves, and nobody aboard may switch them off."


def frame(text: str, height: float = 300) -> FrameText:
    """Return a frame of one paragraph."""
    return FrameText((Paragraph((Run(text),)),), BODY, Rect(48, 150, 420, height))


def test_a_text_without_flaws_is_measured_at_no_smaller_size(monkeypatch):
    """Smaller sizes are for those that have one."""
    measured = []
    measure = fitting.measure
    monkeypatch.setattr(fitting, "measure", lambda *text: measured.append(text[2]) or measure(*text))
    (fitted,) = fit([frame(QUIET)], THEME)
    assert fitted.setting.safe and measured == [fitted.setting.size] == [BODY.size]
