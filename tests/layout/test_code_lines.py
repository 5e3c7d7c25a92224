"""Lines of code in a text stay whole: it is set smaller first, and told where that does not help.

Code on a panel has tests of its own.
"""

from __future__ import annotations

from deckmaker.layout import TextItem
from deckmaker.layout.document import Page
from tests.projects import DECK, Project

LONG = "    return 3.1 * exp(-depth_m / 27.0) + offset(t)"
"""A line that has room at the size of texts, and none at that of short ones."""


def slide(project: Project, *lines: str) -> tuple[Page, list[str]]:
    """Return a slide with a word and some lines of code, and the codes of what is said of it."""
    code = "\\\n".join(f"      `{line}`" for line in lines) + "\n"
    document, diagnostics = project.read(
        f"theme: statement\n{DECK}  - title: A model\n    text: |\n      In short:\n\n{code}"
    )
    assert document
    return document.pages[1], [one.code for one in diagnostics]


def text_lines(page: Page) -> list[str]:
    """Return the lines of the slide's text."""
    body = page.slot("body")
    assert body and isinstance(body.item, TextItem)
    return [one.text.rstrip() for one in body.item.setting.lines]


def test_a_line_of_code_is_set_smaller_before_it_breaks(tmp_path):
    """Its second half would begin where lines of another depth do, and mean something else."""
    page, codes = slide(Project(tmp_path), "def rate(depth_m, t):", LONG)
    assert text_lines(page)[-1] == LONG.replace("    ", "\u00a0" * 4) or text_lines(page)[-1] == LONG
    assert "wrapped-code" not in codes
    short, _ = slide(Project(tmp_path), "def rate(depth_m, t):", "    return 3.1")
    body, other = page.slot("body"), short.slot("body")
    assert body and other and isinstance(body.item, TextItem) and isinstance(other.item, TextItem)
    assert body.item.setting.size < other.item.setting.size


def test_a_line_of_code_that_has_no_room_at_any_size_is_told(tmp_path):
    """It keeps the size of the text."""
    page, codes = slide(Project(tmp_path), " + ".join(f"berth_{n}" for n in range(40)))
    assert "wrapped-code" in codes
    assert len(text_lines(page)) > 2


def test_code_within_a_sentence_may_break(tmp_path):
    text = "Call `the_rate(depth_m, t)` " * 6
    document, diagnostics = Project(tmp_path).read(f"{DECK}  - title: A model\n    text: '{text.strip()}'\n")
    assert document
    assert "wrapped-code" not in [one.code for one in diagnostics]
