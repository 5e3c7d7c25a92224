"""The theme for the pages of a language: of one that is written from right to left, pages are made to be mirrored."""

from __future__ import annotations

from deckmaker.dataclasses import replace
from deckmaker.layout.mirroring import mirrored_theme
from deckmaker.layout.place import REGION
from deckmaker.localization.direction import is_written_right_to_left
from deckmaker.theme import Theme


def directed(theme: Theme, language: str) -> Theme:
    """Return a theme as pages in a language, named by its tag (BCP 47), are laid out in it.

    Pages of a company's template keep its places. If its texts run from right to left, what stands in these does, too:
    the places are mirrored first, and are where they were when the pages are mirrored.
    """
    if not is_written_right_to_left(language):
        return theme
    if theme.template is None:
        return replace(theme, turned=True)
    return replace(mirrored_theme(theme), turned=True) if _runs_from_right(theme) else theme


def _runs_from_right(theme: Theme) -> bool:
    """Tell whether the texts of a template run from right to left."""
    slot = theme.plain.slots.get(REGION)
    levels = slot.placeholder.levels if slot and slot.placeholder else ()
    return bool(levels) and levels[0].turned
