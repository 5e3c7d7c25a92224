"""Surveys as text, one file a form."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.survey.survey import DeckSurvey

FORMS = ("text", "json")


def in_form(form: str, surveys: Sequence[DeckSurvey], width: int) -> str:
    """Return surveys in a form. `width` is a terminal's, in columns. Raises ValueError for a form that is none."""
    match form:
        case "text":
            from deckmaker.survey.forms.listing import listing

            return listing(surveys, width)
        case "json":
            from deckmaker.survey.forms.json_form import json_form

            return json_form(surveys)
        case _:
            raise ValueError(form)
