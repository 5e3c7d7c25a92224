"""A fitted text as a placed item."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.diagnostics import Span
from deckmaker.layout.decision import Change, Decision
from deckmaker.layout.document import Placed, TextItem
from deckmaker.layout.roles import Role
from deckmaker.model.geometry import Rect
from deckmaker.text import Fitted
from deckmaker.text.breaking import SAFE_MARGIN
from deckmaker.theme import TextStyle


def placed_text(
    slot: str,
    rect: Rect,
    fitted: Fitted,
    style: TextStyle,
    span: Span | None,
    changes: tuple[Change, ...] = (),
    lacking: tuple[str, ...] = (),
    role: Role = Role.TEXT,
    room: Rect | None = None,
) -> Placed:
    """Return a set text in its frame, narrowed to the width in which its breaks are safe.

    Its `room`, for which its size was chosen, may be higher than `rect`. `changes` say why that is not its slot's
    place, `lacking` what a strip goes without, `role` what it is.
    """
    setting = fitted.setting
    x = rect.right - setting.width if style.align == "right" else rect.x - setting.outdent
    offset = rect.height - setting.height - fitted.shift if style.anchor == "bottom" else fitted.shift
    # Lines that are kept as they are need no exact width, and must not be too wide for another program's box.
    spare = 0.0 if setting.safe or style.align != "left" else SAFE_MARGIN
    frame = replace(rect, x=x, width=setting.width + spare)
    decision = Decision(room or rect, changes, fitted.reason, lacking=lacking)
    return Placed(frame, TextItem(style, setting, offset), role, slot, span, decision=decision)
