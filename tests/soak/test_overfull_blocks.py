"""Overfull decks hold every kind of block, short, normal and overfull, alone, in columns and among others."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from deckmaker.blocks import BLOCKS, CELLS
from tests.soak.overfull import SETTINGS, SlideWriter, settings_of
from tests.soak.sections import Amount, Sections
from tests.soak.single_words import SingleWords

once = settings(
    max_examples=1, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)


def writer_of(draw: st.DrawFn) -> SlideWriter:
    """Return what writes a slide of a deck."""
    words = SingleWords(Random(0))
    return SlideWriter(draw, words, {"theme": "briefing", "size": "16:9"}, Sections(words))


def kinds_in(written: Any) -> list[str]:
    """Return the keys of blocks, in the order in which they are written, those in cells too."""
    if isinstance(written, dict):
        return [one for key, value in written.items() for one in ([key] if key in BLOCKS else []) + kinds_in(value)]
    return [one for value in written for one in kinds_in(value)] if isinstance(written, list) else []


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("kind", BLOCKS)
@once
@given(st.data())
def test_every_kind_is_written(kind: str, data: st.DataObject) -> None:
    """One that is added needs a way to be drawn; so it is drawn for slides, each in its turn."""
    for setting in settings_of(kind):
        for amount in Amount:
            slide = writer_of(data.draw).block(kind, amount, setting)
            assert kind in kinds_in(slide["content"])
            assert (kinds_in(slide["content"])[0] == "columns") == (setting == "columns" or kind == "columns")


def test_what_is_drawn_is_what_there_is() -> None:
    """No kind is left out, and none that is gone is kept."""
    assert set(writer_of(lambda _: 1).kinds) == set(BLOCKS)


def test_blocks_without_cells_stand_everywhere() -> None:
    """Cells stand in no others."""
    assert {settings_of(one) for one in set(BLOCKS) - CELLS} == {SETTINGS}


@pytest.mark.parametrize("kind", ["text", "bullets", "table", "timeline", "process", "compare", "agenda", "metrics"])
@once
@given(st.data())
def test_more_is_written_of_what_is_overfull(kind: str, data: st.DataObject) -> None:
    """Than of what is short."""
    counts = []
    for amount in (Amount.SHORT, Amount.OVERFULL):
        writer = writer_of(data.draw)
        writer.block(kind, amount, "alone")
        counts.append(sum(map(len, writer.written.texts.values())))
    assert counts[0] < counts[1]
