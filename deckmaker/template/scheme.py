"""The theme part of a master: its colours, fonts, and the fills and lines that shapes refer to.

Source: ECMA-376 part 1, 20.1.6.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from xml.etree.ElementTree import Element

from deckmaker.budget.templates import TEMPLATE_LOOK
from deckmaker.dataclasses import dataclass, field
from deckmaker.patterns import BLANK
from deckmaker.template.names import A, local
from deckmaker.template.numbers import is_hex
from deckmaker.template.package import NotATemplate, Package

COLORS = (
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)
"""The colours of a scheme, in its order (20.1.6.2)."""

_OFFICE = "000000 FFFFFF 44546A E7E6E6 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72"
"""What stands in for colours that a scheme does not say: those that programs write for a new file."""


@dataclass(frozen=True, slots=True, eq=False)
class Scheme:
    """The theme part `part`: `colors` as #RRGGBB by their names in the scheme, `heading` and `body` the families.

    `colors_name` is what the colours are called together, as in PowerPoint's list of them. `fills`, `lines` and
    `backgrounds` are the elements of its format scheme, in their order.
    """

    name: str
    part: str
    colors: Mapping[str, str]
    heading: str
    body: str
    fills: tuple[Element, ...] = field(default=(), repr=False)
    lines: tuple[Element, ...] = field(default=(), repr=False)
    backgrounds: tuple[Element, ...] = field(default=(), repr=False)
    colors_name: str = ""

    def fill(self, index: int) -> Element | None:
        """Return a fill by its number: from 1, those of backgrounds from 1001 (20.1.4.2.10); None for nothing."""
        ones = self.backgrounds if index > 1000 else self.fills
        index -= 1001 if index > 1000 else 1
        return ones[index] if 0 <= index < len(ones) else None

    def line(self, index: int) -> Element | None:
        """Return a line by its number, from 1 (20.1.4.2.19); None for nothing."""
        return self.lines[index - 1] if 0 < index <= len(self.lines) else None


def checked_look(element: Element | None, part: str) -> Element | None:
    """Return an element that is looked at again for each text or shape that is set so. Raises NotATemplate where it
    holds too many."""
    if element is not None and any(True for _ in islice(element.iter(), TEMPLATE_LOOK.most, None)):
        raise NotATemplate(
            f"holds more than {TEMPLATE_LOOK.limit} of one look in `{part}`", "save it anew in PowerPoint"
        )
    return element


def read_scheme(package: Package, master: str) -> Scheme:
    """Return the theme of a master's part. Raises NotATemplate where there is none."""
    part = package.target(master, "theme")
    if part is None:
        raise NotATemplate(f"is broken: `{master}` has no theme", "save it anew")
    root = package.xml(part)
    colors = dict(zip(COLORS, (f"#{one}" for one in _OFFICE.split()), strict=True))
    said = root.find(f".//{A}clrScheme")
    for one in said if said is not None else ():
        if len(one) and (value := _plain(one[0])):
            colors[local(one.tag)] = value
    formats = root.find(f".//{A}fmtScheme")
    fills, lines, backgrounds = (
        tuple(one for one in found if checked_look(one, part) is not None)
        if formats is not None and (found := formats.find(f"{A}{name}")) is not None
        else ()
        for name in ("fillStyleLst", "lnStyleLst", "bgFillStyleLst")
    )
    heading, body = (_family(root, name) for name in ("majorFont", "minorFont"))
    called = (said.get("name") if said is not None else "") or ""
    return Scheme(root.get("name") or "", part, colors, heading, body, fills, lines, backgrounds, called)


def _plain(color: Element) -> str | None:
    value = color.get("lastClr") or color.get("val") or ""
    return f"#{value.upper()}" if is_hex(value) else None


def _family(root: Element, name: str) -> str:
    latin = root.find(f".//{A}fontScheme/{A}{name}/{A}latin")
    family = latin.get("typeface", "") if latin is not None else ""
    return "Calibri" if BLANK.fullmatch(family) else family
