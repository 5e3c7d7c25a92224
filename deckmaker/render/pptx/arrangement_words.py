"""Arrangements in words, for the names of their layouts: `Two columns with headings`, `Text and table with caption`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, count, groupby
from typing import NamedTuple

from deckmaker.layout import Role
from deckmaker.layout.place import REGION
from deckmaker.render.pptx.arrangement import Arrangement, Column, Spot
from deckmaker.theme import SlideLayout
from deckmaker.theme.slots import COLUMNS_LAYOUT, PLAIN_LAYOUT, TABLE_LAYOUT

_USUAL = (PLAIN_LAYOUT, COLUMNS_LAYOUT, TABLE_LAYOUT)
"""Layouts that need no mention: slides are in them for what stands there."""

_ONLY = "-only"
"""How names of layouts end that slides without a picture have in the stead of others. In PowerPoint, Title Only is a
slide below whose title is nothing."""

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ORDINALS = ("first", "second", "third", "fourth")
_CELLS = {"column": "column", "cell": "cell", "image": "picture"}
_LISTED = 4
"""Cells whose contents are named one by one; of more only how many there are of each."""


class _Thing(NamedTuple):
    """Something that a region or a cell holds."""

    word: str
    subtitled: bool = False
    captioned: bool = False
    attributed: bool = False

    @property
    def plural(self) -> str:
        """The word for several of it."""
        return self.word if self in (_SHAPES, _CHARTS) else f"{self.word}s"

    def times(self, number: int) -> str:
        """Return so many of it in words."""
        plural = number > 1
        own = f"{_number(number)} {self.plural}" if plural else self.word
        parts = [("subtitle", self.subtitled), ("caption", self.captioned), ("attribution", self.attributed)]
        return _with(own, [f"{part}{'s' * plural}" for part, there in parts if there])


_SHAPES = _Thing("shapes")
"""A composition, for which PowerPoint has no placeholder."""

_CHARTS = _Thing("charts", subtitled=True)
"""Small multiples, a group of charts: the same."""


def layout_name(layout: SlideLayout, taken: Collection[str] = ()) -> str:
    """Return a name for a layout of the theme that is unlike those that are taken."""
    words = layout.name.replace(_ONLY, " without picture") if layout.name.endswith(_ONLY) else layout.name
    return free_name([words.replace("-", " ").capitalize()], taken)


def arrangement_name(arrangement: Arrangement, layout: SlideLayout, taken: Collection[str]) -> str:
    """Return a name for an arrangement that is unlike those that are taken, whatever their case."""
    own = _described(arrangement)
    whole = layout_name(layout)
    if any(spot.region != REGION and spot.role is Role.CAPTION for spot in arrangement.spots):
        whole += " with caption"
    whole += f": {own}" if own else ""
    return free_name([own, whole] if own and layout.name in _USUAL else [whole], taken)


def free_name(names: Sequence[str], taken: Collection[str]) -> str:
    """Return the first of these names that is free, else the first with a number behind it."""
    lower = {name.casefold() for name in taken}
    numbered = (f"{names[0]}, {number}" for number in count(2))
    free = next(name for name in chain(names, numbered) if name.casefold() not in lower)
    return free[:1].upper() + free[1:]


def _described(arrangement: Arrangement) -> str:
    """Return what stands in the region of blocks, '' where that is what its layout has a place for."""
    if not arrangement.spots:
        return f"title and {_SHAPES.word}"
    things: list[str] = []
    spots = [spot for spot in arrangement.spots if spot.region == REGION]
    rest = [spot for spot in spots if spot.role is not Role.HEADING or spot.cell]
    for word, run in groupby(rest, key=lambda spot: spot.cell.partition(" ")[0]):
        here = [*run]
        things += [_cells(word, here, arrangement)] if word else _counted(_things(here))
    headings = sum(spot.role is Role.HEADING and not spot.cell for spot in spots)
    head = ["heading" + "s" * (headings > 1)] if headings else []
    return _with(_listed(things), head) if things else _listed(head)


def _things(spots: Iterable[Spot]) -> list[_Thing]:
    """Return what places are for, subtitles, captions and attributions with what they belong to."""
    things: list[_Thing] = []
    subtitled = False
    for spot in spots:
        if spot.role is Role.SUBTITLE:
            subtitled = True
        elif spot.role is Role.CAPTION and subtitled:  # below what has no place, as small multiples
            things.append(_CHARTS._replace(captioned=True))
            subtitled = False
        elif spot.role is Role.CAPTION and things:
            things[-1] = things[-1]._replace(captioned=True)
        elif spot.role is Role.ATTRIBUTION and things:
            things[-1] = things[-1]._replace(attributed=True)
        else:
            things.append(_Thing(spot.role.value, subtitled))
            subtitled = False
    return [*things, _CHARTS] if subtitled else things


def _counted(things: Sequence[_Thing]) -> list[str]:
    return [thing.times(len([*same])) for thing, same in groupby(things)]


def _cells(word: str, spots: Sequence[Spot], arrangement: Arrangement) -> str:
    """Return cells that are called `column` or the like, with what they have in common and what they hold."""
    shaped = [cell for cell in arrangement.shaped if cell.startswith(f"{word} ")]
    names = [*(spot.cell for spot in spots), *shaped]
    last = max(int(name.rpartition(" ")[2]) for name in names) if word in _CELLS else 0
    cells: dict[str, list[Spot]] = {f"{word} {number}": [] for number in range(1, last + 1)}
    for spot in spots:
        cells.setdefault(spot.cell, []).append(spot)
    columns = dict(arrangement.columns)
    known = [columns[cell] for cell in cells if cell in columns]
    things = [
        [*_things(spot for spot in spots if spot.role is not Role.HEADING), *([_SHAPES] if cell in shaped else [])]
        for cell, spots in cells.items()
    ]
    headed = sum(any(spot.role is Role.HEADING for spot in spots) for spots in cells.values())
    alike = len(things[0]) == 1 and all(one == things[0] for one in things)
    shared = things[0][0] if alike and (len(cells) > 1 or things[0] == [_Thing("text")]) else None
    has = [_share("headings" if len(cells) > 1 else "heading", headed, len(cells))]
    own = f"{_number(len(cells))} {_CELLS.get(word, word)}{'s' * (len(cells) > 1)}"
    if word == "image":
        captioned = sum(any(thing.captioned for thing in one) for one in things)
        has.append(_share("captions", captioned, len(cells)))
        shared = _Thing("text")  # a picture is what they are
    elif shared and shared.word != "text":
        own += f" of {shared.plural}"
        has += ["subtitles"] * shared.subtitled + ["captions"] * shared.captioned
        has += ["attributions"] * shared.attributed
    rows = _rows(known)
    if rows > 1:
        own += f" in {_number(rows)} rows"
    own = _with(own, [one for one in has if one])
    if word == "column":
        own += _widths([column.width for column in known if column.width])
    return own if shared else f"{own}: {_contents(things)}"


def _rows(columns: Sequence[Column]) -> int:
    """Return in how many rows cells stand."""
    return sum(index == 0 or one.left <= columns[index - 1].left for index, one in enumerate(columns))


def _contents(things: Sequence[Sequence[_Thing]]) -> str:
    each = [_listed(_counted(one)) or "nothing" for one in things]
    if len(each) > 1 == len({*each}):
        return f"{each[0]} in each"
    if len(each) <= _LISTED:
        return ", ".join(chain.from_iterable(_side_by_side(*run) for run in groupby(each)))
    counts = {one: each.count(one) for one in each}
    return ", ".join(f"{_number(number)} with {one}" for one, number in counts.items())


def _side_by_side(content: str, cells: Iterator[str]) -> list[str]:
    """Return neighbours that hold the same one by one, but shapes together, since there is no place for them."""
    here = [*cells]
    return [f"{_number(len(here))} with {content}"] if content == _SHAPES.word and here[1:] else here


def _widths(widths: Sequence[int]) -> str:
    """Return which column is wider than the others, where they differ."""
    if not widths or max(widths) - min(widths) <= 1:
        return ""
    for extreme, said in ((max(widths), "wider"), (min(widths), "narrower")):
        others = [width for width in widths if abs(width - extreme) > 1]
        alike = max(others) - min(others) <= 1
        if len(others) == len(widths) - 1 and alike and len(widths) <= len(_ORDINALS):
            return f", the {_ORDINALS[widths.index(extreme)]} {said}"
    return ", of several widths"


def _share(word: str, number: int, whole: int) -> str:
    """Return a word for what so many of a whole number have."""
    return "" if not number else word if number == whole else f"some {word}"


def _with(own: str, parts: Sequence[str]) -> str:
    return f"{own} with {_listed(parts)}" if parts else own


def _listed(parts: Sequence[str]) -> str:
    return ", ".join(parts[:-1]) + f" and {parts[-1]}" if parts[1:] else "".join(parts)


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)
