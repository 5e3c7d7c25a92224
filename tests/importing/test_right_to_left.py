"""Presentations that run from right to left, imported: read from the right, and what is ours comes back as it was."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Inches

from deckmaker.diagnostics import Diagnostics
from deckmaker.render.registry import load_renderer
from tests.importing.presentations import TITLE_ONLY, imported, presentation
from tests.projects import DECK, Project

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


THEME = """\
extends: plain
template: {file: company.pptx, layouts: {title: Title Slide, content: Title and Content}}
"""


def turned(content: bytes) -> bytes:
    """Return a presentation whose master says that its texts run from right to left."""
    found = Presentation(BytesIO(content))
    styles = found.slide_masters[0].element.find(".//{*}bodyStyle")
    styles.find(f"{A}lvl1pPr").set("rtl", "1")
    stream = BytesIO()
    found.save(stream)
    return stream.getvalue()


def slides_of(content: bytes) -> list[Any]:
    """Return the slides of the deck that comes of a presentation, behind its title slide."""
    return imported(content)[0].slides


def side_by_side(found: Any) -> None:
    """Add a slide with two texts side by side, and a table."""
    slide = found.slides.add_slide(found.slide_layouts[TITLE_ONLY])
    slide.shapes.title.text = "שניים"
    for left, words in ((1, "On the left"), (5, "On the right")):
        slide.shapes.add_textbox(Inches(left), Inches(2), Inches(3), Inches(3)).text_frame.text = words


def with_tables(found: Any) -> None:
    """Add slides with a table each; the second says itself that it runs from right to left."""
    for says in (False, True):
        slide = found.slides.add_slide(found.slide_layouts[TITLE_ONLY])
        slide.shapes.title.text = "טבלה"
        table = slide.shapes.add_table(2, 2, Inches(1), Inches(2), Inches(6), Inches(2)).table
        for row, words in enumerate((("A", "B"), ("1", "2"))):
            for column, word in enumerate(words):
                table.cell(row, column).text = word
        if says:
            table._tbl.tblPr.set("rtl", "1")


def test_what_stands_on_the_right_is_read_first():
    """Where the master's texts run from right to left."""
    content = presentation(side_by_side)
    for own, expected in (
        (content, ["On the left", "On the right"]),
        (turned(content), ["On the right", "On the left"]),
    ):
        columns = slides_of(own)[0]["columns"]
        assert [one["text"] for one in columns] == expected


def test_tables_are_read_from_the_right():
    """One that says that it runs so has its first column there already."""
    slides = slides_of(turned(presentation(with_tables)))
    assert [one["table"]["rows"] for one in slides] == [[["B", "A"], ["2", "1"]], [["A", "B"], ["1", "2"]]]


def test_a_slide_in_another_language_is_read_as_ever():
    """On such a master, too."""

    def in_english(found: Any) -> None:
        side_by_side(found)
        found.slides[1].shapes.title.text = "Two"

    columns = slides_of(turned(presentation(in_english)))[0]["columns"]
    assert [one["text"] for one in columns] == ["On the left", "On the right"]


SLIDES = """\
  - title: שלום
    bullets: [ראשון, 12 meters]
  - title: ב
    table: {rows: [[א, ב], [1, 2]], stub: 1}
  - title: ג
    columns: [{heading: ראשון, text: A}, {heading: שני, text: B}]
"""


@pytest.mark.parametrize("language", ["he", "en"])
@pytest.mark.parametrize("template", ["", "left", "right"])
def test_a_deck_comes_back_as_it_was(template, language, tmp_path):
    """Its table, its items and their order, in a template, too; of signs that nobody sees, none."""
    project, theme = Project(tmp_path), ""
    if template:
        content = turned(presentation()) if template == "right" else presentation()
        (project.folder / "company.pptx").write_bytes(content)
        (project.folder / "theme.yaml").write_text(THEME, encoding="utf-8")
        theme = "theme: ../theme.yaml\n"
    document = project.document(f"language: {language}\n{theme}{DECK}{SLIDES}")
    assert document.theme.turned == (language == "he" and template != "left")
    stream = BytesIO()
    renderer = load_renderer("pptx", Diagnostics())
    assert renderer
    renderer.render(document, stream, Diagnostics())
    items, table, columns = slides_of(stream.getvalue())
    assert items["bullets"] == ["ראשון", "12 meters"]
    assert table["table"] == {"stub": "1", "rows": [["א", "ב"], ["1", "2"]]}
    assert [one["heading"] for one in columns["columns"]] == ["ראשון", "שני"]


def test_pages_of_a_template_keep_its_places(tmp_path):
    """Its title stands where it did; what stands in its places runs from right to left."""
    project = Project(tmp_path)
    (project.folder / "company.pptx").write_bytes(turned(presentation()))
    (project.folder / "theme.yaml").write_text(THEME, encoding="utf-8")
    english, hebrew = (
        project.document(f"language: {one}\ntheme: ../theme.yaml\n{DECK}{SLIDES}") for one in ("en", "he")
    )
    for ours, theirs in zip(english.pages, hebrew.pages, strict=True):
        for name, slot in ours.layout.slots.items():
            mirror = theirs.layout.slots[name]
            assert (mirror.rect.x, mirror.rect.width) == (pytest.approx(slot.rect.x), pytest.approx(slot.rect.width))
    first, second = (hebrew.pages[3].slot(f"column {number}") for number in (1, 2))
    assert first and second and first.rect.x > second.rect.x
