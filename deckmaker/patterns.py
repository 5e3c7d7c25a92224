"""Regular expressions that are compiled when they are first used.

The package has some 250, and a run uses a quarter of them: to compile the others took a seventh of a `check`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["BLANK", "IGNORABLE", "pattern"]

if TYPE_CHECKING:
    from re import compile as pattern
else:
    import re

    def pattern(written, flags=0):
        """Return what does as `re.compile(written, flags)` does. Its errors come with its first use."""
        return _Pattern(written, flags)

    class _Pattern:
        """A compiled pattern's attributes: the first that is asked for compiles it, and each is kept."""

        def __init__(self, written, flags):
            self._written = written, flags

        def __getattr__(self, name):
            value = re.compile(*self._written) if name == "_compiled" else getattr(self._compiled, name)
            setattr(self, name, value)
            return value


IGNORABLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Default_Ignorable_Code_Point (Unicode 16, DerivedCoreProperties.txt), as a class of a pattern has it: joiners,
variation selectors, soft hyphens, signs of direction, tags and their like, of which nobody sees anything."""

MAY_TURN = pattern("[\u200f\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""The blocks in which all characters of classes R, AL and AN are (DerivedBidiClass.txt)."""

BLANK = pattern(rf"[\s\u2800{IGNORABLE}]*+")
"""Texts of which nobody sees anything: spaces, what is ignorable, and the pattern of Braille without a dot."""
