"""A choice among words, of which other tools have others: each of those leads to ours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deckmaker.language.kinds import Choice, Location, Mistake


class GuessedChoice(Choice):
    """A choice. `guesses` are other words in lower case, by what they mean; `key` is the key that it is written for."""

    def __init__(self, *words: str, key: str, guesses: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(*words)
        self._key = key
        self._meant = {guess: word for word, others in guesses.items() for guess in others}

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        meant = self._meant.get(value.lower()) if isinstance(value, str) else None
        if not meant:
            return super().read(value, at, mistakes)
        help = f"write `{self._key}: {meant}`"
        mistakes.append(Mistake("word", at, value, {"words": self.words, "help": help}))
        return value
