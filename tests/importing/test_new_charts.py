"""Charts of the kinds that PowerPoint has since 2016: their numbers come, or what stands for them, which is told."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from deckmaker.importing.trial import refusal_of
from tests.importing.markdown_decks import Imported
from tests.importing.presentations import TITLE_ONLY, content_slide, imported, picture, presentation, with_parts

CX = "http://schemas.microsoft.com/office/drawing/2014/chartex"
RELATION = "http://schemas.microsoft.com/office/2014/relationships/chartEx"
FRAME = (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="Chart 8"/><p:cNvGraphicFramePr/><p:nvPr/>'
    '</p:nvGraphicFramePr><p:xfrm><a:off x="900000" y="2000000"/><a:ext cx="3000000" cy="2000000"/></p:xfrm>'
    f'<a:graphic><a:graphicData uri="{CX}"><cx:chart xmlns:cx="{CX}" r:id="rIdNew"/></a:graphicData></a:graphic>'
    "</p:graphicFrame>"
)
SORRY = (
    '<p:sp><p:nvSpPr><p:cNvPr id="0" name=""/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:prstGeom prst="rect"/>'
    "</p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:t>This chart isn't available in your version of PowerPoint.</a:t></a:r>"
    "</a:p></p:txBody></p:sp>"
)
PICTURE = (
    '<p:pic><p:nvPicPr><p:cNvPr id="0" name=""/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
    '<a:blip r:embed="{}"/></p:blipFill><p:spPr><a:prstGeom prst="rect"/></p:spPr></p:pic>'
)
LEFT_OUT = [(2, "a chart of a newer kind of PowerPoint is left out")]
AS_TABLE = [(2, "a chart of a kind that decks have not is there as its table")]


def level(*cells: str) -> str:
    """Return a level of names or numbers, without the gaps among them."""
    points = "".join(f'<cx:pt idx="{index}">{cell}</cx:pt>' for index, cell in enumerate(cells) if cell)
    return f'<cx:lvl ptCount="{len(cells)}">{points}</cx:lvl>'


def chart_part(kind: str, names: str, numbers: str, size: str = "val", further: str = "", title: str = "") -> str:
    """Return a chart of one series."""
    said = f"<cx:title><cx:tx><cx:txData><cx:v>{title}</cx:v></cx:txData></cx:tx></cx:title>" if title else ""
    return (
        f'<cx:chartSpace xmlns:cx="{CX}"><cx:chartData><cx:data id="0"><cx:strDim type="cat">{names}</cx:strDim>'
        f'<cx:numDim type="{size}">{numbers}</cx:numDim></cx:data></cx:chartData><cx:chart>{said}<cx:plotArea>'
        f'<cx:plotAreaRegion><cx:series layoutId="{kind}"><cx:tx><cx:txData><cx:v>Tonnes</cx:v></cx:txData></cx:tx>'
        f'<cx:dataId val="0"/>{further}</cx:series></cx:plotAreaRegion></cx:plotArea></cx:chart></cx:chartSpace>'
    )


def new_chart(part: str | None, fallback: str = SORRY) -> Imported:
    """Return the deck of a presentation whose second slide has such a chart, with or without its part."""

    def make(found: Any) -> None:
        slide = content_slide(found, layout=TITLE_ONLY)
        if fallback == PICTURE:
            slide.shapes.add_picture(picture(), 0, 0)

    def change(name: str, content: bytes) -> bytes:
        if name == "[Content_Types].xml" and part is not None:
            one = '<Override PartName="/ppt/charts/chartEx1.xml" ContentType="application/vnd.ms-office.chartex+xml"/>'
            return content.replace(b"</Types>", f"{one}</Types>".encode())
        if name == "ppt/slides/_rels/slide2.xml.rels" and part is not None:
            one = f'<Relationship Id="rIdNew" Type="{RELATION}" Target="../charts/chartEx1.xml"/>'
            return content.replace(b"</Relationships>", f"{one}</Relationships>".encode())
        if name != "ppt/slides/slide2.xml":
            return content
        text = content.decode()
        shown = fallback.format("rId2") if fallback == PICTURE else fallback
        if fallback == PICTURE:
            text = text[: text.index("<p:pic>")] + text[text.index("</p:pic>") + len("</p:pic>") :]
        both = (
            '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice '
            f'xmlns:cx1="{CX}" Requires="cx1">{FRAME}</mc:Choice><mc:Fallback>{shown}</mc:Fallback>'
            "</mc:AlternateContent>"
        )
        return text.replace("</p:spTree>", f"{both}</p:spTree>").encode()

    content = with_parts(presentation(make), change)
    if part is not None:
        stream = BytesIO(content)
        with ZipFile(stream, "a") as package:
            package.writestr("ppt/charts/chartEx1.xml", part)
        content = stream.getvalue()
    return imported(content)[0]


@pytest.mark.parametrize("fallback", [SORRY, ""])
@pytest.mark.parametrize("part", [None, f'<cx:chartSpace xmlns:cx="{CX}"/>'])
def test_a_chart_whose_data_nobody_can_read_is_left_out_and_told(fallback: str, part: str | None) -> None:
    """No slide says that a chart is not available in some version of PowerPoint."""
    found = new_chart(part, fallback)
    assert (found.slides[-1], found.messages) == ({"title": "Slide"}, LEFT_OUT)


def test_a_picture_that_stands_for_such_a_chart_is_there() -> None:
    """It is what is left of it."""
    found = new_chart(None, PICTURE)
    assert list(found.slides[-1]) == ["title", "image"]
    assert found.messages == [(2, "a chart of a newer kind of PowerPoint is there as its picture")]


def test_a_waterfall_is_one_with_its_totals() -> None:
    """Its steps and the columns that stand on the base line."""
    totals = '<cx:layoutPr><cx:subtotals><cx:idx val="0"/><cx:idx val="3"/></cx:subtotals></cx:layoutPr>'
    names, numbers = level("Start", "Sold", "Lost", "End"), level("100", "20.50", "-30", "90.5")
    found = new_chart(chart_part("waterfall", names, numbers, further=totals, title="Ships *here*"))
    value = found.slides[-1]["chart"]
    assert value == {
        "type": "waterfall",
        "categories": ["Start", "Sold", "Lost", "End"],
        "values": ["100", "20.5", "-30", "90.5"],
        "totals": ["Start", "End"],
        "subtitle": "Ships \\*here\\*",
    }
    assert found.messages == []
    assert refusal_of(("chart", value)) is None


def test_totals_of_a_waterfall_that_have_the_names_of_steps_make_a_table() -> None:
    """A deck finds totals by their names."""
    totals = '<cx:layoutPr><cx:subtotals><cx:idx val="2"/></cx:subtotals></cx:layoutPr>'
    found = new_chart(chart_part("waterfall", level("A", "B", "A"), level("1", "2", "3"), further=totals))
    assert found.slides[-1]["table"]["rows"] == [["", "Tonnes"], ["A", "1"], ["B", "2"], ["A", "3"]]
    assert found.messages == AS_TABLE


def test_others_are_their_tables() -> None:
    """A treemap has sizes, and names in levels; a picture of it is not needed."""
    names = level("Oak", "Ash", "Cod") + level("Wood", "", "Fish")
    part = chart_part("treemap", names, level("5", "", "7"), size="size", title="Trade")
    for fallback in (SORRY, PICTURE):
        found = new_chart(part, fallback)
        rows = [["", "Tonnes"], ["Wood Oak", "5"], ["Wood Ash", ""], ["Fish Cod", "7"]]
        assert found.slides[-1] == {"title": "Slide", "table": {"rows": rows, "caption": "Trade"}}
        assert found.messages == AS_TABLE


def test_one_of_more_values_than_a_chart_may_have_is_left_out() -> None:
    """As other charts are."""
    data = f'<cx:data><cx:numDim type="val">{level("1").replace("1", "10000", 1)}</cx:numDim></cx:data>'
    part = chart_part("boxWhisker", level("A"), level("1")).replace("<cx:chartData>", f"<cx:chartData>{data * 2}")
    assert new_chart(part).messages == [(2, "a chart is left out: a chart may have 20,000 values")]


def test_what_a_table_has_no_place_for_is_told() -> None:
    """Titles of axes, a second list of numbers."""
    colors = f'<cx:numDim type="colorVal">{level("1")}</cx:numDim></cx:data>'
    title = "<cx:axis><cx:title><cx:tx><cx:txData><cx:v>Year</cx:v></cx:txData></cx:tx></cx:title></cx:axis>"
    part = chart_part("funnel", level("A"), level("1")).replace("</cx:data>", colors)
    found = new_chart(part.replace("</cx:plotArea>", f"{title}</cx:plotArea>"))
    assert found.messages == [
        *AS_TABLE,
        (2, "numbers that colour a chart are left out"),
        (2, "the title of an axis of a chart is left out"),
    ]


@pytest.mark.parametrize("sign", ["\u200b", "\ufdd0", "\x7f", "\u00ad"], ids=ascii)
def test_words_that_nobody_sees_are_none(sign: str) -> None:
    """As titles, and as names of what is counted then."""
    names, numbers = level(sign, "B"), level("1", "2")
    found, bare = (
        new_chart(chart_part("funnel", names.replace(sign, one), numbers, title=one).replace("Tonnes", one))
        for one in (sign, "")
    )
    assert (found.slides, found.messages) == (bare.slides, bare.messages)
    assert found.slides[-1]["table"] == {"rows": [["", ""], ["1", "1"], ["B", "2"]]}
