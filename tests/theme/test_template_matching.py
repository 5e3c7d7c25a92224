"""Which of a template's layouts are which of ours, where names and types say little."""

from __future__ import annotations

import re

from deckmaker.adoption import matching
from deckmaker.adoption.matching import Match, matched
from deckmaker.template import read_template
from tests.template.templates import (
    CONTENT,
    PICTURE_CAPTION,
    TITLE_SLIDE,
    TWO_CONTENT,
    changed,
    packed,
    parts,
    place,
    shape,
    solid,
    with_shapes,
)

Parts = dict[str, bytes]
EMU = 12_700


def renamed(of: Parts, part: str, name: str, type: str, *changes: tuple[str, str]) -> Parts:
    """Return the parts with a layout called so, of a type, as other programs write them."""
    text = of[part].decode()
    called = [
        (found[0], f'{before}"{value}"')
        for before, value in (("<p:cSld name=", name), (" type=", type))
        if (found := re.search(f'{before}"[^"]*"', text))
    ]
    assert len(called) == 2
    return changed(part, (called[1][0] + " preserve", called[1][1] + " preserve"), called[0], *changes, of=of)


def sized(before: str, x: float, y: float, width: float, height: float) -> tuple[str, str]:
    """Return a change of a placeholder's place, in points."""
    off = f'x="{round(x * EMU)}" y="{round(y * EMU)}"/><a:ext cx="{round(width * EMU)}" cy="{round(height * EMU)}"'
    return before, f"<a:xfrm><a:off {off}/></a:xfrm>"


TEXT = '<p:ph idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
SUBTITLE = '<a:xfrm><a:off x="1371600" y="3886200"/><a:ext cx="6400800" cy="1752600"/></a:xfrm>'
FIRST = '<a:xfrm><a:off x="457200" y="1600200"/><a:ext cx="4038600" cy="4525963"/></a:xfrm>'


def low_text(height: float) -> tuple[str, str]:
    """Return a change of the text of the first layout for text: from 270 points down."""
    where = sized("", 36, 270, 648, height)[1]
    return TEXT, TEXT.replace("<p:spPr/>", f"<p:spPr>{where}</p:spPr>")


def found(of: Parts) -> dict[str, Match]:
    """Return what is matched, by our names."""
    return matched(read_template(packed(of))).by_name


def test_of_layouts_of_one_type_the_first_with_ample_room_is_that_for_content():
    """Some programs write one type into all layouts, that of the title page first of them; a name says more."""
    ample = renamed(parts(), TWO_CONTENT, "Leaf 2", "obj", sized(FIRST, 36, 126, 430, 370))
    assert found(renamed(ample, CONTENT, "Leaf 1", "obj", low_text(155)))["content"].name == "Leaf 2"
    assert found(renamed(ample, CONTENT, "Leaf 1", "obj", low_text(250)))["content"].name == "Leaf 1"
    assert found(renamed(ample, CONTENT, "Content", "obj", low_text(155)))["content"].name == "Content"


def test_of_layouts_with_ample_room_one_is_preferred_whose_place_for_texts_is_plain():
    """Texts keep off pale lines, too, which would hide no letter."""
    ample = renamed(parts(), TWO_CONTENT, "Leaf 2", "obj", sized(FIRST, 36, 126, 648, 356))
    ample = renamed(ample, CONTENT, "Leaf 1", "obj")
    assert found(ample)["content"].name == "Leaf 1"
    lines = [shape(place(60 + 40 * step, 100, 8, 400), look=solid("CCCCCC")) for step in range(15)]
    assert found(with_shapes({CONTENT: "".join(lines)}, of=ample))["content"].name == "Leaf 2"


def test_a_title_page_that_is_not_called_so_has_its_title_lower():
    """And a text below it."""
    plain = renamed(parts(), TITLE_SLIDE, "Leaf 1", "tx")
    match = found(plain)["title"]
    assert (match.name, match.reason) == ("Leaf 1", "its title, which stands lower than that of content")
    title = '<a:off x="685800" y="2130425"/><a:ext cx="7772400" cy="1470025"/>'
    for other in ((title, title.replace("2130425", "274638")), (title, title.replace("685800", "4000000"))):
        assert "title" not in found(renamed(parts(), TITLE_SLIDE, "Leaf 1", "tx", other))


def test_a_title_page_has_room_for_its_text_where_any_has():
    """One with next to none is taken where there is no other."""
    small = sized(SUBTITLE, 300, 310, 180, 120)
    assert found(changed(TITLE_SLIDE, small))["title"].name == "Title Slide"
    lower = renamed(changed(TITLE_SLIDE, small), TWO_CONTENT, "Leaf 2", "tx", sized(FIRST, 36, 300, 400, 180))
    where = sized("", 36, 150, 648, 90)[1]
    lower = changed(TWO_CONTENT, ("<p:spPr/>", f"<p:spPr>{where}</p:spPr>"), of=lower)
    assert found(lower)["title"].name == "Leaf 2"


def test_a_title_page_whose_text_lies_on_a_picture_full_of_detail_is_left_out():
    """Where another can be it."""
    squares = [
        shape(place(120 + column * 20, 300 + row * 20, 20, 20), look=solid("000000"))
        for row in range(8)
        for column in range(24)
        if (row + column) % 2
    ]
    busy = with_shapes({TITLE_SLIDE: "".join(squares)})
    assert found(busy)["title"].name == "Title Slide"
    where = sized("", 36, 150, 648, 90)[1]
    other = renamed(busy, TWO_CONTENT, "Leaf 2", "tx", sized(FIRST, 36, 300, 400, 180))
    other = changed(TWO_CONTENT, ("<p:spPr/>", f"<p:spPr>{where}</p:spPr>"), of=other)
    assert found(other)["title"].name == "Leaf 2"


def test_a_layout_with_a_painted_place_for_texts_is_not_the_one_for_content():
    """Where there is another: PDF and HTML leave the paint out."""
    white = '<p:spPr><a:solidFill><a:srgbClr val="FFFFFF"><a:alpha val="50000"/></a:srgbClr></a:solidFill></p:spPr>'
    painted = changed(CONTENT, (TEXT, TEXT.replace("<p:spPr/>", white)))
    assert found(painted)["content"].name != "Title and Content"
    plain = changed(CONTENT, (TEXT, TEXT.replace("<p:spPr/>", "<p:spPr><a:noFill/></p:spPr>")))
    assert found(plain)["content"].name == "Title and Content"


def test_a_layout_with_its_title_beside_its_text_is_for_content_only_where_there_is_no_other():
    """The text would have the title of a caption, and no page to itself."""
    small = changed(CONTENT, (TEXT, TEXT.replace("<p:spPr/>", f"<p:spPr>{sized('', 200, 150, 260, 300)[1]}</p:spPr>")))
    small = renamed(small, CONTENT, "Leaf 1", "obj")
    assert found(renamed(small, TWO_CONTENT, "Leaf 2", "twoObj"))["content"].name in ("Leaf 2", "Comparison")


def test_a_layout_with_texts_as_small_as_captions_is_none_for_text():
    """Beside a picture, too: such slides are made in the style of content, with titles and texts of its size."""
    places = {
        'x="1792288" y="4800600"/><a:ext cx="5486400" cy="566738"/>': (36, 36, 300, 60),
        'x="1792288" y="612775"/><a:ext cx="5486400" cy="4114800"/>': (400, 36, 284, 400),
        'x="1792288" y="5367338"/><a:ext cx="5486400" cy="804862"/>': (36, 110, 300, 320),
    }
    beside = [(f"<a:xfrm><a:off {before}</a:xfrm>", sized("", *where)[1]) for before, where in places.items()]
    small = changed(PICTURE_CAPTION, *beside)
    assert "picture-right" not in found(small)
    large = [('<a:defRPr sz="2000" b="1"/>', '<a:defRPr sz="4000" b="1"/>'), ('sz="1400"', 'sz="2800"')]
    assert found(changed(PICTURE_CAPTION, *large, of=small))["picture-right"].name == "Picture with Caption"


def test_each_layout_is_judged_once_by_what_is_drawn_behind_its_texts(monkeypatch):
    """Each layout of ours asked anew, and a template may have thousands of texts on one of its own."""
    asked = []
    monkeypatch.setattr(matching, "shows", lambda brand, place, color: asked.append((id(brand), place)) or True)
    assert {"content", "columns", "section"} <= set(found(parts()))
    assert asked and len(asked) == len(set(asked))
