"""MathML to Office Math, which PowerPoint's own editor of equations changes (ECMA-376 Part 1, 22.1).

Runs have the properties of DrawingML's, as PowerPoint writes them ([MS-ODRAWXML], 2.4.2): size, colour, and the font
Cambria Math, by whose measures PowerPoint sets formulas.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.formulas.outlines import is_bar
from deckmaker.formulas.reading import INVISIBLE, NOTATIONS, TOKENS
from deckmaker.model.formula import MathNode
from deckmaker.render.pptx.xml import Xml, attribute, joined, words

_BIG = frozenset("∑∏∐∫∬∭∮∯∰⋀⋁⋂⋃⨀⨁⨂⨆⨄")
"""Operators that stand before what they are applied to, with limits (22.1.2.70)."""

_MOST_OPERATORS = 10
"""Large operators of which each is applied to the next: those behind stand side by side."""

_INTEGRALS = frozenset("∫∬∭∮∯∰")
"""Those whose limits stand beside them, unless somebody says otherwise."""

_RELATIONS = frozenset("=≠<>≤≥≪≫≈≃≅∼≡∝→←↔⇒⇐⇔↦∈∉⊂⊃⊆⊇:,;")
_SUMS = frozenset("+−±∓")
_FENCES = frozenset("()[]{}|‖⟨⟩⌊⌋⌈⌉⟦⟧/\\")

_BRACES = {"⏞": "top", "⏟": "bot", "⎴": "top", "⎵": "bot", "⏜": "top", "⏝": "bot"}
"""What stretches above or below something, and where (22.1.2.41)."""

_ACCENTS = {
    "^": "\u0302", "ˆ": "\u0302", "˜": "\u0303", "~": "\u0303", "¯": "\u0305", "ˉ": "\u0305", "˘": "\u0306",
    "˙": "\u0307", "¨": "\u0308", "⃛": "\u20db", "ˇ": "\u030c", "´": "\u0301", "`": "\u0300", "→": "\u20d7",
    "⃗": "\u20d7", "˚": "\u030a", "\u0302": "\u0302", "\u0303": "\u0303",
}  # fmt: skip
"""Marks above letters, as the combining ones that Office has for them (22.1.2.1)."""

_SPACES = ((1.0, "\u2003"), (0.5, "\u2002"), (0.25, "\u2005"), (0.2, "\u205f"), (0.15, "\u2009"), (0.05, "\u200a"))
"""Spaces with their widths in ems, the widest first."""

_STRIKES = {"updiagonalstrike": "strikeBLTR", "downdiagonalstrike": "strikeTLBR"}
_EDGES = ("hideTop", "hideBot", "hideLeft", "hideRight")


class OfficeMath:
    """Writes formulas whose runs have certain properties of DrawingML, as attributes and as what is in them."""

    def __init__(self, attributes: str, inner: Xml) -> None:
        self._attributes, self._inner = attributes, inner
        self._operators = 0
        self._control = f"<m:ctrlPr>{self._properties(True)}</m:ctrlPr>"

    def formula(self, root: MathNode) -> Xml:
        """Return a formula as `m:oMath`."""
        return Xml(f"<m:oMath>{self._row(root.children)}</m:oMath>")

    def _properties(self, italic: bool) -> Xml:
        slant = "1" if italic else "0"
        return Xml(f'<a:rPr {self._attributes} i="{slant}">{self._inner}</a:rPr>')

    # --- Rows ---------------------------------------------------------------------------------

    def _row(self, nodes: Sequence[MathNode]) -> Xml:
        """Return nodes side by side; a large operator takes what follows it up to a sum or a relation."""
        parts: list[Xml] = []
        rest = [one for one in nodes if not _is_silent(one)]
        while rest:
            first = rest.pop(0)
            limits = _limits(first)
            if limits is None or self._operators >= _MOST_OPERATORS:
                parts.append(self._node(first))
                continue
            end = next((at for at, one in enumerate(rest) if at and _ends_operand(one)), len(rest))
            if rest and not _is_relation(rest[0]):  # a sum's sign here is that of what follows
                operand, rest = rest[:end], rest[end:]
                parts.append(self._nary(*limits, operand))
            else:
                parts.append(self._plain(first))
        return joined(parts)

    def _argument(self, name: str, node: MathNode | None) -> str:
        """Return an argument of a function, which holds a row."""
        inner = (
            "" if node is None else self._row(node.children if node.name == "mrow" and not _fence(node) else (node,))
        )
        return f"<m:{name}>{inner}</m:{name}>"

    # --- Elements -----------------------------------------------------------------------------

    def _node(self, node: MathNode) -> Xml:
        if node.name in TOKENS:
            return self._token(node)
        children = node.children
        match node.name:
            case "mrow":
                return self._fenced(node) if _fence(node) else self._row(children)
            case "mspace":
                return self._run(_space(float(node.get("width") or 0)), plain=True)
            case "mfrac":
                kind = '<m:type m:val="noBar"/>' if (node.get("linethickness") or "1").startswith("0") else ""
                return self._made("f", kind, self._argument("num", children[0]) + self._argument("den", children[1]))
            case "msqrt":
                base = self._argument("e", MathNode("mrow", children=children))
                return self._made("rad", '<m:degHide m:val="1"/>', "<m:deg/>" + base)
            case "mroot":
                return self._made("rad", "", self._argument("deg", children[1]) + self._argument("e", children[0]))
            case "mphantom":
                base = self._argument("e", MathNode("mrow", children=children))
                return self._made("phant", '<m:show m:val="0"/>', base)
            case "menclose":
                return self._enclosed(node)
            case "mtable":
                return self._matrix(node)
            case _:
                return self._plain(node)

    def _plain(self, node: MathNode) -> Xml:
        """Return what has scripts or limits that are no operator's on what follows."""
        if not node.children:
            return self._token(node)
        base, *others = node.children
        match node.name:
            case "msub":
                return self._made("sSub", "", self._argument("e", base) + self._argument("sub", others[0]))
            case "msup":
                return self._made("sSup", "", self._argument("e", base) + self._argument("sup", others[0]))
            case "msubsup":
                scripts = self._argument("sub", others[0]) + self._argument("sup", others[1])
                return self._made("sSubSup", "", self._argument("e", base) + scripts)
            case "mover" | "munder":
                return self._marked(node, base, others[0])
            case "munderover":
                lower = self._made("limLow", "", self._argument("e", base) + self._argument("lim", others[0]))
                return self._made("limUpp", "", f"<m:e>{lower}</m:e>{self._argument('lim', others[1])}")
            case _:
                return self._token(node)

    def _marked(self, node: MathNode, base: MathNode, mark: MathNode) -> Xml:
        """Return something with a mark above or below it: a line, a brace, an accent, or a limit."""
        own, side = self._argument("e", base), "top" if node.name == "mover" else "bot"
        if is_bar(node):
            return self._made("bar", f'<m:pos m:val="{side}"/>', own)
        if mark.text in _BRACES:
            kind = f'<m:chr m:val={attribute(mark.text)}/><m:pos m:val="{side}"/>'
            joint = '<m:vertJc m:val="bot"/>' if side == "top" else '<m:vertJc m:val="top"/>'
            return self._made("groupChr", kind + joint, own)
        if node.name == "mover" and node.get("accent") == "true" and mark.text in _ACCENTS:
            return self._made("acc", f'<m:chr m:val="{_ACCENTS[mark.text]}"/>', own)
        name = "limUpp" if node.name == "mover" else "limLow"
        return self._made(name, "", own + self._argument("lim", mark))

    def _nary(
        self, sign: str, below: MathNode | None, above: MathNode | None, beside: bool, operand: Sequence[MathNode]
    ) -> Xml:
        kinds = f'<m:chr m:val="{sign}"/><m:limLoc m:val="{"subSup" if beside else "undOvr"}"/>'
        kinds += "" if below else '<m:subHide m:val="1"/>'
        kinds += "" if above else '<m:supHide m:val="1"/>'
        limits = f"{self._argument('sub', below)}{self._argument('sup', above)}"
        self._operators += 1
        inner = f"{limits}<m:e>{self._row(operand)}</m:e>"
        self._operators -= 1
        return self._made("nary", kinds, inner)

    def _fenced(self, node: MathNode) -> Xml:
        """Return a row between signs as high as itself, parted by such signs where there are some."""
        first, *inner, last = node.children
        parts: list[list[MathNode]] = [[]]
        between = ""
        for one in inner:
            if one.name == "mo" and one.text in _FENCES and one.get("stretchy") == "true":
                between = one.text
                parts.append([])
            else:
                parts[-1].append(one)
        kinds = (
            f"<m:begChr m:val={attribute(_sign(first))}/>"
            f"{f'<m:sepChr m:val={attribute(between)}/>' if between else ''}<m:endChr m:val={attribute(_sign(last))}/>"
        )
        return self._made("d", kinds, "".join(f"<m:e>{self._row(part)}</m:e>" for part in parts))

    def _enclosed(self, node: MathNode) -> Xml:
        notations = [one for one in NOTATIONS if one in (node.get("notation") or "").split()]
        edges = "" if "box" in notations else "".join(f'<m:{one} m:val="1"/>' for one in _EDGES)
        strikes = "".join(f'<m:{_STRIKES[one]} m:val="1"/>' for one in notations if one in _STRIKES)
        return self._made("borderBox", edges + strikes, self._argument("e", MathNode("mrow", children=node.children)))

    def _matrix(self, node: MathNode) -> Xml:
        """Return a table as a matrix whose columns are aligned as most of their cells are."""
        width = max((len(row.children) for row in node.children), default=1)
        sides = [_side([row.children[at] for row in node.children if at < len(row.children)]) for at in range(width)]
        columns = "".join(f'<m:mc><m:mcPr><m:count m:val="1"/><m:mcJc m:val="{one}"/></m:mcPr></m:mc>' for one in sides)
        gaps = [float(one) for one in (node.get("columnspacing") or "").split()]
        # Columns that follow on each other, as the two sides of an equation do, have no space between them: 22.1.2.19.
        close = '<m:cGpRule m:val="3"/><m:cGp m:val="0"/>' if gaps and not any(gaps) else ""
        lines = '<m:rSpRule m:val="1"/>' if node.get("displaystyle") == "true" else ""
        rows = "".join(self._matrix_row(row.children, width) for row in node.children)
        return self._made("m", f"{lines}{close}<m:mcs>{columns}</m:mcs>", rows)

    def _matrix_row(self, cells: Sequence[MathNode], width: int) -> str:
        own = [self._row(cell.children) for cell in cells] + [Xml("")] * (width - len(cells))
        return f"<m:mr>{''.join(f'<m:e>{one}</m:e>' for one in own)}</m:mr>"

    def _made(self, name: str, kinds: str, inner: str) -> Xml:
        return Xml(f"<m:{name}><m:{name}Pr>{kinds}{self._control}</m:{name}Pr>{inner}</m:{name}>")

    # --- Tokens -------------------------------------------------------------------------------

    def _token(self, node: MathNode) -> Xml:
        if node.name == "mtext":
            return self._run(node.text, is_words=True)
        is_upright = node.name != "mi" or len(node.text) > 1 or node.get("mathvariant") == "normal"
        return self._run(node.text.strip(INVISIBLE), plain=is_upright)

    def _run(self, text: str, plain: bool = False, is_words: bool = False) -> Xml:
        """Return a run: letters are italic unless it is `plain`, and `is_words` is no mathematics."""
        kind = "<m:nor/>" if is_words else '<m:sty m:val="p"/>' if plain else ""
        own = f"<m:rPr>{kind}</m:rPr>" if kind else ""
        return Xml(f'<m:r>{own}{self._properties(not kind)}<m:t xml:space="preserve">{words(text)}</m:t></m:r>')


def _is_silent(node: MathNode) -> bool:
    return bool(node.text) and not node.text.strip(INVISIBLE)


def _limits(node: MathNode) -> tuple[str, MathNode | None, MathNode | None, bool] | None:
    """Return the large operator that a node is, with its lower and upper limit, and whether these stand beside it;
    None of all others."""
    base, *others = node.children or (node,)
    if base.name != "mo" or base.text not in _BIG:
        return None
    beside = node.name in ("msub", "msup", "msubsup")
    match node.name:
        case "mo":
            return base.text, None, None, base.text in _INTEGRALS
        case "msub" | "munder":
            return base.text, others[0], None, beside
        case "msup" | "mover":
            return base.text, None, others[0], beside
        case "msubsup" | "munderover":
            return base.text, others[0], others[1], beside
        case _:
            return None


def _ends_operand(node: MathNode) -> bool:
    """Tell whether what a large operator is applied to ends before a node."""
    return _is_relation(node) or (node.name == "mo" and node.text in _SUMS)


def _is_relation(node: MathNode) -> bool:
    return node.name == "mo" and node.text in _RELATIONS


def _fence(node: MathNode) -> bool:
    """Tell whether a row stands between signs that are as high as it is."""
    if node.name != "mrow" or len(node.children) < 2:
        return False
    ends = node.children[0], node.children[-1]
    return all(one.name == "mo" and _is_fence(one) for one in ends)


def _is_fence(node: MathNode) -> bool:
    return (node.text in _FENCES or _is_silent(node)) and node.get("stretchy") != "false" and not node.get("minsize")


def _sign(node: MathNode) -> str:
    return node.text.strip(INVISIBLE)


def _space(ems: float) -> str:
    """Return a space about so wide; nothing for one that is narrower than nothing."""
    made = ""
    while found := next((one for one in _SPACES if one[0] <= ems), None):
        made, ems = made + found[1], ems - found[0]
    return made


def _side(cells: Sequence[MathNode]) -> str:
    """Return how most cells of a column are aligned."""
    sides = [cell.get("align") or "center" for cell in cells]
    return max(dict.fromkeys(sides), key=sides.count) if sides else "center"
