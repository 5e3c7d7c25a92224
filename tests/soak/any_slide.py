"""Slides with anything in any layout: all of it is laid out, or an error says what has no place or no room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml
from hypothesis import strategies as st

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, PictureItem, TableItem, TextItem
from deckmaker.pipeline import read_layout
from deckmaker.theme import built_in_themes
from tests.formulas.any_formula import FORMULAS
from tests.projects import Project, briefing
from tests.soak.checks import check_messages
from tests.soak.decks import PICTURE

WAYS = (
    None,
    "shrink",
    "split",
    "error",
    {"way": "shrink", "then": "error"},
    {"way": "split", "picture": "first"},
    {"way": "split", "picture": "each"},
)
"""What may be said about overflow."""

SHARES = (1, 4, 20, 60, 220, 700)
"""Words of a text: a page has room for about two hundred."""

REFUSALS = frozenset({"no-slot", "text-too-long", "picture-too-low", "too-many-parts", "empty-slide"})
"""Why such a deck may be refused."""


@dataclass(frozen=True, slots=True)
class AnyDeck:
    """A deck as it is written, and the words that its slides must show, each of them another one."""

    data: dict[str, Any]
    words: tuple[str, ...]


@st.composite
def any_decks(draw: st.DrawFn) -> AnyDeck:
    """Draw a deck of one or two slides, the first in whatever layout."""
    writer = SlideWriter(draw, [])
    theme = draw(st.sampled_from(list(built_in_themes())))
    size = draw(st.sampled_from(["16:9", "4:3", "A4"]))
    deck: dict[str, Any] = {"title": "T", "theme": theme, "size": size}
    if draw(st.booleans()):
        deck["subtitle"] = writer.text(draw(st.sampled_from([3, 30])), shown=False)
    if draw(st.booleans()):
        deck["author"] = writer.text(2, shown=False)
    if overflow := draw(st.sampled_from(WAYS)):
        deck["overflow"] = overflow
    layouts = [None, *briefing(size, theme).layouts]
    deck["slides"] = [writer.slide(draw(st.sampled_from(layouts))) for _ in range(draw(st.integers(1, 2)))]
    return AnyDeck(deck, tuple(writer.words))


@dataclass
class SlideWriter:
    """Draws what stands on slides, and keeps the words."""

    draw: st.DrawFn
    words: list[str]

    def slide(self, layout: str | None) -> dict[str, Any]:
        """Draw a slide with up to four kinds of content, each of any length."""
        kinds = self.kinds()
        slide: dict[str, Any] = {"layout": layout} if layout else {}
        if self.draw(st.integers(0, 4)):
            slide["title"] = self.text(self.draw(st.sampled_from([1, 3, 12])))
        if overflow := self.draw(st.sampled_from(WAYS)):
            slide["overflow"] = overflow
        drawn = self.draw(st.lists(st.sampled_from(list(kinds)), max_size=4, unique=True))
        for kind in drawn:
            if kind != "text" or "heading" not in drawn:  # a heading brings the text below it
                slide |= kinds[kind]()
        return slide or {"title": self.text(2)}

    def kinds(self) -> dict[str, Callable[[], dict[str, Any]]]:
        """Return what draws each kind of block, by the key under which it stands on a slide, and credits."""
        return {
            "text": lambda: {"text": self._long()},
            "bullets": lambda: {"bullets": self._items()},
            "numbered": lambda: {"numbered": self._items()},
            "columns": lambda: {"columns": [self._column(), self._column()]},
            "table": lambda: {"table": self._table()},
            "timeline": lambda: {"timeline": self._events()},
            "process": lambda: {"process": [self._step() for _ in range(self.draw(st.integers(2, 12)))]},
            "callout": lambda: {"callout": {"title": self.text(4), "text": self._long()}},
            "code": lambda: {"code": self._code()},
            "equation": lambda: {"equation": self.draw(FORMULAS)},
            "diagram": lambda: {"diagram": self._diagram()},
            "chart": lambda: {
                "chart": {"type": "column", "categories": ["2024", "2025"], "values": [3, 5], "note": self.text(4)}
            },
            "compare": lambda: {"compare": self._comparison()},
            "agenda": lambda: {"agenda": True, "section": self.text(3)},
            "grid": lambda: {"grid": {"look": "cards", "cells": [self._column() for _ in range(4)]}},
            "heading": lambda: {"heading": self.text(3), "text": self._long()},
            "quote": lambda: {"quote": {"text": self._long(), "by": self.text(2)}},
            "metrics": lambda: {"metrics": [self._metric() for _ in range(self.draw(st.integers(1, 8)))]},
            "image": lambda: {"image": self._picture()},
            "images": lambda: {"images": [self._picture() for _ in range(self.draw(st.integers(2, 9)))]},
            "credits": lambda: {"credits": [{"role": "text", "creator": f"me {one}"} for one in range(self._share())]},
        }

    def text(self, count: int, shown: bool = True, noted: bool = False) -> str:
        """Return so many words, every ninth with a footnote where they are `noted`."""
        words = [f"w{len(self.words) + one}q" for one in range(count)]
        if shown:
            self.words += words
        return " ".join(f"{word}^[n]" if noted and place % 9 == 0 else word for place, word in enumerate(words))

    def _long(self) -> str:
        return self.text(self._share(), noted=self.draw(st.booleans()))

    def _code(self) -> dict[str, str]:
        lines = [self.text(self._share()) for _ in range(self.draw(st.integers(1, 3)))]
        code = {"language": "python", "title": self.text(3), "text": "\n".join(lines)}
        return {**code, "highlight": str(len(lines))} if self.draw(st.booleans()) else code

    def _items(self) -> list[Any]:
        items: list[Any] = [self.text(3) for _ in range(max(1, self._share() // 3))]
        if self.draw(st.booleans()):
            items.append({self.text(1): [self.text(2), self.text(2)]})
        return items

    def _comparison(self) -> dict[str, Any]:
        across = self.draw(st.integers(2, 4))
        rows = range(max(1, min(self._share(), 40) // 2))
        criteria = [{self.text(2): [self.text(2) for _ in range(across)]} for _ in rows]
        return {"options": [self.text(1) for _ in range(across)], "criteria": criteria}

    def _events(self) -> Any:
        events = [{"when": str(1990 + one), **self._step()} for one in range(self.draw(st.integers(2, 12)))]
        return {"scale": "time", "events": events} if self.draw(st.booleans()) else events

    def _diagram(self) -> dict[str, Any]:
        names = [f"n{one}" for one in range(self.draw(st.integers(1, 8)))]
        edges = self.draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), min_size=1, max_size=9))
        arrows = [f"{one} {self.draw(st.sampled_from(['->', '--', '<->', '<-']))} {to}" for one, to in edges]
        shapes = st.sampled_from(["box", "round", "ellipse", "diamond"])
        return {
            "edges": [{"edge": one, "text": self.text(2)} if self.draw(st.booleans()) else one for one in arrows],
            "nodes": {one: {"text": self.text(3), "shape": self.draw(shapes)} for one in names},
        }

    def _step(self) -> dict[str, str]:
        step = {"title": self.text(self.draw(st.sampled_from([1, 3])))}
        return {**step, "text": self.text(self.draw(st.sampled_from([1, 8, 20])))} if self.draw(st.booleans()) else step

    def _metric(self) -> dict[str, str]:
        return {
            "value": self.text(1),
            "label": self.text(self.draw(st.sampled_from([1, 4, 20]))),
            "change": self.text(1),
        }

    def _picture(self) -> dict[str, Any]:
        picture = {"file": PICTURE, "alt": "A harbour", "credit": {"creator": "me"}}
        return {**picture, "caption": self.text(4)} if self.draw(st.booleans()) else picture

    def _column(self) -> dict[str, Any]:
        column: dict[str, Any] = {"text": self._long()} if self.draw(st.booleans()) else {"bullets": self._items()}
        return {"heading": self.text(2)} | column if self.draw(st.booleans()) else column

    def _table(self) -> dict[str, Any]:
        width = self.draw(st.integers(1, 4))
        cells = [[self.text(1) for _ in range(width)] for _ in range(max(2, self._share() // 4))]
        table: dict[str, Any] = {"rows": cells, "header": self.draw(st.integers(0, 1))}
        if self.draw(st.booleans()):
            table["caption"] = self.text(4)
        return table

    def _share(self) -> int:
        return self.draw(st.sampled_from(SHARES))


def check_any(deck: AnyDeck, project: Project) -> None:
    """Lay out a deck: every word is on a page, or there is an error; and what is wrong, is said in words for people."""
    project.write(yaml.safe_dump(deck.data, sort_keys=False, width=200))
    diagnostics = Diagnostics()
    document = read_layout(project.deck, diagnostics)
    check_messages(diagnostics, b"")
    assert document
    if diagnostics.failed():
        errors = {one.code for one in diagnostics if one.severity.value == "error"}
        assert errors <= REFUSALS, errors
        return
    shown = _words(document)
    assert set(deck.words) <= shown, sorted(set(deck.words) - shown)[:4]
    pictured = any("image" in slide for slide in deck.data["slides"])
    assert pictured <= any(isinstance(one.item, PictureItem) for page in document.pages for one in page.leaves)


def _words(document: Document) -> set[str]:
    """Return the words on all pages, footnotes' marks left out."""
    found: set[str] = set()
    for one in (one for page in document.pages for one in page.leaves):
        assert not isinstance(one.item, TableItem) or one.item.cells, "a table without its cells"
        for text in one.texts:
            assert isinstance(text.item, TextItem)
            found |= {word for own in text.item.setting.paragraphs for word in own.paragraph.unmarked.split()}
    return found
