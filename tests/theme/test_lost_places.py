"""Places of a template that are not on its pages, and fonts of it that are none: what is said of these."""

from __future__ import annotations

from io import BytesIO

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Pt

from tests.projects import DECK, Project
from tests.template.templates import DEFAULT, THEME, changed, packed

BESIDE, ABOVE = (2_000, 0), (0, -1_000)
NAMED = '    content: "Title and Content"\n    columns: "Two Content"\n'


def moved(layouts, kinds, to):
    """Return the template with placeholders of some kinds of some layouts moved to a place, in points."""
    found = Presentation(str(DEFAULT))
    for layout in found.slide_layouts:
        for one in layout.placeholders if layout.name in layouts else ():
            if one.placeholder_format.type in kinds:
                one.left, one.top, one.width, one.height = (Pt(length) for length in (*to, 300, 60))
    stream = BytesIO()
    found.save(stream)
    return stream.getvalue()


def said(project, template, more=""):
    """Return what is said of a deck in a template."""
    (project.folder / "company.potx").write_bytes(template)
    text = f"extends: briefing\ntemplate:\n  file: company.potx\n  layouts:\n{NAMED}{more}"
    (project.folder / "house.yaml").write_text(text, encoding="utf-8")
    _, diagnostics = project.read(f"theme: ../house.yaml\n{DECK}")
    return [one for one in diagnostics if one.code != "low-contrast"]


@pytest.mark.parametrize("to", [BESIDE, ABOVE])
@pytest.mark.parametrize(
    ("layout", "line"),
    [("Title and Content", 5), ("Two Content", 6)],
)
def test_a_title_off_the_page_is_told_with_what_helps(tmp_path, to, layout, line):
    """At the layout's name in the theme file, where another one may stand; once, whatever layouts are made of it."""
    (one,) = said(Project(tmp_path), moved([layout], [PP_PLACEHOLDER.TITLE], to))
    assert (one.code, one.message) == (
        "wrong-value",
        f"layout `{layout}` of `company.potx` has no title on the page",
    )
    assert one.span.line == line
    assert one.help == "name another layout, or move it onto the page in PowerPoint, under View and Slide Master"


def test_title_and_text_off_the_page_are_told_together(tmp_path):
    """In one message."""
    kinds = [PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.OBJECT]
    (one,) = said(Project(tmp_path), moved(["Title and Content"], kinds, BESIDE))
    assert one.message == "layout `Title and Content` of `company.potx` has no title and no text on the page"


def test_a_place_that_the_theme_file_gives_is_enough(tmp_path):
    """It says itself where titles stand."""
    title = "layouts: {columns: {slots: {title: {style: title, columns: [1, 12], top: 20, height: 60}}}}\n"
    assert said(Project(tmp_path), moved(["Two Content"], [PP_PLACEHOLDER.TITLE], BESIDE), title) == []


@pytest.mark.parametrize("name", ["+mj-lt", "+mn-lt"])
def test_a_font_that_stands_for_one_of_the_theme_is_told_as_such(tmp_path, name):
    """Nobody can install it."""
    font = '<a:majorFont><a:latin typeface="'
    template = packed(changed(THEME, (f'{font}Calibri"', f'{font}{name}"')))
    (one,) = said(Project(tmp_path), template)
    assert (one.code, one.message) == (
        "absent-font",
        f"`{name}` is no font, but stands for one of the theme: Arial is shown in its place",
    )
    assert one.help == "name a font here, or choose one in PowerPoint, under View, Slide Master and Fonts"
