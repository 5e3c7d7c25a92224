"""What a template may cost: a few kilobytes of it may be looked at again for each layout, text or shape."""

from __future__ import annotations

import re

import pytest

from deckmaker.assets.drawings import rasters
from deckmaker.budget.bound import Bound
from deckmaker.template import NotATemplate, brand, canvas, pictures, read_template, reading, scheme
from deckmaker.template.brand import Brands
from deckmaker.template.template import Template
from tests.template.packages import default, related, typed
from tests.template.templates import (
    CONTENT,
    MASTER,
    THEME,
    changed,
    packed,
    parts,
    place,
    shape,
    with_picture,
    with_shapes,
)


def refused(content: dict[str, bytes]) -> str:
    """Return what is said of a template that is too much."""
    with pytest.raises(NotATemplate) as found:
        drawn(read_template(packed(content)))
    return str(found.value)


def drawn(template: Template) -> tuple[str, ...]:
    """Return what is not shown of the layout for a text, once it is drawn."""
    (layout,) = (one for one in template.layouts if one.part == CONTENT)
    return tuple(one.what for one in Brands(template).of(layout).not_shown)


def with_shared_layouts() -> dict[str, bytes]:
    """Return a template with a second master that lists the layouts of the first, by ids of its own."""
    second = "ppt/slideMasters/slideMaster2.xml"
    content = related(default(), "ppt/presentation.xml", "rId80", "slideMaster", second.removeprefix("ppt/"))
    content = typed(
        content, second, "application/a+xml", re.sub(rb'(sldLayoutId id="2147483)6', rb"\g<1>8", content[MASTER])
    )
    content["ppt/slideMasters/_rels/slideMaster2.xml.rels"] = content["ppt/slideMasters/_rels/slideMaster1.xml.rels"]
    listed = ("</p:sldMasterIdLst>", '<p:sldMasterId id="2147483999" r:id="rId80"/></p:sldMasterIdLst>')
    return changed("ppt/presentation.xml", listed, of=content)


def test_layouts_count_for_each_master_that_lists_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand masters that list a thousand layouts have a million."""
    content = with_shared_layouts()
    assert len(read_template(packed(content)).layouts) == 22
    monkeypatch.setattr(reading, "TEMPLATE_LAYOUTS", Bound(20, "layouts", "a template"))
    assert refused(content) == "has more than 20 layouts: a template may have 20"


def test_placeholders_count_over_all_layouts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each says how nine levels of texts look."""
    monkeypatch.setattr(reading, "TEMPLATE_PLACEHOLDERS", Bound(20, "placeholders", "a template"))
    assert refused(parts()) == "has more than 20 placeholders: a template may have 20"


LONG = "<a:x/>" * 500
LOOKS = {
    "the presentation's style": ("ppt/presentation.xml", "</a:lvl1pPr>", f"{LONG}</a:lvl1pPr>"),
    "a master's style": (MASTER, "</a:lvl1pPr>", f"{LONG}</a:lvl1pPr>"),
    "a master's prompt": (MASTER, "</a:p></p:txBody>", f"</a:p>{LONG}</p:txBody>"),
    "a layout's prompt": (CONTENT, "</a:p></p:txBody>", f"</a:p>{LONG}</p:txBody>"),
    "a theme's fill": (THEME, "</a:gsLst>", f"{LONG}</a:gsLst>"),
}


@pytest.mark.parametrize(("part", "old", "new"), LOOKS.values(), ids=LOOKS)
def test_what_is_looked_at_again_is_short(part: str, old: str, new: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is, for each text or shape that is set so."""
    content = parts()
    text = re.sub(r">\s+<", "><", content[part].decode())
    assert old in text
    monkeypatch.setattr(scheme, "TEMPLATE_LOOK", Bound(400, "elements", "a look"))
    assert read_template(packed({**content, part: text.encode()})).layouts
    content[part] = text.replace(old, new, 1).encode()
    assert refused(content) == f"holds more than 400 elements of one look in `{part}`"


def test_a_colour_map_has_the_names_that_there_are() -> None:
    """Each layout has a copy."""
    odd = " ".join(f'a{number}="b"' for number in range(1_000))
    content = changed(MASTER, ("<p:clrMap ", f"<p:clrMap {odd} "))
    assert set(read_template(packed(content)).masters[0].color_map) == set(reading._USUAL_MAP)


WHERE = place(0, 0, 72, 72)
STRETCHED = '<a:blipFill><a:blip r:embed="rIdPicture"/><a:stretch/></a:blipFill>'
TILES = shape(WHERE, look='<a:blipFill><a:blip r:embed="rIdPicture"/><a:tile sx="12000" sy="12000"/></a:blipFill>')
WORDS = shape(WHERE, text=f"<a:p><a:r><a:t>{'a ' * 900}</a:t></a:r></a:p>")
STOPS = "".join(f'<a:gs pos="{number}"><a:srgbClr val="112233"/></a:gs>' for number in range(100))
SHADES = shape(WHERE, look=f"<a:gradFill><a:gsLst>{STOPS}</a:gsLst></a:gradFill>") * 10
MANY = {"a picture as tiles": TILES, "the words of a text": WORDS, "colours of gradients": SHADES}


@pytest.mark.parametrize("shapes", MANY.values(), ids=MANY)
def test_what_a_shape_draws_is_counted_while_it_is_drawn(shapes: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten thousand shapes of a thousand elements each were ten gigabytes before they were found to be too many."""
    content = with_shapes({CONTENT: shapes}, of=with_picture(CONTENT, (20, 20)))
    assert not any("all that it draws" in one for one in drawn(read_template(packed(content))))
    bound = Bound(300, "elements", "a drawing")
    monkeypatch.setattr(canvas, "VECTOR_ELEMENTS", bound)
    held = []
    normalise = brand.normalise
    monkeypatch.setattr(brand, "normalise", lambda *given: held.append(given) or normalise(*given))
    assert "all that it draws, which holds more than 300 elements" in drawn(read_template(packed(content)))
    assert not held, "it is given up before"


def test_dots_of_patterns_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each shape has a picture of its own, as large as it is."""
    dots = shape(WHERE, look='<a:pattFill prst="pct50"/>')
    template = read_template(packed(with_shapes({CONTENT: dots * 3})))
    assert drawn(template) == ()
    monkeypatch.setattr(canvas, "PATTERN_DOTS", Bound(20_000, "dots", "a layout"))
    assert drawn(template) == ("a pattern over too large a shape",)


def test_pixels_of_all_pictures_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Packed, a hundred million of one colour take some kilobytes."""
    monkeypatch.setattr(pictures, "TEMPLATE_PIXELS", Bound(500, "pixels", "all pictures"))
    content = with_shapes({CONTENT: TILES}, of=with_picture(CONTENT))
    assert refused(content) == "has pictures of more than 500 pixels"


def test_a_picture_is_decoded_once_however_often_it_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """One of a hundred million pixels takes a second, and a layout may have it in a hundred places."""
    shapes = "".join(shape(place(9 * n, 0, 9, 9), look=STRETCHED) for n in range(40))
    template = read_template(packed(with_shapes({CONTENT: shapes}, of=with_picture(CONTENT, (41, 19)))))
    (layout,) = (one for one in template.layouts if one.part == CONTENT)
    drawn_once = Brands(template).of(layout)
    decoded: list[str] = []
    reduced = rasters.reduced_png
    monkeypatch.setattr(rasters, "reduced_png", lambda data, least: decoded.append("png") or reduced(data, least))
    drawn_once.sketched()
    drawn_once.sketched(flat=True)
    assert decoded == ["png"]
