"""What is said of a path that leads to nothing that may be named: the same words for every reader of files."""

from __future__ import annotations

from pathlib import PurePath

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.project import Barred, hidden_step

INSIDE = "copy the file into the project"
VISIBLE = "copy the file into a folder of the project that is not hidden"


def told_barred(barred: Barred, written: str, span: Span | None, diagnostics: Diagnostics, help: str = INSIDE) -> None:
    """Report a path that leads out of the project or through what is hidden, as it was `written`."""
    if barred is Barred.OUTSIDE:
        diagnostics.report("outside-project", f"`{written}` leads out of the project", span, help)
        return
    step = hidden_step(PurePath(written).parts)
    what = f"goes through `{step}`, which is hidden" if step else "is a link to what is hidden"
    diagnostics.report("hidden-file", f"`{written}` {what}", span, VISIBLE)
