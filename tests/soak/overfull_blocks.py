"""Every kind of block with few words, as many as a slide has room for, or more, and what a reader must find of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from deckmaker.blocks import CELLS
from tests.formulas.any_formula import FORMULAS
from tests.soak.decks import PICTURE
from tests.soak.noted_words import MOST_WORDS, NotedWords
from tests.soak.sections import Amount, Sections
from tests.soak.written import Beside, WrittenSlide

BEFORE_TEXT = "heading"
"""The kind that introduces others, and never stands last."""

FOOTER = 4
"""Words of a cell of a table's footer: it is never parted, and stands with the header and the footnotes of both."""


class BlockWriter:
    """Writes blocks of a slide into a place of it, and keeps their words; `sections` are the deck's."""

    def __init__(self, noted: NotedWords, written: WrittenSlide, sections: Sections, place: str = "flow") -> None:
        self._noted, self._written, self._sections, self._place = noted, written, sections, place
        self.said: list[str] = []
        self._texts = written.texts.setdefault(place, [])
        self._kinds: dict[str, Callable[[Amount], Any]] = {
            "heading": lambda _: self._in_text(4),
            "text": self._text,
            "bullets": self._items,
            "numbered": self._items,
            "image": lambda _: self._picture(),
            "images": lambda amount: [self._picture() for _ in range(amount.of(2, 4, 9))],
            "columns": lambda amount: [self._cell(f"column {number}", amount) for number in (1, 2)],
            "grid": self._grid,
            "table": self._table,
            "chart": self._chart,
            "quote": self._quote,
            "metrics": self._metrics,
            "timeline": self._timeline,
            "process": lambda amount: [self._step() for _ in range(amount.of(2, 6, 20))],
            "compare": self._compare,
            "agenda": self._agenda,
            "callout": self._callout,
            "code": self._code,
            "diagram": self._diagram,
            "equation": lambda amount: r" \\ ".join([self._noted.draw(FORMULAS)] * amount.of(1, 2, 3)),
        }

    @property
    def kinds(self) -> list[str]:
        """The keys of all kinds that it writes."""
        return list(self._kinds)

    def block(self, kind: str, amount: Amount) -> dict[str, Any]:
        """Return a block under its key."""
        begins = len(self._texts)
        value = self._kinds[kind](amount)
        self.said += self._texts[begins:]
        return {kind: value}

    def flow(self, kinds: list[tuple[str, Amount]]) -> list[dict[str, Any]]:
        """Return blocks one below the other, a text below each heading."""
        blocks = []
        for kind, amount in kinds:
            begins = len(self._texts)
            blocks.append(self.block(kind, amount))
            if kind == BEFORE_TEXT:
                heading, begins = self._texts[begins:], len(self._texts)
                blocks.append(self.block("text", amount))
                self._written.introductions.append(Beside(heading, self._texts[begins:]))
        return blocks

    def _in_text(self, most: int) -> str:
        return self._noted.noted(self._texts, most)

    def _text(self, amount: Amount) -> str:
        return self._noted.running(self._count(amount), self._noted.sentence(), self._texts)

    def _items(self, amount: Amount) -> list[Any]:
        return self._noted.items(self._count(amount), self._noted.sentence(), self._texts)

    def _count(self, amount: Amount) -> int:
        most = amount.of(8, 60, self._noted.draw(st.sampled_from([300, 300, 300, 1_000, MOST_WORDS])))
        return self._noted.draw(st.integers(amount.of(1, 10, 150), most))

    def _picture(self) -> dict[str, Any]:
        """Return a picture. All of a slide have one credit, and captions by which they are found."""
        written = self._written
        if not written.creator:
            written.creators.append(Beside([], []))
            written.creator = self._noted.few(written.creators[0].words, 2)
        begins = len(self._texts)
        caption = self._in_text(5)
        written.creators[0].on.extend(self._texts[begins:])
        return {"file": PICTURE, "alt": "A harbour", "caption": caption, "credit": {"creator": written.creator}}

    def _grid(self, amount: Amount) -> dict[str, Any]:
        count = amount.of(2, 4, self._noted.draw(st.integers(2, 12)))
        own = Amount.NORMAL if amount and count > 4 else amount  # else hundreds of parts, each laid out anew
        grid: dict[str, Any] = {"cells": [self._cell(f"cell {number}", own) for number in range(1, count + 1)]}
        grid["look"] = self._noted.draw(st.sampled_from(["plain", "cards"]))
        if self._noted.some():
            grid["across"] = self._noted.upto(3)
        return grid

    def _cell(self, place: str, amount: Amount) -> dict[str, Any]:
        """Return a column or a cell, most with a heading, of one or two blocks with words, by which they are found."""
        kinds = [kind for kind in self._kinds if kind not in (*CELLS, "agenda")]
        drawn = self._noted.draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=2))
        return self.cell(place, [(kind, amount) for kind in drawn])

    def cell(self, place: str, kinds: list[tuple[str, Amount]]) -> dict[str, Any]:
        """Return a column or a cell of blocks, most with a heading.

        None has one beside a formula, which comes first then: a part with that alone has no words to be found by.
        """
        kinds = sorted(kinds, key=lambda one: one[0] != "equation")
        own = BlockWriter(self._noted, self._written, self._sections, place)
        blocks, heading = own.flow(kinds), {}
        # One that its blocks begin with would be the heading of all of them.
        if kinds[0][0] == BEFORE_TEXT or (kinds[0][0] != "equation" and self._noted.upto(3) > 1):
            words: list[str] = []
            heading = {"heading": self._noted.noted(words, 3)}
            self._written.repeated.setdefault(place, []).append(Beside(words, own.said))
            if kinds[0][0] != BEFORE_TEXT and self._noted.some():
                blocks, heading = [heading, *blocks], {}
        self.said += own.said
        return {**heading, "content": blocks}

    def _rows(self) -> tuple[str, list[str]]:
        """Return the place of a table's rows, and its words, empty yet."""
        place = f"{self._place} {1 + sum(one.startswith(self._place) for one in self._written.texts)} table"
        return place, self._written.texts.setdefault(place, [])

    def _header(self, place: str, words: list[str], rows: list[str]) -> None:
        self._written.repeated.setdefault(place, []).append(Beside(words, rows))
        self.said += rows

    def _caption(self, place: str, rows: list[str]) -> dict[str, str]:
        if not self._noted.some():
            return {}
        words: list[str] = []
        caption = self._noted.noted(words, 8)
        self._written.captions.setdefault(place, []).append(Beside(words, rows))
        return {"caption": caption}

    def _table(self, amount: Amount) -> dict[str, Any]:
        (place, said), header, width = self._rows(), [], self._noted.upto(2)
        most, footer = self._noted.draw(st.sampled_from([1, 4, 20])), self._noted.draw(st.integers(0, 1))
        rows = [[self._noted.noted(header, 2) for _ in range(width)]]
        most = most if amount else 1
        rows += [[self._noted.noted(said, most) for _ in range(width)] for _ in range(amount.of(1, 6, 40))]
        rows += [[self._noted.noted(said, min(most, FOOTER)) for _ in range(width)] for _ in range(footer)]
        self._header(place, header, said)
        return {"rows": rows, "header": 1, "footer": footer, **self._caption(place, said)}

    def _compare(self, amount: Amount) -> dict[str, Any]:
        (place, said), header, most = self._rows(), [], self._noted.draw(st.sampled_from([1, 4, 12]))
        options = [self._noted.few(header, 1) for _ in (1, 2)]
        criteria = [
            {self._noted.noted(said, 2): [self._noted.noted(said, most if amount else 1) for _ in options]}
            for _ in range(amount.of(1, 5, 40))
        ]
        self._header(place, header, said)
        picked = {"pick": options[0]} if self._noted.some() else {}
        return {"options": options, "criteria": criteria, **picked, **self._caption(place, said)}

    def _chart(self, amount: Amount) -> dict[str, Any]:
        """Return a chart of numbers. It is never parted: its words are those above and below its plot."""
        draw, count = self._noted.draw, amount.of(2, 6, 30)
        chart: dict[str, Any] = {"type": draw(st.sampled_from(["column", "bar", "line"]))}
        chart["subtitle"] = self._in_text(6)
        chart["categories"] = [str(1990 + number) for number in range(count)]
        chart["values"] = draw(st.lists(st.integers(-100, 1_000), min_size=count, max_size=count))
        return {**chart, "note": self._in_text(6)} if self._noted.some() else chart

    def _quote(self, amount: Amount) -> dict[str, str]:
        quote = {"text": self._text(amount)}
        return {**quote, "by": self._in_text(3)} if self._noted.some() else quote

    def _diagram(self, amount: Amount) -> dict[str, Any]:
        """Return a diagram. It is never parted."""
        nodes = {f"n{one}": self._in_text(2) for one in range(amount.of(2, 4, 6))}
        first, *_, last = nodes
        edges: list[Any] = [" -> ".join(nodes)]
        if self._noted.some():
            edges.append({f"{last} -> {first}": self._in_text(1)})
        return {"edges": edges, "nodes": nodes}

    def _callout(self, amount: Amount) -> dict[str, str]:
        """Return a callout. Its title stands on each of its parts; without a text, there is but one."""
        kind = {"kind": self._noted.draw(st.sampled_from(["finding", "note", "warning", "question"]))}
        if amount is Amount.SHORT and self._noted.some():
            return {**kind, "title": self._in_text(3)}
        if self._noted.some():
            return {**kind, "text": self._text(amount)}
        words: list[str] = []
        title, begins = self._noted.noted(words, 3), len(self._texts)
        text = self._text(amount)
        self._written.repeated.setdefault(self._place, []).append(Beside(words, self._texts[begins:]))
        return {**kind, "title": title, "text": text}

    def _code(self, amount: Amount) -> dict[str, str]:
        """Return code without an end of line. Its title stands on each of its parts."""
        if self._noted.some():
            return {"language": "python", "text": self._unnoted(amount)}
        words: list[str] = []
        title, begins = self._noted.noted(words, 3), len(self._texts)
        text = self._unnoted(amount)
        self._written.repeated.setdefault(self._place, []).append(Beside(words, self._texts[begins:]))
        return {"title": title, "text": text}

    def _unnoted(self, amount: Amount) -> str:
        return self._noted.words.text(self._count(amount), 0, self._texts)

    def _metrics(self, amount: Amount) -> list[dict[str, str]]:
        """Return figures. They never part, so that there are none with more words than stay on a page."""
        return [self._metric() for _ in range(amount.of(1, 3, 6))]

    def _metric(self) -> dict[str, str]:
        metric = {"value": self._noted.few(self._texts, 1), "label": self._noted.few(self._texts, 2)}
        return {**metric, "change": self._noted.few(self._texts, 1)} if self._noted.some() else metric

    def _timeline(self, amount: Amount) -> Any:
        events = [self._event(1990 + number) for number in range(amount.of(2, 6, 30))]
        return {"scale": "time", "events": events} if self._noted.some() else events

    def _event(self, year: int) -> dict[str, str]:
        return {"when": str(year), **self._step()}

    def _step(self) -> dict[str, str]:
        step = {"title": self._in_text(3)}
        return {**step, "text": self._in_text(20)} if self._noted.some() else step

    def _agenda(self, amount: Amount) -> bool:
        """Return an agenda: it shows the deck's sections, as many as there are."""
        self._texts += self._sections.shown(amount)
        return True
