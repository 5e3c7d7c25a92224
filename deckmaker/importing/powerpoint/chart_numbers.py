"""How a chart of PowerPoint shows its numbers, as a deck says it: units, thousands, percents and decimals.

Formats stand at series, at labels and at axes. A sign that one of them has is that of all, where no other has another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from deckmaker.importing.powerpoint.chart_axes import Axes, Wish
from deckmaker.importing.powerpoint.chart_series import C, is_on, said
from deckmaker.localization.decimals import with_shared_decimals
from deckmaker.localization.scale_words import scaled_unit
from deckmaker.model.chart import NumberStyle
from deckmaker.patterns import pattern
from deckmaker.source.workbook.formats import Meaning, meaning_of
from deckmaker.source.workbook.number_formats import number_format
from deckmaker.template.names import local

_OWN_CODE = 164
"""The first number of a format that has a code of its own (ECMA-376 part 1, 18.8.30)."""

_GENERAL = ("", "general", "standard")
_QUOTED = pattern(r"(\"[^\"]*\"|\\.|\[[^\[\]]*\])")
_DIVIDING = pattern(r"(?<=[0#?])(,+)(?![0#?,.])")
"""Commas behind the digits of a code: each divides by a thousand."""

SCALES = {3: "thousand", 6: "million", 9: "billion"}
"""Powers of ten by which numbers are divided, and how a deck calls them."""

LANGUAGES = ("en", "de", "fr", "es", "he", "ar", "zh", "zh-hant")
"""Those whose words for these powers are known."""

_SHORT = {3: ("k", "t", "tsd"), 6: ("m", "mio", "mn", "mln"), 9: ("b", "bn", "mrd", "g")}
_JOINT = pattern(r"^(?:de |d’|d')")

_MOST_SAID = 3
"""Codes that a message has."""

_LONGEST_SAID = 40

_LONGEST = 255
"""Characters of a code that a spreadsheet takes."""


class _Format(NamedTuple):
    code: str
    prefix: str = ""
    unit: str = ""
    power: int = 0
    is_percent: bool = False
    decimals: int | None = None

    @property
    def has_signs(self) -> bool:
        return bool(self.prefix or self.unit or self.power or self.is_percent)


def number_wishes(plots: Sequence[Element], axes: Axes, value: dict[str, Any]) -> Iterator[Wish]:
    """Yield how the numbers of a chart are shown; a chart that became a table has an empty `value`."""
    keys, left = _keys(plots, axes, value) if value else ({}, list(_Codes(plots, axes.values).with_signs))
    help = "look at `unit`, `prefix`, `scale` and `decimals` of `chart`"
    if keys:
        yield Wish(keys, "the format of a chart's numbers is left out", help)
    if told := list(dict.fromkeys(left)):
        shown = ", ".join(f"`{' '.join(one.split())[:_LONGEST_SAID]}`" for one in told[:_MOST_SAID])
        more = ", …" if len(told) > _MOST_SAID else ""
        yield Wish({}, f"the format of a chart's numbers is left out: {shown}{more}", help)


def _keys(plots: Sequence[Element], axes: Axes, value: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return the keys that say how the numbers of a chart are shown, and the codes of what they do not say."""
    second = [one for one in plots if axes.second is not None and _has_axis(one, axes.second)]
    codes = _Codes([one for one in plots if one not in second], axes.values)
    keys, left = _signs(codes.every)
    left += codes.unknown
    if value.get("format") != "percent":
        left += _percents(codes, keys, is_alone=not second)
    if (decimals := _decimals(codes.of_labels, keys, value)) is not None:
        keys["decimals"] = str(decimals)
    if second:
        of_second = _Codes(second, axes.second)
        signs, rest = _signs(of_second.every)
        has_second = any("axis" in one for one in value.get("series", ()))
        if has_second and list(signs) == ["unit"]:
            keys["second_unit"] = signs["unit"]
        elif signs:
            rest += of_second.with_signs
        if value.get("format") != "percent":
            rest += [one.code for one in of_second.every if one.is_percent]
        left += [*of_second.unknown, *rest]
    if axes.x is not None and local(axes.x.tag) == "valAx":
        left += _Codes((), axes.x).with_signs
    return keys, left


class _Codes:
    """The formats of what plots show along one axis: of `every` number, and `of_labels`; codes that are `unknown`."""

    def __init__(self, plots: Sequence[Element], axis: Element | None) -> None:
        """Read the formats of plots and, unless they show shares of sums, of their axis."""
        self.unknown: list[str] = []
        series = [one for plot in plots for one in plot.iterfind(f"{C}ser")]
        self.of_series = self._read(code for one in series for code in _codes_of_values(one))
        self.of_labels = self._read(code for plot in plots for code in _codes_of_labels(plot))
        is_of_shares = any(said(one, "grouping") == "percentStacked" for one in plots)
        own = [] if axis is None or is_of_shares or not _is_numbered(axis) else [_code_of(axis)]
        self.of_axis = self._read(one for one in own if one is not None)
        self.every = list(dict.fromkeys([*self.of_series, *self.of_labels, *self.of_axis]))

    @property
    def with_signs(self) -> Iterator[str]:
        """The codes that say more than digits, or what nobody knows."""
        yield from (one.code for one in self.every if one.has_signs)
        yield from self.unknown

    def _read(self, codes: Iterable[str]) -> list[_Format]:
        found = []
        for code in dict.fromkeys(codes):
            read = _format(code)
            if read is None:
                self.unknown.append(code)
            else:
                found.append(read)
        return found


def _signs(formats: Sequence[_Format]) -> tuple[dict[str, Any], list[str]]:
    """Return the keys of signs that formats share, and the codes of those that have different ones."""
    keys: dict[str, Any] = {}
    left: list[str] = []
    for key in ("prefix", "unit", "power"):
        said_ones = {getattr(one, key) for one in formats} - {"", 0}
        if len(said_ones) == 1:
            keys["scale" if key == "power" else key] = said_ones.pop()
        elif said_ones:
            left += [one.code for one in formats if getattr(one, key)]
    if "scale" in keys:
        keys["scale"] = SCALES[keys["scale"]]
    return keys, left


def _percents(codes: _Codes, keys: dict[str, Any], is_alone: bool) -> list[str]:
    """Add percents that an axis or all labels show of numbers that have no such format; return codes left out."""
    percents = [one for one in codes.every if one.is_percent]
    shown = codes.of_axis or codes.of_labels
    if (
        is_alone
        and shown
        and all(one.is_percent for one in shown)
        and not any(one.has_signs for one in codes.of_series)
    ):
        keys["format"] = "percent"
        return []
    return [one.code for one in percents]


def _decimals(labels: Sequence[_Format], keys: dict[str, Any], value: dict[str, Any]) -> int | None:
    """Return how many decimals labels have, where a deck would not show as many by itself."""
    decimals = {one.decimals for one in labels}
    if len(decimals) != 1 or None in decimals or value["type"] in ("pie", "doughnut"):
        return None
    found = decimals.pop()
    is_percent = "percent" in (value.get("format"), keys.get("format"))
    power = next((power for power, name in SCALES.items() if name == keys.get("scale")), 0)
    style = NumberStyle(percent=is_percent, power=power)
    lists = [list(_values(one["values"])) for one in value.get("series", ())]
    usual = {with_shared_decimals(style, one).decimals for one in (*lists, [each for one in lists for each in one])}
    return None if found in usual else found


def _values(values: Iterable[Any]) -> Iterator[float]:
    """Yield the numbers of a series; of points, those along the axis of values."""
    for one in values:
        text = one[1] if isinstance(one, list) else one
        if text:
            yield float(text)


def _format(code: str) -> _Format | None:
    """Return what a code shows; None for one that a deck has no words for."""
    if code.lower() in _GENERAL or code == "@":
        return _Format("General")
    if len(code) > _LONGEST:
        return None
    power, bare = _divided(code)
    meaning = meaning_of(_OWN_CODE, bare)
    shown = number_format(_OWN_CODE, bare)
    if shown is None or power not in (0, *SCALES) or meaning not in (Meaning.NUMBER, Meaning.SHARE):
        return None
    unit = shown.behind.strip()
    if power:
        unit = _without_scale(unit, power)
    return _Format(code, shown.before.strip(), unit, power, meaning is Meaning.SHARE, shown.decimals)


def _divided(code: str) -> tuple[int, str]:
    """Return the power of ten by which a code divides, and the code without that."""
    parts = _QUOTED.split(code)
    found = [match[1] for part in parts[::2] for match in _DIVIDING.finditer(part)]
    bare = "".join(_DIVIDING.sub("", part) if index % 2 == 0 else part for index, part in enumerate(parts))
    return (3 * len(found[0]) if found else 0), bare


def _without_scale(unit: str, power: int) -> str:
    """Return a unit without the word for a power of ten before it: a deck writes that in its own language."""
    words = {scaled_unit("", power, language) for language in LANGUAGES}
    for word in sorted(words, key=len, reverse=True):
        if unit.startswith(word):
            return _JOINT.sub("", unit[len(word) :].strip())
    first, _, rest = unit.partition(" ")
    return rest.strip() if first.rstrip(".").lower() in _SHORT[power] else unit


def _codes_of_values(series: Element) -> Iterator[str]:
    for values in (*series.iterfind(f"{C}val"), *series.iterfind(f"{C}yVal")):
        yield from (one.text or "" for one in values.iter(f"{C}formatCode"))


def _codes_of_labels(plot: Element) -> Iterator[str]:
    """Yield the formats of labels that show values."""
    for series in plot.iterfind(f"{C}ser"):
        own = (*series.iterfind(f"{C}dLbls"), *series.iterfind(f"{C}dLbls/{C}dLbl"))
        for labels in own or tuple(plot.iterfind(f"{C}dLbls")):
            if not is_on(labels, "delete") and is_on(labels, "showVal"):
                code = _code_of(labels)
                yield from _codes_of_values(series) if code is None else [code]


def _code_of(element: Element) -> str | None:
    """Return the format that an axis or labels have of their own; None where it is that of the cells."""
    found = element.find(f"{C}numFmt")
    if found is None or found.get("sourceLinked") in ("1", "true"):
        return None
    return found.get("formatCode", "")


def _is_numbered(axis: Element) -> bool:
    return not is_on(axis, "delete") and said(axis, "tickLblPos") != "none"


def _has_axis(plot: Element, axis: Element) -> bool:
    return said(axis, "axId") in {one.get("val") for one in plot.iterfind(f"{C}axId")}
