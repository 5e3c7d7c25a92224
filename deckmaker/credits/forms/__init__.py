"""Ledgers as text, one file a form. Machines read the same names in all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from deckmaker.credits.ledger import Ledger


def in_form(form: str, ledgers: Sequence[Ledger], width: int, created: Callable[[], datetime]) -> str:
    """Return ledgers in a form. `width` is a terminal's, in columns; `created` gives the date that SPDX asks for.

    Raises ValueError for a form that is none.
    """
    match form:
        case "table":
            from deckmaker.credits.forms.table import table

            return table(ledgers, width)
        case "csv":
            from deckmaker.credits.forms.comma_separated import comma_separated

            return comma_separated(ledgers)
        case "json":
            from deckmaker.credits.forms.json_form import json_form

            return json_form(ledgers)
        case "md":
            from deckmaker.credits.forms.markdown import markdown

            return markdown(ledgers)
        case "spdx":
            from deckmaker.credits.forms.spdx import spdx

            return spdx(ledgers, created())
        case _:
            raise ValueError(form)
