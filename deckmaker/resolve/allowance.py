"""What the texts, tables and drawings of one deck have taken of what they may take together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from deckmaker.budget.bound import Bound
from deckmaker.budget.charts import DECK_ANNOTATED, DECK_CHART_VALUES
from deckmaker.budget.decks import (
    DECK_AGENDA_NAMES,
    DECK_CHARACTERS,
    DECK_CODE,
    DECK_EDGES,
    DECK_EVENTS,
    DECK_FIGURES,
    DECK_FORMULA_PARTS,
    DECK_STEPS,
    DECK_TEXTS,
    SLIDE_BLOCKS,
    TEXT_CHARACTERS,
)
from deckmaker.budget.drawings import DECK_LINES
from deckmaker.budget.pictures import DECK_PLAIN_PIXELS, PIXELS_PER_BYTE
from deckmaker.budget.tables import DECK_FILE_BYTES, DECK_PLACES
from deckmaker.diagnostics import Span
from deckmaker.model import Credit, Run


class Excess(Exception):
    """A deck, or one of its slides, takes more than it may: what is said of it, where that begins, and help."""

    def __init__(self, bound: Bound, span: Span) -> None:
        holder = "slide" if bound is SLIDE_BLOCKS else "deck"
        super().__init__(f"the {holder} {bound.excess()}, and here they begin to be too many")
        self.span = span
        self.help = f"make several {holder}s of it"
        if bound is DECK_AGENDA_NAMES:
            self.help = "leave out `agenda: true` on some slides"
        if bound is DECK_PLAIN_PIXELS:
            self.help = "save such pictures smaller: plain ones need few pixels"
        if bound in (DECK_CHART_VALUES, DECK_ANNOTATED):
            self.help = "show fewer values, with `where:` or `most:`, or make several decks of it"
        if bound is DECK_CODE:
            self.help = "write `language: text` for some code, or show fewer of its lines"


class Allowance:
    """Counts while a deck is resolved; each method raises Excess with what is one too many.

    Texts that stand on many slides are counted on each: so often they are laid out.
    """

    def __init__(self) -> None:
        self._taken = dict.fromkeys(
            (
                *(DECK_TEXTS, DECK_AGENDA_NAMES, DECK_CHARACTERS, DECK_CODE),
                *(DECK_PLACES, DECK_FILE_BYTES, DECK_LINES, SLIDE_BLOCKS),
                *(DECK_PLAIN_PIXELS, DECK_CHART_VALUES, DECK_ANNOTATED),
                *(DECK_FORMULA_PARTS, DECK_EDGES, DECK_EVENTS, DECK_STEPS, DECK_FIGURES),
            ),
            0,
        )

    @property
    def taken(self) -> dict[Bound, int]:
        """How much of each bound of a deck is taken."""
        return {bound: count for bound, count in self._taken.items() if bound is not SLIDE_BLOCKS}

    def has(self, more: Mapping[Bound, int]) -> bool:
        """Tell whether there is so much yet of all bounds."""
        return all(self._taken[bound] + count <= bound.most for bound, count in more.items())

    def take(self, more: Mapping[Bound, int]) -> None:
        """Take what a slide is known to take."""
        for bound, count in more.items():
            self._taken[bound] += count

    def slide(self) -> None:
        """Begin a slide, whose blocks are counted anew."""
        self._taken[SLIDE_BLOCKS] = 0

    def block(self, span: Span) -> None:
        """Take a block of a slide, also one that stands in another."""
        self._take(SLIDE_BLOCKS, 1, span)

    def characters(self, count: int, span: Span) -> None:
        """Take the characters of a text, before anything is made of it; one that is refused alone is left out."""
        self._take(DECK_CHARACTERS, count if count <= TEXT_CHARACTERS.most else 1, span)

    def code(self, count: int, span: Span) -> None:
        """Take the characters of code in a language, before its words are told apart."""
        self._take(DECK_CODE, count, span)

    def runs(self, runs: Iterable[Run], span: Span) -> None:
        """Take a text's stretches, those of its footnotes too; an empty text is one."""
        self._take(DECK_TEXTS, _stretches(runs) or 1, span)

    def agenda(self, names: int, span: Span) -> None:
        """Take the sections that an agenda shows."""
        self._take(DECK_AGENDA_NAMES, names, span)

    def credit(self, credit: Credit, span: Span) -> None:
        """Take a credit, which a strip says."""
        self._take(DECK_TEXTS, 1, span)
        self._take(DECK_CHARACTERS, credit.length, span)

    def places(self, count: int, span: Span) -> None:
        """Take the places of a table as it is written."""
        self._take(DECK_PLACES, count, span)

    def file_bytes(self, count: int, span: Span) -> None:
        """Take the bytes of a table's file, which are read."""
        self._take(DECK_FILE_BYTES, count, span)

    def lines(self, count: int, span: Span) -> None:
        """Take the lines and curves of a drawing, eight for each element, which each output draws."""
        self._take(DECK_LINES, count, span)

    def pixels(self, count: int, file_bytes: int, span: Span) -> None:
        """Take the pixels of a picture that are far more than its file has bytes: those that take no room there."""
        self._take(DECK_PLAIN_PIXELS, max(0, count - PIXELS_PER_BYTE.most * file_bytes), span)

    def chart(self, values: int, annotations: int, span: Span) -> None:
        """Take the values of a chart, which each output draws, and what holds its annotations against them."""
        self._take(DECK_CHART_VALUES, values, span)
        self._take(DECK_ANNOTATED, values * annotations, span)

    def formula(self, parts: int, span: Span) -> None:
        """Take the parts of a formula, which are set and drawn."""
        self._take(DECK_FORMULA_PARTS, parts, span)

    def edges(self, count: int, span: Span) -> None:
        """Take the arrows of a diagram, which are led around its boxes."""
        self._take(DECK_EDGES, count, span)

    def events(self, count: int, span: Span) -> None:
        """Take the events of a timeline, whose places are looked for."""
        self._take(DECK_EVENTS, count, span)

    def steps(self, count: int, span: Span) -> None:
        """Take the steps of a process, whose places are looked for."""
        self._take(DECK_STEPS, count, span)

    def figures(self, count: int, span: Span) -> None:
        """Take key figures, whose places are looked for."""
        self._take(DECK_FIGURES, count, span)

    def _take(self, bound: Bound, count: int, span: Span) -> None:
        self._taken[bound] += count
        if self._taken[bound] > bound.most:
            raise Excess(bound, span)


def _stretches(runs: Iterable[Run]) -> int:
    return sum(1 + (_stretches(run.footnote.runs) if run.footnote else 0) for run in runs)
