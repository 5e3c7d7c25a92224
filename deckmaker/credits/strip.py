"""The line of credits at the foot of a slide: who is credited for what, each credit once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import chain

from deckmaker.credits.languages import LANGUAGES, words_for
from deckmaker.credits.record import Form, record_runs
from deckmaker.credits.words import Words
from deckmaker.model import Credit, Run
from deckmaker.model.text import join_runs

SEPARATOR = " · "


def strip_runs(credits: Iterable[Credit], language: str = "en", form: Form = "screen") -> tuple[Run, ...]:
    """Return the strip for a slide's credits in reading order; those that read the same stand once.

    `language` is the deck's BCP 47 tag. On paper addresses are written out.
    """
    runs: list[Run] = []
    for one in dict.fromkeys(credit_runs(credit, language, form) for credit in credits):
        runs += [Run(SEPARATOR), *one] if runs else one
    return join_runs(runs)


@lru_cache(maxsize=4_096)  # a record stands on many slides, and in several places of each
def credit_runs(credit: Credit, language: str = "en", form: Form = "screen") -> tuple[Run, ...]:
    """Return one credit with its label, such as `Photo: “Berth 4”, A. Lind, CC BY 4.0 (cropped)`.

    A text of which nobody is credited is after nobody else's: why that is so stands without a label.
    """
    words = words_for(language)
    record = record_runs(credit, words, form)
    if brings_label(credit) or (credit.nobody and credit.role == "text"):
        return record
    return join_runs([Run(words.label.format(_label(credit, words))), *record])


def brings_label(credit: Credit) -> bool:
    """Tell whether a credit's text begins with a label, such as `Data:`, so that it needs none."""
    return bool(credit.text and begins_with_label(credit.text))


def begins_with_label(text: str, of_pictures: bool = True) -> bool:
    """Tell whether a text begins with a label, in any language; one `of_pictures` may be `Map:`, too."""
    return bool(_labelled(of_pictures).match(text))


def credit_text(credit: Credit, language: str) -> str:
    """Return one credit in plain words, its addresses written out."""
    return "".join(run.text for run in credit_runs(credit, language, "paper"))


def _label(credit: Credit, words: Words) -> str:
    kind = words.kinds.get(credit.kind or "") if credit.role == "picture" else None
    return kind or words.roles[credit.role]


@cache
def _labelled(of_pictures: bool) -> re.Pattern[str]:
    """Return what tells a text that brings its label, in any language: a deck may quote a credit in another."""
    all_words = LANGUAGES.values()
    found = (words.labels if of_pictures else (*words.roles.values(), *words.others) for words in all_words)
    labels = {re.escape(label) for label in chain.from_iterable(found)}
    return re.compile(rf"(?:{'|'.join(sorted(labels))})s?\s*[:：]", re.IGNORECASE)
