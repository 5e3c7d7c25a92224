"""What merging one presentation into a deck comes to, for whoever prints it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from deckmaker.comparison.changes import Comparison
from deckmaker.merging.data_files import DataFile
from deckmaker.merging.marked_slides import MarkedSlide


class MergeResult(NamedTuple):
    """Lines for stderr and stdout, the tracebacks behind them, and what was found; None where nothing could be merged.

    `taken` is what the deck took over, `left` what still differs. `files` are those from which tables and charts have
    cells that differ, each with the numbers of their slides; `marked` are slides that its marking keeps out. `remarks`
    say whom it reaches that was taken over, where the presentation was made for some, and what was left for that. It
    `has_lost` where the messages tell of something that cannot be compared: no deck has a place for it.
    """

    messages: Sequence[str]
    lines: Sequence[str]
    causes: Sequence[str]
    taken: Comparison | None
    left: Comparison | None
    failed: bool
    files: Sequence[DataFile] = ()
    marked: Sequence[MarkedSlide] = ()
    remarks: Sequence[str] = ()
    has_lost: bool = False
