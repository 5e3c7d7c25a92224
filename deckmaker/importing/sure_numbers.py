"""Numbers of charts as a deck surely reads them: a file has 1.649 with a point, which a German deck takes for 1,649."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from deckmaker.dataclasses import replace
from deckmaker.importing.imported import ImportedDeck
from deckmaker.localization.numerals import numerals_for
from deckmaker.localization.typed_numbers import evidence

_DATA = ("series", "values")
"""Keys of a chart below which its numbers stand."""


def with_sure_numbers(deck: ImportedDeck, is_compared: bool = False) -> ImportedDeck:
    """Return a deck whose charts say that a point is the decimal sign, where its language would part thousands by it.

    In one that is compared, each such number has a zero more, `1.6490`: a number in one file alone may need that, and
    a key of the chart would say of all others that they changed.
    """
    if numerals_for(deck.keys.get("language", "")).decimal != ",":
        return deck
    change = _with_zeros if is_compared else _with_sign
    return replace(deck, slides=[_changed(one, change) for one in deck.slides])


def _changed(value: Any, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Any:
    """Return a slide, or a part of one, with its charts changed."""
    if isinstance(value, list):
        return [_changed(one, change) for one in value]
    if isinstance(value, dict):
        return {
            key: change(one) if key == "chart" and isinstance(one, dict) else _changed(one, change)
            for key, one in value.items()
        }
    return value


def _with_sign(chart: dict[str, Any]) -> dict[str, Any]:
    numbers = (one for key in _DATA for one in _numbers(chart.get(key)))
    return {**chart, "decimal": "point"} if any(evidence([one]).is_open for one in numbers) else chart


def _numbers(value: Any) -> Iterator[str]:
    """Yield the numbers of a chart's data, which are texts; names of series are none."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _numbers(one["values"] if isinstance(one, dict) else one)


def _with_zeros(chart: dict[str, Any]) -> dict[str, Any]:
    return chart | {key: _sure(chart[key]) for key in _DATA if key in chart}


def _sure(value: Any) -> Any:
    """Return data of a chart with a zero behind the decimals of numbers that could be a thousand times as large."""
    if isinstance(value, list):
        return [{**one, "values": _sure(one["values"])} if isinstance(one, dict) else _sure(one) for one in value]
    if not isinstance(value, str) or not evidence([value]).is_open:
        return value
    digits, mark, power = value.partition("e" if "e" in value else "E")
    return f"{digits}0{mark}{power}"
