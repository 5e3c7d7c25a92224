"""What files say of texts from right to left: their direction, their order, and the table that programs read."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from lxml import etree, html
from pptx import Presentation

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.model.text import LEFT_TO_RIGHT
from deckmaker.render.registry import load_renderer
from tests import open_xml_audit
from tests.projects import DECK, Project
from tests.render.pptx.zipped import all_trees

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"

SLIDES = """\
  - title: שלום
    bullets: [ראשון, second]
  - title: B
    table: {rows: [[א ארוכה, ב, ג], [1, 2, 3]]}
  - title: C
    process: [אחת, שתיים]
    notes: מילים
"""


@pytest.fixture
def project(tmp_path):
    """An empty project."""
    return Project(tmp_path)


def read(project: Project, language: str = "he", slides: str = SLIDES) -> Document:
    """Return the document of a deck in a language."""
    return project.document(f"language: {language}\n{DECK}{slides}")


def written(document: Document, format: str) -> bytes:
    """Return a file of a document."""
    stream = BytesIO()
    renderer = load_renderer(format, Diagnostics())
    assert renderer
    renderer.render(document, stream, Diagnostics())
    return stream.getvalue()


def paragraphs(root: etree._Element) -> dict[str, tuple[str | None, str | None]]:
    """Return the direction and the alignment that paragraphs of a slide say, by their words."""
    found = {}
    for one in root.iter(f"{A}p"):
        said = one.find(f"{A}pPr")
        words = "".join(text.text or "" for text in one.iter(f"{A}t"))
        found[words] = (None, None) if said is None else (said.get("rtl"), said.get("algn"))
    return found


def test_a_presentation_from_right_to_left_says_so_in_its_master(project):
    """So that what somebody writes anew runs so, too; slides say what they have otherwise."""
    trees = all_trees(written(read(project), "pptx"))
    styles = trees["ppt/slideMasters/slideMaster1.xml"].find(f"{P}txStyles")
    assert styles is not None
    for name in ("titleStyle", "bodyStyle"):
        level = styles.find(f"{P}{name}/{A}lvl1pPr")
        assert level is not None and (level.get("rtl"), level.get("algn")) == ("1", "r")
    assert paragraphs(trees["ppt/slides/slide2.xml"])["שלום"] == (None, None)


def test_words_of_another_script_keep_their_order_in_an_item(project):
    """By signs at both their ends that nobody sees."""
    trees = all_trees(written(read(project), "pptx"))
    assert f"{LEFT_TO_RIGHT}second{LEFT_TO_RIGHT}" in paragraphs(trees["ppt/slides/slide2.xml"])


def test_paragraphs_say_their_direction_on_pages_that_run_the_other_way(project):
    """Beside others, all do: LibreOffice has each run as the one before it."""
    trees = all_trees(written(read(project, "en"), "pptx"))
    found = paragraphs(trees["ppt/slides/slide2.xml"])
    assert (found["שלום"], found["ראשון"], found["second"]) == (("1", "r"), ("1", "r"), ("0", None))
    master = trees["ppt/slideMasters/slideMaster1.xml"]
    assert not master.xpath("//*[@rtl='1']")


def test_presentations_pass_over_the_direction_of_tables(project):
    """Their first column is the last one, since not all programs would show it on the right."""
    presentation = Presentation(BytesIO(written(read(project), "pptx")))
    (table,) = [shape.table for shape in presentation.slides[2].shapes if shape.has_table]
    assert [cell.text for cell in table.rows[0].cells] == ["ג", "ב", "א ארוכה"]


def test_notes_of_presentations_run_as_they_are_written(project):
    """Each paragraph by its first letter."""
    slides = '  - title: A\n    notes: "מילים (2025)\\n\\n- פריט\\n- item"\n'
    trees = all_trees(written(read(project, "en", slides), "pptx"))
    found = paragraphs(trees["ppt/notesSlides/notesSlide1.xml"])
    assert [found[one][0] for one in ("מילים (2025)", "פריט", "item")] == ["1", "1", "0"]


def test_steps_of_presentations_point_to_the_left(project):
    """They are PowerPoint's own shapes, turned round."""
    trees = all_trees(written(read(project), "pptx"))
    found = {
        shape.find(f".//{A}prstGeom").get("prst"): shape.find(f".//{A}xfrm").get("flipH")
        for shape in trees["ppt/slides/slide4.xml"].iter(f"{P}sp")
        if shape.find(f".//{A}prstGeom") is not None
    }
    assert found["homePlate"] == found["chevron"] == "1"


def test_presentations_are_sound(project, tmp_path):
    """In both directions."""
    for language in ("he", "en"):
        path = tmp_path / f"{language}.pptx"
        path.write_bytes(written(read(project, language), "pptx"))
        assert open_xml_audit.complaints(path) == []


def test_a_page_says_which_way_its_paragraphs_run(project):
    """Slides, and each paragraph that runs otherwise; words of another script are parted from what is around them."""
    page = html.fromstring(written(read(project), "html"))
    assert page.xpath("//main/@dir | //*[@id='slide-2']/@dir") == ["rtl", "rtl"]
    assert page.xpath("//*[@id='slide-2']//li//p/@dir") == ["rtl", "rtl"]
    assert page.xpath("//*[@id='slide-2']//li//p/span[@dir='ltr']/text()") == ["second"]
    assert page.xpath("//*[@id='slide-3']//h2/@dir") == ["ltr"]
    assert page.xpath("//*[@id='slide-4']//aside//p/@dir") == ["auto"]


def test_a_page_from_left_to_right_says_it_of_the_others(project):
    """Nothing is said of those that run as the page does."""
    page = html.fromstring(written(read(project, "en"), "html"))
    assert page.xpath("//main/@dir") == []
    paragraphs = page.xpath("//*[@id='slide-2']//h2 | //*[@id='slide-2']//li//p")
    assert [one.get("dir") for one in paragraphs] == ["rtl", "rtl", None]


def test_a_pdf_is_read_in_the_order_in_which_it_is_written(project):
    """Letters of a run stand the other way round, and each is known for what it is; the viewer is told, too."""
    with pikepdf.open(BytesIO(written(read(project), "pdf"))) as pdf:
        assert pdf.Root.ViewerPreferences.Direction == "/R2L"
    with pikepdf.open(BytesIO(written(read(project, "en"), "pdf"))) as pdf:
        assert "/Direction" not in pdf.Root.ViewerPreferences
