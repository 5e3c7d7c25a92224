"""The fonts of decks as text: a table for people, JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from deckmaker.diagnostics.printer import display_width
from deckmaker.diagnostics.printer.wrapping import padded, wrapped
from deckmaker.model.number_ranges import ranges
from deckmaker.survey.fonts.needs import DeckFonts, FontNeed
from deckmaker.survey.forms.json_form import decks_as_json

NARROWEST = 64
"""Columns that the table takes at least: a narrower terminal wraps its lines."""

_HEADS = ("family", "for", "slides", "drawn with", "to open the PPTX")
_SHARES = (0.2, 0.14, 0.12, 0.3, 0.24)
"""Of the width, what each column may take where all of them need more."""
_GAP = "  "
_LISTED = 12
"""Letters that are named."""


def in_form(form: str, decks: Sequence[DeckFonts], width: int) -> str:
    """Return the fonts of decks in a form. `width` is a terminal's, in columns. Raises ValueError for no form."""
    match form:
        case "table":
            return "\n".join("".join(f"{line}\n" for line in _table(deck, max(width, NARROWEST))) for deck in decks)
        case "json":
            return decks_as_json(decks)
        case _:
            raise ValueError(form)


def _table(deck: DeckFonts, width: int) -> Iterator[str]:
    count = len(deck.fonts)
    yield from wrapped(f"{count} {'family' if count == 1 else 'families'} in {deck.deck}", width)
    if not count:
        return
    rows = [tuple(_cells(one)) for one in deck.fonts]
    heads = [[head] for head in _HEADS]
    room = width - len(_GAP) * (len(_HEADS) - 1)
    needs = [max(display_width(text) for row in (heads, *rows) for text in row[at]) for at in range(len(_HEADS))]
    widths = needs if sum(needs) <= room else _shared(needs, room)
    yield ""
    yield from _row(heads, widths)
    yield _GAP.join("-" * one for one in widths)
    for row in rows:
        yield from _row(row, widths)
    if twins := dict.fromkeys(
        one.drawn_with for one in deck.fonts if one.origin == "deckmaker" and not one.reader_needs
    ):
        yield ""
        told = f"Where there is no Office, LibreOffice needs {', '.join(twins)}: `deckmaker fonts --folder` has them"
        yield from wrapped(told, width)


def _shared(needs: Sequence[int], room: int) -> list[int]:
    """Return the widths of columns that need more than there is: what some leave of their shares, others have."""
    shares = [max(len(head), int(share * room)) for head, share in zip(_HEADS, _SHARES, strict=True)]
    widths = [min(need, share) for need, share in zip(needs, shares, strict=True)]
    for at, need in enumerate(needs):
        widths[at] += max(0, min(need - widths[at], room - sum(widths)))
    return widths


def _row(row: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    columns = [
        [line for text in texts for line in wrapped(text, width)] for texts, width in zip(row, widths, strict=True)
    ]
    for line in zip_longest(*columns, fillvalue=""):
        yield _GAP.join(map(padded, line, widths)).rstrip(" ")


def _cells(need: FontNeed) -> Iterator[list[str]]:
    """Yield what stands in each column, a text for each line that begins there."""
    yield [need.name]
    letters = " ".join(need.letters[:_LISTED]) + (" …" if len(need.letters) > _LISTED else "")
    yield [", ".join(need.used_for), *([letters] if letters else [])]
    yield [ranges(need.slides)]
    if need.origin == "deckmaker":
        how = "in its place" if need.reader_needs else "deckmaker's own"
        yield [f"{need.drawn_with}, {how}"]
    else:
        where = "installed here, " if need.origin == "machine" else ""
        yield [*need.files, f"({where}{'; '.join(need.rights)})"]
    yield [need.reader_needs or "nothing: Office has it"]
