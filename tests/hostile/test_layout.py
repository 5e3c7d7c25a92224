"""Slides with far more than they hold: what it takes to lay them out grows with what there is, and with nothing else.

Work is counted in calls. A bound for each thing tells of what would be done for all of them again for each part; growth
from a number to twice as many tells of what would be done for all of them for each of them.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest

from deckmaker.budget.decks import PARTS
from deckmaker.credits import credit_runs
from deckmaker.diagnostics import Diagnostics
from deckmaker.language.deck import DeckEntry
from deckmaker.language.validation import validate
from deckmaker.layout import Document, layout_deck, parts, splitter
from deckmaker.layout.credit_line import with_credit_lines
from deckmaker.layout.tables import splitting
from deckmaker.model import Deck
from deckmaker.pipeline import read_layout
from deckmaker.resolve import resolve_deck
from deckmaker.source import parse_yaml, read_source
from deckmaker.theme import load_theme
from tests.hostile.work import bytes_of, calls_of, growth
from tests.projects import DECK, ROOT, Project, briefing, place
from tests.samples import mostly_long

pytestmark = pytest.mark.slow

WORDS = ("night", "noise", "harbour", "quay", "crane", "vessel", "reefer", "window")
"""Eight words, of which 512 different texts of three are made: so that what is shaped once is not all there is."""


def words(number: int) -> str:
    """Return three words by a number."""
    return " ".join(WORDS[number // 8**place % 8] for place in range(3))


def bullets(count: int) -> str:
    """Return a list of short items."""
    return "    bullets:\n" + "".join(f"      - {words(number)}\n" for number in range(count))


def letters(count: int) -> str:
    """Return a list of items of a letter or two: a thousand are no long text."""
    return "    bullets:\n" + "".join(f"      - {chr(97 + number % 26)}\n" for number in range(count))


def numbered(count: int) -> str:
    """Return a numbered list."""
    return "    numbered:\n" + "".join(f"      - {words(number)}\n" for number in range(count))


def nested(count: int) -> str:
    """Return items in items, of which each has nine."""
    return "    bullets:\n" + "".join(
        f"      - {words(number)}:\n" + "".join(f"          - {words(number + one)}\n" for one in range(9))
        for number in range(0, count, 10)
    )


def deep(count: int) -> str:
    """Return items in items in items, eight levels deep, again and again."""
    lines = (f"{'    ' * (number % 8)}      - {words(number)}" for number in range(count))
    return "    bullets:\n" + "".join(f"{line}{':' if number % 8 < 7 else ''}\n" for number, line in enumerate(lines))


def sentences(count: int) -> str:
    """Return one text of sentences of three words."""
    return f"    text: {' '.join(f'{words(number).capitalize()}.' for number in range(count))}\n"


def endless(count: int) -> str:
    """Return one text without any full stop."""
    return f"    text: {' '.join(words(number) for number in range(count))}\n"


def emphases(count: int) -> str:
    """Return one text whose marks change at each word."""
    return f"    text: a {' '.join(f'**{words(number)}** a' for number in range(count))}\n"


def footnotes(count: int) -> str:
    """Return one text with a footnote behind every few words."""
    return f"    text: {' '.join(f'{words(number)}^[{words(number + 1)}]' for number in range(count))}\n"


def footnoted_items(count: int) -> str:
    """Return a list with a footnote behind each item."""
    return "    bullets:\n" + "".join(f"      - {words(number)}^[{words(number + 1)}]\n" for number in range(count))


def columns(count: int) -> str:
    """Return two columns, one of which has footnotes."""
    left = "".join(f"          - {words(number)}\n" for number in range(count // 2))
    right = "".join(f"          - {words(number)}^[{words(number + 1)}]\n" for number in range(count // 2))
    return f"    columns:\n      - bullets:\n{left}      - bullets:\n{right}"


def footnoted_columns(count: int) -> str:
    """Return four columns of a letter and a footnote each, again and again: as much as a part reads of other texts."""
    column = " ".join(f"a^[{number % 97}]" for number in range(count // 4))
    return "    columns:\n" + f"      - text: {column}\n" * 4


def columns_of_lists(count: int) -> str:
    """Return two columns of short items, as long as each other."""
    column = "".join(f"          - {words(number)}\n" for number in range(count // 2))
    return "    columns:\n" + f"      - bullets:\n{column}" * 2


def credited(count: int) -> str:
    """Return a text of several slides under many credits."""
    credits = "".join(f"      - {{role: data, creator: {words(number)} {number}}}\n" for number in range(count))
    return f"{bullets(20)}    credits:\n{credits}"


def rows(count: int) -> str:
    """Return a table of three columns."""
    lines = "".join(f"        - [{words(number)}, {number % 97}, {words(number + 1)}]\n" for number in range(count))
    return f"    table:\n      rows:\n        - [Name, Count, Where]\n{lines}"


def rows_below_a_text(count: int) -> str:
    """Return such a table below a text."""
    return f"    text: {words(1)}.\n{rows(count)}"


def spanned(count: int) -> str:
    """Return a table whose first cell reaches down all of its rows."""
    lines = "".join(f"        - [{words(number)}]\n" for number in range(1, count))
    return f"    table:\n      header: 0\n      rows:\n        - [{{text: all, rows: {count}}}, first]\n{lines}"


def headings(count: int) -> str:
    """Return a table whose rows are all headings of others."""
    return "    table:\n      rows:\n        - [Name, Count]\n" + "".join(
        f"        - [{{text: {words(number)}, columns: 2}}]\n" for number in range(count)
    )


def cell(count: int) -> str:
    """Return a table with one cell that no slide holds."""
    return f"    table:\n      rows:\n        - [Name, What]\n        - [one, '{' '.join(map(words, range(count)))}']\n"


def content(count: int, block: Callable[[int], str], indent: int = 6) -> str:
    """Return so many blocks of a flow, a line each."""
    return "".join(f"{' ' * indent}- {block(number)}\n" for number in range(count))


def small_table(number: int) -> str:
    """Return a table of two rows, as a block."""
    return f"table: {{rows: [[Name, Count], [{words(number)}, {number}]]}}"


def small_columns(number: int) -> str:
    """Return two columns of a text each, as a block."""
    return f"columns: [{{heading: A, text: {words(number)}}}, {{text: {words(number + 1)}}}]"


def small_grid(number: int) -> str:
    """Return a grid of four cells, as a block."""
    return f"grid: {{cells: [{{heading: A, text: {words(number)}}}, {{text: B}}, {{text: C}}, {{text: D}}]}}"


def tables_below_one_another(count: int) -> str:
    """Return many small tables."""
    return f"    content:\n{content(count, small_table)}"


def columns_below_one_another(count: int) -> str:
    """Return many pairs of columns."""
    return f"    content:\n{content(count, small_columns)}"


def grids_below_one_another(count: int) -> str:
    """Return many small grids."""
    return f"    content:\n{content(count, small_grid)}"


def quotations(count: int) -> str:
    """Return many quotations, each under a heading."""
    return "    content:\n" + "".join(
        f"      - heading: {words(number)}\n      - quote: {{text: {words(number)}, by: A}}\n"
        for number in range(count)
    )


def broken_lines(count: int) -> str:
    """Return a text of short lines, each of which the author ends."""
    return "    text: |\n" + "      a\\\n" * (count - 1) + "      a\n"


def broken_items(count: int) -> str:
    """Return items of a hundred such lines each."""
    return "    bullets:\n" + ("      - |\n" + "        a\\\n" * 99 + "        a\n") * (count // 100)


def broken_quotation(count: int) -> str:
    """Return a quotation of such lines."""
    return "    quote: |\n" + "      a\\\n" * (count - 1) + "      a\n"


def broken_columns(count: int) -> str:
    """Return two columns of such lines."""
    return "    columns:\n" + ("      - text: |\n" + "          a\\\n" * (count // 2 - 1) + "          a\n") * 2


def lines_of_code(count: int) -> str:
    """Return such lines between fences."""
    return "    text: |\n      ```\n" + "      a\n" * count + "      ```\n"


def quotation(count: int) -> str:
    """Return one quotation of many words."""
    return f"    quote: {{text: {' '.join(map(words, range(count)))}, by: A}}\n"


def text_beside_text(count: int) -> str:
    """Return two columns of one paragraph each."""
    half = " ".join(map(words, range(count // 2)))
    return f"    columns: [{{text: {half}}}, {{text: {half}}}]\n"


def texts_in_a_grid(count: int) -> str:
    """Return a grid of four cells, of which two are long."""
    half = " ".join(map(words, range(count // 2)))
    return f"    grid: {{cells: [{{text: {half}}}, {{text: A}}, {{text: {half}}}, {{text: B}}]}}\n"


def texts_in_a_full_grid(count: int) -> str:
    """Return a grid of twelve cells, all of them long."""
    text = " ".join(map(words, range(count // 12)))
    return "    grid:\n      cells:\n" + f"        - {{heading: A, text: {text}}}\n" * 12


def blocks_in_a_column(count: int, kind: str, item: Callable[[int], str]) -> str:
    """Return blocks of twenty items each, one below the other in a column."""
    blocks = (", ".join(map(item, range(start, start + 20))) for start in range(0, count, 20))
    below = "".join(f"          - {kind}: [{items}]\n" for items in blocks)
    return f"    columns:\n      - content:\n{below}      - text: A\n" if count else ""


def processes_in_a_column(count: int) -> str:
    """Return processes of short steps."""
    return blocks_in_a_column(count, "process", words)


def timelines_in_a_column(count: int) -> str:
    """Return timelines of short events."""
    return blocks_in_a_column(count, "timeline", lambda one: f"{{when: {1900 + one}, title: {words(one)}}}")


def tables_in_columns(count: int) -> str:
    """Return two columns of many small tables each."""
    return "    columns:\n" + f"      - content:\n{content(count // 2, small_table, 10)}" * 2


def tables_in_a_grid(count: int) -> str:
    """Return a grid of four cells with many small tables each."""
    return "    grid:\n      cells:\n" + f"        - content:\n{content(count // 4, small_table, 12)}" * 4


PARTED: dict[Callable[[int], str], tuple[int, int]] = {
    bullets: (300, 3_500),
    letters: (400, 3_500),
    numbered: (400, 4_000),
    nested: (200, 3_300),
    deep: (800, 3_500),
    sentences: (500, 900),
    endless: (800, 500),
    emphases: (800, 1_500),
    footnotes: (100, 6_500),
    footnoted_items: (200, 7_500),
    columns: (60, 6_500),
    columns_of_lists: (200, 3_500),
    rows: (50, 8_000),
    rows_below_a_text: (200, 7_500),
    spanned: (60, 5_000),
    headings: (100, 5_000),
    cell: (300, 3_000),
    tables_below_one_another: (60, 20_000),
    columns_below_one_another: (60, 22_000),
    grids_below_one_another: (20, 60_000),
    quotations: (30, 44_000),
    quotation: (1_600, 1_500),
    broken_lines: (300, 3_500),
    broken_items: (800, 3_400),
    broken_quotation: (400, 4_500),
    broken_columns: (1_600, 4_000),
    lines_of_code: (800, 3_500),
    text_beside_text: (800, 2_500),
    texts_in_a_grid: (1_600, 2_500),
    texts_in_a_full_grid: (1_500, 1_500),
    processes_in_a_column: (60, 20_000),
    timelines_in_a_column: (60, 20_000),
    tables_in_columns: (30, 40_000),
    tables_in_a_grid: (120, 40_000),
}
"""What may go on on other slides: how many of it there are, and the calls that each may take, shaping aside."""


def lay_out(project: Project, slide: str) -> Diagnostics:
    """Lay out a deck of a title and one such slide."""
    project.write(f"{DECK}  - title: All of it\n{slide}")
    diagnostics = Diagnostics()
    read_layout(project.deck, diagnostics)
    return diagnostics


LIKE_OTHERS = (
    *(letters, numbered, columns_of_lists, footnoted_items, rows_below_a_text, quotation, texts_in_a_grid),
    *(broken_items, broken_columns, lines_of_code, text_beside_text, columns_below_one_another, tables_in_a_grid),
    *(deep, headings, emphases, tables_below_one_another),
)
"""What goes the same way through layout as another of them."""


@pytest.mark.parametrize(
    "what", mostly_long(PARTED, is_usual=lambda one: one not in LIKE_OTHERS), ids=lambda one: one.__name__
)
def test_what_goes_on_on_other_slides_takes_as_much_for_each_part(what, tmp_path):
    """Nothing of the rest is measured, numbered, counted or copied for each."""
    project, (count, most) = Project(tmp_path), PARTED[what]
    lay_out(project, what(2 * count))  # which opens fonts and shapes what there is
    once = calls_of(lambda: lay_out(project, what(count)))
    twice = calls_of(lambda: lay_out(project, what(2 * count)))
    assert (twice - once) / count < most
    assert twice / once < 2.2


def test_footnotes_in_columns_are_not_all_looked_at_for_each_part(tmp_path):
    """A text of letters with a footnote each is short, and a part has room for few of them."""
    project = Project(tmp_path)
    assert growth(calls_of, lambda count: lay_out(project, footnoted_columns(count)), 300) < 2.6


LINES = {
    "a word": lambda count: "n" * count,
    "words": lambda count: "a " * (count // 2),
    "an address": lambda count: f"https://example.org/{'a/' * (count // 2)}",
    "signs that no font has": lambda count: "漢" * count,
    "spaces without width": lambda count: "a\u200b" * (count // 2),
    "words of both ways": lambda count: "שלום (world) " * (count // 13),
}
"""Texts of so many characters on one line."""

KEYS = {
    "title": "title: T\nslides:\n  - title: {}\n    layout: content\n",
    "subtitle": "title: T\nsubtitle: {}\nslides:\n  - title: A\n",
    "author": "title: T\nauthor: {}\nslides:\n  - title: A\n",
    "footer": "title: T\nfooter: {}\nslides:\n  - title: A\n    layout: content\n",
    "trail": "title: T\ntrail: [{}, B]\nslides:\n  - title: A\n    layout: content\n",
    "text": "title: T\nslides:\n  - title: A\n    layout: content\n    text: {}\n",
    "bullet": "title: T\nslides:\n  - title: A\n    layout: content\n    bullets: [{}]\n",
    "heading": "title: T\nslides:\n  - title: A\n    layout: columns\n    columns: [{{heading: {}}}, {{text: C}}]\n",
    "labels": "title: T\nslides:\n  - title: A\n    metrics:\n" + "      - {{value: 1, label: {0}}}\n" * 4,
    "cell": "title: T\nslides:\n  - title: A\n    layout: table\n    table: {{rows: [[B, C], [D, {}]]}}\n",
    "caption": "title: T\nslides:\n  - title: A\n    layout: table\n    table: {{rows: [[B], [C]], caption: {}}}\n",
    "credit": "title: T\nslides:\n  - title: A\n    layout: content\n    credits: [{{role: data, creator: {}}}]\n",
    "footnote": "title: T\nslides:\n  - title: A\n    layout: content\n    text: {}\n",
    "notes": "title: T\nslides:\n  - title: A\n    layout: content\n    notes: {}\n",
    "alt": "title: T\nslides:\n  - title: A\n    layout: picture\n    image: {{file: ../a.png, alt: {}, credit: B}}\n",
}
"""Decks with one long text, by where it stands."""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("line", "key"), mostly_long(product(LINES, KEYS), is_usual=lambda case: case[0] == "words" or case[1] == "text")
)
def test_a_line_without_end_takes_as_much_for_each_character(key, line, tmp_path):
    """Wherever it stands: it has room, goes on on other slides, or is refused with a message."""
    project = Project(tmp_path)
    project.picture("a.png")

    def laid_out(count: int) -> None:
        text = LINES[line](count).strip()
        project.write(KEYS[key].format(f"'{f'a^[{text}]' if key == 'footnote' else text}'"))
        diagnostics = Diagnostics()
        assert read_layout(project.deck, diagnostics)
        assert {one.code for one in diagnostics} <= TOLD, [one.message for one in diagnostics]

    laid_out(14_000)
    once, twice = (calls_of(lambda count=count: laid_out(count)) for count in (7_000, 14_000))
    # A square would give 4. Where few calls are made, one more slide makes more than twice as many of them.
    assert twice < max(2.6 * once, 150 * 14_000) and twice < 350 * 14_000


def test_of_a_footer_without_end_a_beginning_is_measured():
    """For each layout that has room for credits beside it; and not all of it for each."""
    theme = load_theme("plain", "16:9", ROOT / "deck.yaml", place(), Diagnostics(), "light")
    assert theme
    footers = [" ".join(map(words, range(count))) for count in (300, 3_000)]
    with_credit_lines(theme, footers[1])  # which opens fonts and shapes what there is
    once, most = (calls_of(lambda footer=footer: with_credit_lines(theme, footer)) for footer in footers)
    assert most == once


CAPTIONED = {
    "column": "    columns: [{{image: {}}}, {{text: C}}]\n",
    "cell": "    grid: {{cells: [{{image: {}}}, {{text: B}}, {{text: C}}, {{text: D}}]}}\n",
    "row": "    images: [{}, {{file: ../a.png, alt: A, credit: B}}]\n",
}
"""Where pictures have their captions below them, whatever room these take."""


@pytest.mark.slow
@pytest.mark.parametrize("where", mostly_long(CAPTIONED, is_usual=lambda where: where != "row"))
def test_a_caption_without_end_takes_no_more_than_one_of_a_page(where, tmp_path):
    """Its picture has no room above it, which is told. Words beyond that page are read, and no more: a word that is set
    takes 20 calls and more."""
    project = Project(tmp_path)
    project.picture("a.png")

    def laid_out(count: int) -> None:
        caption = " ".join(map(words, range(count // 3)))
        picture = f"{{file: ../a.png, alt: A, credit: B, caption: '{caption}'}}"
        project.write(f"{DECK}  - title: B\n{CAPTIONED[where].format(picture)}")
        diagnostics = Diagnostics()
        assert read_layout(project.deck, diagnostics)
        assert "picture-too-low" in {one.code for one in diagnostics}

    laid_out(20_000)
    once, most = (calls_of(lambda count=count: laid_out(count)) for count in (5_000, 20_000))
    assert (most - once) / 15_000 < 5


TOLD = {"text-too-long", "split-slide", "wordy-slide", "shortened-credits", "unsafe-breaks"}
TOLD |= {"missing-glyph", "fallback-font", "small-text"}
"""What is said of such texts."""


def test_a_slide_goes_on_over_so_many_others_and_no_more(tmp_path, monkeypatch):
    """Whatever makes it do so; it is told at the slide's place, and nothing else is."""
    fewer = replace(PARTS, most=5)
    for module in (parts, splitter, splitting):
        monkeypatch.setattr(module, "PARTS", fewer)
    for what in (bullets(100), rows(100), rows_below_a_text(100), cell(900)):
        project = Project(tmp_path)
        said = project.shown(lay_out(project, what)).splitlines()
        assert said[0] == "error[too-many-parts]: slide 2 has more than 5 pages: a slide may have 5"
        assert said[1] == " --> decks/deck.yaml:4:5"
        assert said[-1] == "  = help: put less on it, or make several slides of it"
        assert sum(one.startswith("error") for one in said) == 1
    assert [one.code for one in lay_out(Project(tmp_path), bullets(30))] == ["split-slide"]


def resolved(project: Project, slides: str) -> Deck:
    """Return a deck of a title and such slides, read and resolved, with all that is measured known."""
    path, diagnostics = project.write(DECK + slides), Diagnostics()
    read_layout(path, diagnostics)
    source = read_source(path, diagnostics)
    tree = source and parse_yaml(source, diagnostics)
    entry = tree and validate(DeckEntry, tree, diagnostics)
    assert tree and entry
    return resolve_deck(entry, tree, path, diagnostics)


def laid_out(deck: Deck) -> Document:
    return layout_deck(deck, briefing(), Diagnostics())


@pytest.mark.parametrize("what", [rows, spanned, bullets, footnotes])
def test_laying_out_leaves_nothing_in_memory_but_the_document(what, tmp_path):
    """No circles, which stay there while large values grow: measured texts, and tables that were tried."""
    deck = resolved(Project(tmp_path), f"  - title: A\n{what(120)}")
    gc.collect()
    gc.disable()
    try:
        laid_out(deck)
        assert gc.collect() < 100
    finally:
        gc.enable()


@pytest.mark.slow
def test_a_cell_takes_some_kilobytes_until_all_are_laid_out(tmp_path):
    """Those of one part are kept while it is tried, and of the others what is placed."""
    project = Project(tmp_path)
    few, many = (resolved(project, f"  - title: A\n{rows(count)}") for count in (60, 120))
    more = bytes_of(lambda: laid_out(many)) - bytes_of(lambda: laid_out(few))
    assert 60 * 3 * 500 < more < 60 * 3 * 10_000


def many_slides(count: int) -> str:
    """Return slides of a title, a text and notes."""
    return "".join(f"  - title: {words(one)}\n    text: {words(one + 1)}\n    notes: a\n" for one in range(count))


@pytest.mark.parametrize("measure", [calls_of, bytes_of])
def test_a_slide_costs_the_same_however_many_there_are(measure, tmp_path):
    """In calls and in bytes."""
    project = Project(tmp_path)
    decks = {count: resolved(project, many_slides(count)) for count in (1, 60, 120)}
    assert growth(measure, lambda count: laid_out(decks[count or 1]), 60) < 2.1


def test_a_long_footer_is_looked_at_once_for_all_slides(tmp_path):
    """And so is a trail: what stands on every slide costs nothing more on each."""
    project = Project(tmp_path)

    def laid_out(length: int, count: int) -> None:
        head = f"title: T\nfooter: {'a ' * length}b\ntrail: [{'b ' * length}c]\nslides:\n"
        project.write(head + many_slides(count))
        read_layout(project.deck, Diagnostics())

    laid_out(20_000, 80)
    short = calls_of(lambda: laid_out(10, 80)) - calls_of(lambda: laid_out(10, 40))
    long = calls_of(lambda: laid_out(20_000, 80)) - calls_of(lambda: laid_out(20_000, 40))
    assert long < 1.3 * short


def test_credits_are_looked_at_once_for_all_parts_of_a_slide(tmp_path):
    """Each part has their strip, and which of them have no room there is found once."""
    project = Project(tmp_path)
    few, many = ("".join(credited(count).partition("    credits:")[1:]) for count in (50, 200))
    for credits in (few, many):
        lay_out(project, bullets(200) + credits)

    def more(credits: str) -> int:
        return calls_of(lambda: lay_out(project, bullets(200) + credits)) - calls_of(
            lambda: lay_out(project, bullets(100) + credits)
        )

    assert more(many) < 1.5 * more(few)


def test_credits_cost_the_same_however_many_a_slide_has(tmp_path):
    """But for the few steps in which it is found how many have room."""
    project = Project(tmp_path)

    def laid_out(count: int) -> None:
        credit_runs.cache_clear()  # so that none are known from before
        lay_out(project, credited(count))

    laid_out(400)  # which shapes what there is
    assert growth(calls_of, laid_out, 200) < 2.1
