"""LaTeX to MathML: `math-core` reads it, and what it writes is brought to a small, closed set of elements."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from lxml import etree

from deckmaker.budget.bound import Bound
from deckmaker.budget.decks import FORMULA_CHARACTERS, FORMULA_DEPTH, FORMULA_EXPANSIONS, FORMULA_PARTS
from deckmaker.model.formula import Formula, MathNode
from deckmaker.patterns import pattern

TOKENS = ("mi", "mn", "mo", "mtext")
"""Elements that hold a text."""

_HOLDERS = (
    *("mrow", "mfrac", "msqrt", "mroot", "mphantom", "menclose"),
    *("msub", "msup", "msubsup", "munder", "mover", "munderover"),
    *("mtable", "mtr", "mtd"),
)
"""Elements that hold others."""

_KEPT = {
    "mi": ("mathvariant",),
    "mo": ("stretchy", "lspace", "rspace", "minsize", "maxsize", "form"),
    "mfrac": ("linethickness",),
    "mover": ("accent",),
    "munder": ("accentunder",),
    "munderover": ("accent", "accentunder"),
    "menclose": ("notation",),
    "mrow": ("displaystyle", "scriptlevel"),
    "mtable": ("displaystyle", "scriptlevel"),
}
"""Attributes that say how something is drawn, by elements. All others are left out."""

NOTATIONS = ("box", "updiagonalstrike", "downdiagonalstrike")
"""What may be drawn around or across something."""

INVISIBLE = "\u2061\u2062\u2063\u2064"
"""Signs that tell readers how parts belong together: function application, times, separator, plus."""

_SELECTORS = {0xFE00: None, 0xFE01: None}
"""They choose between two forms of script letters. Most fonts have one."""


def _letters(capital: int, small: int, gaps: Mapping[str, str] = {}) -> dict[int, str]:  # only read
    alphabet = {ord("A") + at: chr(capital + at) for at in range(26)}
    return alphabet | {ord("a") + at: chr(small + at) for at in range(26)} | {ord(at): to for at, to in gaps.items()}


_LETTERS_OF = {"b": _letters(0x1D400, 0x1D41A), "i": _letters(0x1D434, 0x1D44E, {"h": "ℎ"})}
"""Bold and italic letters (Unicode, Mathematical Alphanumeric Symbols), by the elements that HTML has for them."""

_WRAPPERS = (("$$", "$$"), (r"\[", r"\]"), (r"\(", r"\)"), ("$", "$"))
"""What stands around formulas in LaTeX and Markdown, so that they are known for such."""

_MISTAKE = pattern(r"(?P<place>[0-9]{1,6}): (?P<said>.*)", re.DOTALL)
_ENTITY = pattern(r"&(?!amp;|lt;|gt;|quot;|#)[A-Za-z]{1,40};")
_LENGTH = pattern(r"(?P<ems>-?[0-9]++(?:\.[0-9]++)?)em")
_COLORS = pattern(r"\\(?:text|f|page)?color(?:box)?(?![A-Za-z])")
_CONTROL = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What XML cannot have, or what no formula has (XML 1.0, 2.2)."""

_STRUCTURE = pattern(r"\\(?:begin|end)(?![A-Za-z])|\\\\|\\.|[{}&]", re.DOTALL)
"""What says where lines and cells end, and what holds them."""

_COMMAND = pattern(r"\\(?:[A-Za-z]++|.)", re.DOTALL)
_NAMED = pattern(r'"(\\[^"]*)"')
"""A command as `math-core` quotes it, which calls `\\tag` by all of its forms: `\\tag[*]`."""

_CELL_PADDING = 0.4
"""Ems at each side of a table's cell (MathML Core, user agent stylesheet)."""


class Misread(Exception):
    """A text is no formula: what is said of it, where in it that begins and ends, and help."""

    def __init__(self, message: str, begin: int, end: int, help: str) -> None:
        super().__init__(message)
        self.begin, self.end, self.help = begin, end, help


def read_formula(text: str) -> Formula:
    """Return the formula that a text in LaTeX is. Raises Misread."""
    begin, end = _inside(text)
    tex = text[begin:end]
    if len(tex) > FORMULA_CHARACTERS.most:
        raise _too_much(FORMULA_CHARACTERS, text, len(tex))
    if not tex:
        raise _empty(text)
    if found := _CONTROL.search(tex):
        help = "put single quotes around the formula: in double quotes, YAML has a meaning of its own for each `\\`"
        message = f"the formula has a sign that nobody can see, U+{ord(found[0]):04X}"
        raise Misread(message, begin + found.start(), begin + found.end(), help)
    if found := _COLORS.search(tex):
        help = "a formula has the colour of the slide's texts: leave the command out"
        raise Misread(
            f"`{found[0]}` gives a part of a formula a colour", begin + found.start(), begin + found.end(), help
        )
    before, behind = _lines_around(tex)
    return Formula(tex, _Reader(text).root(_mathml(before, tex, behind, begin)))


def _empty(text: str) -> Misread:
    return Misread("the formula is empty", 0, len(text), r"write it as LaTeX, as in `E = mc^2`")


def _inside(text: str) -> tuple[int, int]:
    """Return where a formula begins and ends in a text, which may have the signs of mathematics around it."""
    bare = text.strip()
    begin = len(text) - len(text.lstrip())
    for before, behind in _WRAPPERS:
        inner = bare[len(before) : -len(behind)]
        if len(bare) > len(before) + len(behind) and bare.startswith(before) and bare.endswith(behind):
            start = begin + len(before) + len(inner) - len(inner.lstrip())
            return start, start + len(inner.strip())
    return begin, begin + len(bare)


def _lines_around(tex: str) -> tuple[str, str]:
    """Return what is to stand around a formula of several lines that says no more of them: `a &= b \\\\ &= c`."""
    depth, found = 0, set()
    for one in _STRUCTURE.finditer(tex):
        sign = one[0]
        if sign in ("{", r"\begin"):
            depth += 1
        elif sign in ("}", r"\end"):
            depth -= 1
        elif depth == 0:
            found.add(sign)
    name = "aligned" if "&" in found else "gathered"
    return (f"\\begin{{{name}}}", f"\\end{{{name}}}") if found & {"&", r"\\"} else ("", "")


def _mathml(before: str, tex: str, behind: str, begin: int) -> str:
    """Return what `math-core` makes of LaTeX that begins so far in a text, with something around it. Raises Misread."""
    from math_core import LatexError, LatexToMathML

    converter = LatexToMathML(fancy_error=False, max_expansions=FORMULA_EXPANSIONS.most)
    try:
        # Python's own signs count: beyond the first plane, too.
        written = converter.convert_with_local_state(before + tex + behind, displaystyle=True)
    except LatexError as error:
        found = _MISTAKE.fullmatch(str(error))
        place, said = (int(found["place"]), found["said"]) if found else (0, str(error))
        raise _misread(said.strip().removesuffix("."), tex, max(0, place - len(before)), begin) from None
    return _ENTITY.sub(lambda found: html.unescape(found[0]), written)


def _misread(said: str, tex: str, place: int, begin: int) -> Misread:
    """Return what is said of LaTeX where its reader stopped."""
    place = min(place, len(tex) - 1)
    command = _COMMAND.match(tex, place)
    end = command.end() if command else place + 1
    name = f"`{tex[place:end]}`"
    said = _NAMED.sub(lambda found: found[0] if found[1] in tex else f'"{tex[place:end]}"', said)
    lower = said[:1].lower() + said[1:]
    if "nknown command" in said or "nvalid in math" in said or "Not valid" in said:
        help = "write it with other commands of LaTeX's mathematics, or leave it out"
        return Misread(f"formulas have no command {name}", begin + place, begin + end, _HINTS.get(tex[place:end], help))
    if "nknown environment" in said:
        help = "write `aligned` for lines, `matrix`, `pmatrix` or `cases`"
        return Misread(lower.replace('"', "`"), begin + place, begin + end, help)
    if "Unicode" in said:
        help = _HINTS.get(tex[place:end], r"write its command, as in `\top`")
        return Misread(f"formulas cannot have the sign {name}", begin + place, begin + end, help)
    if "expansions" in said:
        return Misread(f"the formula {FORMULA_EXPANSIONS.excess()}", begin + place, begin + end, "write it out")
    if said.startswith("Unexpected") or "Unmatched" in said or "closing token" in said:
        return Misread(
            lower.replace('"', "`"), begin + place, begin + end, "each `{` needs its `}`, and `$` goes around a formula"
        )
    help = _HINTS.get(tex[place:end], "mend the LaTeX")
    help = r"leave the definition out, or write `\renewcommand`" if "already defined" in said else help
    return Misread(lower.replace('"', "`"), begin + place, begin + end, help)


_HINTS = {
    "√": r"write `\sqrt{2}`",
    r"\DeclareMathOperator": r"write `\operatorname{name}` where it stands",
    r"\mbox": r"put words between `\text{` and `}`",
    r"\dotsc": r"write `\ldots`",
    r"\ce": r"write it as `\mathrm{CO_2}`",
    r"\text": r"put words between `\text{` and `}`",
    r"\substack": r"write `\begin{matrix} … \\ … \end{matrix}`",
    r"\widetilde": r"write `\tilde`",
    r"\label": "slides have no references to formulas: leave it out",
    r"\ref": "slides have no references to formulas: write the number",
    r"\tag": "formulas have no numbers on slides: write the number into a text, or leave it out",
    r"\includegraphics": "show a picture as `image`",
}
"""What to write for some commands that people know from elsewhere."""


def _too_much(bound: Bound, text: str, found: int | None = None) -> Misread:
    help = "show it in several, or as a picture"
    return Misread(f"the formula {bound.excess(found)}", 0, len(text), help)


class _Reader:
    """Makes nodes of the elements that `math-core` writes for a text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def root(self, written: str) -> MathNode:
        """Return the row that all is in. Raises Misread."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True)
        try:
            whole = etree.fromstring(written, parser)
        except etree.XMLSyntaxError:  # as of two signs that stretch in one
            raise self._unknown("this") from None
        self._measure(whole)
        root = MathNode("mrow", children=self._all(whole))
        if not _is_seen(root):
            raise _empty(self._text)
        return root

    def _measure(self, whole: etree._Element) -> None:
        parts, level = 0, [whole]
        for _ in range(FORMULA_DEPTH.most + 1):
            parts += len(level)
            level = [child for one in level for child in one]
        if level:
            raise _too_much(FORMULA_DEPTH, self._text)
        if parts > FORMULA_PARTS.most:
            raise _too_much(FORMULA_PARTS, self._text, parts)

    def _all(self, elements: Iterable[etree._Element]) -> tuple[MathNode, ...]:
        found = (self._node(one) for one in elements)
        return _with_dots([one for one in found if one])

    def _node(self, element: etree._Element) -> MathNode | None:
        """Return what an element becomes, None where nothing is seen of it."""
        name = str(element.tag)
        self._refuse(element)
        if name in TOKENS:
            text = _text(element).translate(_SELECTORS)
            return MathNode(name, text, self._kept(element)) if text else None
        match name:
            case "mspace":
                return _space(element)
            case "mtable":
                return self._table(element)
            case "mmultiscripts":
                return self._scripts(element)
            case "mrow" | "mstyle" | "mpadded":
                return self._row(element)
            case _:
                return self._holder(name, element)

    def _holder(self, name: str, element: etree._Element) -> MathNode:
        if name not in _HOLDERS:
            raise self._unknown(f"`{name}`")
        if name == "menclose":
            return self._enclosed(element)
        children = tuple(self._argument(one) for one in element)
        own = MathNode(name, attributes=self._kept(element), children=children)
        if name == "mfrac" and element.get("displaystyle"):
            return MathNode("mrow", attributes=self._of_row(element), children=(own,))
        return own

    def _enclosed(self, element: etree._Element) -> MathNode:
        """Return what something is drawn around or across; math-core adds an empty row for browsers to draw with."""
        notation = next((one for one in (element.get("notation") or "").split() if one not in NOTATIONS), None)
        if notation:
            raise self._unknown(f"`{notation}`")
        inner = self._all(element)
        if not any(map(_is_seen, inner)):
            raise self._unknown("a box or a line with nothing in it", "put something into it")
        return MathNode("menclose", attributes=self._kept(element), children=(MathNode("mrow", children=inner),))

    def _argument(self, element: etree._Element) -> MathNode:
        """Return what an element becomes where its place among others says what it is: an empty row for nothing."""
        return self._node(element) or MathNode("mrow")

    def _row(self, element: etree._Element) -> MathNode | None:
        children, kept = self._all(element), self._kept(element)
        if len(children) == 1 and not kept:
            return children[0]
        return MathNode("mrow", attributes=kept, children=children)

    def _scripts(self, element: etree._Element) -> MathNode:
        """Return what has scripts before it as a row: nothing with these scripts, then what they belong to."""
        names = [str(one.tag) for one in element]
        before = names.index("mprescripts") if "mprescripts" in names else len(names)
        base, *behind = (self._argument(one) for one in [*element][:before])
        ahead = [self._argument(one) for one in [*element][before + 1 :]]
        rows: list[MathNode] = []
        for pairs, holder in ((ahead, MathNode("mrow")), (behind, base)):
            own = holder
            for below, above in zip(pairs[::2], pairs[1::2], strict=False):
                own = MathNode("msubsup", children=(own, below, above))
            if own is base or own.children:
                rows.append(own)
        return MathNode("mrow", children=tuple(rows))

    def _table(self, element: etree._Element) -> MathNode:
        """Return a table, whose cells have `align`, and which has the spaces between its columns in ems.

        Those of numbered lines have empty columns at both sides, as wide as the page, with the number in the last.
        """
        rows = [list(row) for row in element if str(row.tag) == "mtr"]
        if "width" in _styles(element):
            rows = [row[1:-1] if len(row) > 2 else row[1:] for row in rows]
        columns = max((len(row) for row in rows), default=0)
        spaces = [0.0] * max(0, columns - 1)
        for row in rows:
            for index, (one, other) in enumerate(pairwise(row)):
                spaces[index] = max(spaces[index], _padding(one, "padding-right") + _padding(other, "padding-left"))
        made = tuple(MathNode("mtr", children=tuple(map(self._cell, row))) for row in rows)
        kept = (*self._kept(element), ("columnspacing", " ".join(f"{one:g}" for one in spaces)))
        return MathNode("mtable", attributes=kept, children=made)

    def _cell(self, element: etree._Element) -> MathNode:
        self._refuse(element)
        align = _styles(element).get("text-align", "center")
        align = align if align in ("left", "right") else "center"
        return MathNode("mtd", attributes=(("align", align),), children=self._all(element))

    def _refuse(self, element: etree._Element) -> None:
        styles = _styles(element)
        if any(one.startswith("border") for one in styles):
            raise self._unknown("a line between cells", "leave `|` and `\\hline` out")
        if any("color" in one or "background" in one for one in styles):
            raise self._unknown("a colour", "leave it out: a formula has the colour of the slide's texts")

    @staticmethod
    def _of_row(element: etree._Element) -> tuple[tuple[str, str], ...]:
        return tuple((name, str(element.get(name))) for name in _KEPT["mrow"] if element.get(name) is not None)

    def _unknown(self, what: str, help: str = "write it in another way, or show it as a picture") -> Misread:
        return Misread(f"formulas cannot show {what}", 0, len(self._text), help)

    @staticmethod
    def _kept(element: etree._Element) -> tuple[tuple[str, str], ...]:
        names = _KEPT.get(str(element.tag), ())
        return tuple((name, str(element.get(name))) for name in names if element.get(name) is not None)


def _with_dots(nodes: Sequence[MathNode]) -> tuple[MathNode, ...]:
    """Return nodes with a sign of three dots in place of three signs, which math-core writes."""
    made: list[MathNode] = []
    for one in nodes:
        made.append(one)
        if [(last.name, last.text) for last in made[-3:]] == [("mo", ".")] * 3:
            made[-3:] = [MathNode("mo", "\u2026", (("lspace", "0"), ("rspace", "0.1667em")))]
    return tuple(made)


def _text(element: etree._Element) -> str:
    """Return the text of a token; what is bold or italic among words is so by letters that Unicode has for it."""
    parts = [element.text or ""]
    for one in element:
        letters = _LETTERS_OF.get(str(one.tag), {})
        parts += (_text(one).translate(letters), one.tail or "")
    return "".join(parts)


def _is_seen(node: MathNode) -> bool:
    """Tell whether anything is drawn of a node."""
    if node.name == "mphantom":
        return False
    return bool(node.text.strip(INVISIBLE).strip()) or any(map(_is_seen, node.children))


def _space(element: etree._Element) -> MathNode | None:
    """Return a space with its width in ems; None where it has none."""
    width = element.get("width") or _styles(element).get("margin-left") or ""
    found = _LENGTH.fullmatch(width)
    ems = float(found["ems"]) if found else 0.0
    return MathNode("mspace", attributes=(("width", f"{max(-2.0, min(ems, 20.0)):g}"),)) if ems else None


def _styles(element: etree._Element) -> dict[str, str]:
    declared = (one.partition(":") for one in (element.get("style") or "").split(";"))
    return {name.strip(): value.strip() for name, _, value in declared if value}


def _padding(cell: etree._Element, side: str) -> float:
    """Return the ems at a side of a cell."""
    own = _styles(cell).get(side)
    if own is None:
        return _CELL_PADDING
    found = _LENGTH.fullmatch(own)
    return float(found["ems"]) if found else 0.0
