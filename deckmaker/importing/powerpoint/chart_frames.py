"""Charts on a slide: the parts of the package in which they are, and how many values they may have together."""

from __future__ import annotations

from contextlib import suppress
from xml.etree.ElementTree import Element

from deckmaker.budget.charts import CHART_VALUES, DECK_CHART_VALUES
from deckmaker.importing.imported import Block
from deckmaker.importing.powerpoint.alternative_texts import AlternativeTexts, said_of
from deckmaker.importing.powerpoint.chart_forms import FEWER, NOT_THERE, ChartForm, form_of
from deckmaker.importing.powerpoint.charts import values_of
from deckmaker.importing.powerpoint.new_charts import LEFT_OUT, form_of_new, new_values_of
from deckmaker.importing.powerpoint.shapes import Shape, is_new_chart, plain_words
from deckmaker.importing.powerpoint.slide_parts import SlidePart
from deckmaker.importing.told import Told
from deckmaker.resolve.charts.alt_words import tells_data
from deckmaker.template.names import R, local
from deckmaker.template.package import NotATemplate, Package


class ChartFrames:
    """Reads the charts of a presentation; of one that is compared, descriptions that follow the numbers are none."""

    def __init__(self, package: Package, told: Told, alternatives: AlternativeTexts, is_compared: bool) -> None:
        self._package, self._told, self._is_compared = package, told, is_compared
        self._alternatives = alternatives
        self._values = 0  # of all charts

    def block_of(self, shape: Shape, data: Element, part: SlidePart) -> Block | None:
        """Return what the chart becomes of which a frame holds the `data`; None for one that is left out, and told."""
        is_new = is_new_chart(shape)
        id = next((one.get(f"{R}id", "") for one in data), "")
        root = root_of(id, part, self._package)
        self._tell_drawings(id, part)
        values = 0 if root is None else new_values_of(root) if is_new else values_of(root)
        self._values += values
        for count, bound in ((values, CHART_VALUES), (self._values, DECK_CHART_VALUES)):
            if count > bound.most:
                what = f"a chart is left out: {bound.holder} may have {bound.limit}"
                self._told.note(part.number, what, FEWER)
                return None
        description = said_of(shape.description)
        if self._is_compared and tells_data(description):
            description = ""  # it follows the numbers in a deck; PowerPoint leaves it as it was
        found = self._form(root, description, is_new)
        if found.block is None and shape.instead is not None:
            help = "write its numbers in a `chart` or a `table`"
            self._told.note(part.number, "a chart of a newer kind of PowerPoint is there as its picture", help)
            return None
        for message, help in found.remarks:
            self._told.note(part.number, message, help)
        return found.block

    def _tell_drawings(self, id: str, part: SlidePart) -> None:
        """Tell of words and pictures that somebody put into a chart: they are in a part of their own (21.2.2.220)."""
        to = part.relations.get(id)
        name = self._package.target(to.target, "chartUserShapes") if to and not to.is_external else None
        if not name or not self._package.has(name):
            return
        root = None
        with suppress(NotATemplate):  # a broken one is no reason to have no deck
            root = self._package.xml(name, each_time=True)
        if root is None:
            return
        self._alternatives.take(root)
        for one in root.iter():
            if local(one.tag) == "txBody" and (words := plain_words(one)):
                help = "say it with `annotations`, or in the `note`"
                self._told.note(part.number, "words that are drawn on a chart are left out: NAMES", help, words)
            elif local(one.tag) == "pic":
                self._told.note(part.number, "a picture that lies on a chart is left out", "show it as `image`")

    def _form(self, root: Element | None, description: str, is_new: bool) -> ChartForm:
        if root is None:
            return ChartForm(None, [LEFT_OUT if is_new else NOT_THERE])
        return form_of_new(root, description) if is_new else form_of(root, description, self._is_compared)


def root_of(id: str, part: SlidePart, package: Package) -> Element | None:
    """Return the root of a part of the package to which a slide has a relation; None where it is not there."""
    to = part.relations.get(id)
    is_there = to is not None and not to.is_external and package.has(to.target)
    return package.xml(to.target, each_time=True) if to is not None and is_there else None
