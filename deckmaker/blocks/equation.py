"""A formula on lines of its own: `equation`. It is written as LaTeX, and set as mathematics is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckmaker.blocks.kind import RigidKind
from deckmaker.dataclasses import dataclass, field
from deckmaker.diagnostics import Span
from deckmaker.language.entry import Entry, EntryOf, optional, required
from deckmaker.language.kinds import Text
from deckmaker.model import Block
from deckmaker.model.formula import Formula

if TYPE_CHECKING:
    from deckmaker.layout.place import Place, SetBlock
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath


class EquationEntry(Entry):
    """A formula: how it is written, and what it says."""

    tex = required(Text(), r"The formula in LaTeX, as in `\frac{a}{b}`; lines end with `\\`.")
    alt = optional(Text(), "What it says in words, for readers who hear the slide; without it, they hear the LaTeX.")


@dataclass(frozen=True, slots=True)
class Equation(Block):
    """A formula, and what it says in words, empty where nobody has said so."""

    formula: Formula
    alt: str
    span: Span = field(repr=False, compare=False)


class EquationKind(RigidKind[Equation]):
    """A formula in the middle of its place, as large as the texts around it, and larger where it stands alone."""

    value = EntryOf(EquationEntry, shorthand="tex")
    description = "A formula in LaTeX, on lines of its own; or keys that also say it in words."
    block = Equation
    is_centred = True

    def resolve(self, entry: EquationEntry, path: DataPath, resolver: Resolver) -> Equation | None:
        """Return the formula; report where it is none."""
        from deckmaker.resolve.formulas import formula_of  # loads what few decks need

        here = (*path, "tex") if (*path, "tex") in resolver.tree.values else path
        formula = formula_of(entry.tex, here, resolver)
        if formula is None:
            return None
        alt = resolver.line(entry.alt, (*path, "alt")) if entry.alt else ""
        return Equation(formula, alt, resolver.span(path))

    def set(self, block: Equation, place: Place, step: int) -> SetBlock:
        """Set the formula at the top of a place, in the middle of its width."""
        from deckmaker.layout.equations import set_equation

        return set_equation(block.formula, block.alt, block.span, place, step)

    def steps(self, block: Equation, place: Place) -> range:
        """Return the steps of the style for formulas."""
        from deckmaker.layout.set_texts import text_steps
        from deckmaker.theme.flow_styles import EQUATION

        return text_steps(place.style(EQUATION), short=True)


EQUATION = EquationKind()
