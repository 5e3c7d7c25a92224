"""What a `marking` may be: a line of which a reader sees something, and no word that says that there is none."""

from __future__ import annotations

from typing import Any

from deckmaker.language.kinds import Location, Mistake, Text
from deckmaker.model.marking import seen

_NO_MARKINGS = ("true", "yes", "on", "false", "no", "off", "none", "null")
"""Words that turn other keys on and off. On a plate, nobody would know what they mean."""


class MarkingText(Text):
    """A marking. One of which nothing is seen would take away another's, and no page would say so."""

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if isinstance(value, str) and not seen(value):
            mistakes.append(Mistake("blank", at, value))
        elif isinstance(value, str) and seen(value).lower() in _NO_MARKINGS:
            mistakes.append(Mistake("no marking", at, value))
        else:
            super().read(value, at, mistakes)
        return value
