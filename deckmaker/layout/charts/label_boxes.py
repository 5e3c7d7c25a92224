"""The boxes of labels of native charts: from the ascent of a label's first line to the descent of its last."""

from __future__ import annotations

from deckmaker.layout.charts.texts import ChartTexts, SetLabel
from deckmaker.layout.document import Placed
from deckmaker.layout.roles import Role
from deckmaker.model.geometry import Rect
from deckmaker.text.breaking import SAFE_MARGIN
from deckmaker.text.fitting import TOLERANCE

Size = tuple[float, float]
"""Width and height, in points."""

FROM_DOT = 2.83
"""Points between a dot and the box of its label, as LibreOffice has it; measured, as all that is said of it here."""


def box_size(label: SetLabel) -> Size:
    """Return the size of a label's box: as wide as its longest line, or as its frame where that must be wider."""
    lines = [line for paragraph in label.setting.paragraphs for line in paragraph.lines]
    height = lines[-1].baseline - lines[0].baseline + label.ascent + label.descent
    return max(*(one.line.width for one in lines), label.width - SAFE_MARGIN - TOLERANCE), height


def placed_in(label: SetLabel, box: Rect, texts: ChartTexts, role: Role = Role.LABEL) -> Placed:
    """Return a label in its box."""
    x = {"left": box.x, "center": box.x + box.width / 2, "right": box.right}[label.style.align]
    return label.placed(label.below_line(x, box.y + label.ascent), role, texts.span)
