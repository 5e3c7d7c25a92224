"""The colours of what is drawn over a page, by what it is about. All stand out from white, black and most pictures."""

from __future__ import annotations

from deckmaker.survey.survey import ItemSurvey, Kind

INKS: dict[Kind, str] = {
    "text": "#0A58CA",
    "picture": "#B0136F",
    "shape": "#B35900",
    "table": "#1B7A3D",
    "chart": "#6B3FA0",
    "equation": "#0E6E76",
    "connectors": "#5A5F00",
}
"""On each, white words have a contrast of 4.5:1 and more (WCAG 2.2, success criterion 1.4.3)."""

ALARM = "#C00000"
"""Of what does not fit."""

HALO = "#FFFFFF"


def ink(item: ItemSurvey) -> str:
    """Return the colour of an item's boxes and tag."""
    return ALARM if is_over(item) else INKS[item.kind]


def is_over(item: ItemSurvey) -> bool:
    """Tell whether a text hangs out of its room."""
    return item.text is not None and (item.text.room_left < 0 or item.text.too_wide > 0)
