"""Placeholders with what they take over, held against python-pptx's reading of the same file."""

from __future__ import annotations

import pytest
from pptx import Presentation
from pptx.util import Emu

from deckmaker.template import read_template
from tests.template.templates import CONTENT, DEFAULT, MASTER, THEME, TITLE_SLIDE, changed, packed, parts


def test_places_are_those_that_python_pptx_finds():
    """Own ones, and those of the master's placeholder of the same kind."""
    deck, template = Presentation(DEFAULT), read_template(DEFAULT.read_bytes())
    compared = 0
    for layout, own in zip(deck.slide_layouts, template.layouts, strict=True):
        assert layout.name == own.name
        for other, found in zip(layout.placeholders, own.placeholders, strict=True):
            assert other.placeholder_format.idx == found.index
            assert other.name == found.name
            assert found.rect
            box = (other.left, other.top, other.width, other.height)
            rect = (found.rect.x, found.rect.y, found.rect.width, found.rect.height)
            assert rect == pytest.approx(tuple(Emu(one).pt for one in box))
            compared += 1
    assert compared == sum(len(one.placeholders) for one in template.layouts) == 58


def test_a_placeholder_without_type_and_index_is_an_object_with_index_0():
    """As the standard has it; slides refer to it so."""
    content = changed(CONTENT, ('<p:ph idx="1"/>', "<p:ph/>"))
    layout = read_template(packed(content)).layouts[1]
    assert [(one.type, one.index) for one in layout.placeholders][:2] == [("title", 0), ("obj", 0)]


def test_levels_come_from_the_master_and_the_layout_changes_them():
    """Nine of them; sizes are those of the master's text styles."""
    template = read_template(DEFAULT.read_bytes())
    body = template.layouts[1].placeholders[1]
    assert [one.size for one in body.levels] == [32, 28, 24, 20, 20, 20, 20, 20, 20]
    assert [one.bullet for one in body.levels[:3]] == ["•", "–", "•"]
    assert (body.levels[1].margin, body.levels[1].indent) == (58.5, -22.5)
    title = template.layouts[1].placeholders[0]
    assert (title.levels[0].size, title.levels[0].font, title.levels[0].align, title.anchor) == (
        44,
        "major",
        "ctr",
        "ctr",
    )
    section = template.layouts[2].placeholders[0]
    assert (section.levels[0].size, section.levels[0].bold, section.levels[0].caps, section.anchor) == (
        40,
        True,
        "all",
        "t",
    )


def test_colours_are_those_of_the_scheme_behind_the_colour_map():
    """What is shown, and the name by which a change of theme changes it."""
    template = read_template(packed(changed(THEME, ('lastClr="000000"', 'lastClr="112233"'))))
    subtitle = template.layouts[0].placeholders[1].levels[0].color
    assert (subtitle.scheme, subtitle.changes) == ("dk1", (("tint", 75_000),))
    assert template.layouts[1].placeholders[0].levels[0].color.value == "#112233"


def test_a_layout_may_map_colours_otherwise():
    """A dark title slide in a light deck."""
    own = (
        '<p:clrMapOvr><a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent1" '
        'accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
        'folHlink="folHlink"/></p:clrMapOvr>'
    )
    content = changed(TITLE_SLIDE, ("<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>", own))
    first, second = read_template(packed(content)).layouts[:2]
    assert (first.own_map, second.own_map) == (True, False)
    assert first.placeholders[0].levels[0].color.value == "#FFFFFF"
    assert second.placeholders[0].levels[0].color.value == "#000000"


def test_layouts_that_hide_the_masters_shapes_say_so():
    """Theirs alone are drawn then."""
    content = changed(CONTENT, ("<p:sldLayout ", '<p:sldLayout showMasterSp="0" '))
    shown = [one.shows_master_shapes for one in read_template(packed(content)).layouts]
    assert shown == [True, False, *[True] * 9]


def test_vertical_text_is_known():
    """Nothing of ours is set in it."""
    layouts = read_template(DEFAULT.read_bytes()).layouts
    vertical = {one.name: [two.type for two in one.placeholders if two.vertical != "horz"] for one in layouts}
    assert {name: types for name, types in vertical.items() if types} == {
        "Title and Vertical Text": ["body"],
        "Vertical Title and Text": ["title", "body"],
    }


def test_an_index_that_is_there_twice_is_there_twice():
    """As in 19 of 755 layouts that were looked at."""
    content = changed("ppt/slideLayouts/slideLayout4.xml", ('idx="2"', 'idx="1"'))
    two = read_template(packed(content)).layouts[3]
    assert [one.index for one in two.placeholders if one.type == "obj"] == [1, 1]


@pytest.mark.parametrize(("written", "index"), [("4294967295", 4294967295), ("2147483649", 2147483649), ("-2", -1)])
def test_an_index_may_be_as_large_as_the_standard_lets_it(written, index):
    """PowerPoint writes the largest for a placeholder that its master does not have; what is none is never used."""
    content = changed(CONTENT, ('<p:ph idx="1"/>', f'<p:ph idx="{written}"/>'))
    assert read_template(packed(content)).layouts[1].placeholders[1].index == index


def test_numbers_that_make_no_sense_count_as_nothing_said():
    """The placeholder has no place, or the usual insets, and the template is read."""
    content = changed(MASTER, ('<a:off x="457200" y="274638"/>', '<a:off x="1e99" y="-"/>'), of=parts())
    title = read_template(packed(content)).layouts[1].placeholders[0]
    assert title.rect
    assert (title.rect.x, title.rect.y) == (0, 0)


@pytest.mark.parametrize(("height", "is_seen"), [("0", False), ("1", False), ("12699", False), ("12700", True)])
def test_a_placeholder_of_less_than_a_point_has_no_place(height, is_seen):
    """Nothing is seen in it, and no theme has a slot of that height."""
    content = changed(TITLE_SLIDE, ('cx="7772400" cy="1470025"', f'cx="7772400" cy="{height}"'))
    assert bool(read_template(packed(content)).layouts[0].placeholders[0].rect) is is_seen


def test_layouts_of_one_name_are_told_apart_by_master_and_number():
    """No name leads to two of them."""
    content = changed("ppt/slideLayouts/slideLayout4.xml", ('name="Two Content"', 'name="Title and Content"'))
    template = read_template(packed(content))
    assert template.names[1] == "Office Theme/Title and Content"
    assert template.names[3] == "Office Theme/Title and Content (2)"
    assert [one.part for one in template.named(template.names[3])] == ["ppt/slideLayouts/slideLayout4.xml"]
    assert len(template.named("Title and Content")) == 2


def _bare(*more: tuple[str, str]) -> dict[str, bytes]:
    """Return a template whose texts have no size but in the words of the master's prompt, as LibreOffice writes it."""
    sizes = [(f'<a:defRPr sz="{size}00" kern="1200">', '<a:defRPr kern="1200">') for size in (44, 32, 28, 24, 20)]
    prompt = '<a:rPr lang="en-US" smtClean="0"/><a:t>Click to edit Master text styles'
    shown = prompt.replace("<a:rPr", '<a:rPr sz="2100" b="1"')
    return changed(MASTER, *sizes, (prompt, shown), *more)


BLANKS = ["", "   ", "\u00a0", "\u200b", "&#9;"]
"""Of which nobody sees anything."""


@pytest.mark.parametrize("name", BLANKS)
def test_a_layout_without_a_name_that_is_seen_is_called_as_its_part(name):
    """A theme file has to say it."""
    template = read_template(packed(changed(CONTENT, ('name="Title and Content"', f'name="{name}"'))))
    assert template.names[1] == "slideLayout2.xml"


@pytest.mark.parametrize("sign", BLANKS)
def test_a_bullet_that_nobody_sees_is_none(sign):
    """Programs write such where a list has no bullets."""
    template = read_template(packed(changed(MASTER, ('<a:buChar char="•"/>', f'<a:buChar char="{sign}"/>'))))
    assert template.layouts[1].placeholders[1].levels[0].bullet is None


@pytest.mark.parametrize("family", BLANKS)
def test_a_font_without_a_name_is_the_usual_one(family):
    """As where the scheme names none."""
    content = changed(THEME, ('<a:latin typeface="Calibri"', f'<a:latin typeface="{family}"'))
    content = changed(MASTER, ('<a:latin typeface="+mn-lt"', f'<a:latin typeface="{family}"'), of=content)
    template = read_template(packed(content))
    scheme = template.masters[0].scheme
    assert (scheme.heading, scheme.body) == ("Calibri", "Calibri")
    assert template.layouts[1].placeholders[1].levels[0].font == "minor"


def test_a_size_that_no_list_style_says_is_that_of_the_masters_prompt():
    """Where the layout's prompt says none itself; with the weight that is shown there, on all levels below too."""
    body = read_template(packed(_bare())).layouts[1].placeholders[1]
    assert [(one.size, one.bold) for one in body.levels[:3]] == [(21, True)] * 3


def test_an_empty_prompt_tells_by_the_mark_at_its_end():
    """Before the master's; and where it does not say how it is aligned, it takes over no centring from that."""
    level, centred = '<a:lvl1pPr marL="342900" indent="-342900"', '<a:pPr lvl="0" algn="ctr"/>'
    bare = _bare((f'{level} algn="l"', level), ('<a:pPr lvl="0"/>', centred))
    text = bare[CONTENT].decode()
    start = text.index("<a:p>", text.index('<p:ph idx="1"/>'))
    words = text[start : text.index("</p:txBody>", start)]
    for mark, align in (('sz="1900" i="1"', "l"), ('i="1"', "ctr")):
        empty = f'<a:p><a:endParaRPr lang="en-US" {mark}/></a:p>'
        body = read_template(packed(changed(CONTENT, (words, empty), of=bare))).layouts[1].placeholders[1]
        assert (body.levels[0].italic, body.levels[0].align) == (True, align)
        assert body.levels[0].size == (19 if "sz" in mark else 21)


def test_running_text_in_a_subtitle_is_set_as_texts_are():
    """It begins at the top of its place, at the left, in the size of the master's texts."""
    layout = read_template(DEFAULT.read_bytes()).layouts[0]
    subtitle = layout.placeholders[1]
    running = layout.as_running(subtitle)
    assert (subtitle.levels[0].align, running.levels[0].align, running.levels[0].bullet) == ("ctr", "l", "•")
    assert running.rect == subtitle.rect and layout.as_running(layout.placeholders[0]) is layout.placeholders[0]
