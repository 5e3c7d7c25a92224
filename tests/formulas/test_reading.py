"""LaTeX to MathML: what is read, and what is told, where."""

from __future__ import annotations

import pytest
from hypothesis import given

from deckmaker.budget.decks import FORMULA_CHARACTERS, FORMULA_DEPTH, FORMULA_PARTS
from deckmaker.formulas.reading import Misread, read_formula
from deckmaker.model.formula import MathNode
from tests.formulas.any_formula import FORMULAS

NAMES = {
    *("mi", "mn", "mo", "mtext", "mspace", "mrow", "mfrac", "msqrt", "mroot", "mphantom", "menclose"),
    *("msub", "msup", "msubsup", "munder", "mover", "munderover", "mtable", "mtr", "mtd"),
}


def written(node: MathNode) -> str:
    """Return a node in short: names with what they hold, tokens as their texts."""
    return node.text or f"{node.name}({' '.join(map(written, node.children))})"


def read(tex: str) -> str:
    """Return what LaTeX is read as, without the row around it."""
    return " ".join(map(written, read_formula(tex).root.children))


READ = {
    "E = mc^2": "E = m msup(c 2)",
    r"\frac{1}{2}": "mfrac(1 2)",
    r"\sqrt[3]{x}": "mroot(x 3)",
    r"\mathrm{CO_2}": "msub(CO 2)",
    r"{}^1_2X": "msubsup(mrow() 2 1) X",
    r"\prescript{1}{2}{X}": "mrow(msubsup(mrow() 2 1) X)",
    r"a \ldots b": "a … b",
    r"\newcommand{\numbers}{\mathbb{R}} x \in \numbers": "x ∈ ℝ",
    r"\mathcal{L}": "ℒ",
    r"\boxed{x}": "menclose(mrow(x))",
    r"\text{a \textbf{bc} d}": "mrow(a\xa0 𝐛𝐜 \xa0d)",
    r"\textit{h} \texttt{x}": "ℎ x",
    r"\dfrac{a}{b}": "mrow(mfrac(a b))",
}


@pytest.mark.parametrize(("tex", "expected"), READ.items(), ids=READ)
def test_latex_is_read_as_it_is_meant(tex, expected):
    """Without what browsers alone need: empty rows, selectors of letters' forms, styles."""
    assert read(tex) == expected


@pytest.mark.parametrize("tex", ["$$x^2$$", "$ x^2 $", r"\[x^2\]", r"\( x^2 \)", " x^2\n"])
def test_signs_around_a_formula_say_nothing(tex):
    """They are pasted with it; its source is without them, too."""
    assert read(tex) == "msup(x 2)"
    assert read_formula(tex).tex == "x^2"


LINES = {
    r"a &= b \\ &= c": ["right", "left", "right", "left"],
    r"a = b \\ c = d": ["center", "center"],
    r"\begin{align} a &= b \\ &= c \end{align}": ["right", "left", "right", "left"],
    r"\begin{align*} a &= b \\ &= c \end{align*}": ["right", "left", "right", "left"],
    r"\begin{equation} a = b \end{equation}": ["center"],
    r"\begin{gather} a \\ b \end{gather}": ["center", "center"],
}


@pytest.mark.parametrize(("tex", "sides"), LINES.items(), ids=LINES)
def test_lines_are_a_table_without_numbers(tex, sides):
    """Whether somebody says so or not; columns that belong together have no space between them."""
    (table,) = read_formula(tex).root.children
    assert [cell.get("align") for row in table.children for cell in row.children] == sides
    assert set((table.get("columnspacing") or "0").split()) <= {"0"}
    assert "(1)" not in written(table)


def test_columns_of_a_matrix_have_a_space():
    """As wide as MathML's own cells have it: 0.4 ems at each side."""
    (row,) = read_formula(r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}").root.children
    assert row.children[1].get("columnspacing") == "0.8"


MISREAD = {
    r"x + \foo": (r"formulas have no command `\foo`", r"\foo"),
    r"é\foo": (r"formulas have no command `\foo`", r"\foo"),
    r"\ce{H2O}": (r"formulas have no command `\ce`", r"\ce"),
    r"a \\ b + \foo": (r"formulas have no command `\foo`", r"\foo"),
    r"$$x + \foo$$": (r"formulas have no command `\foo`", r"\foo"),
    "x^2^3": ("duplicate subscript or superscript", "^"),
    "{x": ("expected closing token `}`, but reached end of input", "x"),
    "x}": ("unmatched closing token: `}`", "}"),
    r"\color{red} x": (r"`\color` gives a part of a formula a colour", r"\color"),
    r"1 + \textcolor{red}{x}": (r"`\textcolor` gives a part of a formula a colour", r"\textcolor"),
    r"\newcommand{\frac}{x} 1": ("this command is already defined", r"\frac"),
    "a ⊤ b": ("formulas cannot have the sign `⊤`", "⊤"),
    r"\begin{array}{c|c} a & b \end{array}": ("formulas cannot show a line between cells", None),
    "": ("the formula is empty", None),
    r"\text{}": ("the formula is empty", None),
    r"\boxed{} + y": ("formulas cannot show a box or a line with nothing in it", None),
    "x\x08y": ("the formula has a sign that nobody can see, U+0008", "\x08"),
    r"\mathop\middle|": ("formulas cannot show this", None),
    r"\begin{split} a \end{split}": ("unknown environment `split`", "{"),
    "√2": ("formulas cannot have the sign `√`", "√"),
    r"a \tag{5}": (r"found `\tag`, which may only appear in a numbered equation environment", r"\tag"),
    r"a \tag*{5}": (r"found `\tag`, which may only appear in a numbered equation environment", r"\tag"),
    "$$": ("unexpected `$`", "$"),
}


@pytest.mark.parametrize(("tex", "told"), MISREAD.items(), ids=MISREAD)
def test_what_is_no_formula_is_told_at_its_place(tex, told):
    """With help, and without a word of whatever reads it."""
    with pytest.raises(Misread) as raised:
        read_formula(tex)
    message, place = told
    assert str(raised.value) == message
    assert tex[raised.value.begin : raised.value.end] == (tex if place is None else place)
    assert raised.value.help


TOO_MUCH = {
    "characters": ("x" * (FORMULA_CHARACTERS.most + 1), "has 2,001 characters"),
    "parts": ("x" * (FORMULA_PARTS.most + 10), "parts"),
    "depth": (r"\sqrt{" * FORMULA_DEPTH.most + "x" + "}" * FORMULA_DEPTH.most, "parts within each other"),
    "expansions": (
        r"\def\a{xx}"
        + "".join(rf"\def\{b}{{\{a}\{a}}}" for a, b in zip("abcdefghi", "bcdefghij", strict=True))
        + r"\j",
        "uses of its own commands",
    ),
}


@pytest.mark.parametrize(("tex", "told"), TOO_MUCH.values(), ids=TOO_MUCH)
def test_what_is_too_much_is_told(tex, told):
    """Before anything is drawn."""
    with pytest.raises(Misread, match=told):
        read_formula(tex)


@given(FORMULAS)
def test_any_formula_is_of_a_closed_set_of_elements(tex):
    """Tokens hold texts, all else holds others, and scripts have as many as they need."""
    counts = {"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2, "msubsup": 3, "munderover": 3}
    for node in read_formula(tex).root.walk():
        assert node.name in NAMES
        assert bool(node.text) == (node.name in ("mi", "mn", "mo", "mtext"))
        assert len(node.children) == counts.get(node.name, len(node.children))
