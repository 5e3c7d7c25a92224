"""Names with the line breaks that layout gave them: programs would break them elsewhere, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from deckmaker.layout import TextItem
from deckmaker.layout.chart_item import ChartLabel, LabelFor


def broken_names(labels: Iterable[ChartLabel], says: LabelFor) -> Mapping[str, str]:
    """Return names of categories, or of series, that stand in several lines, each with its breaks by itself.

    A name of which layout shows a part alone is not among them.
    """
    found = {}
    for label in labels:
        item = label.placed.item
        if label.says is says and isinstance(item, TextItem):
            lines = [line.line.text.strip() for one in item.setting.paragraphs for line in one.lines]
            if len(lines) > 1:
                found[item.text] = "\n".join(lines)
    return found
