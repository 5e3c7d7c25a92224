"""The deck's logo."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass, field
from deckmaker.diagnostics import Span
from deckmaker.model.block import PictureFile


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo for `light` grounds and for `dark` ones: the same file where the deck names one alone."""

    light: PictureFile
    dark: PictureFile
    light_span: Span = field(repr=False, compare=False)
    dark_span: Span = field(repr=False, compare=False)

    @property
    def files(self) -> tuple[PictureFile, ...]:
        """Its one file or its two."""
        return tuple(dict.fromkeys((self.light, self.dark)))

    def span_of(self, file: PictureFile) -> Span:
        """Return where the deck names one of its files."""
        return self.light_span if file == self.light else self.dark_span
