"""Room for the space that LibreOffice sets where East Asian signs and others meet."""

from __future__ import annotations

import pytest

from deckmaker.model import Paragraph, Run
from deckmaker.text.measuring import measure
from deckmaker.text.script_space import SHARE, has_east_asian, with_script_space
from tests.installed_fonts import NOTO_CJK, fonts_in
from tests.projects import briefing


def spaces(text: str) -> float:
    """Return how many spaces a text of one em a character is given room for."""
    running = [float(index) for index in range(len(text) + 1)]
    return round((with_script_space(running, text, [1.0] * len(text))[-1] - len(text)) / SHARE, 6)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("plain", 0),
        ("漢字", 0),
        ("漢 字", 0),
        ("第3章", 2),
        ("GDP は 5%", 2),
        ("漢,字", 2),
        ("漢，字", 0),
        ("한국 말.", 1),
    ],
)
def test_a_space_wherever_the_script_changes(text, count):
    """A plain space belongs to what stands before it."""
    assert spaces(text) == count
    assert has_east_asian(text) == any(ord(one) > 0x2E80 for one in text)


def test_a_box_of_safe_width_has_room_for_every_space():
    """So that no word of a line moves to the next, in whichever program."""
    with fonts_in(NOTO_CJK):
        text = (
            Paragraph((Run("GDPは2026年に5%増えたが、2027年には3%減ると見られ、その後も届かないと言われている。"),)),
        )
        setting = measure(text, briefing().styles["body"], 24, briefing()).set(500)
    assert len(setting.lines) > 1
    for line in setting.lines:
        changes = spaces(line.text)
        assert line.width + changes * SHARE * 24 <= setting.width


def test_texts_without_east_asian_signs_are_measured_as_before():
    """Kerned, and no wider."""
    setting = measure((Paragraph((Run("Ωμέγα and words"),)),), briefing().styles["body"], 24, briefing())
    assert setting.measured[0]._widest is setting.measured[0]._kerned
