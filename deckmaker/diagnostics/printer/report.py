"""All that is said of one deck: which messages, in which form, and how many there are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from deckmaker.diagnostics.catalogue import Severity
from deckmaker.diagnostics.diagnostic import Diagnostic
from deckmaker.diagnostics.printer.full_form import full
from deckmaker.diagnostics.printer.github_form import github
from deckmaker.diagnostics.printer.json_form import json_line
from deckmaker.diagnostics.printer.short_form import short

MOST = 50
"""Messages for people about one deck. Nobody mends more before looking again."""

_FOR_PEOPLE: dict[str, Callable[[Diagnostic, bool], str]] = {
    "full": lambda one, colour: full(one, colour) + "\n",
    "short": short,
}
_FOR_PROGRAMS: dict[str, Callable[[Diagnostic], str]] = {"json": json_line, "github": github}
FORMS = (*_FOR_PEOPLE, *_FOR_PROGRAMS)


def report_lines(found: Collection[Diagnostic], form: str, every: bool = False, colour: bool = False) -> Iterator[str]:
    """Yield what to print of a deck's diagnostics in one of FORMS.

    People get MOST messages, errors before others, unless they want `every` one, and a count; programs get all.
    """
    if form in _FOR_PROGRAMS:
        yield from (_FOR_PROGRAMS[form](one) for one in found)
        return
    told = list(found) if every else _worst(found)
    yield from (_FOR_PEOPLE[form](one, colour) for one in told)
    if left := len(found) - len(told):
        yield f"… and {left} more; --all shows them"
    if counts := summary(found):
        yield counts


def _worst(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return MOST diagnostics in their order, and none less bad than one that is left out."""
    order = list(Severity)
    numbered = sorted(enumerate(found), key=lambda one: (order.index(one[1].severity), one[0]))
    return [one for _, one in sorted(numbered[:MOST], key=lambda one: one[0])]


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Return a count such as `2 errors, 1 warning`; empty when there is neither."""
    found = [one.severity.value for one in diagnostics]
    counts = ((found.count(kind), kind) for kind in ("error", "warning"))
    return ", ".join(f"{n} {kind}{'s' if n > 1 else ''}" for n, kind in counts if n)
