"""What frames hold: tables, charts, and SmartArt, of which there are the words."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from deckmaker.budget.tables import TABLE_CELLS
from deckmaker.importing.lists import list_of
from deckmaker.importing.powerpoint.alternative_texts import AlternativeTexts
from deckmaker.importing.powerpoint.chart_frames import ChartFrames, root_of
from deckmaker.importing.powerpoint.diagrams import lost_of, words_of
from deckmaker.importing.powerpoint.fills import AS_IMAGE
from deckmaker.importing.powerpoint.parts import Part
from deckmaker.importing.powerpoint.shapes import Shape
from deckmaker.importing.powerpoint.slide_parts import SlidePart
from deckmaker.importing.powerpoint.tables import places_of, table_of
from deckmaker.importing.powerpoint.texts import TextReader
from deckmaker.importing.told import Told
from deckmaker.template.names import A, R
from deckmaker.template.package import Package


class Frames:
    """The frames of a presentation; those that are `compared` have no descriptions that follow their numbers."""

    def __init__(self, package: Package, told: Told, alternatives: AlternativeTexts, compared: bool) -> None:
        self._package, self._told, self._alternatives = package, told, alternatives
        self._charts = ChartFrames(package, told, alternatives, compared)

    def held_by(self, shape: Shape, texts: TextReader, part: SlidePart) -> Part | None:
        """Return what a frame of a slide holds; None where it is left out, which is told, or empty."""
        data = shape.element.find(f"{A}graphic/{A}graphicData")
        kind = (data.get("uri") or "").rpartition("/")[2] if data is not None else ""
        if data is not None and kind == "table" and (table := data.find(f"{A}tbl")) is not None:
            if places_of(table) > TABLE_CELLS.most:
                what = f"a table is left out: one may have {TABLE_CELLS.limit}"
                self._told.note(part.number, what, "make several tables of it, or show a file of its cells")
            elif value := table_of(table, texts, part.is_turned):
                return "table", value
        elif data is not None and kind in ("chart", "chartex"):
            return self._charts.block_of(shape, data, part)
        elif data is not None and kind == "diagram":
            return self._diagram(data, part)
        else:
            self._told.note(part.number, "an object of another program is left out", AS_IMAGE)
        return None

    def _diagram(self, data: Element, part: SlidePart) -> Part | None:
        """Return the words of SmartArt as a list: what its drawing says of them is not in them."""
        ids = [value for one in data for key, value in one.attrib.items() if key == f"{R}dm"]
        root = root_of(ids[0], part, self._package) if ids else None
        relations = self._package.relationships(part.relations[ids[0]].target) if root is not None else {}
        words = words_of(root, relations) if root is not None else None
        if words is None:
            help = "write its words in a `text`, or save it as a picture"
            self._told.note(part.number, "SmartArt without words in the file is left out", help)
        else:
            help = "see `process`, `timeline` and `grid`"
            self._told.note(part.number, "SmartArt is there as a list of its words", help)
        if root is not None:
            self._alternatives.take(root)
            for what, help, said in lost_of(root, relations):
                self._told.note(part.number, what, help, said)
        return [list_of(words)] if words else None
