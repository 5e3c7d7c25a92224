"""Themes that stand in a company's template: pages, places, colours, and what they say of themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation

from deckmaker.layout import TextItem
from deckmaker.theme import Theme
from deckmaker.theme.bounded_numbers import within_bounds
from deckmaker.theme.contrast import contrast, rgb
from deckmaker.theme.series_colors import ON_LIGHT
from tests.projects import DECK, Project
from tests.template.templates import (
    CONTENT,
    DEFAULT,
    MASTER,
    SECTION,
    THEME,
    TITLE_ONLY,
    TITLE_SLIDE,
    changed,
    packed,
    parts,
    place,
    preset,
    shape,
    solid,
    with_shapes,
)

pytestmark = pytest.mark.slow

DECK = "theme: ../house.yaml\n" + DECK
TITLE_AND_TEXT = f"{DECK}  - {{title: A, text: B}}\n"
USUAL = "http://schemas.openxmlformats.org/presentationml/2006/main"
LAYOUTS = {
    "title": "Title Slide",
    "section": "Section Header",
    "content": "Title and Content",
    "columns": "Two Content",
    "picture": "Picture with Caption",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a template, whose deck names a theme file."""
    found = Project(tmp_path)
    (found.folder / "company.potx").write_bytes(DEFAULT.read_bytes())
    return found


def write(project: Project, more: str = "", **layouts: str) -> None:
    """Write a theme file for the template; `more` comes behind."""
    names = "".join(f'    {ours}: "{theirs}"\n' for ours, theirs in (layouts or LAYOUTS).items())
    text = f"extends: briefing\ntemplate:\n  file: company.potx\n  layouts:\n{names}{more}"
    (project.folder / "house.yaml").write_text(text, encoding="utf-8")


def theme(project: Project, more: str = "", **layouts: str) -> Theme:
    """Return the theme of that file."""
    write(project, more, **layouts)
    return project.document(DECK).theme


def test_slots_stand_where_placeholders_do(project):
    """By python-pptx's reading of the same file, without the insets that texts keep; on the grid of 1.5 points."""
    found = theme(project)
    compared = 0
    for name, theirs in {**LAYOUTS, "title-only": "Title Slide"}.items():
        if name == "title":  # whose texts leave room for a picture
            continue
        (layout,) = [one for one in Presentation(DEFAULT).slide_layouts if one.name == theirs]
        places = {one.placeholder_format.idx: one for one in layout.placeholders}
        for slot in found.layouts[name].slots.values():
            if slot.placeholder is None or (name, slot.name) == ("columns", "body"):
                continue
            other = places[slot.placeholder.index]
            inset = (0, 0) if slot.name == "picture" else (7.2, 3.6)
            assert slot.rect.x == pytest.approx(other.left.pt + inset[0], abs=0.01)
            assert slot.rect.y == pytest.approx(other.top.pt + inset[1], abs=0.76)
            assert slot.rect.width == pytest.approx(other.width.pt - 2 * inset[0], abs=0.01)
            if (name, slot.name) != ("title-only", "body"):  # which author and date share
                assert slot.rect.bottom == pytest.approx(other.top.pt + other.height.pt - inset[1], abs=0.76)
            compared += 1
    assert compared == 18


def test_columns_share_the_places_of_two_texts(project):
    """From the left edge of the first to the right edge of the second."""
    rect = theme(project).layouts["columns"].slots["body"].rect
    assert (rect.x, rect.right) == pytest.approx((36 + 7.2, 720 - 36 - 7.2))


def test_pages_are_as_large_as_the_templates(project):
    """Whatever size the deck has, and lengths of what the theme extends are stretched with them."""
    assert (theme(project).width, theme(project).height) == (720, 540)
    wide = changed("ppt/presentation.xml", ('cx="9144000" cy="6858000"', 'cx="9144000" cy="5143500"'))
    (project.folder / "company.potx").write_bytes(packed(wide))
    small = theme(project)
    assert (small.width, small.height) == (720, 405)
    assert small.styles["note"].size == 11  # three quarters of 15
    assert small.flow.gap == pytest.approx(21 * 0.75)


def test_posters_have_the_largest_sizes_that_themes_may_have(project):
    """What is stretched to a page is no mistake of anybody's if it becomes too large."""
    wide = changed("ppt/presentation.xml", ('cx="9144000" cy="6858000"', 'cx="51206400" cy="38404800"'))
    (project.folder / "company.potx").write_bytes(packed(wide))
    poster = theme(project)
    assert poster.styles["quotation-mark"].size == 400  # of 144 points times 5.6
    assert poster.styles["note"].size == 84


def test_what_a_template_says_is_within_the_bounds_of_themes():
    """Its lines may be 132 sizes apart; what a theme's author has typed stays as it is, and so do words."""
    said = {"size": "600", "leading": "158.4", "gap": "0.5", "bold": "true", "sise": "600"}
    place = {"left": "-3", "size": "900"}
    given = {"styles": {"title": said}, "layouts": {"content": {"slots": {"body": place}}}}
    found = within_bounds(given)
    assert found["styles"]["title"] == {**said, "size": "400", "leading": "10"}
    assert found["layouts"]["content"]["slots"]["body"] == {"left": "0", "size": "400"}
    assert within_bounds({"charts": {"line": "1500"}}, {"charts": {"line": "2000"}}) == {"charts": {"line": "1500"}}


def test_a_mistake_in_what_is_stretched_stays_one(project):
    """It is told at its place, however large the template's page is."""
    (project.folder / "base.yaml").write_text("extends: briefing\ncharts: {line: 2000}\n", encoding="utf-8")
    write(project)
    house = (project.folder / "house.yaml").read_text(encoding="utf-8")
    (project.folder / "house.yaml").write_text(house.replace("briefing", "base.yaml"), encoding="utf-8")
    wide = changed("ppt/presentation.xml", ('cx="9144000" cy="6858000"', 'cx="9144000" cy="5143500"'))
    (project.folder / "company.potx").write_bytes(packed(wide))
    (found,) = project.read(DECK)[1]
    assert (found.span.line, found.message) == (2, "`line` takes a number, 400 or less, found `1500`")


def test_texts_are_set_as_the_placeholders_say(project):
    """Size, weight, alignment, anchor and colour; two slots of one style that differ have a style each."""
    layouts = theme(project).layouts
    title, section = layouts["title-only"].slots["title"].style, layouts["section"].slots["title"].style
    assert title and section
    assert (title.size, title.bold, title.align, title.anchor) == (44, False, "center", "middle")
    assert (section.size, section.bold, section.align, section.anchor) == (40, True, "left", "top")
    body = layouts["content"].slots["body"].style
    assert body
    assert (body.size, body.leading, body.gap, body.align) == (32, 1.2, 0.2, "left")
    subtitle = layouts["title-only"].slots["body"].style
    assert subtitle
    assert theme(project).palette[subtitle.color] == "#898989"


def test_bullets_are_the_templates(project):
    """Their letters, and their family, which in Office's templates is not the text's; a size that is no usual one."""
    lists = theme(project).lists
    assert (lists.bullet, lists.bullet_nested, lists.bullet_font, lists.bullet_size) == ("•", "–", "Arial", None)
    smaller = changed(MASTER, ('<a:buFont typeface="Arial"', '<a:buSzPct val="70000"/><a:buFont typeface="Arial"'))
    (project.folder / "company.potx").write_bytes(packed(smaller))
    assert theme(project).lists.bullet_size == 0.7
    assert theme(project, "lists: {bullet_font: Georgia, bullet_size: 1}\n").lists.bullet_font == "Georgia"


def test_bullets_in_a_font_of_their_own_lack_none(project):
    """The template asks for it: it stands in for nothing."""
    write(project)
    assert "fallback-font" not in project.said(DECK + "  - {title: A, bullets: [B, C]}\n")


def test_fonts_that_placeholders_name_go_before_the_schemes(project):
    """As LibreOffice writes them: its scheme always says Arial."""
    before, after = '<a:latin typeface="+mn-lt"/>', '<a:latin typeface="Georgia"/>'
    (project.folder / "company.potx").write_bytes(packed(changed(MASTER, (before, after))))
    fonts = theme(project).fonts
    assert (fonts["heading"], fonts["body"]) == ("Calibri", "Georgia")


def test_what_the_file_says_wins(project):
    """A place in one direction, a size, a colour of the palette, a family."""
    more = (
        "fonts: {body: Arial}\npalette: {accent: '#AA0011'}\n"
        "layouts: {content: {slots: {title: {top: 60, size: 30}, body: {columns: [2, 11]}, number: {bottom: 30}}}}\n"
    )
    plain, own = theme(project).plain.slots, theme(project, more)
    title = own.plain.slots["title"]
    assert title.style
    assert title.rect.y == pytest.approx(60, abs=0.76)
    assert (title.rect.x, title.rect.height, title.style.size) == (
        plain["title"].rect.x,
        plain["title"].rect.height,
        30,
    )
    assert own.plain.slots["body"].rect.x > plain["body"].rect.x
    assert own.plain.slots["number"].rect.bottom == pytest.approx(510, abs=0.76)
    assert (own.palette["accent"], own.fonts["body"]) == ("#AA0011", "Arial")


def test_layouts_that_are_not_named_are_made_in_the_style_of_content(project):
    """Its title and its text, in the layout for a title alone; pictures beside take half of it."""
    found = theme(project)
    beside, content = found.layouts["picture-right"], found.plain
    assert beside.template
    assert beside.template.part == TITLE_ONLY
    assert beside.slots["title"].rect == content.slots["title"].rect
    picture, text = beside.slots["picture"].rect, beside.slots["body"].rect
    assert picture.right == pytest.approx(content.slots["body"].rect.right)
    assert text.right < picture.x
    assert found.layouts["closing"].template
    assert found.layouts["closing-only"].template.name == "Title Slide"
    assert all(one.brand for one in found.layouts.values())


def test_what_is_made_stands_on_a_page_of_the_colour_of_content(project):
    """A layout for a title alone on a dark ground holds texts at most: tables and columns stand in that for texts."""
    dark = '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="1F497D"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    names = {"content": "Title and Content"}
    assert theme(project, **names).layouts["table"].template.part == TITLE_ONLY
    (project.folder / "company.potx").write_bytes(packed(changed(TITLE_ONLY, ("<p:spTree>", f"{dark}<p:spTree>"))))
    write(project, **names)
    slide = "    text: The harbour\n  - title: A table\n    table: {rows: [[Berth, Nights], [One, 12]]}\n"
    assert project.document(DECK + slide).theme.layouts["table"].background == "paper"


def test_a_picture_on_the_title_page_stands_beside_the_texts(project):
    """Between the margins of other slides; without one, they have their room alone."""
    layouts = theme(project).layouts
    slots, alone, usual = (layouts[name].slots for name in ("title", "title-only", "content"))
    assert layouts["title"].without_picture == "title-only"
    assert "picture" not in alone
    picture = slots["picture"].rect
    assert picture.right == pytest.approx(usual["body"].rect.right)
    assert picture.y == pytest.approx(usual["title"].rect.y, abs=1)
    assert picture.bottom > usual["body"].rect.bottom - 20
    assert not any(picture.overlaps(slots[name].rect) for name in ("title", "body", "meta", "credits", "trail"))


def test_credits_of_an_opening_page_begin_where_its_title_does(project):
    """Below one in the middle they begin where those of other slides do."""
    layouts = theme(project).layouts
    title, section, usual = (layouts[name].slots["credits"].rect.x for name in ("title", "section", "content"))
    assert section == pytest.approx(layouts["section"].slots["title"].rect.x) and section > usual + 10
    assert title == pytest.approx(usual)


def test_a_picture_on_the_title_page_keeps_off_what_the_page_draws(project):
    """It stands in the room of the texts there, which the page leaves free, and no higher than that."""
    logo = shape(place(600, 20, 100, 60), look=solid("C8102E"))
    (project.folder / "company.potx").write_bytes(packed(with_shapes({TITLE_SLIDE: logo})))
    layouts = theme(project).layouts
    picture = layouts["title"].slots["picture"].rect
    assert picture.y == pytest.approx(layouts["title-only"].slots["title"].rect.y, abs=8)
    (project.folder / "company.potx").write_bytes(
        packed(with_shapes({TITLE_SLIDE: shape(place(672, 0, 48, 540), look=solid("C8102E"))}))
    )
    assert theme(project).layouts["title"].slots["picture"].rect.right < 672


def test_a_title_page_that_the_template_does_not_have_holds_all_that_ours_do(project):
    """Title, text, author and date, and a picture beside them: no word of the deck is left out."""
    head, slide = "title: A\nsubtitle: B\nauthor: C\n", "  - {title: A, image: {file: ../a.png, alt: b}}\n"
    deck = f"theme: ../house.yaml\n{head}slides:\n{slide}"
    project.picture("a.png", (400, 300))
    write(project, content="Title and Content")
    document, diagnostics = project.read(deck)
    assert document and "not-shown" not in [one.code for one in diagnostics]
    (page,) = document.pages
    assert page.layout.name == "title"
    assert {"title", "body", "meta", "picture"} <= {one.slot for one in page.leaves}
    slots = [page.layout.slots[name].rect for name in ("title", "body", "meta", "picture")]
    assert not any(one.overlaps(other) for one in slots for other in slots if one is not other)


def test_a_short_title_page_keeps_its_title_wide_beside_a_picture(project):
    """Half as wide it would need a second line, for which it has no room."""
    where = 'x="685800" y="2130425"/><a:ext cx="7772400" cy='
    low = changed(TITLE_SLIDE, (f'{where}"1470025"', f'{where}"800000"'))
    (project.folder / "company.potx").write_bytes(packed(low))
    slots = theme(project).layouts["title"].slots
    assert slots["title"].rect.width == pytest.approx(612 - 14.4, abs=0.1)
    assert slots["picture"].rect.y >= slots["title"].rect.bottom


def test_headings_go_with_the_texts_below_them(project):
    """As large as those of the template; what stands over texts of our own sizes keeps its size."""
    found = theme(project)
    styles = found.styles
    assert found.columns.heading == 40
    assert (styles["heading"].size, styles["heading"].short) == (32, None)
    assert styles["callout-title"].size == styles["callout"].size == styles["column"].size < 32


def test_a_callout_is_no_smaller_than_a_text_of_the_template(project):
    """Below which it stands; nor is its title."""
    write(project)
    callout = "callout: {title: Begin there, text: It costs a quarter of what both would.}"
    (page,) = project.document(f"{DECK}  - {{title: A, content: [{{text: B}}, {{{callout}}}]}}\n").pages[1:]
    sizes = [one.item.setting.size for one in page.leaves if one.region and isinstance(one.item, TextItem)]
    assert sizes == [32, 32, 32]


def test_credits_and_trail_collide_with_nothing_of_the_template(project):
    """They have a line of their own above its footers."""
    for layout in theme(project).layouts.values():
        if layout.name == "picture-full":
            continue
        own = [layout.slots[name].rect for name in ("credits", "trail") if name in layout.slots]
        others = [slot.rect for name, slot in layout.slots.items() if name not in ("credits", "trail")]
        assert own
        assert not any(one.overlaps(other) for one in own for other in others), layout.name
        footers = [one.rect for one in layout.template.placeholders if one.type in ("ftr", "sldNum", "dt") and one.rect]
        assert not any(one.overlaps(other) for one in own for other in footers), layout.name


def test_dark_grounds_make_a_dark_palette(project):
    """The page is what the master draws there; texts keep the template's colours, ours are made to be read."""
    content = with_shapes({MASTER: shape(place(0, 0, 720, 540), look=solid("102030") + "<a:ln><a:noFill/></a:ln>")})
    content = changed(MASTER, ('tx1="dk1"', 'tx1="lt1"'), ('bg1="lt1"', 'bg1="dk1"'), of=content)
    (project.folder / "company.potx").write_bytes(packed(content))
    found = theme(project)
    assert found.palette["paper"] == "#102030"
    assert found.palette["ink"] == "#FFFFFF"
    assert found.plain.background == "paper"


def unchosen(*colors: str) -> bytes:
    """Return the template with LibreOffice's scheme, and with shapes in some colours on its master."""
    shapes = "".join(shape(place(9 * number, 0, 9, 9), look=solid(one)) for number, one in enumerate(colors))
    return packed(
        changed(
            THEME, ('<a:clrScheme name="Office">', '<a:clrScheme name="LibreOffice">'), of=with_shapes({MASTER: shapes})
        )
    )


@pytest.mark.parametrize(
    ("colors", "accent", "series"),
    [
        (("CCCCCC", "7F59AE", "60C4E4", "7F59AE"), "#7F59AE", "#7F59AE"),  # the most used that is no grey
        (("FFDE59",), "#000000", None),  # too light for texts, and darkened for bars
        (("CCCCCC", "111111"), "#000000", ON_LIGHT["series-1"]),  # none
    ],
)
def test_a_scheme_that_nobody_chose_gives_no_accents(project, colors, accent, series):
    """LibreOffice writes its own into every presentation: what pages show is taken in its place."""
    (project.folder / "company.potx").write_bytes(unchosen(*colors))
    palette = theme(project).palette
    assert palette["accent"] == accent
    assert contrast(rgb(palette["series-1"]), rgb("#FFFFFF")) >= 3
    assert series in (None, palette["series-1"])
    assert len({palette[f"series-{number}"] for number in range(1, 7)}) == 6


def test_texts_of_all_kinds_have_the_colour_of_the_templates_text(project):
    """Even where it is white on a ground of middle lightness: tables and lists of one page are not of two colours."""
    content = with_shapes({MASTER: shape(place(0, 0, 720, 540), look=solid("2087C2") + "<a:ln><a:noFill/></a:ln>")})
    content = changed(MASTER, ('tx1="dk1"', 'tx1="lt1"'), ('bg1="lt1"', 'bg1="dk1"'), of=content)
    (project.folder / "company.potx").write_bytes(packed(content))
    found = theme(project)
    body = found.plain.slots["body"].style
    assert body and found.palette[body.color] == found.palette["ink"] == "#FFFFFF"


GRADIENT = (
    '<p:bg><p:bgPr><a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="1E4A8C"/></a:gs>'
    '<a:gs pos="100000"><a:srgbClr val="346AB2"/></a:gs></a:gsLst><a:lin ang="0"/></a:gradFill>'
    "<a:effectLst/></p:bgPr></p:bg>"
)
CHARTED = "  - title: A\n    chart: {type: bar, categories: [North, South], values: [1, 2], labels: all}\n"


def test_small_texts_are_read_on_all_of_a_gradient(project):
    """Not only on its mean: labels of charts stand anywhere in the room for texts. Those that are not are named."""
    ground, white = '<p:cSld name="Title and Content">', ('<a:schemeClr val="tx1"', '<a:schemeClr val="bg1"')
    of = changed(CONTENT, (ground, ground + GRADIENT), of=changed(MASTER, white))
    (project.folder / "company.potx").write_bytes(packed(of))
    names = {"content": "Title and Content"}
    found = theme(project, **names).palette
    assert found["ink"] == "#FFFFFF"
    assert contrast(rgb(found["muted"]), rgb("#3367AE")) >= 4.5
    assert "of slide 2" not in project.said(DECK + CHARTED)
    write(project, 'palette: {muted: "#C4D2E6"}\n', **names)
    assert "; labels of slide 2 need 4.5:1" in project.said(DECK + CHARTED)


def test_the_number_of_a_templates_only_colour_becomes_its_name(project):
    """By `check --fix`; where numbers of several were said, their authors choose."""

    def told(palette: str) -> list[tuple[str | None, list[str]]]:
        write(project, f"palette: {palette}\n")
        found = [one for one in project.read(DECK)[1] if one.code == "unused-color"]
        return [(one.help, [edit.text for edit in one.edits]) for one in found]

    name = "template-898989-on-ffffff"
    assert told("{template-1: '#6E6E6E'}") == [(f"did you mean `{name}`?", [name])]
    choice = f"a template's colours are called by their values there, such as `{name}`: write that name, or remove it"
    assert told("{template-1: '#6E6E6E', template-2: '#6E6E6E'}") == [(choice, [])] * 2
    ((help, edits),) = told(f"{{template-1: '#6E6E6E', {name}: '#6E6E6E'}}")
    assert help and help.endswith("write that name, or remove it") and edits == []


def test_colours_of_a_template_keep_their_names_whatever_a_theme_says_of_them(project):
    """One that is hardly read on two grounds has a name for each: every help can be followed by itself."""
    ground = '<p:cSld name="Section Header">'
    dark = '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="14284F"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    (project.folder / "company.potx").write_bytes(packed(changed(SECTION, (ground, ground + dark))))
    names = {"content": "Title and Content", "section": "Section Header"}
    write(project, **names)

    def helps() -> list[str]:
        found = [one for one in project.read(DECK)[1] if one.code == "low-contrast"]
        return sorted(one.help or "" for one in found if "`template-" in one.message)

    first = helps()
    assert [one.split("`")[1].split('"')[0] for one in first] == [
        "template-898989-on-14284f: ",
        "template-898989-on-ffffff: ",
    ]
    colors = [one.split("`")[1] for one in first]
    for number in (1, 2):
        write(project, "palette: {" + ", ".join(colors[:number]) + "}\n", **names)
        assert helps() == first[number:]


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize(
    ("more", "layouts", "said"),
    [
        ("", {"content": "Title and Contents"}, "did you mean `Title and Content`?"),
        ("", {"content": "Title and Content", "title": "Cover"}, "the template has no layout `Cover`"),
        ("", {"title": "Title Slide"}, "`layouts` of a template needs `content`"),
        ("", {"content": "Blank"}, "layout `Blank` of `company.potx` has no place for a title and a text"),
    ],
)
def test_wrong_names_are_told_at_their_place(project, more, layouts, said):
    """With the nearest one."""
    write(project, more, **layouts)
    message = project.said(DECK)
    assert said in message
    assert "house.yaml:" in message
    assert message.count("error[") == 1


def test_a_name_that_is_there_twice_is_told(project):
    """Which of the two is meant, nobody guesses."""
    content = changed("ppt/slideLayouts/slideLayout4.xml", ('name="Two Content"', 'name="Title and Content"'))
    (project.folder / "company.potx").write_bytes(packed(content))
    write(project)
    assert project.said(DECK).startswith("""\
error[wrong-value]: the template has 2 layouts `Title and Content`
 --> house.yaml:7:14
  |
7 |     content: "Title and Content"
  |              ^^^^^^^^^^^^^^^^^^^
  = help: write `Office Theme/Title and Content` or `Office Theme/Title and Content (2)`""")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7", "`company.potx` is no presentation"),
        (packed({**parts(), "ppt/vbaProject.bin": b""}), "`company.potx` holds macros"),
        (
            packed(changed("ppt/presentation.xml", (USUAL, "http://purl.oclc.org/ooxml/presentationml/main"))),
            "`company.potx` is a Strict Open XML presentation",
        ),
        (
            packed(changed(CONTENT, ("</p:spTree>", ""))),
            "`company.potx` is broken: `ppt/slideLayouts/slideLayout2.xml`",
        ),
        (None, "`company.potx` is not a file"),
    ],
)
def test_a_file_that_is_no_template_is_told_at_its_place(project, content, what):
    """And nothing else is said."""
    file = project.folder / "company.potx"
    file.unlink() if content is None else file.write_bytes(content)
    write(project)
    message = project.said(DECK)
    assert what in message
    assert "house.yaml:3:9" in message
    assert message.count("error[") == 1


def test_a_template_outside_the_project_is_not_read(project):
    """By the rule for all files."""
    write(project)
    text = (project.folder / "house.yaml").read_text()
    (project.folder / "house.yaml").write_text(text.replace("company.potx", "../company.potx"))
    assert "error[outside-project]" in project.said(DECK)


def test_what_is_not_shown_is_told_with_its_place(project):
    """The layout or master, and the shapes."""
    shadow = '<a:effectLst><a:outerShdw><a:srgbClr val="000000"/></a:outerShdw></a:effectLst>'
    content = with_shapes(
        {
            MASTER: shape(place(0, 0, 9, 9), look=solid("FF0000") + shadow, name="Ribbon"),
            CONTENT: shape(place(0, 0, 9, 9), preset("cloudCallout"), solid("FF0000"), "Cloud"),
        }
    )
    (project.folder / "company.potx").write_bytes(packed(content))
    write(project)
    message = project.said(TITLE_AND_TEXT)
    assert "master `Office Theme` has a shadow: PDF and HTML do not show it so" in message
    assert "shape `Ribbon`" in message
    assert "layout `Title and Content` has the form `cloudCallout`: PDF and HTML do not show it so" in message
    assert message.count("shape `Ribbon`") == 1


def test_what_is_not_shown_of_layouts_without_slides_is_not_told(project):
    """It harms nobody, and would hide what does."""
    content = with_shapes({CONTENT: shape(place(0, 0, 9, 9), preset("cloudCallout"), solid("FF0000"), "Cloud")})
    (project.folder / "company.potx").write_bytes(packed(content))
    write(project)
    assert "cloudCallout" not in project.said(DECK)
    assert "cloudCallout" in project.said(TITLE_AND_TEXT)


def test_a_painted_place_for_a_text_is_told(project):
    """Slides have its colour in PowerPoint, and in no other output."""
    place, fill = '<p:ph idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>', '<a:solidFill><a:srgbClr val="FFEEDD"/></a:solidFill>'
    file = project.folder / "company.potx"
    file.write_bytes(packed(changed(CONTENT, (place, place.replace("<p:spPr/>", f"<p:spPr>{fill}</p:spPr>")))))
    write(project)
    said = project.said(TITLE_AND_TEXT)
    assert "layout `Title and Content` has a painted place for a text: PDF and HTML do not show it so" in said
    assert "shape `Content Placeholder 2`" in said
    file.write_bytes(packed(changed(CONTENT, (place, place.replace("<p:spPr/>", "<p:spPr><a:noFill/></p:spPr>")))))
    assert "painted place" not in project.said(TITLE_AND_TEXT)


@pytest.mark.parametrize(
    ("said", "inside", "told"),
    [
        ('u="sng" ', "", "underlined"),
        ('strike="sngStrike" u="dbl" ', "", "underlined and struck through"),
        ("", '<a:highlight><a:srgbClr val="FFFF00"/></a:highlight>', "highlighted"),
        ("", "<a:ln><a:solidFill><a:srgbClr val='FF0000'/></a:solidFill></a:ln>", "drawn with an outline"),
        ("", "<a:noFill/>", "drawn with an outline, a shadow, a gradient or no filling"),
        ('u="none" strike="noStrike" ', "<a:ln><a:noFill/></a:ln><a:effectLst/>", None),
    ],
)
def test_letters_that_are_not_shown_so_are_told(said, inside, told, project):
    """What a title has of its layout stands in the presentation alone."""
    place = '<p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>'
    style = f"<a:lstStyle><a:lvl1pPr><a:defRPr {said}>{inside}</a:defRPr></a:lvl1pPr></a:lstStyle>"
    template = changed(CONTENT, (place, place.replace("<a:lstStyle/>", style)))
    (project.folder / "company.potx").write_bytes(packed(template))
    write(project)
    message = "layout `Title and Content` has titles or texts that are "
    shown = project.said(TITLE_AND_TEXT)
    assert (f"{message}{told}" if told else message) in shown or told is None
    assert (message in shown) == (told is not None)


def test_a_theme_may_extend_one_that_stands_in_a_template(project):
    """From another folder: the template lies beside the theme that names it."""
    write(project)
    (project.folder / "more").mkdir()
    (project.folder / "more" / "event.yaml").write_text("extends: ../house.yaml\npalette: {accent: '#AA0011'}\n")
    found = project.document(DECK.replace("../house.yaml", "../more/event.yaml")).theme
    assert found.template
    assert found.palette["accent"] == "#AA0011"
    assert found.plain.template
    assert found.plain.template.name == "Title and Content"


def test_titles_in_the_middle_stay_there_in_several_lines(project):
    """A frame that is narrowed, so that no other program breaks its lines otherwise, has the middle of its place."""
    write(project)
    title = "Ten years of calls at the berths, and of containers on a log scale"
    document = project.document(
        f"theme: ../house.yaml\ntitle: A\nslides:\n  - title: A\n  - {{title: '{title}', text: B}}\n"
    )
    page = document.pages[1]
    placed = page.slot("title")
    assert placed
    assert isinstance(placed.item, TextItem)
    assert len(placed.item.setting.lines) > 1
    rect = page.layout.slots["title"].rect
    assert placed.rect.x + placed.rect.width / 2 == pytest.approx(rect.x + rect.width / 2, abs=0.01)
    text_height = placed.item.setting.height
    above, below = placed.item.offset, placed.rect.height - placed.item.offset - text_height
    assert abs(above - below) <= 3


def test_a_narrow_text_leaves_columns_room(project):
    """Twelve of them, with narrower gutters, in a place of a fifth of the page."""
    frame = f"<p:spPr>{place(500, 130, 150, 340)}</p:spPr>"
    narrow = changed(CONTENT, ("<p:spPr/>", frame))
    (project.folder / "company.potx").write_bytes(packed(narrow))
    found = theme(project, "layouts: {content: {slots: {body: {columns: [1, 12]}}}}\n")
    rect = found.plain.slots["body"].rect
    assert (rect.x, rect.right) == pytest.approx((507.2, 642.8))


def test_no_text_lies_on_a_title_in_the_corner_between_two_others(project):
    """A title stands over one of two texts, and the other begins as high as it: together they would cover it."""
    found = theme(project, content="Content with Caption")
    assert found.layouts.keys() >= {"table", "picture-right", "columns"}
    for name, layout in found.layouts.items():
        title, body = (layout.slots.get(slot) for slot in ("title", "body"))
        assert not (title and body and title.rect.overlaps(body.rect)), name


def test_credits_collide_with_no_text_that_reaches_down_to_the_footers(project):
    """Some templates have places for texts that end below the tops of their own footers."""
    text = '<p:ph idx="1"/></p:nvPr></p:nvSpPr>'
    deep = changed(CONTENT, (f"{text}<p:spPr/>", f"{text}<p:spPr>{place(36, 126, 648, 392)}</p:spPr>"))
    (project.folder / "company.potx").write_bytes(packed(deep))
    for name, layout in theme(project).layouts.items():
        own = [layout.slots[slot].rect for slot in ("credits", "trail") if slot in layout.slots]
        texts = [layout.slots[slot].rect for slot in ("title", "body", "meta", "picture") if slot in layout.slots]
        assert name == "picture-full" or not any(one.overlaps(other) for one in own for other in texts), name


def test_credits_do_not_move_onto_a_low_title(project):
    """They would leave the edge of a panel at the foot of the page for the room that texts have on other pages."""
    where = '<a:off x="685800" y="2130425"/><a:ext cx="7772400" cy="1470025"/>'
    low = changed(TITLE_SLIDE, (where, f'<a:off x="685800" y="{400 * 12700}"/><a:ext cx="7772400" cy="{70 * 12700}"/>'))
    panel = shape(place(0, 486, 720, 54), look=solid("336699"))
    (project.folder / "company.potx").write_bytes(packed(with_shapes({TITLE_SLIDE: panel}, of=low)))
    slots = theme(project).layouts["title"].slots
    assert slots["title"].rect.bottom > 460
    assert not slots["credits"].rect.overlaps(slots["title"].rect)


def test_credits_stand_higher_where_a_wave_at_the_foot_would_leave_them_little_room(project):
    """In the trough of it they would take a line for each word."""
    wave = shape(place(0, 475, 720, 65), form=preset("wave"), look=solid("FF00AA"))
    (project.folder / "company.potx").write_bytes(packed(with_shapes({MASTER: wave})))
    slots = theme(project).plain.slots
    assert slots["credits"].rect.width > 340
    assert slots["credits"].rect.bottom < 475
    assert slots["body"].rect.bottom < slots["credits"].rect.y
