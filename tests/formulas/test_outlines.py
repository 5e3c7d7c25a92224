"""Formulas as outlines: against the font itself, and in whatever they hold."""

from __future__ import annotations

from importlib.resources import files
from itertools import pairwise
from math import isfinite

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from hypothesis import given, settings

from deckmaker.formulas.outlines import ASCENT, DESCENT, drawn, missing_signs
from deckmaker.formulas.reading import Misread, read_formula
from deckmaker.formulas.showing import shown_formula
from deckmaker.render.pptx.office_math import OfficeMath
from deckmaker.render.pptx.xml import Xml
from tests.formulas.any_formula import FORMULAS
from tests.hostile.work import calls_of
from tests.samples import examples


@pytest.fixture(scope="module")
def font():
    """The font that ziamath brings, read by another library."""
    missing_signs(read_formula("x").root)  # loads ziamath, which warns under Python 3.11
    with TTFont(str(files("ziamath.fonts") / "STIXTwoMath-Regular.ttf")) as found:
        yield found


def ink(picture) -> tuple[float, float, float, float]:
    """Return what the points of an outline span: left, top, right, bottom, in ems."""
    points = [numbers[at : at + 2] for _, numbers in picture.outline for at in range(0, len(numbers), 2)]
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


@pytest.mark.parametrize("letter", ["2", "α", "x", "∞"])
def test_a_letter_is_as_large_as_in_the_font(letter, font):
    """Letters are italic, which mathematics has a place of its own for in Unicode."""
    italic = {"x": "𝑥", "α": "𝛼"}.get(letter, letter)
    pen = BoundsPen(font.getGlyphSet())
    font.getGlyphSet()[font.getBestCmap()[ord(italic)]].draw(pen)
    left, bottom, right, top = (one / font["head"].unitsPerEm for one in pen.bounds)
    found = ink(drawn(read_formula(letter).root))
    assert found == pytest.approx((0.0, -top, right - left, -bottom), abs=0.02)  # points off the curve lie outside


def test_a_space_is_as_wide_as_it_says():
    """An em is an em, though what sets formulas counts a third more."""
    close, wide = (drawn(read_formula(tex).root).width for tex in ("ab", r"a\quad b"))
    assert wide - close == pytest.approx(1.0, abs=0.01)


def test_a_line_above_is_as_long_as_what_it_is_above():
    """A mark of one letter would stand in the middle."""
    with_line, without = (drawn(read_formula(tex).root) for tex in (r"\overline{xyz}", "xyz"))
    letters, line = sum(name == "M" for name, _ in without.outline), with_line.outline
    begins = [at for at, (name, _) in enumerate(line) if name == "M"][letters]
    across = [numbers[-2] for _, numbers in line[begins:] if numbers]
    assert max(across) - min(across) == pytest.approx(without.width, abs=0.05)


def test_fences_are_as_high_as_what_is_between_them():
    """And all is higher than a line."""
    low, high = (
        drawn(read_formula(rf"\left( {one} \right)").root) for one in ("x", r"\frac{\frac{a}{b}}{\frac{c}{d}}")
    )
    assert low.ascent == ASCENT and low.descent <= DESCENT + 0.1
    assert high.ascent > 1.2 and high.descent > 0.8


def test_signs_that_the_font_lacks_are_known():
    """Each once, those of other scripts and pictures; invisible ones are none."""
    assert missing_signs(read_formula(r"α + \text{größer} + 你 + 你 + 🎉 + \sin x").root) == ("你", "🎉")


@settings(max_examples=examples(60))
@given(FORMULAS)
def test_any_formula_is_within_its_box(tex):
    """From its left edge to its right one, and from its top to its bottom; each path is closed."""
    picture = drawn(read_formula(tex).root)
    left, top, right, bottom = ink(picture)
    assert all(isfinite(one) for _, numbers in picture.outline for one in numbers)
    assert left == pytest.approx(0.0) and right == pytest.approx(picture.width)
    assert top >= -picture.ascent - 1e-9 and bottom <= picture.descent + 1e-9
    names = "".join(name for name, _ in picture.outline)
    assert names.startswith("M") and names.endswith("Z")
    assert names.count("M") == names.count("Z")


@pytest.mark.parametrize("tex", [r"\cancel{l}", r"\bcancel{l}", r"\xcancel{l}", r"\frac{l}{l}", r"\overline{l}"])
def test_what_lies_over_a_letter_is_no_hole_in_it(tex):
    """Lines go around as letters do: where two that go against each other meet, nothing is filled."""
    forms: list[list[tuple[float, ...]]] = []
    for name, numbers in drawn(read_formula(tex).root).outline:
        if name == "M":
            forms.append([])
        forms[-1] += [numbers[-2:]] if numbers else []
    areas = [sum(a * d - c * b for (a, b), (c, d) in pairwise([*form, form[0]])) for form in forms]
    assert all(one > 0 for one in areas)


@pytest.mark.parametrize("tex", [r"\xrightarrow{\boxed{x}}", r"x^{\displaystyle}", r"\tfrac{\textstyle{9}{5}}{2}"])
def test_what_cannot_be_drawn_is_told(tex):
    """A box above an arrow that grows with it, a style of nothing: what sets formulas cannot do that."""
    with pytest.raises(Misread, match="formulas cannot show this"):
        shown_formula(tex)


NESTED = {
    "boxes": (r"\boxed{", "x", "}"),
    "strokes": (r"\cancel{", "x", "}"),
    "accents": (r"\hat{", "x", "}"),
    "braces": (r"\underbrace{", "x", "}_n"),
    "limits": (r"\overset{a}{", "x", "}"),
    "fences": (r"\left(", "x", r"\right)"),
    "fractions": (r"\frac{1}{1+", "x", "}"),
    "roots": (r"\sqrt{1+", "x", "}"),
    "powers": ("x^{", "x", "}"),
}


@pytest.mark.parametrize(("before", "inner", "behind"), NESTED.values(), ids=NESTED)
def test_what_is_nested_costs_no_more_than_its_square(before, inner, behind):
    """What sets rows measures each twice: ten within each other would be a thousand."""

    def work(levels: int) -> int:
        root = read_formula(before * levels + inner + behind * levels).root
        drawn.cache_clear()
        return calls_of(lambda: drawn(root))

    work(1)  # what is imported, once
    few, many = work(4), work(8)
    assert many < 5 * few


@pytest.mark.parametrize(("before", "inner", "behind"), NESTED.values(), ids=NESTED)
def test_what_is_nested_is_read_and_written_once(before, inner, behind):
    """Each level as the one below it, however an element is looked at."""

    def work(levels: int) -> int:
        tex = before * levels + inner + behind * levels

        def both() -> None:
            OfficeMath("", Xml("")).formula(read_formula(tex).root)

        return calls_of(both)

    work(1)
    few, many = work(9), work(18)
    assert many < 2.5 * few
