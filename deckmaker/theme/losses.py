"""What layouts of a company's template draw that outputs leave out, to be told of those that a deck uses."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from deckmaker.dataclasses import dataclass
from deckmaker.diagnostics import Diagnostics, Span

_SHOWN = 3
"""Shapes that a message names."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What is said of it, the `place` where the theme file names the layout or the template, and the name of the shape,
    if it is one."""

    message: str
    place: Span
    shape: str = ""


Losses = Mapping[str, tuple[Loss, ...]]
"""What is left out of each layout of a theme, by its name."""


def report_losses(losses: Losses, used: Collection[str], diagnostics: Diagnostics) -> None:
    """Warn once of each that is left out of the layouts that a deck has `used`, with the names of its shapes."""
    said: dict[str, tuple[Span, dict[str, None]]] = {}
    for name, ones in losses.items():
        for one in ones if name in used else ():
            _, shapes = said.setdefault(one.message, (one.place, {}))
            shapes.update({one.shape: None} if one.shape else {})
    for message, (place, shapes) in said.items():
        named = ", ".join(f"`{shape}`" for shape in list(shapes)[:_SHOWN])
        more = f" and {len(shapes) - _SHOWN} more" if len(shapes) > _SHOWN else ""
        notes = (f"shape{'s' if len(shapes) > 1 else ''} {named}{more}",) if shapes else ()
        diagnostics.report("brand-not-shown", message, place, None, notes)
