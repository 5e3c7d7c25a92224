"""Styles of cells: what their numbers are, and how they are shown."""

from __future__ import annotations

from typing import NamedTuple

from deckmaker.budget.workbooks import FORMAT_CHARACTERS
from deckmaker.source.workbook.formats import Meaning, meaning_of, seconds_of
from deckmaker.source.workbook.number_formats import (
    Formats,
    NumberFormat,
    Parted,
    is_of_readers_currency,
    number_formats,
    parted,
)
from deckmaker.source.workbook.package import Attributes, Package, whole_number
from deckmaker.source.workbook.text_formats import TextFormat, text_format

_AS_TYPED = NumberFormat()


class CellStyle(NamedTuple):
    """What numbers of a style of cells are, and how they are shown; None where that is not plain.

    Numbers that are names are `parted`. Of times, `seconds` has how many digits of their parts are shown; None where
    no seconds are. Texts have a format of their own, None where they are shown as they are.
    """

    meaning: Meaning = Meaning.NUMBER
    shown: Formats = Formats(_AS_TYPED, _AS_TYPED, _AS_TYPED)
    seconds: int | None = None
    parted: Parted | None = None
    is_of_readers_currency: bool = False
    text: TextFormat | None = None


PLAIN = CellStyle()
"""The style of cells that have none of their own."""


def styles_in(package: Package, part: str) -> list[CellStyle]:
    """Return what numbers of each style of cells are."""
    codes: dict[int, str] = {}
    known: dict[int, CellStyle] = {}
    found: list[CellStyle] = []
    around: list[str] = []

    def start(tag: str, attributes: Attributes) -> None:
        if tag == "numFmt" and "numFmts" in around:
            written = attributes.get("formatCode", "")
            if len(written) <= FORMAT_CHARACTERS.most:
                codes[whole_number(attributes.get("numFmtId"))] = written
        if tag == "xf" and around[-1:] == ["cellXfs"]:
            number = whole_number(attributes.get("numFmtId"))
            if number not in known:  # of many styles, few have a format of their own
                code = codes.get(number)
                shown, seconds = number_formats(number, code), seconds_of(number, code)
                names, is_local = parted(number, code), is_of_readers_currency(number, code)
                meaning, texts = meaning_of(number, code), text_format(number, code)
                known[number] = CellStyle(meaning, shown, seconds, names, is_local, texts)
            found.append(known[number])
        around.append(tag)

    def end(*_: str) -> None:
        around.pop()

    if package.has(part):
        package.read(part, start, end)
    return found
