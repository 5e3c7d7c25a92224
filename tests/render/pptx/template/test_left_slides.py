"""What a template says of its own slides, in parts that decks have: links to them, and how they are shown and seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from deckmaker.render.pptx.inspection import faults
from tests.render.pptx.decks import find
from tests.render.pptx.template.building import InTemplate
from tests.template.leftovers import with_leftovers
from tests.template.packages import PRESENTATION, Parts, changed, default, related

LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
LINK = '<a:hlinkClick r:id="rId90" action="ppaction://hlinksldjump"/>'
SHOW = '<p:showPr loop="1"><p:kiosk/><p:sldRg st="3" end="4"/></p:showPr>'
VIEWS = "ppt/viewProps.xml"


def _button(link: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="90" name="Home">{link}</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        '<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:sp></p:spTree>'
    )


def _template() -> Parts:
    parts = with_leftovers(default())
    parts = changed(parts, LAYOUT, "</p:spTree>", _button(LINK))
    parts = related(parts, LAYOUT, "rId90", "slide", "../slides/slide2.xml")
    parts = changed(parts, PRESENTATION, "<p:presentation ", '<p:presentation firstSlideNum="5" ')
    shown = parts["ppt/presProps.xml"].decode()
    begin = shown.index(">", shown.index("<p:presentationPr")) + 1
    parts = {**parts, "ppt/presProps.xml": f"{shown[:begin]}{SHOW}{shown[begin:]}".encode()}
    seen = '<p:outlineViewPr><p:cViewPr><p:scale><a:sx n="1" d="1"/><a:sy n="1" d="1"/></p:scale>'
    seen += '<p:origin x="0" y="0"/></p:cViewPr><p:sldLst><p:sld r:id="rId91"/></p:sldLst></p:outlineViewPr>'
    parts = changed(parts, VIEWS, "<p:notesTextViewPr>", f"{seen}<p:notesTextViewPr>")
    none = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    return related({**parts, "ppt/_rels/viewProps.xml.rels": none}, VIEWS, "rId91", "slide", "slides/slide1.xml")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> InTemplate:
    """A deck in a template of which all parts speak of its slides."""
    return InTemplate(tmp_path_factory.mktemp("left") / "project", _template())


def test_no_link_leads_to_a_slide_of_the_template(made: InTemplate) -> None:
    """The shape stays, with nothing behind it: the deck's slide of that name is another one."""
    for name, content in made.parts.items():
        if name.endswith(".rels") and not name.startswith(("ppt/_rels", "ppt/slides", "ppt/notesSlides")):
            assert b"/slide2.xml" not in content and b"/slide1.xml" not in content, name
    assert find(made.tree(LAYOUT), "//p:cNvPr/@name").count("Home") == 1
    assert not find(made.tree(LAYOUT), "//a:hlinkClick")


def test_the_deck_is_shown_and_seen_as_a_whole(made: InTemplate) -> None:
    """From its first slide, counted from 1, and not as a kiosk does; other settings are the template's."""
    assert b"showPr" not in made.parts["ppt/presProps.xml"]
    assert b"firstSlideNum" not in made.parts[PRESENTATION]
    assert b"outlineViewPr" in made.parts[VIEWS] and b"rId91" not in made.parts[VIEWS]


def test_the_package_is_sound(made: InTemplate, tmp_path: Path) -> None:
    """To our inspection, which excuses nothing here, and to openxml-audit."""
    assert faults(list(made.parts.items())) == []
    path = tmp_path / "deck.pptx"
    path.write_bytes(made.file)
    result = OpenXmlValidator(strict=True).validate(path)
    assert result.is_valid and not result.errors, [str(error) for error in result.errors]


def test_a_template_without_views_gets_ours(tmp_path: Path) -> None:
    """LibreOffice writes none; PowerPoint mends a presentation without."""
    parts = default()
    relationships = "ppt/_rels/presentation.xml.rels"
    lost = [one for one in parts[relationships].decode().split("<Relationship ") if "viewProps" in one]
    assert len(lost) == 1
    parts = changed(parts, relationships, f"<Relationship {lost[0]}", "</Relationships>" * lost[0].endswith("s>"))
    parts = {name: content for name, content in parts.items() if name != VIEWS}
    parts = changed(parts, "[Content_Types].xml", f'<Override PartName="/{VIEWS}"', f'<Override PartName="/{VIEWS}.no"')
    made = InTemplate(tmp_path / "project", parts)
    assert "ppt/viewProps1.xml" in made.parts
    assert b"viewProps1.xml" in made.parts[relationships]
