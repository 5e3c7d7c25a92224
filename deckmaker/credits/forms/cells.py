"""A work as cells of plain text, for the forms that have no lists."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.credits.ledger import FIELDS, Work

COLUMNS = ("slides", *FIELDS, "missing", "rows")


def cells(work: Work) -> dict[str, str]:
    """Return a text for each of COLUMNS, empty where nothing is known."""
    fields = {name: value or "" for name, value in work.fields.items()}
    missing = "; ".join(f"{one.code}: {one.message}" for one in work.missing)
    return {"slides": ", ".join(map(str, work.slides)), **fields, "missing": missing, "rows": ranges(work.rows)}


def ranges(numbers: Sequence[int]) -> str:
    """Return numbers that rise with those that follow on each other as ranges: `1, 4-6`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
