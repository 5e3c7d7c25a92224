"""Forty arrangements of blocks, each short, normal and overfull: what analysts put side by side and below others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import yaml

LENGTHS = ("short", "normal", "overfull")

Block = dict[str, Any]
Make = Callable[["Words"], Block]

SENTENCES = (
    "Two thirds of the loud nights have a **reefer ship** at berth four.",
    "Its ventilators run until it leaves, because the cargo must be kept at minus eighteen degrees.",
    "Nobody sleeps who lives within a hundred and twenty metres, says the doctor of the quarter.",
    "A wall would help two streets of five, and shore power all of them.",
    "The grid has room for both, as the works found out when they laid the new cable.",
    "What the meters say is what the neighbours have said for years.",
    "Most of the nights are in summer, when windows stand open.",
)
ITEMS = (
    "Ventilators run all night",
    "Berth 4 faces the houses",
    "Cranes stop at ten",
    "Two ships a week have quiet fans already",
    "The meter at the school was moved in May",
    "Tugs wait at the pier",
    "Trains shunt until two",
)
BERTHS = ("Berth 1", "Berth 4", "Berth 5", "Berth 16")


class Words:
    """Material of one length; what is drawn goes round, so that neighbours differ."""

    def __init__(self, length: str) -> None:
        self.length = length
        self._next = 0

    def _take(self, stock: tuple[str, ...], count: int) -> list[str]:
        self._next += 1
        return [stock[(self._next + index) % len(stock)] for index in range(count)]

    def _count(self, short: int, normal: int, overfull: int) -> int:
        return {"short": short, "normal": normal, "overfull": overfull}[self.length]

    def text(self) -> str:
        """Return running text of one or more sentences."""
        return " ".join(self._take(SENTENCES, self._count(1, 2, 12)))

    def line(self) -> str:
        """Return a sentence that is never long."""
        return self._take(SENTENCES, 1)[0]

    def bullets(self) -> list[Any]:
        """Return the items of a list, one with items below it."""
        items: list[Any] = list(self._take(ITEMS, self._count(2, 3, 12)))
        if self.length != "short":
            items[1] = {items[1]: ["by day", "by night"]}
        return items

    def table(self, caption: bool = True) -> Block:
        """Return a table of numbers."""
        rows = [[one, f"{48 + 3.25 * index}", str(3 * index)] for index, one in enumerate(self._rows())]
        table: Block = {"rows": [["Berth", "Level", "Nights"], *rows]}
        return (
            {**table, "caption": "Loudest hour, and nights above the limit", "credit": "Harbour Office"}
            if caption
            else table
        )

    def _rows(self) -> list[str]:
        return [BERTHS[index % len(BERTHS)] for index in range(self._count(2, 4, 14))]

    def picture(self, caption: bool = True) -> Block:
        """Return a picture with its credit."""
        self._next += 1
        file, alt = (("harbour.jpg", "Cranes at dusk"), ("meter.png", "A sound-level meter"))[self._next % 3 == 0]
        picture = {"file": f"../assets/showcase/{file}", "alt": alt, "credit": f"A. Lind {self._next}"}
        words = {
            "short": "The quay",
            "normal": "The quay in May",
            "overfull": "The quay in May, before the cranes stop",
        }
        return {**picture, "caption": words[self.length]} if caption else picture

    def quote(self) -> Block:
        """Return a quotation and who said it."""
        words = f"“{self._take(SENTENCES, 1)[0].replace('**', '')}”"
        return {
            "text": " ".join([words] * self._count(1, 1, 3)),
            "by": "A neighbour in Quay Street",
            "credit": "Harbour Post",
        }


def _columns(*makes: Make, headed: bool = True, shares: tuple[int, ...] = ()) -> Make:
    names = ("Shore power", "A wall", "Quiet fans", "Curfew")

    def made(words: Words) -> Block:
        columns = [make(words) for make in makes]
        for index, column in enumerate(columns):
            if headed:
                columns[index] = {"heading": names[index], **column}
            if shares:
                columns[index]["width"] = shares[index]
        return {"columns": columns}

    return made


def _content(*makes: Make) -> Make:
    def made(words: Words) -> Block:
        blocks: list[Any] = []
        for make in makes:
            blocks += [{key: value} for key, value in make(words).items()]
        return {"content": blocks}

    return made


def _text(words: Words) -> Block:
    return {"text": words.text()}


def _line(words: Words) -> Block:
    return {"text": words.line()}


def _bullets(words: Words) -> Block:
    return {"bullets": words.bullets()}


def _both(words: Words) -> Block:
    return {"text": words.line(), "bullets": words.bullets()}


def _table(words: Words) -> Block:
    return {"table": words.table()}


def _plain_table(words: Words) -> Block:
    return {"table": words.table(caption=False)}


def _picture(words: Words) -> Block:
    return {"image": words.picture()}


def _plain_picture(words: Words) -> Block:
    return {"image": words.picture(caption=False)}


def _quote(words: Words) -> Block:
    return {"quote": words.quote()}


def _heading(words: Words) -> Block:
    return {"heading": "What was found"}


def _images(count: int, caption: bool = True, fit: str | None = None) -> Make:
    def made(words: Words) -> Block:
        pictures = [words.picture(caption) for _ in range(count)]
        return {"images": [{**one, "fit": fit} if fit else one for one in pictures]}

    return made


def _grid(count: int, across: int | None, make: Make) -> Make:
    def made(words: Words) -> Block:
        cells = [{"heading": f"Step {number}", **make(words)} for number in range(1, count + 1)]
        return {"grid": {**({"across": across} if across else {}), "cells": cells}}

    return made


ARRANGEMENTS: dict[str, Make] = {
    "Text beside text": _columns(_text, _text),
    "Text beside text without headings": _columns(_text, _bullets, headed=False),
    "Table beside text": _columns(_table, _both),
    "Text beside table": _columns(_text, _plain_table),
    "Picture beside text": _columns(_picture, _text),
    "Picture beside picture": _columns(_picture, _plain_picture),
    "Table beside picture": _columns(_table, _picture),
    "Table beside table": _columns(_table, _table),
    "Quotation beside text": _columns(_quote, _bullets),
    "Picture and text in a column": _columns(_content(_picture, _line), _bullets),
    "Wide table beside text": _columns(_plain_table, _text, shares=(2, 1)),
    "Text beside wide picture": _columns(_text, _picture, shares=(1, 3)),
    "Three texts": _columns(_text, _bullets, _both),
    "Table, picture, text": _columns(_table, _picture, _text),
    "Three pictures": _columns(_picture, _picture, _plain_picture),
    "Three pictures above texts": _columns(*[_content(_plain_picture, _line)] * 3),
    "Text, quotation, table": _columns(_text, _quote, _plain_table),
    "Three tables": _columns(_plain_table, _plain_table, _plain_table),
    "Four texts": _columns(_line, _bullets, _line, _text),
    "Four pictures in columns": _columns(*[_picture] * 4),
    "Four mixed": _columns(_plain_table, _picture, _quote, _bullets),
    "Four by shares": _columns(_text, _line, _line, _line, shares=(3, 1, 1, 1)),
    "Two pictures": _images(2),
    "Three pictures side by side": _images(3, fit="cover"),
    "Four pictures": _images(4),
    "Five pictures without captions": _images(5, caption=False),
    "Six pictures": _images(6),
    "Nine pictures": _images(9),
    "Text above pictures": _content(_line, _images(3)),
    "Grid of four texts": _grid(4, None, _line),
    "Grid of six": _grid(6, 3, _line),
    "Grid of six lists": _grid(6, 3, _bullets),
    "Grid of pictures and texts": _grid(4, 2, _content(_plain_picture, _line)),
    "Quotation below a table": _content(_table, _quote),
    "Text, table, text": _content(_line, _table, _line),
    "Two tables": _content(_table, _plain_table),
    "Text and picture in a flow": _content(_line, _plain_picture, _picture),
    "Heading, text, heading, list": _content(_heading, _text, _heading, _bullets),
    "Text above columns": _content(_line, _columns(_bullets, _plain_table)),
    "Quotation alone": _quote,
    "Text and quotation": _content(_text, _quote),
    "Picture at the side of a table": _content(_picture, _line, _table),
    "Picture at the side of a quotation": _content(_picture, _quote),
}


def slides(length: str) -> Iterator[Block]:
    """Yield a slide for each arrangement, in one length."""
    words = Words(length)
    yield {"title": "Arrangements"}
    for name, make in ARRANGEMENTS.items():
        yield {"title": name, **make(words)}


def deck_text(length: str, theme: str = "briefing", size: str = "16:9") -> str:
    """Return the deck of a length as YAML, for a project that has `assets/` at its root."""
    deck = {
        "title": "Arrangements",
        "language": "en-GB",
        "theme": theme,
        "size": size,
        "trail": ["Harbour", "Noise"],
        "footer": "Draft for the board",
        "overflow": "shrink",
        "slides": list(slides(length)),
    }
    return yaml.safe_dump(deck, allow_unicode=True, sort_keys=False, width=200)
