"""What it may cost to import a file: bounds of work, and files that would make it grow without them."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from io import BytesIO

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn

from deckmaker.budget.bound import Bound
from deckmaker.importing import marks
from deckmaker.importing.powerpoint.bullets import Bullets
from deckmaker.model import Run
from deckmaker.resolve import characters
from deckmaker.resolve.inline import parse_inline
from deckmaker.template import package
from tests.hostile.work import calls_of, growth
from tests.importing.markdown_decks import imported
from tests.importing.presentations import body_of, content_slide, presentation, with_parts
from tests.importing.presentations import imported as imported_presentation

MARKDOWN: dict[str, Callable[[int], str]] = {
    "stars": lambda count: "*a " * count,
    "brackets": lambda count: "[" * count,
    "links": lambda count: "[a](" * count,
    "backticks": lambda count: "".join("`" * (one % 60) + "a" for one in range(count)),
    "comments without an end": lambda count: "<!-- \n\n" * count,
    "tags without an end": lambda count: "<div " * count,
    "attributes without an end": lambda count: "<div>\n" + '<a href="' * count,
    "pictures": lambda count: "![a](b) " * count,
    "references to a footnote": lambda count: "[^1]" * count + "\n\n[^1]: " + "x " * count,
    "footnotes": lambda count: "".join(f"a[^{one}]\n\n[^{one}]: b[^{one + 1}]\n\n" for one in range(count)),
    "footnotes without an end": lambda count: "a^[" * count,
    "emphasis in emphasis": lambda count: "*" * count + "a" + "*" * count,
    "quotations in quotations": lambda count: ">" * count + "a",
    "lists in lists": lambda count: "- " * count + "a",
    "items": lambda count: "- a\n" * count,
    "slides": lambda count: "# a\n\nb\n\n" * count,
    "divs": lambda count: "::: a\n\n" * count,
    "subscripts": lambda count: "<sub>a" * count + "</sub>" * count,
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", MARKDOWN)
def test_markdown_costs_what_it_is_long(kind):
    """Twice as much of it takes twice as many calls at most, whatever it is made of."""
    assert growth(calls_of, lambda count: imported(MARKDOWN[kind](count)), 400) < 2.3


def test_addresses_that_are_written_once_come_back_within_bounds():
    """Markdown names an address by a word, a deck writes it out each time: 100 kB could be gigabytes."""
    long = "x" * 20_000
    found = imported(f"# T\n\n## A\n\n[a]: https://example.org/{long} '{long}'\n\n{'[a] ' * 100}\n\n{'![b][a] ' * 100}")
    assert len(found.text) < 500_000
    message = "addresses come again and again, 200,000 characters in all: the words alone are taken"
    assert sum(one.startswith(message) for _, one in found.messages) == 1
    usual = imported(f"# T\n\n## A\n\n[a]: https://example.org/{'x' * 80}\n\n{'[a] ' * 1_000}")
    assert usual.messages == []


@pytest.mark.parametrize(
    "runs",
    [
        [Run("[a](b" * 50)],
        [Run("*_`[{" * 50)],
        [Run("*_`[{" * 200)],
        [Run("*_`[{" * 50), Run("x", bold=True), Run("*_`[{ " * 200)],
    ],
)
def test_words_are_read_once_in_each_form(monkeypatch, runs):
    """As they are, and with backslashes, which make some of them too long for any form: no other is tried for these."""
    monkeypatch.setattr(marks, "TEXT_CHARACTERS", Bound(1_000, "characters", "a text"))
    monkeypatch.setattr(characters, "TEXT_CHARACTERS", Bound(1_000, "characters", "a text"))
    read: list[str] = []

    def noted(text, *rest, **how):
        read.append(text)
        return parse_inline(text, *rest, **how)

    monkeypatch.setattr(marks, "parse_inline", noted)
    marks.with_marks(runs)
    assert len(read) == len(set(read)) <= len(runs) + 2, [len(one) for one in read]


SHAPE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="9" name="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>'
    "{}</p:txBody></p:sp>"
)
BULLET = '<a:p><a:pPr lvl="3"><a:buChar char="x"/></a:pPr><a:r><a:t>w</a:t></a:r></a:p>'
CHOICE = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="x"><p:contentPart/>'
)
CHOICE_END = "</mc:Choice><mc:Fallback><p:contentPart/></mc:Fallback></mc:AlternateContent>"
CELL = (
    '<a:tr><a:tc gridSpan="99999999" rowSpan="9999999"><a:txBody><a:p><a:r><a:t>w</a:t></a:r></a:p></a:txBody>'
    "</a:tc></a:tr>"
)
TABLE = (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="d"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
    '<p:xfrm/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>{}</a:tbl>'
    "</a:graphicData></a:graphic></p:graphicFrame>"
)

PRESENTATIONS: dict[str, Callable[[int], str]] = {
    "shapes": lambda count: SHAPE.format("<a:p><a:r><a:t>w</a:t></a:r></a:p>") * count,
    "items": lambda count: SHAPE.format(BULLET * count),
    "runs": lambda count: SHAPE.format("<a:p>" + '<a:r><a:rPr b="1"/><a:t>w </a:t></a:r><a:br/>' * count + "</a:p>"),
    "signs": lambda count: SHAPE.format(f"<a:p><a:r><a:t>{'*a ' * count}</a:t></a:r></a:p>"),
    "cells that span all": lambda count: TABLE.format(CELL * count),
}


def slide_with(xml: str) -> bytes:
    """Return a presentation with more shapes on its second slide."""
    return with_parts(
        presentation(content_slide),
        lambda name, part: (
            part.replace(b"</p:spTree>", xml.encode() + b"</p:spTree>") if name == "ppt/slides/slide2.xml" else part
        ),
    )


@pytest.mark.slow
@pytest.mark.parametrize("kind", PRESENTATIONS)
def test_presentations_cost_what_they_hold(kind):
    """The same of shapes, paragraphs, runs and cells."""
    made = {count: slide_with(PRESENTATIONS[kind](count)) for count in (0, 400, 800)}
    assert growth(calls_of, lambda count: imported_presentation(made[count]), 400) < 2.3


@pytest.mark.slow
def test_choices_in_choices_are_looked_at_once():
    """Each twice would be twice as much on every level, a million times on twenty."""
    made = [slide_with(CHOICE * count + CHOICE_END * count) for count in (10, 20, 40)]
    costs = [calls_of(lambda content=content: imported_presentation(content)) for content in made]
    assert costs[2] < 2 * costs[0], costs


PLACE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="9" name="x"/><p:cNvSpPr/><p:nvPr><p:ph type="body" idx="{}"/></p:nvPr></p:nvSpPr>'
    "<p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>w</a:t></a:r></a:p></p:txBody></p:sp>"
)
LEVEL = '<a:lvl1pPr><a:buChar char="x"/></a:lvl1pPr>'


@pytest.mark.slow
def test_placeholders_of_a_layout_are_looked_through_once():
    """And not for each of the slide's, which may be as many."""

    def made(count: int) -> bytes:
        places = "".join(PLACE.format(index) for index in range(1, count)).encode() + b"</p:spTree>"
        parts = ("ppt/slides/slide2.xml", "ppt/slideLayouts/slideLayout2.xml")
        return with_parts(
            presentation(content_slide),
            lambda name, part: part.replace(b"</p:spTree>", places) if name in parts else part,
        )

    packages = {count: made(count) for count in (0, 250, 500)}
    assert growth(calls_of, lambda count: imported_presentation(packages[count]), 250) < 2.3


@pytest.mark.slow
def test_styles_are_looked_through_once(monkeypatch):
    """And not for each paragraph: a search by name is one call of C, so elements are counted."""
    looked_at = 0

    def counted(self, style):
        nonlocal looked_at
        looked_at += style not in self._known and len(style)
        return levels(self, style)

    levels = Bullets._levels
    monkeypatch.setattr(Bullets, "_levels", counted)
    style = SHAPE.format("<a:p><a:r><a:t>w</a:t></a:r></a:p>" * 50)
    style = style.replace("<a:bodyPr/>", f"<a:bodyPr/><a:lstStyle>{LEVEL * 100}</a:lstStyle>")
    imported_presentation(slide_with(style))
    assert 100 <= looked_at < 200, looked_at


def shared(part: str, count: int, content: bytes) -> bytes:
    """Return a presentation of many slides that share the notes or the chart."""
    stream = BytesIO()
    found = Presentation(BytesIO(content))
    related = next(one for one in found.slides[1].part.rels.values() if one.reltype.endswith(f"/{part}"))
    for _ in range(count):
        slide = content_slide(found)
        id = slide.part.relate_to(related.target_part, related.reltype)
        frames = [one for one in found.slides[1].shapes if one.has_chart]
        for one in frames:
            copied = deepcopy(one._element)
            copied.graphic.graphicData.chart.set(qn("r:id"), id)
            slide.shapes._spTree.append(copied)
    found.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("part", ["notesSlide", "chart"])
@pytest.mark.parametrize("bound", ["TEMPLATE_BYTES", "TEMPLATE_ELEMENTS"])
def test_what_many_slides_share_counts_each_time(monkeypatch, part, bound):
    """It is made anew for each of them: a small file could be a library."""

    def make(found):
        slide = content_slide(found)
        slide.notes_slide.notes_text_frame.text = "\n".join(["words"] * 400)
        body_of(slide, *((0, f"words {index}") for index in range(400)))
        data = CategoryChartData()
        data.categories = [str(index) for index in range(400)]
        data.add_series("A", range(400))
        slide.shapes.add_chart(XL_CHART_TYPE.LINE, 0, 0, 999, 999, data)

    most = {"TEMPLATE_BYTES": 1_000_000, "TEMPLATE_ELEMENTS": 30_000}[bound]
    monkeypatch.setattr(package, bound, Bound(most, "of it", "a template"))
    imported_presentation(shared(part, 2, presentation(make)))
    with pytest.raises(package.NotATemplate, match="of it"):
        imported_presentation(shared(part, 60, presentation(make)))
