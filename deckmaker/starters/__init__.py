"""Starters: whole decks of the kinds that people begin with, and the project that is made around one.

    answers ─project_files→ texts and pictures by their paths ─put_project→ a folder, whole or not at all

The decks are data, in `data/starters/`, a folder each. Nothing here asks or prints.
"""

from __future__ import annotations

from typing import NamedTuple


class Starter(NamedTuple):
    """What a starter is for, in a few words, and the built-in theme that suits it."""

    meaning: str
    theme: str


STARTERS = {
    "briefing": Starter("what is at stake, what was found, the options, and what you ask for", "briefing"),
    "data-story": Starter("one finding a slide, said in its title and shown in a chart", "briefing"),
    "read-out": Starter("what a study asked, what came out of it, and what follows", "briefing"),
    "talk": Starter("few words, one thought a slide, and what you say in the notes", "statement"),
    "incident-review": Starter("what happened, whom it hit, why, and what is done about it", "briefing"),
    "each-row": Starter("one deck and a table: a report for each of its rows", "briefing"),
}
"""In the order in which they are offered; the first is the one that is taken where nobody says."""
