"""Code in a presentation that somebody edits: its lines come back as they are, and no sign of them becomes a mark."""

from __future__ import annotations

import copy

import pytest

from tests.merging.presentations import built, edited, merged, replacing
from tests.projects import run

YAML = """\
slides:
  - title: One

  - title: "Two"
    text: a # b
"""
DECK = """\
title: Code
slides:
  - title: Code
  - title: By its key   # a remark
    code:
      language: yaml
      title: "`deck.yaml`"
      text: |
{block}
  - title: In a text
    text: |
      Above it.

      ```yaml
{fenced}
      ```

      Below it.
  - title: Alone
    code: |
{alone}
"""


def deck(one: str = YAML, two: str = YAML, three: str = YAML) -> str:
    """Return a deck with code in each of the three forms."""

    def indented(lines, depth):
        return "\n".join(f"{' ' * depth}{line}".rstrip() for line in lines.rstrip("\n").split("\n"))

    return DECK.format(block=indented(one, 8), fenced=indented(two, 6), alone=indented(three, 6))


def test_a_word_changes_in_each_form(project):
    text, result = merged(project, deck(), replacing("Two", "Zwei *x* `y`"))
    new = YAML.replace("Two", "Zwei *x* `y`")
    assert (text, result.exit_code) == (deck(new, new, new), 0), result.stdout


@pytest.mark.parametrize("slide", [1, 2, 3])
def test_a_line_is_added_at_the_end(slide, project):
    """As PowerPoint does it: a line break, and a run that looks like the one before it."""

    def longer(shown):
        (frame,) = [one for one in frames(shown.slides[slide].shapes) if "slides:" in one.text]
        (paragraph,) = frame.paragraphs
        paragraph.add_line_break()
        run = paragraph.add_run()
        run.text = "    - new: 1"
        run._r.insert(0, copy.deepcopy(paragraph.runs[-2]._r.rPr))

    text, result = merged(project, deck(), longer)
    codes = [YAML] * 3
    codes[slide - 1] = f"{YAML}    - new: 1\n"
    assert (text, result.exit_code) == (deck(*codes), 0), result.stdout


def frames(shapes):
    """Yield the texts of shapes, and of groups of them."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from frames(shape.shapes)
        elif shape.has_text_frame:
            yield shape.text_frame


@pytest.mark.parametrize("block", ["code", "text"])
def test_lines_in_double_quotes_stay_there(block, project):
    """As they are written: behind `|` they would end with a line end that they do not have."""
    old = f'title: Code\nslides:\n  - title: Code\n  - title: Quoted\n    {block}: "x = 1\\n\\ny = Two"  # a remark\n'
    text, result = merged(project, old, replacing("Two", "Zwei"))
    assert (text, result.exit_code) == (old.replace("Two", "Zwei"), 0), result.stdout


def test_an_indentation_that_cannot_be_merged_is_left(project):
    """As it is on an included slide: spaces are words of code, also where its author has changed another line."""
    code = "slides:\n  - title: Code\n    code: |\n      if x:\n          a()\n          b()\n      c()\n"
    deck = "title: H\nslides:\n  - title: H\n  - include: inc.yaml\n"
    (project.deck.parent / "inc.yaml").write_text(code)
    base = built(project, deck)
    other = edited(base, replacing("    b()", "  b()"))
    for meanwhile in (code, code.replace("a()", "aa()"), code.replace("   b()", "b()")):
        (project.deck.parent / "inc.yaml").write_text(meanwhile)
        result = run("merge", project.deck, other, "--base", base)
        left = result.stdout.partition("Left to you")[2]
        assert result.exit_code == 1 and "code, text" in left, result.stdout


def test_an_indentation_that_the_deck_has_is_not_left(project):
    """Whatever else its author has changed there."""
    code = "slides:\n  - title: Code\n    code: |\n      if x:\n          a()\n          b()\n      c()\n"
    deck = "title: H\nslides:\n  - title: H\n  - include: inc.yaml\n"
    (project.deck.parent / "inc.yaml").write_text(code)
    base = built(project, deck)
    other = edited(base, replacing("    b()", "  b()"))
    (project.deck.parent / "inc.yaml").write_text(code.replace("    b()", "  b()").replace("a()", "aa()"))
    result = run("merge", project.deck, other, "--base", base)
    assert result.exit_code == 0 and "nothing to take over" in result.stdout, result.stdout
