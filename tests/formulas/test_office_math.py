"""Office Math: what PowerPoint edits, written and read back."""

from __future__ import annotations

from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from lxml import etree

from deckmaker.formulas.outlines import drawn
from deckmaker.formulas.reading import INVISIBLE, read_formula
from deckmaker.importing.powerpoint.equations import formula_in
from deckmaker.model.formula import MathNode
from deckmaker.render.pptx.equations import levels_of
from deckmaker.render.pptx.office_math import OfficeMath
from deckmaker.render.pptx.xml import Xml
from tests.formulas.any_formula import FORMULAS
from tests.projects import Project, run
from tests.samples import examples

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}


def office(tex: str) -> etree._Element:
    """Return a formula as Office Math, in a body of a shape."""
    math = OfficeMath('lang="en-US" sz="2400"', Xml("")).formula(read_formula(tex).root)
    declared = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMESPACES.items())
    return etree.fromstring(f"<body {declared}><a:p>{math}</a:p></body>")


def short(element: etree._Element) -> str:
    """Return Office Math in short: elements with what they hold, runs as their texts, without properties."""
    name = etree.QName(element).localname
    if name == "r":
        return "".join(element.itertext())
    inner = " ".join(short(one) for one in element if not etree.QName(one).localname.endswith("Pr"))
    return f"{name}({inner})"


def written(tex: str) -> str:
    """Return what is within a formula's `m:oMath`."""
    (math,) = office(tex).iter(f"{{{NAMESPACES['m']}}}oMath")
    return short(math)[len("oMath(") : -1]


WRITTEN = {
    r"\frac{a}{b}": "f(num(a) den(b))",
    r"\sqrt{x+1}": "rad(deg() e(x + 1))",
    r"\sqrt[3]{x}": "rad(deg(3) e(x))",
    "x_i^2": "sSubSup(e(x) sub(i) sup(2))",
    r"\sum_{i=1}^n i + 1": "nary(sub(i = 1) sup(n) e(i)) + 1",
    r"\int_0^1 f(x)\,dx = 2": "nary(sub(0) sup(1) e(f ( x ) \u2009 d x)) = 2",
    r"\sum": "∑",
    r"\left( \frac{a}{b} \right)": "d(e(f(num(a) den(b))))",
    r"\left\{ a \middle| b \right\}": "d(e(a) e(b))",
    r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}": "d(e(m(mr(e(1) e(2)) mr(e(3) e(4)))))",
    r"\hat{x}": "acc(e(x))",
    r"\overline{ab}": "bar(e(a b))",
    r"\underbrace{a}_{n}": "limLow(e(groupChr(e(a))) lim(n))",
    r"\lim_{x \to 0} f": "limLow(e(lim) lim(x → 0)) f",
    r"\boxed{x}": "borderBox(e(x))",
    r"\phantom{x}y": "phant(e(x)) y",
    r"\widehat{xyz}": "acc(e(x y z))",
    r"\sum_i -x": "nary(sub(i) sup() e(− x))",
}


@pytest.mark.parametrize(("tex", "expected"), WRITTEN.items(), ids=WRITTEN)
def test_each_form_is_its_own_in_office(tex, expected):
    """So that PowerPoint's editor knows it; no argument of a large operator is empty."""
    assert written(tex) == expected


@pytest.mark.parametrize("tex", [r"∫\kern-1em" * 130 + "x", r"x^{" * 30 + "∫" * 100 + "x" + "}" * 30, "∑" * 900])
def test_operators_side_by_side_are_no_tower(tex):
    """Each is applied to the next, as far as readers of XML go: they end at 256 levels, and ours at 100."""
    root = read_formula(tex).root
    assert levels_of(OfficeMath("", Xml("")).formula(root)) < 100


def test_a_very_deep_formula_is_an_outline_alone(tmp_path):
    """Which the presentation can be read again with."""
    project = Project(tmp_path)
    deep = r"\overset{a}{" * 37 + "x" + "}" * 37
    project.write(f"title: T\nslides:\n  - title: A\n  - title: B\n    equation: '{deep}'\n")
    assert run("build", project.deck, "-f", "pptx").exit_code == 0
    with ZipFile(project.folder / "build" / "deck.pptx") as package:
        slide = package.read("ppt/slides/slide2.xml")
    assert b"<a:path " in slide and b"oMath" not in slide
    assert run("merge", project.deck, project.folder / "build" / "deck.pptx").exit_code == 0


def test_letters_are_italic_and_names_upright():
    """Words are no mathematics."""
    runs = office(r"x + \sin y \text{ if}").findall(".//m:r", NAMESPACES)
    kinds = [one.find("m:rPr/*", NAMESPACES) for one in runs]
    said = ["" if kind is None else etree.QName(kind).localname for kind in kinds]
    assert ["".join(one.itertext()) for one in runs] == ["x", "+", "sin", "y", "\xa0if"]
    assert said == ["", "sty", "sty", "", "nor"]
    assert [one.find("a:rPr", NAMESPACES).get("i") for one in runs] == ["1", "0", "0", "1", "0"]


def signs(node: MathNode) -> list[str]:
    """Return the signs of a formula in order, without spaces and what nobody sees."""
    return [sign for one in node.walk() for sign in one.text if sign not in INVISIBLE and not sign.isspace()]


@settings(max_examples=examples(100))
@given(FORMULAS)
def test_any_formula_comes_back_as_it_was(tex):
    """Read from PowerPoint's form it has the same signs in the same order, and nearly the same outline."""
    before = read_formula(tex).root
    back = formula_in(office(tex))
    assert back is not None
    after = read_formula(back).root
    assert sorted(signs(after)) == sorted(signs(before)), back
    assert drawn(after).ascent == pytest.approx(drawn(before).ascent, rel=0.25, abs=0.3)


FOREIGN = {
    '<m:f><m:fPr><m:type m:val="lin"/></m:fPr><m:num>A</m:num><m:den>B</m:den></m:f>': "{A}/{B}",
    "<m:d><m:e>A</m:e></m:d>": r"\left( A \right)",
    "<m:nary><m:sub>A</m:sub><m:sup>B</m:sup><m:e>C</m:e></m:nary>": r"\int_{A}^{B} C",
    '<m:d><m:dPr><m:begChr m:val="{"/><m:endChr m:val=""/></m:dPr><m:e><m:eqArr><m:e>A</m:e><m:e>B</m:e>'
    "</m:eqArr></m:e></m:d>": r"\begin{cases} A \\ B \end{cases}",
    "<m:eqArr><m:e>A</m:e><m:e>B</m:e></m:eqArr>": r"\begin{gathered} A \\ B \end{gathered}",
    "<m:func><m:fName>A</m:fName><m:e>B</m:e></m:func>": "A B",
    "<m:acc><m:e>A</m:e></m:acc>": r"\hat{A}",
    "<m:bar><m:e>A</m:e></m:bar>": r"\underline{A}",
    "<m:groupChr><m:e>A</m:e></m:groupChr>": r"\underbrace{A}",
    "<m:box><m:e>A</m:e></m:box>": "A",
    "<m:phant><m:e>A</m:e></m:phant>": "{A}",
    '<m:acc><m:accPr><m:chr m:val="\u030a"/></m:accPr><m:e>A</m:e></m:acc>': r"\mathring{A}",
    '<m:d><m:dPr><m:sepChr m:val=","/></m:dPr><m:e>A</m:e><m:e>B</m:e></m:d>': r"\left( A,B \right)",
    "<m:rad><m:deg>A</m:deg><m:e>B</m:e></m:rad>": r"\sqrt[A]{B}",
    "<m:sSup><m:e>A</m:e><m:sup><m:r><m:t>′</m:t></m:r></m:sup></m:sSup>": "A'",
}


@pytest.mark.parametrize(("inner", "tex"), FOREIGN.items())
def test_what_others_write_is_read_by_the_standards_defaults(inner, tex):
    """Where a property is left out (ECMA-376 Part 1, 22.1.2)."""
    for letter in "ABC":
        inner = inner.replace(f">{letter}<", f"><m:r><m:t>{letter}</m:t></m:r><")
    declared = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMESPACES.items())
    body = etree.fromstring(f"<body {declared}><m:oMath>{inner}</m:oMath></body>")
    assert formula_in(body) == tex


UNKNOWN = {
    "an accent": '<m:acc><m:accPr><m:chr m:val="\u20e1"/></m:accPr><m:e>A</m:e></m:acc>',
    "brackets": '<m:d><m:dPr><m:begChr m:val="⌜"/></m:dPr><m:e>A</m:e></m:d>',
    "a line across": '<m:borderBox><m:borderBoxPr><m:strikeH m:val="1"/></m:borderBoxPr><m:e>A</m:e></m:borderBox>',
    "an edge": '<m:borderBox><m:borderBoxPr><m:hideTop m:val="1"/></m:borderBoxPr><m:e>A</m:e></m:borderBox>',
    "a sign": "<m:r><m:t>你</m:t></m:r>",
    "very much": "A" * 12_000,
}


@pytest.mark.parametrize("inner", UNKNOWN.values(), ids=UNKNOWN)
def test_what_latex_has_no_word_for_is_none(inner):
    """Better its signs than another formula."""
    declared = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMESPACES.items())
    inner = inner.replace("A", "<m:r><m:t>A</m:t></m:r>")
    assert formula_in(etree.fromstring(f"<body {declared}><m:oMath>{inner}</m:oMath></body>")) is None


LETTERS = {
    ("script", "L"): r"\mathcal{L}",
    ("double-struck", "R"): r"\mathbb{R}",
    ("fraktur", "A"): r"\mathfrak{A}",
}


@pytest.mark.parametrize(("kind", "tex"), LETTERS.items())
def test_letters_of_other_kinds_stay_so(kind, tex):
    """They are their own signs in LaTeX."""
    declared = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMESPACES.items())
    run = f'<m:r><m:rPr><m:scr m:val="{kind[0]}"/></m:rPr><m:t>{kind[1]}</m:t></m:r>'
    assert formula_in(etree.fromstring(f"<body {declared}><m:oMath>{run}</m:oMath></body>")) == tex


@pytest.mark.parametrize(
    "tex", [r"\mathrm{C}", "f'(x)", "1{,}250", r"\mathring{a}", r"\left\llbracket x \right\rrbracket"]
)
def test_these_come_back_as_they_were(tex):
    """Upright letters, primes, numbers, rings, brackets."""
    before, after = (drawn(read_formula(one).root) for one in (tex, formula_in(office(tex)) or ""))
    assert after.width == pytest.approx(before.width, abs=0.02)


def test_a_formula_that_is_too_deep_is_none():
    """And one among words is left to whoever reads these."""
    declared = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMESPACES.items())
    deep = "<m:rad><m:e>" * 120 + "<m:r><m:t>x</m:t></m:r>" + "</m:e></m:rad>" * 120
    assert (
        formula_in(
            etree.fromstring(f"<body {declared}><m:oMath>{deep}</m:oMath></body>", etree.XMLParser(huge_tree=True))
        )
        is None
    )
    mixed = "<a:p><a:r><a:t>where </a:t></a:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></a:p>"
    assert formula_in(etree.fromstring(f"<body {declared}>{mixed}</body>")) is None
