"""How a strip that has no room is shortened, step by step, to what licences require of it.

What a step leaves out stands on the slides that list credits: Creative Commons lets the credit's parts be where the
medium has room for them (4.0, 3 a 2). A text as its author wrote it is kept or left out whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from deckmaker.credits.languages import words_for
from deckmaker.credits.record import Form
from deckmaker.credits.strip import SEPARATOR, credit_runs, strip_runs
from deckmaker.credits.terms import choices, named_in
from deckmaker.dataclasses import dataclass, replace
from deckmaker.model import Credit, Run
from deckmaker.model.text import join_runs

STEPS = ("notes", "where works were found", "dates of retrieval", "titles")
"""What strips do without, one more at each step. A further step leaves out a credit, the next one another."""

_SINCE = (4, 0)
"""The version of Creative Commons since which no title is asked for (3.0: 4 b and c; 4.0: 3 a 1)."""


class StripEntry(NamedTuple):
    """An entry of a strip: the place in the strip's text where it begins, and that before which it ends.

    `credit` is the one that it says, whole; None where it stands for several, or says that there are more.
    """

    begin: int
    end: int
    credit: Credit | None


@dataclass(frozen=True, slots=True)
class ShortStrip:
    """A slide's credits as a strip shows them: in the words of `shown`, each that is None on another slide alone.

    `credits` are whole, each once, in reading order; `lacking` says in words what of them the strip does not say.
    """

    credits: tuple[Credit, ...]
    shown: tuple[Credit | None, ...]
    lacking: tuple[str, ...]
    language: str

    @property
    def left_out(self) -> tuple[Credit, ...]:
        """The credits that the strip does not say whole."""
        pairs = zip(self.credits, self.shown, strict=True)
        return tuple(whole for whole, shown in pairs if whole != shown)

    def runs(self, form: Form) -> tuple[Run, ...]:
        """Return the strip's runs."""
        words, kept = words_for(self.language), [one for one in self.shown if one]
        if not kept and self.shown:
            return (Run(words.elsewhere),)
        runs = strip_runs(kept, self.language, form)
        missing = len(self.shown) - len(kept)
        return join_runs([*runs, Run(SEPARATOR), Run(words.more.format(missing))]) if missing else runs

    def entries(self, form: Form) -> tuple[StripEntry, ...]:
        """Return what `runs` consist of, in order; separators stand between them. None where no credit is shown."""
        said: dict[tuple[Run, ...], list[Credit]] = {}
        for whole, shown in zip(self.credits, self.shown, strict=True):
            if shown:
                said.setdefault(credit_runs(shown, self.language, form), []).append(whole)
        found: list[StripEntry] = []
        begin = 0
        for runs, credits in said.items():
            end = begin + sum(len(run.text) for run in runs)
            found.append(StripEntry(begin, end, credits[0] if len(credits) == 1 else None))
            begin = end + len(SEPARATOR)
        end = sum(len(run.text) for run in self.runs(form))
        return (*found, StripEntry(begin, end, None)) if found and begin < end else tuple(found)


def shortest_step(credits: Sequence[Credit], language: str) -> int:
    """Return the number of the last step: with it, the strip says where credits are, and none of them."""
    return len(STEPS) + len(_distinct(credits, language))


def shortened(credits: Sequence[Credit], language: str, step: int) -> ShortStrip:
    """Return the strip of a slide's credits after a `step`, from 0 for all that they say.

    Of credits, those are left out first whose licence asks for none, then those that come last.
    """
    whole, shorter, changed, order = _without_steps(tuple(credits), language, min(step, len(STEPS)))
    told = list(changed)
    gone = set(order[: max(0, step - len(STEPS))])
    shown = tuple(None if index in gone else one for index, one in enumerate(shorter))
    if gone:
        told.append(f"{len(gone)} of {len(whole)} credits")
    return ShortStrip(whole, shown, tuple(told), language)


class _Shorter(NamedTuple):
    """Credits that read differently, what is left of them, what was left out, and which of them go first, by index."""

    whole: tuple[Credit, ...]
    shorter: tuple[Credit, ...]
    told: tuple[str, ...]
    order: tuple[int, ...]


@lru_cache(maxsize=16)  # once for all steps that leave out one credit more
def _without_steps(credits: tuple[Credit, ...], language: str, step: int) -> _Shorter:
    whole = _distinct(credits, language)
    shorter = tuple(_without(credit, STEPS[:step]) for credit in whole)
    told = tuple(name for number, name in enumerate(STEPS[:step]) if _changes(whole, number))
    order = sorted(range(len(whole)), key=lambda index: (_is_asked_for(whole[index]), -index))
    return _Shorter(whole, shorter, told, tuple(order))


def _distinct(credits: Sequence[Credit], language: str) -> tuple[Credit, ...]:
    """Return the credits that read differently."""
    found: dict[tuple[Run, ...], Credit] = {}
    for credit in credits:
        found.setdefault(credit_runs(credit, language), credit)
    return tuple(found.values())


def _changes(credits: Sequence[Credit], number: int) -> bool:
    return any(_without(one, STEPS[number : number + 1]) != one for one in credits)


def _without(credit: Credit, steps: Sequence[str]) -> Credit:
    """Return a credit without what these steps leave out."""
    if STEPS[0] in steps and not named_in(credit.note):  # one that names a licence may be what CC BY-SA asks for
        credit = replace(credit, note=None)
    if credit.text:
        return credit
    if STEPS[1] in steps:
        credit = replace(credit, via=None)
    if STEPS[2] in steps:
        credit = replace(credit, retrieved=None)
    if STEPS[3] in steps and not _needs_title(credit):
        credit = replace(credit, title=None, dataset=None)
    return credit


def _needs_title(credit: Credit) -> bool:
    """Tell whether a licence asks for the title, or nothing else names the work."""
    asked = any(one.is_creative_commons and one.version < _SINCE for one in choices(credit.license))
    return asked or not (credit.creator or credit.publisher or credit.copyright or credit.source)


def _is_asked_for(credit: Credit) -> bool:
    """Tell whether a credit may be asked for by more than courtesy: not where it names nobody, or a public domain."""
    if credit.text:
        return True
    named = credit.creator or credit.publisher or credit.source or credit.copyright
    return bool(named) and not any(one.public_domain for one in choices(credit.license))
