"""Slides in a template: what fills its placeholders, and what they write of themselves."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from deckmaker.dataclasses import replace
from deckmaker.layout import TextItem
from deckmaker.render.pptx.template.inheritance import TemplateInheritance
from deckmaker.render.pptx.template.places import places_of
from tests.render.pptx.decks import find
from tests.render.pptx.template.building import DECK, LAYOUTS, InTemplate
from tests.template import packages
from tests.template.packages import Parts, changed, default, with_own_map

pytestmark = pytest.mark.slow

MASTER = "ppt/slideMasters/slideMaster1.xml"
TITLED = "title: T\ntheme: ours.yaml\nslides:\n  - title: First\n  - title: Second\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> InTemplate:
    """The deck in python-pptx's template."""
    return InTemplate(tmp_path_factory.mktemp("slides") / "project", default())


def filled(one: InTemplate, number: int) -> dict[str, str]:
    """Return the texts of a slide's placeholders, by what they refer to in the layout: type and index."""
    found = {}
    for shape in find(one.slide(number), "//p:sp[.//p:ph]"):
        (holder,) = find(shape, ".//p:ph")
        name = f"{holder.get('type', 'obj')} {holder.get('idx', '0')}"
        found[name] = "|".join("".join(find(one, ".//a:t/text()")) for one in find(shape, ".//a:p"))
    return found


def test_texts_fill_placeholders_by_type_and_index(made: InTemplate) -> None:
    """Title, subtitle, text and columns; the number is a field, and a footer is one."""
    assert filled(made, 1) == {"ctrTitle 0": "Night noise", "subTitle 1": "What the meters say|The harbour at night"}
    assert filled(made, 3)["title 0"] == "Where it comes from"
    assert filled(made, 3)["obj 1"].startswith("Ventilators run all night|Berth 4 faces the houses|120 m")
    assert filled(made, 3)["ftr 11"] == "Draft" and filled(made, 3)["sldNum 12"] == "3"
    columns = filled(made, 4)
    assert columns["obj 1"] == "No engine at berth|Grid has room for four ships"
    assert columns["obj 2"] == "A wall helps two streets of five"


def test_frames_are_no_smaller_than_nothing(made: InTemplate) -> None:
    """Margins of less than nothing take a frame from both of its sides: it is as large as its words, then."""
    theme, page = made.laid_out.theme, made.laid_out.pages[2]
    footer = next(one for one in page.objects if one.slot == "footer")
    assert isinstance(footer.item, TextItem) and theme.layouts["content"].template
    place = places_of(page, theme.layouts["content"].template)["footer"]
    assert place.own
    tight = replace(place, own=replace(place.own, insets=(7.2, -50.0, 7.2, 3.6), rect=None))
    room = replace(footer, rect=replace(footer.rect, height=15))
    holder: Any = SimpleNamespace(_theme=theme)
    frame = TemplateInheritance.frame(holder, tight, room, footer.item)
    assert frame.rect and frame.rect.width == footer.rect.width
    assert frame.rect.height == footer.item.setting.height
    assert 'lIns="0" tIns="0" rIns="0" bIns="0"' in frame.body


def test_every_placeholder_is_one_of_its_layout(made: InTemplate) -> None:
    """And none is there without something in it: no prompt shows."""
    for slide in made.presentation.slides:
        known = {(one.placeholder_format.type, one.placeholder_format.idx) for one in slide.slide_layout.placeholders}
        for one in slide.placeholders:
            assert (one.placeholder_format.type, one.placeholder_format.idx) in known
            assert not one.has_text_frame or one.text_frame.text.strip()


def test_numbers_have_the_colour_of_markers(tmp_path: Path) -> None:
    """As in the other outputs, and said: else LibreOffice takes white before an item that begins in bold."""
    plain = changed(default(), MASTER, '<a:buFont typeface="Arial"/><a:buChar char="•"/>', "<a:buNone/>")
    deck = f"{DECK}  - title: Steps\n    numbered: ['**May**: meters', '**June**: plugs']\n"
    made = InTemplate(tmp_path / "project", plain, deck)
    theme = made.laid_out.theme
    (color,) = find(own(made, 7, "May"), "a:buClr/*/@val")
    assert f"#{color}" == theme.palette[theme.lists.color] != theme.palette["ink"]


def test_what_has_no_placeholder_is_a_shape_with_a_name(made: InTemplate) -> None:
    """Credits and the trail are; the table is a frame."""
    names = {shape.name for shape in made.presentation.slides[4].shapes if not shape.is_placeholder}
    assert {"Credits", "Trail", "Table"} <= names or {"Credits", "Table"} <= names
    assert any(shape.has_table for shape in made.presentation.slides[4].shapes)


def own(one: InTemplate, number: int, words: str) -> Any:
    """Return what a text in a placeholder says of letters and paragraphs at its first level."""
    return find(one.shape(number, words), ".//a:lstStyle/a:lvl1pPr")[0]


def test_a_text_says_only_what_differs(made: InTemplate) -> None:
    """Size, colour, font, bullets and anchors are the template's: what it changes, slides change."""
    text = own(made, 3, "Ventilators")
    assert find(text, "a:defRPr/@sz | a:defRPr/@b | a:defRPr/*") == []
    assert find(text, "a:buChar | a:buNone | a:buFont | a:buClr") == []
    title = made.shape(3, "Where it comes from")
    assert find(title, "p:spPr/*") == [] and find(title, ".//a:bodyPr/@anchor") == []
    assert find(title, ".//a:solidFill | .//a:latin") == []


def test_a_family_that_is_not_at_hand_stays_the_templates(tmp_path: Path) -> None:
    """Its substitute is measured, which is told at the template; texts refer to the scheme's fonts all the same."""
    scheme = '<a:majorFont><a:latin typeface="Calibri"'
    theirs = changed(default(), "ppt/theme/theme1.xml", scheme, scheme.replace("Calibri", "Verlag Condensed"))
    made = InTemplate(tmp_path / "project", theirs)
    assert [(one.code, one.span.line) for one in made.diagnostics if "Verlag" in one.message] == [("absent-font", 4)]
    assert made.document.theme.families["heading"].name == "Verlag Condensed"
    assert find(made.shape(3, "Where it comes from"), ".//a:latin") == []
    assert find(own(made, 3, "Ventilators"), ".//a:latin") == []


def test_what_prompts_alone_show_is_how_texts_are_set(tmp_path: Path) -> None:
    """LibreOffice writes no size into list styles: texts have their prompt's, which slides then say themselves."""
    prompt = '<a:rPr lang="en-US" smtClean="0"/><a:t>Click to edit Master title style'
    shown = prompt.replace("<a:rPr", '<a:rPr sz="3300" b="1"')
    bare = changed(default(), MASTER, '<a:defRPr sz="4400" kern="1200">', '<a:defRPr kern="1200">')
    made = InTemplate(tmp_path / "project", changed(bare, "ppt/slideLayouts/slideLayout2.xml", prompt, shown))
    style = made.laid_out.theme.layouts["content"].slots["title"].style
    assert style and (style.size, style.bold) == (33, True)
    assert find(own(made, 3, "Where it comes from"), "a:defRPr/@sz | a:defRPr/@b") == ["3300", "1"]


def test_frames_are_written_where_they_differ(tmp_path: Path) -> None:
    """A text that layout has set narrower, for breaks that hold in every program, says so; no title does."""
    made = InTemplate(tmp_path / "project", default())
    for number in range(1, 7):
        for shape in find(made.slide(number), "//p:sp[.//p:ph[@type='title' or @type='ctrTitle' or @type='sldNum']]"):
            assert find(shape, "p:spPr/a:xfrm") == []


LEVEL = '<a:lvl1pPr marL="342900" indent="-342900"'


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize(
    ("change", "path", "value"),
    [
        (lambda parts: changed(parts, MASTER, '<a:defRPr sz="3200"', '<a:defRPr cap="all" sz="3200"'), "@cap", "none"),
        (lambda parts: changed(parts, MASTER, '<a:defRPr sz="3200"', '<a:defRPr b="1" sz="3200"'), "@b", None),
        (lambda parts: changed(parts, MASTER, 'kern="1200"', 'kern="0"', 99), "@kern", None),
        (
            lambda parts: changed(parts, MASTER, '<a:defRPr sz="3200" kern="1200"', '<a:defRPr sz="3200"'),
            "@kern",
            "100",
        ),
    ],
    ids=["capitals", "bold", "kerning from 0", "no kerning"],
)
def test_what_layout_did_not_reckon_with_is_said(
    change: Callable[[Parts], Parts], path: str, value: str | None, tmp_path: Path
) -> None:
    """Capitals would take other room; bold is what the theme takes over, so it is inherited."""
    made = InTemplate(tmp_path / "project", change(default()))
    assert [*find(own(made, 3, "Ventilators"), f"a:defRPr/{path}")] == ([value] if value else [])


def fits(one: InTemplate, number: int, words: str) -> list[str]:
    """Return what becomes of a text that is too long, as its slide says it; nothing where the template says it."""
    return [element.tag.rpartition("}")[2] for element in find(one.shape(number, words), ".//a:bodyPr/*")]


def test_letters_shrink_where_the_template_says_so_and_there_is_room(made: InTemplate) -> None:
    """What a colleague adds then does. A text that fills its frame must not where a program sets it a hair higher."""
    assert b"normAutofit" in made.parts[MASTER]
    assert fits(made, 3, "Where it comes from") == fits(made, 3, "Ventilators") == []
    assert fits(made, 3, "Draft") == []  # the template says nothing of footers


def test_a_text_that_fills_its_frame_does_not_shrink(tmp_path: Path) -> None:
    """Its slide says so."""
    bullets = "".join(f"\n      - Number {number} of very many points" for number in range(11))
    made = InTemplate(tmp_path / "project", default(), f"{DECK}  - title: Full\n    bullets:{bullets}\n")
    assert fits(made, 7, "Number 3") == ["noAutofit"]


def test_frames_do_not_grow(tmp_path: Path) -> None:
    """Nor does a frame that the template lets grow: it would move its text."""
    template = default()
    for name in [one for one in template if one.startswith("ppt/slide") and b"<a:normAutofit/>" in template[one]]:
        template = changed(template, name, "<a:normAutofit/>", "<a:spAutoFit/>", 99)
    made = InTemplate(tmp_path / "project", template)
    assert fits(made, 3, "Ventilators") == ["noAutofit"]


def test_colours_of_the_scheme_are_referred_to(made: InTemplate) -> None:
    """A colleague who changes them in the presentation changes the deck's: its tables and links."""
    known = {"tx1", "bg1", "tx2", "bg2", "hlink", "folHlink", *(f"accent{n}" for n in range(1, 7))}
    for number in (5, 6):
        values = find(made.slide(number), "//a:schemeClr/@val")
        assert values and set(values) <= known
    assert find(made.tree("ppt/tableStyles.xml"), "//a:tblStyle//a:schemeClr/@val") != []


def test_a_layout_with_a_map_of_its_own_gives_it_to_slides(tmp_path: Path) -> None:
    """A slide has its master's unless it says otherwise; texts that inherit their colour name none."""
    made = InTemplate(tmp_path / "project", with_own_map(default(), 3))
    (override,) = find(made.slide(2), "p:clrMapOvr/a:overrideClrMapping")
    assert (override.get("bg1"), override.get("tx1"), override.get("accent6")) == ("dk1", "lt1", "accent6")
    assert find(made.slide(3), "p:clrMapOvr/a:masterClrMapping") != []
    assert find(own(made, 2, "What we found"), ".//a:solidFill") == []
    assert "lt1" not in "".join(find(made.slide(2), "//a:schemeClr/@val"))


@pytest.mark.sampled(every=2)
@pytest.mark.parametrize("change", ["doubled index", "vertical text"])
def test_a_placeholder_that_is_ambiguous_or_turned_is_not_filled(change: str, tmp_path: Path) -> None:
    """Programs disagree which of two is meant; our lines run across. Texts are there all the same."""
    template = {
        "doubled index": packages.with_doubled_index,
        "vertical text": lambda parts: packages.with_vertical_text(parts, 4),
    }[change](default())
    made = InTemplate(tmp_path / "project", template)
    words = " ".join(find(made.slide(4), "//a:t/text()")).replace("\xa0", " ")
    assert "No engine at berth" in words and "A wall helps two streets of five" in words
    assert "obj 1" not in filled(made, 4)


def test_a_layout_without_a_title_shows_the_title_as_a_text(tmp_path: Path) -> None:
    """The slide refers to nothing that its layout does not have."""
    layouts = {**LAYOUTS, "section": "Picture with Caption"}
    made = InTemplate(tmp_path / "project", packages.without_title(default(), 9), layouts=layouts)
    assert "title 0" not in filled(made, 2)
    assert find(made.shape(2, "What we found"), ".//p:ph") == []


def test_nothing_collides_after_a_reset(tmp_path: Path) -> None:
    """Three columns in a layout of two: in the two places they would lie over each other, so they have none."""
    columns = "".join(f"\n      - {{bullets: [{one}, More]}}" for one in ("One", "Three", "Five"))
    made = InTemplate(tmp_path / "project", default(), f"{DECK}  - title: Wide\n    columns:{columns}\n")
    assert set(filled(made, 7)) == {"title 0", "ftr 11", "sldNum 12"}
    for words in ("One", "Three", "Five"):
        text = made.shape(7, words)
        assert find(text, ".//p:ph") == [] and find(text, ".//a:lvl1pPr/a:buChar/@char") == ["•"]


def test_running_text_in_a_subtitle_begins_at_its_top(tmp_path: Path) -> None:
    """A layout with a title and a subtitle may be all that there is: what its slides hold is not centred."""
    theirs = changed(default(), "ppt/slideLayouts/slideLayout1.xml", "<a:bodyPr/>", '<a:bodyPr anchor="ctr"/>', 9)
    made = InTemplate(tmp_path / "project", theirs, layouts={"content": "Title Slide"})
    style = made.laid_out.theme.plain.slots["body"].style
    assert style and (style.align, style.anchor, style.size) == ("left", "top", 32)
    text = made.shape(3, "Ventilators")
    assert find(text, ".//p:ph/@type") == ["subTitle"]
    assert find(text, ".//a:bodyPr/@anchor") == ["t"] and "l" in find(text, ".//a:lvl1pPr/@algn")


@pytest.mark.parametrize(("written", "fills"), [("4294967295", True), ("-2", False), ("007", False), ("x", False)])
def test_a_text_fills_a_placeholder_of_any_index(written: str, fills: bool, tmp_path: Path) -> None:
    """PowerPoint writes the largest for one that its master does not have; what is none is left alone."""
    template = changed(default(), "ppt/slideLayouts/slideLayout2.xml", '<p:ph idx="1"/>', f'<p:ph idx="{written}"/>')
    made = InTemplate(tmp_path / "project", template)
    assert made.document and (f"obj {written}" in filled(made, 3)) is fills


@pytest.mark.parametrize(("part", "around"), [(MASTER, "p:otherStyle"), ("ppt/presentation.xml", "p:defaultTextStyle")])
def test_texts_without_placeholder_say_which_way_they_run(part: str, around: str, tmp_path: Path) -> None:
    """Where the template has them run from right to left: programs differ in which of its styles these texts have."""
    theirs = default()
    before, style = theirs[part].decode().split(f"<{around}>")
    turned = style.replace('algn="l"', 'algn="r"').replace('rtl="0"', 'rtl="1"')
    theirs = {**theirs, part: f"{before}<{around}>{turned}".encode()}
    diagram = "  - title: Steps\n    diagram: {direction: right, edges: [Meter -> Plug]}\n"
    made = InTemplate(tmp_path / "project", theirs, DECK + diagram)
    cells = find(made.slide(5), "//a:tc//a:pPr")
    assert cells and {one.get("rtl") for one in cells} == {"0"}
    for number in range(1, 8):
        for shape in find(made.slide(number), "//p:sp[p:txBody//a:t and not(.//p:ph)]"):
            assert {one.get("rtl") for one in find(shape, ".//a:lstStyle/*")} == {"0"}
    assert find(made.slide(7), "//p:grpSp//a:lstStyle/*")


def test_texts_without_placeholder_say_no_direction_that_the_template_has(made: InTemplate) -> None:
    """It is the usual one."""
    assert find(made.slide(5), "//a:tc//@rtl | //p:sp[not(.//p:ph)]//@rtl") == []


def test_runs_repeat_a_colour_where_the_template_changes_its_own(tmp_path: Path) -> None:
    """LibreOffice does to a colour in a list style what the template does to the one that it replaces."""
    ground = '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="8A8A8A"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    bg = re.compile(rb"<p:bg>.*?</p:bg>", re.DOTALL)
    theirs = {**default(), MASTER: bg.sub(ground.encode(), default()[MASTER])}
    made = InTemplate(tmp_path / "project", theirs)
    for number, words in ((1, "The harbour at night"), (3, "Draft"), (3, "3")):
        shape = next(one for one in find(made.slide(number), "//p:sp[.//p:ph]") if words in find(one, ".//a:t/text()"))
        colors = find(shape, ".//a:lvl1pPr/a:defRPr/a:solidFill/*/@val")
        assert colors and set(find(shape, ".//a:rPr/a:solidFill/*/@val")) == set(colors)
    assert find(made.shape(3, "Where it comes from"), ".//a:solidFill") == []
