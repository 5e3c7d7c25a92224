"""A chart: `chart`. Columns, bars, lines, areas, pies, dots; native in each output, from one drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckmaker.blocks.kind import ElasticKind
from deckmaker.language.chart import ChartEntry
from deckmaker.language.entry import EntryOf
from deckmaker.model.chart import Chart

if TYPE_CHECKING:
    from deckmaker.layout.place import Place, SetBlock
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath


class ChartKind(ElasticKind[Chart]):
    """A chart fills the room that it has, down to the least in which it can be read."""

    value = EntryOf(ChartEntry, shorthand="file")
    description = "A chart: the path of a CSV or XLSX file, or keys that say what it shows."
    block = Chart
    stretches = True

    def resolve(self, entry: ChartEntry, path: DataPath, resolver: Resolver) -> Chart | None:
        """Return the chart, None where nothing of it can be drawn."""
        from deckmaker.resolve.charts import resolve_chart

        return resolve_chart(entry, path, resolver)

    def natural(self, block: Chart, place: Place) -> float:
        """Return the height that a chart has which has all of a place."""
        from deckmaker.layout.charts.block import ChartBlock

        return ChartBlock(block, place).natural

    def least(self, block: Chart, place: Place) -> float:
        """Return the height below which it cannot be read, and waits for the next slide."""
        from deckmaker.layout.charts.block import ChartBlock

        return ChartBlock(block, place).least

    def fit(self, block: Chart, place: Place) -> SetBlock:
        """Set the chart, with its subtitle above and its note below it."""
        from deckmaker.layout.charts.block import ChartBlock

        return ChartBlock(block, place).set()


CHART = ChartKind()
