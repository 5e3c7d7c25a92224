"""A list's numbers look as their items begin, since every program that opens a PowerPoint file draws them so."""

from __future__ import annotations

import pytest

from deckmaker.model import Marker, Paragraph, Run
from deckmaker.text.measuring import measure
from tests.projects import briefing

THEME = briefing()
BODY = THEME.styles["body"]


def item(marker: Marker, *runs: Run, number: int = 1) -> Paragraph:
    """Return an item of a list."""
    return Paragraph(runs, 0, marker, number)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_a_number_is_as_bold_and_italic_as_its_item_begins(bold, italic):
    """Whatever comes behind; code, links and scripts do not reach it."""
    begins = Run("June", bold=bold, italic=italic, code=True, link="https://example.org", script=1)
    text = (item(Marker.NUMBER, begins, Run(" goes on", bold=not bold)),)
    (one,) = measure(text, BODY, 24, THEME).set(400).paragraphs
    drawn = one.marker.style
    assert (drawn.face.bold, drawn.face.italic) == (bold, italic)
    assert (drawn.face.family, drawn.size, drawn.rise, drawn.link) == (THEME.fonts[BODY.font], 24, 0, None)


def test_a_bullet_stays_as_it_is():
    """No program draws it otherwise: its font is named."""
    (one,) = measure((item(Marker.BULLET, Run("June", bold=True, italic=True)),), BODY, 24, THEME).set(400).paragraphs
    assert (one.marker.style.face.bold, one.marker.style.face.italic) == (BODY.bold, BODY.italic)


def test_bold_numbers_have_the_room_that_they_need():
    """Letters are wider in bold, and their items stand further in."""
    items = [Paragraph((Run("x", bold=bold),), 1, Marker.NUMBER, 65) for bold in (False, True)]
    plain, bold = (measure((one,), BODY, 40, THEME).set(400).paragraphs[0] for one in items)
    assert bold.marker.text == "mmm."
    assert bold.marker.width > plain.marker.width
    assert bold.lines[0].x > plain.lines[0].x
