"""The colours of boxes and tags over pictures of pages: every kind of item has one, with which white words are read."""

from __future__ import annotations

from typing import get_args

import pytest

from deckmaker.survey.picture.inks import ALARM, INKS
from deckmaker.survey.survey import Kind
from deckmaker.theme.contrast import contrast, rgb


def test_every_kind_of_item_has_an_ink():
    assert set(INKS) == set(get_args(Kind))


@pytest.mark.parametrize("ink", [*INKS.values(), ALARM])
def test_white_words_are_read_on_inks(ink):
    assert contrast(rgb(ink), rgb("#FFFFFF")) >= 4.5
