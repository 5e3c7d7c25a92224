"""Lines of code that stand out against the others of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics
from deckmaker.model import Run
from deckmaker.model.text import ASIDE, join_runs
from deckmaker.resolve.line_numbers import stretches
from deckmaker.resolve.text_parts import Highlight
from deckmaker.values.stand_ins import as_typed


def with_highlights(
    runs: tuple[Run, ...], text: str, highlight: Highlight, diagnostics: Diagnostics
) -> tuple[Run, ...]:
    """Return code of which some lines stand out: they are bold, and the others have no colours.

    Both weight and colour say it, for whoever sees no difference in one of them. `text` are its lines with the empty
    ones around them, which count, and which `runs` lack. Where all lines stand out, none does. Report what is not
    there.
    """
    lines = text.split("\n")
    numbers = _numbers(highlight, lines, diagnostics)
    seen = {number for number, line in enumerate(lines, highlight.first) if line}
    if not numbers or seen <= numbers:
        return runs
    return join_runs(_marked(runs, numbers, min(seen)))


def _numbers(highlight: Highlight, lines: list[str], diagnostics: Diagnostics) -> set[int]:
    """Return the numbers of the lines that stand out."""
    named, span = stretches(highlight.asked), highlight.span
    if named is None:
        message = f"`{as_typed(', '.join(highlight.asked))}` names no lines"
        diagnostics.report("wrong-value", message, span, "write their numbers, as in `3, 5-7`")
        return set()
    first, last = highlight.first, highlight.first + len(lines) - 1
    while last > first and not lines[last - first]:
        last -= 1
    found: set[int] = set()
    for begin, end in sorted(dict.fromkeys((begin, last if end is None else end) for begin, end in named)):
        beyond = next((one for one in (begin, end) if not first <= one <= last), None)
        if beyond is not None:
            help = f"lines {first} to {last} are here" if last > first else f"line {first} is here"
            diagnostics.report("wrong-value", f"line {beyond} is not shown", span, help)
            return set()
        found.update(range(max(begin, max(found, default=0) + 1), end + 1))
    if not any(lines[number - first] for number in found):
        diagnostics.report(
            "wrong-value", "the lines that are to stand out are empty", span, "name lines that hold code"
        )
        return set()
    return found


def _marked(runs: Iterable[Run], lines: Collection[int], number: int) -> Iterator[Run]:
    for run in runs:
        for part in run.text.splitlines(keepends=True):
            is_bold = number in lines
            yield replace(run, text=part, bold=is_bold, syntax=run.syntax if is_bold else ASIDE)
            number += part.endswith("\n")
