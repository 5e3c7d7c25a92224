"""Severities as a deck or the user sets them: what may be set, and what to say of what may not."""

from __future__ import annotations

from deckmaker.diagnostics.catalogue import CATALOGUE, GATE, Severity
from deckmaker.diagnostics.diagnostic import nearest

LEVELS = {severity.value: severity for severity in Severity}
"""The words for severities, the worst first."""

FIXED = "nothing can be built from a deck with that mistake"
"""Why some codes are errors whatever is set."""


def is_lowered(code: str, level: Severity) -> bool:
    """Tell whether a level would make less of a code that is an error by nature."""
    return CATALOGUE[code].is_fixed and level is not Severity.ERROR


def needs_reason(code: str, level: Severity) -> bool:
    """Tell whether a level makes less of what a licence rules out or asks for: a deck has to say why."""
    words = list(LEVELS.values())
    return code in GATE and words.index(level) > words.index(CATALOGUE[code].severity)


def code_help(code: str) -> str:
    """Return what to do about a code that is none."""
    return nearest(code, list(CATALOGUE)) or "codes stand in messages, between the brackets: error[code]"


def read_level(written: str) -> tuple[str, Severity]:
    """Read `CODE=LEVEL`, as the user writes it.

    Raises ValueError with a sentence for the user when that cannot be.
    """
    words = ", ".join(LEVELS)
    code, sign, word = written.partition("=")
    if not sign:
        raise ValueError(f"`{written}` is not CODE=LEVEL, such as missing-credit=error")
    if code not in CATALOGUE:
        raise ValueError(f"no code `{code}`; {code_help(code)}")
    if word not in LEVELS:
        raise ValueError(f"`{word}` is no level; {nearest(word, list(LEVELS)) or f'levels: {words}'}")
    if is_lowered(code, LEVELS[word]):
        raise ValueError(f"`{code}` is always an error: {FIXED}")
    return code, LEVELS[word]
