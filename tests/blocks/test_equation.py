"""Formulas on slides: where they stand, how large they are, and what is said of them."""

from __future__ import annotations

import json

import pytest

from deckmaker.layout import EquationItem, Role
from tests.projects import Project

HEAD = "title: Growth\nslides:\n  - title: Growth\n"
WIDE = " + ".join(["x"] * 18)


def equations(project: Project, slide: str, head: str = HEAD):
    """Return the formulas of the last slide of a deck."""
    document = project.document(f"{head}  - title: A formula\n{slide}")
    assert document
    return [one for one in document.pages[-1].leaves if isinstance(one.item, EquationItem)]


def test_one_that_stands_alone_is_larger_and_in_the_middle(tmp_path):
    """Of the width of the text, and about the middle of what is left below the title."""
    project = Project(tmp_path)
    (alone,) = equations(project, "    equation: E = mc^2\n")
    (beside,) = equations(project, "    text: It is\n    equation: E = mc^2\n")
    assert alone.role is Role.EQUATION and alone.slot == "equation"
    assert alone.item.size > beside.item.size
    room = alone.decision.room
    assert alone.rect.x + alone.rect.width / 2 == pytest.approx(room.x + room.width / 2)
    assert alone.rect.y > beside.rect.y + 20
    assert alone.rect.height == pytest.approx((alone.item.drawn.ascent + alone.item.drawn.descent) * alone.item.size)


def test_one_that_is_too_wide_is_set_smaller(tmp_path):
    """As small as its style may be, and told where that is not enough."""
    project = Project(tmp_path)
    (found,) = equations(project, f"    columns:\n      - equation: {WIDE}\n      - text: b\n")
    (usual,) = equations(project, "    columns:\n      - equation: x\n      - text: b\n")
    assert found.item.size < usual.item.size
    message = project.said(f"{HEAD}  - title: A\n    columns: [{{equation: {WIDE} + {WIDE} + {WIDE}}}, {{text: b}}]\n")
    assert "`column 1 equation` is" in message and "points too wide at its smallest size" in message
    assert "break it with `\\\\`" in message


def test_one_that_is_too_high_goes_on_on_the_next_slide(tmp_path):
    """Whole, as all that cannot be parted."""
    lines = r" \\ ".join(["x = 1"] * 14)
    text = " ".join(["noise"] * 200)
    document = Project(tmp_path).document(
        f"{HEAD}  - title: A\n    overflow: split\n    text: {text}\n    equation: {lines}\n"
    )
    assert document
    pages = [page for page in document.pages if any(isinstance(one.item, EquationItem) for one in page.leaves)]
    assert [page.part for page in document.pages[1:]] == [(1, 3), (2, 3), (3, 3)]
    assert [page.number for page in pages] == [4]


def test_values_stand_for_themselves(tmp_path):
    """No sign of them is a command, or parts a number."""
    project = Project(tmp_path)
    head = 'title: Growth\nvariables: {rate: "3,5 %", name: "a_b\\\\frac{x}"}\nslides:\n  - title: Growth\n'
    (found,) = equations(project, "    equation: 'r = {{ rate }} + {{ name }}'\n", head)
    said = "".join(one.text for one in found.item.formula.root.walk())
    assert said == "r=3,5%+a_b∖frac{x}"
    assert not any(one.name == "mfrac" for one in found.item.formula.root.walk())


TOLD = {
    "'x + \\foo'": "error[wrong-equation]: formulas have no command `\\foo` 4:20",
    "'{x'": "error[wrong-equation]: expected closing token `}`, but reached end of input 4:17",
    "'\\color{red} x'": "error[wrong-equation]: `\\color` gives a part of a formula a colour 4:16",
    "'x + 你'": "error[wrong-equation]: the font of formulas has no `你` (U+4F60) 4:16",
    '"\\frac{a}{b}"': "error[wrong-equation]: YAML has taken a `\\` and a letter for one sign, U+000C 4:15",
    '"\\times b"': "error[wrong-equation]: YAML has taken a `\\` and a letter for one sign, U+0009 4:15",
    '"\\nu"': "error[wrong-equation]: YAML has taken a `\\` and a letter for one sign, U+000A 4:15",
    '"\\bar x"': "error[wrong-equation]: YAML has taken a `\\` and a letter for one sign, U+0008 4:15",
    "$$ $$": "error[wrong-equation]: the formula is empty 4:15",
}


@pytest.mark.parametrize(("written", "told"), TOLD.items(), ids=TOLD)
def test_what_is_no_formula_is_an_error_at_its_place(written, told, tmp_path):
    """In the text as it is written, with the file, the line and the column."""
    document, diagnostics = Project(tmp_path).read(f"{HEAD}    equation: {written}\n")
    assert document is None
    (one,) = diagnostics
    assert f"{one.severity.value}[{one.code}]: {one.message} {one.span.line}:{one.span.column}" == told
    assert one.help


@pytest.mark.parametrize("sign", [*"\\\\^~#$%&_{}", ","])
def test_signs_of_values_stand_among_words_too(sign, tmp_path):
    """No command that nobody wrote is told."""
    head = f"title: Growth\nvariables: {{v: 'a{sign}b'}}\nslides:\n  - title: Growth\n"
    equations(Project(tmp_path), "    equation: '\\text{see {{ v }}} + {{ v }}'\n", head)


WRITTEN = [
    r"\begin{aligned} a &= b \\" "\nu &= c \\end{aligned}",
    "\\begin{aligned}\nu &= b\n\\end{aligned}",
    "a +\n\to",
]


@pytest.mark.parametrize("tex", WRITTEN)
def test_lines_that_programs_write_may_begin_with_any_letter(tex, tmp_path):
    """As JSON has them."""
    equations(Project(tmp_path), f"    equation: {json.dumps(tex)}\n")


def test_double_quotes_hold_formulas_as_programs_write_them(tmp_path):
    """Each backslash doubled, and the ends of lines as signs."""
    (found,) = equations(Project(tmp_path), '    equation: "a &= \\\\frac{b}{c} \\\\\\\\\\n\\t&= d"\n')
    assert found.item.formula.tex == "a &= \\frac{b}{c} \\\\\n\t&= d"


IN_LINES = {
    "a text": "    text: The mass $m_0$ is\n",
    "an item": "    bullets: [The mass $m_0$ is]\n",
    "a title": "  - title: The mass $m_0$\n",
    "a label": "    metrics: [{value: 4, label: The mass $m_0$}]\n",
}


@pytest.mark.parametrize("written", IN_LINES.values(), ids=IN_LINES)
def test_dollars_in_a_line_lead_to_equations(written, tmp_path):
    """No line of a slide has a formula in it; money and code are none."""
    plain = "  - title: Costs\n    bullets: [From $5 to $6, '`$a_b$`']\n"
    (one,) = Project(tmp_path).read(f"{HEAD}  - title: A\n{written}{plain}")[1]
    assert (one.code, one.help[-34:]) == ("stays-as-typed", "on lines of its own, as `equation`")


def test_one_that_stands_out_too_little_is_told(tmp_path):
    """As any text is."""
    project = Project(tmp_path)
    theme = "extends: briefing\nstyles: {equation: {like: body, color: faint}}\npalette: {faint: '#f4f4f0'}\n"
    project.deck.with_name("faint.yaml").write_text(theme)
    found = project.read(f"theme: faint.yaml\n{HEAD}  - title: A\n    equation: x^2\n")[1]
    assert [(one.code, "equation" in one.message) for one in found if one.code == "low-contrast"] == [
        ("low-contrast", True)
    ]


def test_a_deck_has_a_bound_of_parts(tmp_path):
    """Of all its formulas together."""
    lines = r" \\ ".join(["x + x + x + x"] * 100)
    slides = "".join(f"  - title: A {number}\n    equation: {lines}\n" for number in range(30))
    assert "endless-deck" in [one.code for one in Project(tmp_path).read(HEAD + slides)[1]]
