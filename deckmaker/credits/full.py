"""Credits with nothing left out: a line each, addresses written out, for whoever asks the presenter."""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.credits.languages import words_for
from deckmaker.credits.record import record_runs
from deckmaker.credits.strip import credit_runs
from deckmaker.dataclasses import replace
from deckmaker.model import Credit, Run


def full_credits(credits: Iterable[Credit], language: str) -> tuple[str, ...]:
    """Return a heading and a line for each credit, once, as the deck's language says them; nothing where none is."""
    lines = tuple(dict.fromkeys(_line(credit, language) for credit in credits))
    return (words_for(language).heading, *lines) if lines else ()


def _line(credit: Credit, language: str) -> str:
    """Return one credit: what the strip says and, behind a line of its author's own, what the record says besides."""
    line = _text(credit_runs(credit, language, "paper"))
    besides = replace(credit, text=None, url=None, note=None)
    if credit.text and besides.says_something:
        words = words_for(language)
        line += words.aside + _text(record_runs(besides, words, "paper"))
    return line


def _text(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)
