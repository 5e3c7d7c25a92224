"""Office Math to LaTeX (ECMA-376 Part 1, 22.1): what `render/pptx/office_math.py` writes, and what people type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from deckmaker.formulas.reading import Misread
from deckmaker.formulas.showing import sound_formula
from deckmaker.importing.powerpoint.shapes import Shape
from deckmaker.importing.seen_texts import seen_text
from deckmaker.patterns import pattern
from deckmaker.template.names import A, P, local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_DEEPEST = 100
"""Levels of Office Math: more are no formula that anybody could read."""

_BIG = {
    "∑": r"\sum", "∏": r"\prod", "∐": r"\coprod", "∫": r"\int", "∬": r"\iint", "∭": r"\iiint", "∮": r"\oint",
    "⋃": r"\bigcup", "⋂": r"\bigcap", "⋁": r"\bigvee", "⋀": r"\bigwedge", "⨁": r"\bigoplus", "⨂": r"\bigotimes",
    "⨀": r"\bigodot", "∯": r"\oiint", "∰": r"\oiiint",
}  # fmt: skip
_INTEGRALS = ("∫", "∬", "∭", "∮", "∯", "∰")
"""Those whose limits LaTeX puts beside them."""

_FENCES = {
    "": ".", "{": r"\{", "}": r"\}", "⟨": r"\langle", "⟩": r"\rangle", "〈": r"\langle", "〉": r"\rangle",
    "⟦": r"\llbracket", "⟧": r"\rrbracket",
    "⌊": r"\lfloor", "⌋": r"\rfloor", "⌈": r"\lceil", "⌉": r"\rceil", "‖": r"\|", "∥": r"\|",
}  # fmt: skip
_PLAIN_FENCES = "()[]|/"

_ACCENTS = {
    "\u0300": r"\grave", "\u0301": r"\acute", "\u0302": r"\hat", "\u0303": r"\tilde", "\u0304": r"\bar",
    "\u0305": r"\bar", "\u0306": r"\breve", "\u0307": r"\dot", "\u0308": r"\ddot", "\u030a": r"\mathring",
    "\u030c": r"\check", "\u20d7": r"\vec", "\u20db": r"\dddot", "\u20dc": r"\ddddot",
}  # fmt: skip
_WIDE = {r"\bar": r"\overline", r"\hat": r"\widehat", r"\vec": r"\overrightarrow"}
"""Accents that are as long as what they stand above, where that is longer than a letter."""

_SPACES = {"\u2003": r"\quad ", "\u2002": r"\enspace ", "\u2005": r"\;", "\u205f": r"\:", "\u2009": r"\,"}
_SCRIPTS = {
    "double-struck": r"\mathbb",
    "fraktur": r"\mathfrak",
    "monospace": r"\mathtt",
    "sans-serif": r"\mathsf",
    "script": r"\mathcal",
}
_NAMES = (
    *("arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "csc", "deg", "det", "dim", "exp", "gcd", "hom"),
    *("inf", "ker", "lg", "lim", "liminf", "limsup", "ln", "log", "max", "min", "Pr", "sec", "sin", "sinh", "sup"),
    *("tan", "tanh"),
)
"""Operators that LaTeX knows by name."""

_TABLES = {("(", ")"): "pmatrix", ("[", "]"): "bmatrix", ("|", "|"): "vmatrix", ("‖", "‖"): "Vmatrix"}
_COMMANDS = {
    "∅": r"\emptyset ", "∠": r"\angle ", "∢": r"\sphericalangle ", "∴": r"\therefore ",
    "∵": r"\because ", "⊤": r"\top ", "⊥": r"\bot ", "−": "-", "∗": "*",
}  # fmt: skip
"""Signs that `math-core` reads as commands alone, and those for which everybody types another."""

_ESCAPED = {ord(sign): f"\\{sign}" for sign in "#$%&_{}"} | {
    ord("\\"): r"\backslash ",
    ord("^"): r"\hat{}",
    ord("~"): r"\sim ",
    **{ord(sign): tex for sign, tex in (_SPACES | _COMMANDS).items()},
}
_IN_WORDS = {ord(sign): f"\\{sign}" for sign in "#$%&_{}"} | {ord(sign): " " for sign in "\\^~"}
_OUTLINED = pattern(r"Equation \d+(?:: (?P<tex>.+))?")
_ON = ("1", "on", "true")
_EDGES = ("hideTop", "hideBot", "hideLeft", "hideRight")
_COMMA = pattern(r"(?<=[0-9]),(?=[0-9])")
_PRIMES = {"′": "'", "″": "''", "‴": "'''"}
_MOST_PARTS = 10_000
"""Elements of Office Math in a shape: the formulas of one have some hundred."""

_LETTERS = pattern(r"([A-Za-z]+)")
_COMMAND_AT_END = pattern(r"\\[A-Za-z]++$")


class _Unknown(Exception):
    """A formula has more in it than may be, or what LaTeX has no word for."""


def outlined_formula(shape: Shape) -> str:
    """Return the LaTeX of a formula of our own that is its outline alone, as LibreOffice saves it: its name has that,
    else its description."""
    named = _OUTLINED.fullmatch(shape.name)
    if not named or shape.element.find(f"{P}spPr/{A}custGeom") is None:
        return ""
    tex: str = named["tex"] or shape.description
    try:
        sound_formula(tex)
    except Misread:
        return ""
    return tex


def formula_in(body: Element | None) -> str | None:
    """Return the LaTeX of a text that consists of formulas alone, a line each; None of others, and of formulas that
    decks cannot show."""
    if body is None or not (found := [*_formulas(body)]):
        return None
    if any(seen_text(text.text or "") for text in body.iter(f"{A}t")):
        return None
    try:
        if sum(1 for one in found for _ in islice(one.iter(), _MOST_PARTS)) >= _MOST_PARTS:
            return None
        tex = " \\\\\n".join(filter(None, (_row(one, 0).strip() for one in found)))
        sound_formula(tex)
    except (_Unknown, Misread):
        return None
    return tex


def _formulas(body: Element) -> Iterator[Element]:
    """Yield the formulas of a body, those that stand in others with these, as far as there are not too many parts."""
    waiting, left = [body], _MOST_PARTS
    while waiting and left > 0:
        one, left = waiting.pop(), left - 1
        if one.tag == f"{M}oMath":
            yield one
        else:
            waiting += reversed(one)


def _row(element: Element | None, depth: int, in_lines: bool = False) -> str:
    """Return what an element holds; `in_lines` the sign `&` stands before what is level with the line above."""
    if depth > _DEEPEST:
        raise _Unknown
    parts = (_part(one, depth + 1, in_lines) for one in element) if element is not None else ()
    # Between digits, a comma of LaTeX would have a space behind it.
    return _COMMA.sub("{,}", _joined(parts))


def _joined(parts: Iterable[str]) -> str:
    """Return parts side by side, a space between a command and a letter."""
    made = ""
    for one in filter(None, parts):
        is_open = one[0].isalpha() and _COMMAND_AT_END.search(made, max(0, len(made) - 24))
        made += f" {one}" if is_open else one
    return made


def _part(element: Element, depth: int, in_lines: bool) -> str:
    name = local(element.tag)
    if name == "r":
        return _run(element, in_lines)
    writer = _WRITERS.get(name)
    return writer(element, depth) if writer else "" if name.endswith("Pr") else _row(element, depth, in_lines)


def _run(element: Element, in_lines: bool) -> str:
    text = "".join(one.text or "" for one in element.iter(f"{M}t"))
    kind = element.find(f"{M}rPr")
    if kind is not None and kind.find(f"{M}nor") is not None:
        return f"\\text{{{text.translate(_IN_WORDS)}}}" if text else ""
    style, script = _value(kind, "sty"), _value(kind, "scr")
    if script in _SCRIPTS and text.strip():
        return f"{_SCRIPTS[script]}{{{text.translate(_ESCAPED)}}}"
    parts = _LETTERS.split(text) if style == "p" else [text]  # words and what is between them, in turn
    tex = _joined(_named(one) if index % 2 else one.translate(_ESCAPED) for index, one in enumerate(parts))
    if in_lines:
        tex = tex.replace(r"\&", "&")
    return f"\\mathbf{{{tex}}}" if style in ("b", "bi") and tex.strip() else tex


def _named(word: str) -> str:
    return f"\\{word} " if word in _NAMES else f"\\mathrm{{{word}}}"


def _value(kinds: Element | None, name: str, default: str = "") -> str:
    """Return what properties say under a name: an empty value is one."""
    found = kinds.find(f"{M}{name}") if kinds is not None else None
    return default if found is None else found.get(f"{M}val", default)


def _kinds(element: Element) -> Element | None:
    return element.find(f"{M}{local(element.tag)}Pr")


def _is_on(kinds: Element | None, name: str) -> bool:
    found = kinds.find(f"{M}{name}") if kinds is not None else None
    return found is not None and found.get(f"{M}val", "1") in _ON


def _argument(element: Element, name: str, depth: int) -> str:
    return _row(element.find(f"{M}{name}"), depth).strip()


def _base(element: Element, depth: int) -> str:
    """Return what scripts belong to: a sign as it is, all else in braces."""
    base = _argument(element, "e", depth)
    return base if len(base) == 1 else f"{{{base}}}"


def _fraction(element: Element, depth: int) -> str:
    over, under = _argument(element, "num", depth), _argument(element, "den", depth)
    match _value(_kinds(element), "type"):
        case "lin" | "skw":
            return f"{{{over}}}/{{{under}}}"
        case "noBar":
            return f"\\genfrac{{}}{{}}{{0pt}}{{}}{{{over}}}{{{under}}}"
        case _:
            return f"\\frac{{{over}}}{{{under}}}"


def _radical(element: Element, depth: int) -> str:
    degree = "" if _is_on(_kinds(element), "degHide") else _argument(element, "deg", depth)
    degree = f"{{{degree}}}" if "]" in degree else degree
    return f"\\sqrt{f'[{degree}]' if degree else ''}{{{_argument(element, 'e', depth)}}}"


def _scripts(element: Element, depth: int) -> str:
    below, above = (element.find(f"{M}{name}") for name in ("sub", "sup"))
    made = _base(element, depth)
    if below is None and (primes := _PRIMES.get(_row(above, depth).strip())):
        return made + primes
    made += f"_{{{_row(below, depth).strip()}}}" if below is not None else ""
    return made + (f"^{{{_row(above, depth).strip()}}}" if above is not None else "")


def _before(element: Element, depth: int) -> str:
    scripts = f"_{{{_argument(element, 'sub', depth)}}}^{{{_argument(element, 'sup', depth)}}}"
    return f"{{}}{scripts}{{{_argument(element, 'e', depth)}}}"


def _nary(element: Element, depth: int) -> str:
    kinds = _kinds(element)
    sign = _value(kinds, "chr", "∫")
    made = _BIG.get(sign, f"\\mathop{{{sign.translate(_ESCAPED)}}}")
    beside = _value(kinds, "limLoc", "subSup" if sign in _INTEGRALS else "undOvr") == "subSup"
    if beside != (sign in _INTEGRALS):
        made += r"\nolimits" if beside else r"\limits"
    below, above = _argument(element, "sub", depth), _argument(element, "sup", depth)
    made += f"_{{{below}}}" if below and not _is_on(kinds, "subHide") else ""
    made += f"^{{{above}}}" if above and not _is_on(kinds, "supHide") else ""
    return f"{made} {_argument(element, 'e', depth)}"


def _delimited(element: Element, depth: int) -> str:
    kinds = _kinds(element)
    begin, end = _value(kinds, "begChr", "("), _value(kinds, "endChr", ")")
    parts = element.findall(f"{M}e")
    inner = [one for part in parts for one in part if not local(one.tag).endswith("Pr")]
    if len(parts) == len(inner) == 1:
        (one,) = inner
        if local(one.tag) == "m" and (begin, end) in _TABLES:
            return _table(one, depth, _TABLES[begin, end])
        if local(one.tag) in ("m", "eqArr") and (begin, end) == ("{", ""):
            return _table(one, depth, "cases")
        if local(one.tag) == "f" and _value(_kinds(one), "type") == "noBar" and (begin, end) == ("(", ")"):
            return f"\\binom{{{_argument(one, 'num', depth)}}}{{{_argument(one, 'den', depth)}}}"
    sign = _value(kinds, "sepChr", "|")
    between = f" \\middle{_fence(sign)} " if _is_fence(sign) else sign.translate(_ESCAPED)
    content = between.join(_row(part, depth).strip() for part in parts)
    return f"\\left{_fence(begin)} {content} \\right{_fence(end)}"


def _is_fence(sign: str) -> bool:
    return bool(sign) and (sign in _PLAIN_FENCES or sign in _FENCES)


def _fence(sign: str) -> str:
    if sign and sign in _PLAIN_FENCES:
        return sign
    if sign not in _FENCES:
        raise _Unknown
    return _FENCES[sign]


def _table(element: Element, depth: int, name: str = "matrix") -> str:
    """Return a matrix, or lines that are level at signs of `&`."""
    if local(element.tag) == "eqArr":
        rows = [_row(one, depth, in_lines=True).strip() for one in element.findall(f"{M}e")]
    else:
        cells = ([_row(one, depth).strip() for one in row.findall(f"{M}e")] for row in element.findall(f"{M}mr"))
        rows = [" & ".join(row) for row in cells]
        kinds = _kinds(element)
        columns = kinds.findall(f"{M}mcs/{M}mc/{M}mcPr") if kinds is not None else []
        sides = [_value(one, "mcJc") for one in columns]
        if name == "matrix" and sides and sides == ["right", "left"] * (len(sides) // 2):
            name = "aligned"
        elif name == "matrix" and len(sides) == 1 and _value(kinds, "rSpRule") == "1":
            name = "gathered"
    inner = " \\\\ ".join(rows)
    return f"\\begin{{{name}}} {inner} \\end{{{name}}}"


def _lines(element: Element, depth: int) -> str:
    made = _table(element, depth, "aligned")
    return made if "&" in made else made.replace("{aligned}", "{gathered}")


def _accent(element: Element, depth: int) -> str:
    sign = _value(_kinds(element), "chr", "\u0302")
    base = _argument(element, "e", depth)
    if sign not in _ACCENTS:
        raise _Unknown
    name = _ACCENTS[sign]
    if len(base) > 1 and name in _WIDE:
        name = _WIDE[name]
    return f"{name}{{{base}}}"


def _bar(element: Element, depth: int) -> str:
    name = r"\overline" if _value(_kinds(element), "pos", "bot") == "top" else r"\underline"
    return f"{name}{{{_argument(element, 'e', depth)}}}"


def _braced(element: Element, depth: int) -> str:
    kinds = _kinds(element)
    sign, side = _value(kinds, "chr", "⏟"), _value(kinds, "pos", "bot")
    base = _argument(element, "e", depth)
    if sign in "⏞⏟":
        name = r"\overbrace" if side == "top" else r"\underbrace"
        return f"{name}{{{base}}}"
    name = r"\overset" if side == "top" else r"\underset"
    return f"{name}{{{sign.translate(_ESCAPED)}}}{{{base}}}"


def _limit(element: Element, depth: int) -> str:
    """Return something with a limit below or above it: that of a brace or of an operator is its script."""
    is_below = local(element.tag) == "limLow"
    base, limit = _argument(element, "e", depth), _argument(element, "lim", depth)
    if base.startswith((r"\underbrace", r"\overbrace")) or base.removeprefix("\\") in _NAMES:
        return f"{base}{'_' if is_below else '^'}{{{limit}}}"
    name = r"\underset" if is_below else r"\overset"
    return f"{name}{{{limit}}}{{{base}}}"


def _function(element: Element, depth: int) -> str:
    return f"{_argument(element, 'fName', depth)} {_argument(element, 'e', depth)}"


def _enclosed(element: Element, depth: int) -> str:
    kinds, base = _kinds(element), _argument(element, "e", depth)
    hidden = [name for name in _EDGES if _is_on(kinds, name)]
    if len(hidden) not in (0, len(_EDGES)) or _is_on(kinds, "strikeH") or _is_on(kinds, "strikeV"):
        raise _Unknown
    for name, command in (("strikeBLTR", r"\cancel"), ("strikeTLBR", r"\bcancel")):
        if _is_on(kinds, name):
            base = f"{command}{{{base}}}"
    return base if hidden else f"\\boxed{{{base}}}"


def _phantom(element: Element, depth: int) -> str:
    base = _argument(element, "e", depth)
    return f"{{{base}}}" if _value(_kinds(element), "show", "1") in _ON else f"\\phantom{{{base}}}"


_WRITERS: Mapping[str, Callable[[Element, int], str]] = {
    "f": _fraction,
    "rad": _radical,
    "sSub": _scripts,
    "sSup": _scripts,
    "sSubSup": _scripts,
    "sPre": _before,
    "nary": _nary,
    "d": _delimited,
    "m": _table,
    "eqArr": _lines,
    "acc": _accent,
    "bar": _bar,
    "groupChr": _braced,
    "limLow": _limit,
    "limUpp": _limit,
    "func": _function,
    "borderBox": _enclosed,
    "phant": _phantom,
}
