"""What is said of a path that leads to nothing that may be named: the same words for every reader of files."""

from __future__ import annotations

from pathlib import Path, PurePath

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.diagnostics.near import did_you_mean
from deckmaker.project import Barred, hidden_step, reached

INSIDE = "copy the file into the project"
VISIBLE = "copy the file into a folder of the project that is not hidden"


def way_inside(written: str, beside: Path) -> str:
    """Return what to write in place of a path that leads out of the project, in the file `beside`.

    Whoever is used to files in `decks/` may begin with `../` where the file itself lies at the root.
    """
    steps = PurePath(written).parts
    ups = next((index for index, step in enumerate(steps) if step != ".."), len(steps))
    inner = PurePath(*steps[ups:]).as_posix()
    if not ups or isinstance(found := reached(inner, beside), Barred) or not found.is_file:
        return INSIDE
    return f"paths begin at the folder of `{beside.name}`: {did_you_mean(inner)}"


def told_barred(barred: Barred, written: str, span: Span | None, diagnostics: Diagnostics, help: str = INSIDE) -> None:
    """Report a path that leads out of the project or through what is hidden, as it was `written`."""
    if barred is Barred.OUTSIDE:
        diagnostics.report("outside-project", f"`{written}` leads out of the project", span, help)
        return
    step = hidden_step(PurePath(written).parts)
    what = f"goes through `{step}`, which is hidden" if step else "is a link to what is hidden"
    diagnostics.report("hidden-file", f"`{written}` {what}", span, VISIBLE)
