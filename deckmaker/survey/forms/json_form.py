"""Surveys as JSON. The schema stands in docs/show.schema.json; keys are added, never taken away."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import Enum
from typing import Any

from deckmaker.dataclasses import fields, is_dataclass
from deckmaker.survey.survey import DeckSurvey

VERSION = 1

DIGITS = 4
"""Of points and fractions: less than any device shows, and no more than sums of advances are sure of."""


def json_form(surveys: Sequence[DeckSurvey]) -> str:
    """Return one object for all decks. Every key is always there, null where there is nothing to say."""
    return decks_as_json(surveys)


def decks_as_json(decks: Sequence[Any]) -> str:
    """Return one object for what there is to say of each deck, a dataclass."""
    whole = {"version": VERSION, "decks": [_plain(one) for one in decks]}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _plain(value: Any) -> Any:
    """Return a value as JSON has it: fields by name, enumerations by their words."""
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return _rounded(value) if isinstance(value, float) else value


def _rounded(value: float) -> float | int:
    rounded = round(value, DIGITS)
    return int(rounded) if rounded == int(rounded) else rounded
