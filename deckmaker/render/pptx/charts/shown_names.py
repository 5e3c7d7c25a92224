"""Names as layout shows them: with the line breaks that they have there, and cut where they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from deckmaker.layout import TextItem
from deckmaker.layout.chart_item import ChartLabel, LabelFor

ELLIPSIS = "…"


def shown_names(labels: Iterable[ChartLabel], says: LabelFor) -> Mapping[int, str]:
    """Return names of categories, or of series, that are broken or cut, as they read, by the points that they name.

    Programs would break long names elsewhere, or not at all, and cut none.
    """
    found = {}
    for label in labels:
        item = label.placed.item
        if label.says is says and isinstance(item, TextItem):
            lines = [line.line.text.strip() for one in item.setting.paragraphs for line in one.lines]
            if len(lines) > 1 or (lines[-1:] and lines[-1].endswith(ELLIPSIS)):
                found[label.point] = "\n".join(lines)
    return found
