"""A theme file as written, when all that it extends is laid under it. Reference: docs/themes.md.

Descriptions of keys are the user's documentation in editors, through `deckmaker schema theme`.
"""

from __future__ import annotations

import re
from typing import TypeGuard

from deckmaker.budget.fonts import FONT_FAMILY_FILES
from deckmaker.budget.source import STYLE_POINTS, THEME_LINE, THEME_POINTS, THEME_SIZES
from deckmaker.language.entry import Entry, EntryOf, optional, required, with_default
from deckmaker.language.kinds import Boolean, Choice, Integer, ListOf, MappingOf, Number, Pattern, String, Text

COLOR = r"#[0-9A-Fa-f]{6}"
_COLOR = Pattern(COLOR)
_POSITIVE = Integer(least=1, most=STYLE_POINTS.most)
_COLUMNS = Integer(least=1, most=1_000)
_LENGTH = Number(least=0, most=THEME_POINTS.most)
_EXTENT = Number(above=0, most=THEME_POINTS.most)
_LINE = Number(least=0, most=THEME_LINE.most)
_SIZES = Number(least=0, most=THEME_SIZES.most)
_TRACKING = Number(least=-100, most=100)
_SHARE = Number(least=0, most=1)


def is_color(value: object) -> TypeGuard[str]:
    """Tell whether a value is a colour as themes write it."""
    return isinstance(value, str) and re.fullmatch(COLOR, value) is not None


class FamilyEntry(Entry):
    """A family: one that every Office has, one that is installed, or one in files of the project."""

    family = required(Text(), "Its name, as PowerPoint lists it.")
    files = optional(
        ListOf(Text(), least=1, most=FONT_FAMILY_FILES.most),
        "Paths of its TrueType or OpenType files, relative to this one: of each style, or variable ones.",
    )
    substitute = optional(String(), "The family of Office's that PDF and HTML show where this one is not at hand.")


_FAMILY = EntryOf(FamilyEntry, shorthand="family")


class FontsEntry(Entry):
    """The families, by what they are for. Office's five are drawn by open ones of the same widths."""

    heading = required(_FAMILY, "The family of styles whose `font` is `heading`.")
    body = required(_FAMILY, "The family of styles whose `font` is `body`, and of list markers.")
    code = required(_FAMILY, "The family of texts between backticks.")


class GridEntry(Entry):
    """Margins, columns and the space between them, and the step of the baseline grid."""

    left = required(_LENGTH, "The left margin, in points.")
    right = required(_LENGTH, "The right margin, in points.")
    columns = required(_COLUMNS, "How many columns of equal width stand between the margins.")
    gutter = required(
        _LENGTH, "The space between two columns, in points; pictures shown whole keep as far from top and bottom."
    )
    baseline = required(
        Number(least=0.1, most=STYLE_POINTS.most),
        "The step of the baseline grid, in points: first lines of texts, gaps and rows stand on whole steps.",
    )


class StyleEntry(Entry):
    """How a kind of text is set."""

    like = optional(String(), "Another style of the theme, from which this one takes what it does not say itself.")
    font = required(Choice("heading", "body"), "Which of the theme's `fonts` it is set in.")
    size = required(_POSITIVE, "The usual size, in points.")
    min = required(_POSITIVE, "The smallest size that fitting may use, in points.")
    short = optional(_POSITIVE, "The size of texts that take up to 0.55 of their place's height at it, in points.")
    leading = required(
        Number(above=0, most=THEME_SIZES.most),
        "From baseline to baseline, in multiples of the size, to whole percents of 1.2 sizes; at most 99 of them.",
    )
    gap = with_default(_SIZES, 0, "The space before a paragraph, in multiples of the size, to the nearest step.")
    bold = with_default(Boolean(), False, "Whether it is bold.")
    italic = with_default(Boolean(), False, "Whether it is italic.")
    color = required(String(), "Its colour, by its name in `palette`.")
    tracking = with_default(_TRACKING, 0, "The space added between letters, in points; negative to tighten.")
    balance = with_default(Boolean(), False, "Whether its lines are made about equally long, as suits titles.")


class ListsEntry(Entry):
    """How bulleted and numbered lists are set."""

    indent = required(_SIZES, "How far each level is indented, in multiples of the size.")
    shrink = required(
        Integer(least=0, most=STYLE_POINTS.most),
        "By how many points nested items are smaller, whatever their level.",
    )
    nested_gap = required(_SIZES, "The space before a nested item, in multiples of the size.")
    bullet = required(Text(), "The marker of the first level, the third and so on.")
    bullet_nested = required(Text(), "The marker of the second level, the fourth and so on.")
    color = required(String(), "The markers' colour in texts that are `ink`, by its name in `palette`.")
    bullet_font = optional(String(), "The family of bullets, one that every Office has; without it that of their text.")
    bullet_size = optional(
        Number(least=0.25, most=4),
        "The size of bullets, in multiples of the text's; without it they stand alike in every program.",
    )


class LinkEntry(Entry):
    """How links are set."""

    color = required(String(), "The links' colour in texts that are `ink`, by its name in `palette`.")


class TableEntry(Entry):
    """How tables are set, besides the style of their texts. Where a colour is not said, the text's own stands in."""

    header = optional(String(), "The colour of headers' text, by its name in `palette`.")
    header_ground = optional(String(), "The colour behind headers; without it there is none.")
    rule = optional(String(), "The colour of the rules between rows; `tint` where the theme has it.")
    strong_rule = optional(String(), "The colour of the rules below the header, above the footer and at the end.")
    zebra = optional(String(), "The colour behind every other row of tables with `lines: zebra`.")
    zebra_opacity = with_default(_SHARE, 0.06, "How much of it is seen there, from 0 to 1.")
    picked = optional(String(), "The colour behind the column of a picked option.")
    picked_opacity = with_default(_SHARE, 0.06, "How much of it is seen there, from 0 to 1.")
    picked_header = optional(String(), "The colour of its header's text; without it, that of the other headers.")
    rule_width = with_default(_LINE, 0.75, "How thick the rules between rows are, in points.")
    strong_width = with_default(_LINE, 1.5, "How thick the strong rules are, in points.")
    above = with_default(
        _SIZES, 0.15, "The space above the text of a row, in multiples of the size, to the nearest step."
    )
    below = with_default(_SIZES, 0.35, "The space below the text of a row, likewise.")
    air = with_default(
        _SIZES, 0.5, "How much higher rows are where a table leaves room on its page, in multiples of the size."
    )
    gutter = with_default(_SIZES, 1.6, "The space between the texts of two columns, in multiples of the size.")


class ColumnsEntry(Entry):
    """How columns and grids stand; their texts have the styles `column` and `heading`."""

    gutter = optional(_LENGTH, "The space between two columns, in points; that of `grid` without it.")
    rule = optional(String(), "The colour of the rule above each column; without it there is none.")
    rule_width = with_default(_LINE, 1.5, "How thick that is, in points.")
    above = with_default(_LENGTH, 6, "How far the rule stands below the top, in points.")
    heading_top = with_default(_LENGTH, 18, "How far headings stand below the top where there is a rule, in points.")
    heading = with_default(_EXTENT, 30, "The height that headings have, in points.")
    below = with_default(_LENGTH, 9, "The space between a heading and what stands below it, in points.")
    row_gap = with_default(_LENGTH, 18, "The space between two rows of a grid, in points.")


class PanelsEntry(Entry):
    """What stands behind callouts and cards; texts of callouts have styles that begin with `callout`."""

    ground = optional(String(), "The colour behind them; `tint` without it, where the theme has that.")
    opacity = with_default(_SHARE, 0.4, "How much of that is seen.")
    corner = with_default(_LENGTH, 0, "The radius of their corners, in points; beside a bar they are square.")
    inset = with_default(_LENGTH, 15, "How far texts keep from their edges, in points.")
    title_gap = with_default(_LENGTH, 6, "The space between a callout's title and its text, in points.")
    bar = with_default(_LENGTH, 4.5, "How thick the bar at the start of a callout is, in points; 0 for none.")
    quote_bar = with_default(
        _LENGTH,
        0,
        "How thick the bar at the start of a quotation is, in points; its words stand as far from it as texts "
        "from the edges of panels.",
    )
    quote_mark = optional(
        Text(),
        "What stands large before a quotation, in place of the bar: a mark, or `language` for the opening mark of the "
        "deck's language. Words that begin with a quotation mark have the bar.",
    )


class PicturesEntry(Entry):
    """What is around pictures, but for logos and for those that reach the page's edge."""

    border = optional(String(), "The colour of a line around them, by its name in `palette`; without it there is none.")
    border_width = with_default(_LINE, 0.75, "How thick that is, in points.")
    corner = with_default(_LENGTH, 0, "The radius of their corners, in points.")
    rim = optional(
        String(),
        "Without `border`, the colour of a line around pictures whose edge is as dark as the dark page behind them; "
        "`tint` without it.",
    )
    plate = optional(
        String(),
        "The colour of what lies behind drawings without a ground of their own that a dark page would hide; `plate` "
        "without it.",
    )
    alternate = with_default(
        Boolean(),
        False,
        "Whether those beside text stand at the right and at the left in turn, else always at the right.",
    )


class LogoPlaceEntry(Entry):
    """The size and place of the logo, for all layouts whose own slot `logo` does not say them."""

    top = optional(_LENGTH, "How far it keeps from the page's top, in points.")
    bottom = optional(_LENGTH, "How far it keeps from the page's bottom, in points.")
    height = optional(_EXTENT, "How high it may be, in points.")
    width = optional(_EXTENT, "How wide it may be, in points; without it, as wide as its slot's columns.")
    align = optional(Choice("left", "right", "center"), "At which side of its place it stands; `right` without it.")


class FlowEntry(Entry):
    """How blocks stand below one another."""

    gap = with_default(_LENGTH, 15, "The space between two blocks, in points.")
    heading_gap = with_default(_LENGTH, 6, "The space between a heading and what follows it, in points.")
    caption_gap = with_default(_LENGTH, 9, "The space between a table or picture and its caption, in points.")
    caption = with_default(_LENGTH, 18, "The height that a caption has, in points; a long one has more.")
    least_text = with_default(_LENGTH, 69, "What texts beside a table have at least, in points, however long it is.")
    line = with_default(_LENGTH, 0, "Where on the page blocks begin that have room below it, in points from its top.")
    side = with_default(
        Number(least=0, most=0.5),
        0,
        "How much of the width headings have at the side of their texts, where a page has several pairs of the two.",
    )


class ChartsEntry(Entry):
    """How charts are drawn; their texts have styles that begin with `chart`, their series the colours `series-…`."""

    grid = optional(String(), "The colour of grid lines; `tint` without it, where the theme has that.")
    axis = optional(String(), "The colour of the line on which marks stand; `muted` without it, where there is that.")
    grid_width = with_default(_LINE, 0.75, "How thick grid lines are, in points.")
    axis_width = with_default(_LINE, 1.5, "How thick the line on which marks stand is, in points.")
    line = with_default(Number(above=0, most=THEME_LINE.most), 3, "How thick the lines of series are, in points.")
    reference = with_default(_LINE, 1.0, "How thick reference lines are, in points.")
    leader = with_default(_LINE, 0.75, "How thick the lines from an annotation to its point are, in points.")
    dot = with_default(Number(above=0, most=THEME_LINE.most), 4.5, "The radius of dots, in points.")
    bar_share = with_default(
        Number(above=0, most=1), 0.68, "How much of the step from one category to the next columns and bars take."
    )
    band_opacity = with_default(_SHARE, 0.35, "How much is seen of the ground of bands.")
    subtitle_gap = with_default(_LENGTH, 9, "The space between a subtitle and what stands below it, in points.")
    label_gap = with_default(_LENGTH, 6, "The space between labels and what they name, in points.")
    note_gap = with_default(_LENGTH, 9, "The space between a chart and its note, in points.")


class PlaceEntry(Entry):
    """A place on the page: grid columns, or left and right; and two of top, bottom and height."""

    columns = optional(
        ListOf(_COLUMNS, least=2, most=2), "The first and the last column of the grid that it spans, counted from 1."
    )
    left = optional(_LENGTH, "How far it keeps from the page's left edge, in points, in place of `columns`.")
    right = optional(_LENGTH, "How far it keeps from the page's right edge, in points, in place of `columns`.")
    top = optional(_LENGTH, "How far it keeps from the page's top, in points.")
    bottom = optional(_LENGTH, "How far it keeps from the page's bottom, in points.")
    height = optional(_EXTENT, "How high it is, in points.")
    bleed = optional(Choice("left", "right", "both"), "On which sides it reaches over the margin to the page's edge.")


class SlotEntry(PlaceEntry):
    """A place for a part of a slide; what it says of type differs from its style."""

    style = optional(String(), "One of the theme's `styles`; pictures have none.")
    wide = optional(
        ListOf(_POSITIVE, least=2, most=2),
        "The columns of the grid that tables and columns span here, where these are more than lines of text do.",
    )
    size = optional(_POSITIVE, "The usual size here, in points, in place of the style's.")
    short = optional(_POSITIVE, "The size of short texts here, in points.")
    color = optional(String(), "The colour here, by its name in `palette`.")
    width = optional(_EXTENT, "How wide a logo may be, in points, within its columns or beyond them; texts have none.")
    align = with_default(
        Choice("left", "right", "center"),
        "left",
        "To which side lines are aligned, or the logo; without it, lines to the left and the logo to the right.",
    )
    anchor = with_default(
        Choice("top", "middle", "bottom"),
        "top",
        "At which edge of its place a text stands, or in its middle; what grows moves away from that edge.",
    )
    fit = with_default(
        Choice("cover", "contain"),
        "cover",
        "Whether pictures fill the place and are cropped, or are shown whole within the margins.",
    )


class ShapeEntry(PlaceEntry):
    """A filled rectangle that belongs to a layout."""

    color = required(String(), "Its colour, by its name in `palette`.")
    width = optional(_EXTENT, "How wide it is, in points, from its left edge; without it, as wide as its columns.")
    outset = with_default(_LENGTH, 0, "How far it reaches to the right beyond its columns, in points.")
    fade = with_default(_LENGTH, 0, "Over how many points, on its right, it fades out.")
    opacity = with_default(_SHARE, 1, "From 0, which nobody sees, to 1, which hides what is below.")
    scrim = with_default(
        Boolean(), False, "Whether it grows more opaque than `opacity` where texts over a picture need that."
    )
    over = optional(Choice("picture"), "Draws it above the slide's picture, below its texts.")


class LayoutEntry(Entry):
    """A kind of slide."""

    background = with_default(String(), "paper", "The page's colour, by its name in `palette`.")
    without_picture = optional(String(), "The layout that slides take instead when they have no picture for this one.")
    slots = required(MappingOf(EntryOf(SlotEntry)), "The places for the parts of a slide.")
    shapes = with_default(ListOf(EntryOf(ShapeEntry)), [], "Rectangles, in the order of drawing.")


class TemplateEntry(Entry):
    """A company's template, whose size, places, colours and drawings the theme has where it says nothing itself."""

    file = required(Text(), "The template: a .potx, .pptx or .ppsx file of the project.")
    layouts = required(
        MappingOf(Text()),
        "For layouts of ours, the template's by their names, as in `content: Title and Content`; where a name is there "
        "twice, `Master/Layout`. Others are made in the style of `content`.",
    )


class ThemeEntry(Entry):
    """How decks look: fonts, colours, grid, styles of text and layouts of slides."""

    name = required(Text(), "What messages call it; by default its file's name without ending.")
    extends = optional(Text(), "A built-in theme, or the path of a theme file beside this one, that this one changes.")
    template = optional(EntryOf(TemplateEntry), "A company's template in PowerPoint's form.")
    mode = with_default(
        Choice("light", "dark"), "light", "Which of its colours a deck has that names no `mode` itself."
    )
    fonts = required(EntryOf(FontsEntry), "The families, by what they are for.")
    palette = required(MappingOf(_COLOR), "The colours of light pages, by name, as #RRGGBB in quotes.")
    dark = with_default(MappingOf(_COLOR), {}, "What of the palette is another colour on dark pages.")
    grid = required(EntryOf(GridEntry), "Margins, columns and the baseline grid.")
    styles = required(MappingOf(EntryOf(StyleEntry)), "The styles of text, by name.")
    lists = required(EntryOf(ListsEntry), "How lists are set.")
    link = required(EntryOf(LinkEntry), "The colour of links.")
    table = optional(EntryOf(TableEntry), "How tables are set.")
    columns = optional(EntryOf(ColumnsEntry), "How columns and grids stand.")
    panels = optional(EntryOf(PanelsEntry), "What stands behind callouts and cards.")
    pictures = optional(EntryOf(PicturesEntry), "What is around pictures.")
    logo = optional(EntryOf(LogoPlaceEntry), "How large the logo is, and where it stands.")
    flow = optional(EntryOf(FlowEntry), "How blocks stand below one another.")
    charts = optional(EntryOf(ChartsEntry), "How charts are drawn.")
    layouts = required(MappingOf(EntryOf(LayoutEntry)), "The kinds of slides, by the names that decks use.")
