"""Every layout of every built-in theme on every page size, with little text and much: what can be checked of looks."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from deckmaker.layout import Document
from tests.visual.checks_alignment import misaligned
from tests.visual.checks_baselines import off_grid
from tests.visual.checks_contrast import contrasts, grounds
from tests.visual.checks_margins import lines_outside
from tests.visual.checks_overlaps import overlaps
from tests.visual.checks_pictures import poor_pictures
from tests.visual.checks_sizes import small_texts
from tests.visual.checks_titles import poor_titles
from tests.visual.pictures import focus_of
from tests.visual.specimens import LENGTHS, label

pytestmark = pytest.mark.slow

SHOWN = 12
"""How many findings a message lists."""


def nothing_in(findings: Sequence[str]) -> None:
    """Fail with the findings, if there are any."""
    if findings:
        more = f"\n… and {len(findings) - SHOWN} more" if len(findings) > SHOWN else ""
        pytest.fail("\n".join(findings[:SHOWN]) + more, pytrace=False)


def test_every_layout_is_there_at_every_length(specimen: Document) -> None:
    """Else the other tests would prove less than they say."""
    shown = {label(page) for page in specimen.pages}
    assert shown >= {f"{layout}, {length}" for layout in specimen.theme.layouts for length in LENGTHS}


def test_no_text_is_too_small(specimen: Document) -> None:
    """Long texts shrink, but stay legible; credits and furniture too."""
    nothing_in(small_texts(specimen))


def test_text_keeps_to_the_margins_and_to_its_frame(specimen: Document) -> None:
    """Only markers and quotation marks hang out, to the left."""
    nothing_in(lines_outside(specimen))


def test_text_and_rules_stand_on_the_columns(specimen: Document) -> None:
    """Left edges are few: what stands below each other begins below each other."""
    nothing_in(misaligned(specimen))


def test_nothing_lies_on_text(specimen: Document) -> None:
    """Nor does text lie on rules, or on pictures that are not made to be written on."""
    nothing_in(overlaps(specimen))


def test_lines_stand_on_the_baseline_grid(specimen: Document) -> None:
    """Texts beside each other line up."""
    nothing_in(off_grid(specimen))


def test_titles_break_well(specimen: Document) -> None:
    """Into lines of about one length, no word alone on the last."""
    nothing_in(poor_titles(specimen))


def test_pictures_are_true_and_show_their_subject(specimen: Document) -> None:
    """Cropping keeps the point that the deck names, and nothing is squeezed."""
    nothing_in(poor_pictures(specimen, focus_of))


@pytest.mark.alike(every=5)
@pytest.mark.outside
def test_every_text_stands_out_from_what_is_behind_it(coloured_specimen: Document) -> None:
    """In light colours and in dark ones; over white, black, busy and graded pictures too, as WCAG 2.2 asks."""
    nothing_in(contrasts(coloured_specimen, grounds(coloured_specimen)))
