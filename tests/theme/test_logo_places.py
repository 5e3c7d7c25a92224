"""The size and place that a theme gives the logo of all layouts."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from pptx import Presentation
from pptx.util import Pt

from deckmaker.render.html import HtmlRenderer
from deckmaker.render.pdf import PdfRenderer
from deckmaker.render.pptx import PptxRenderer
from deckmaker.theme import Theme
from tests.projects import DECK, Project, briefing
from tests.render.laid_out_decks import rendered_by

DECK = "theme: ../house.yaml\nlogo: ../logo.png\n" + DECK


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose deck has a logo, four times as wide as it is high."""
    project = Project(tmp_path)
    project.picture("logo.png", (400, 100))
    return project


def themed(project: Project, theme: str):
    """Return the deck's document in a theme that changes this of `briefing`."""
    (project.folder / "house.yaml").write_text(f"extends: briefing\n{theme}", encoding="utf-8")
    return project.document(DECK)


def places(theme: Theme) -> dict[str, tuple[float, float, float, float]]:
    """Return the place of each layout's logo: left, top, right, bottom."""
    slots = {name: layout.slots["logo"].rect for name, layout in theme.layouts.items() if "logo" in layout.slots}
    return {name: (rect.x, rect.y, rect.right, rect.bottom) for name, rect in slots.items()}


def test_a_height_holds_for_every_layout(project):
    """One line in a theme; columns stay those of each layout."""
    before, after = places(briefing()), places(themed(project, "logo: {height: 36, top: 18}\n").theme)
    assert before.keys() == after.keys() and len(after) > 10
    for name, (left, _, right, _) in before.items():
        assert after[name] == pytest.approx((left, 18, right, 54))


@pytest.mark.parametrize(("align", "part"), [("right", 1.0), ("left", 0.0), ("center", 0.5)])
def test_a_width_goes_beyond_the_columns_from_the_side_that_it_is_aligned_to(project, align, part):
    """A wide logo is as high as a narrow one."""
    before, after = places(briefing()), places(themed(project, f"logo: {{width: 120, align: {align}}}\n").theme)
    assert {round(right - left) for left, _, right, _ in after.values()} == {120}
    left, right = before["title"][0], before["title"][2]
    assert after["title"][0] + 120 * part == pytest.approx(left + (right - left) * part)
    assert after["content"][2] == pytest.approx(before["content"][2])  # at the margin already, and never beyond it


def test_what_a_slot_says_itself_goes_before(project):
    """Of its extent it takes what it lacks, and never a third."""
    theme = "logo: {height: 36}\nlayouts:\n  title: {slots: {logo: {height: 48}}}\n"
    theme += "  content: {slots: {logo: {bottom: 9}}}\n"
    found = places(themed(project, theme).theme)
    assert found["title"][3] - found["title"][1] == pytest.approx(48)
    assert found["content"][1::2] == pytest.approx((495, 531))
    assert found["columns"][1::2] == pytest.approx((24, 60))


def test_all_outputs_have_it_there(project):
    """And PowerPoint's layouts, from which a colleague makes slides."""
    document = themed(project, "logo: {height: 30, width: 120, top: 21}\n")
    right = places(document.theme)["content"][2]
    wanted = (right - 120, 21, 120, 30)
    presentation = Presentation(BytesIO(rendered_by(PptxRenderer(), document)))
    layouts = {layout.name: layout for layout in presentation.slide_layouts}
    for name in ("Title only", "section"):
        layout = next(one for key, one in layouts.items() if key.lower().startswith(name.lower()))
        (logo,) = [shape for shape in layout.shapes if shape.name == "Logo"]
        found = [getattr(logo, side) / Pt(1) for side in ("left", "top", "width", "height")]
        assert found == pytest.approx(wanted, abs=0.05)
    with pdfplumber.open(BytesIO(rendered_by(PdfRenderer(), document))) as pdf:
        (image,) = pdf.pages[0].images
        assert (image["x0"], image["top"], image["width"], image["height"]) == pytest.approx(wanted, abs=0.05)
    assert b"width:120" in rendered_by(HtmlRenderer(), document)


@pytest.mark.parametrize(
    ("theme", "place", "message"),
    [
        (
            "logo: {width: 2000}\n",
            "house.yaml:2:15",
            "slot `logo` of layout `title` reaches over the edge of a 16:9 page, which is 960 points wide",
        ),
        (
            "logo: {height: 600}\n",
            "house.yaml:2:16",
            "slot `logo` of layout `title` reaches over the edge of a 16:9 page, which is 540 points high",
        ),
        (
            "layouts: {content: {slots: {title: {width: 90}}}}\n",
            "house.yaml:2:44",
            "slot `title` of layout `content` has a `width`, and only the logo's may: it spans `columns`",
        ),
    ],
)
def test_what_has_no_room_is_told_once_where_it_is_written(project, theme, place, message):
    """However many layouts take it."""
    (project.folder / "house.yaml").write_text(f"extends: briefing\n{theme}", encoding="utf-8")
    _, diagnostics = project.read(DECK)
    assert [(one.span.place.rsplit("/", 1)[-1], one.message) for one in diagnostics] == [(place, message)]


def test_a_picture_that_a_theme_names_as_its_logo_is_one_mistake(project):
    """Nothing is said of the theme that it builds on, in which nothing is amiss; whole, as printed."""
    (project.folder / "house.yaml").write_text("extends: briefing\nlogo: x.png\n", encoding="utf-8")
    assert (
        project.said(DECK)
        == """\
error[wrong-type]: `logo` takes keys with values, found `x.png`
 --> house.yaml:2:7
  |
2 | logo: x.png
  |       ^^^^^
  = help: a theme says where logos stand; the deck or deckmaker.yaml names the picture, as in `logo: x.png`"""
    )
