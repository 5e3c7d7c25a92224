"""What each part of a deck may take, and all of them may not take together; and work that grows with what is there."""

from __future__ import annotations

import errno
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn

from deckmaker.budget.bound import Bound
from deckmaker.budget.charts import CHART_NAME
from deckmaker.budget.drawings import DRAWING_SECONDS, DRAWINGS_SECONDS
from deckmaker.budget.importing import MARKDOWN_BARS, MARKDOWN_BRACKETS, MARKDOWN_EMPHASIS
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.reasons import plain_reason
from deckmaker.guards import guarded
from deckmaker.mending.mending import mended
from deckmaker.merging import finding
from deckmaker.merging.finding import Effort, Finder
from deckmaker.merging.pieces import pieces_of
from deckmaker.pipeline import read_document
from deckmaker.resolve import allowance
from deckmaker.slow_drawings import AT_LAST, AT_LEAST, slow_drawings_of_one_deck, slow_ones
from deckmaker.source.workbook import reading
from tests.descriptors import none_left
from tests.hostile.work import calls_of, growth
from tests.importing.presentations import body_of, content_slide, presentation
from tests.projects import Project, run
from tests.resolve.charts.reading import workbook


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty project."""
    return Project(tmp_path)


def bounded(monkeypatch: pytest.MonkeyPatch, name: str, most: int) -> None:
    """Lower a bound of what a deck takes in all."""
    whole: Bound = getattr(allowance, name)
    monkeypatch.setattr(allowance, name, Bound(most, whole.unit, whole.holder))


def slides(one: str, count: int) -> str:
    """Return a deck of slides with the same block."""
    return "title: T\nslides:\n" + "".join(f"  - {{title: T{number}, {one}}}\n" for number in range(count))


@pytest.mark.parametrize("format", ["png", "webp", "gif", "tiff"])
def test_pixels_that_take_no_room_are_counted_for_all_pictures(
    format: str, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files of a hundred bytes had fifty million each, and sixteen of them took half a minute."""
    plain = Image.new("L", (3_000, 3_000), 255)
    plain.save(project.folder / f"a.{format}", lossless=True, compression="tiff_adobe_deflate")
    bounded(monkeypatch, "DECK_PLAIN_PIXELS", 20_000_000)
    picture = f"image: {{file: ../a.{format}, decorative: true, credit: A}}"
    assert "endless-deck" not in project.said(slides(picture, 2))
    said = project.said(slides(picture, 4))
    assert "error[endless-deck]: the deck has more than 20,000,000 pixels that take no room in their files" in said
    assert "save such pictures smaller" in said and "deck.yaml:" in said


def test_photos_and_drawings_are_none_of_them(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of photos, each pixel takes some room; drawings have bounds of their own."""
    Image.effect_noise((400, 400), 80).convert("RGB").save(project.folder / "a.jpg")
    (project.folder / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="4000"/>')
    bounded(monkeypatch, "DECK_PLAIN_PIXELS", 1)
    for name in ("a.jpg", "a.svg"):
        said = project.said(slides(f"image: {{file: ../{name}, decorative: true, credit: A}}", 4))
        assert "endless-deck" not in said


CHART = "chart: {type: line, categories: [a, b, c], values: [1, 2, 3]%s}"


def test_values_of_all_charts_are_counted(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """One file of ten thousand may be shown on each of many slides."""
    bounded(monkeypatch, "DECK_CHART_VALUES", 7)
    assert "endless-deck" not in project.said(slides(CHART % "", 2))
    said = project.said(slides(CHART % "", 3))
    assert "error[endless-deck]: the deck has more than 7 values" in said and "show fewer values" in said


def test_annotations_of_all_charts_are_counted(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is held against all values of its chart; an alias repeats a chart in a few bytes."""
    bounded(monkeypatch, "DECK_ANNOTATED", 14)
    chart = CHART % ", annotations: [{at: a, text: A}, {at: b, text: B}]"
    assert "endless-deck" not in project.said(slides(chart, 2))
    assert "error[endless-deck]: the deck has more than 14 values times annotations" in project.said(slides(chart, 3))


@pytest.mark.parametrize("type", ["bar", "column", "line", "pie"])
@pytest.mark.parametrize(
    "place", ["categories: [a, %s], values: [1, 2]", "categories: [a, b], series: [{name: %s, values: [1, 2]}]"]
)
def test_a_name_in_a_chart_is_no_book(type: str, place: str, project: Project) -> None:
    """One of 200,000 characters took twenty seconds."""
    for length in (CHART_NAME.most, CHART_NAME.most + 1):
        said = project.said(
            f"title: T\nslides:\n  - title: A\n  - title: B\n    chart: {{type: {type}, {place % ('x' * length)}}}\n"
        )
        assert ("error[endless-chart]: a name in the chart has 1,001 characters" in said) == (length > CHART_NAME.most)
        assert "deck.yaml:5:12" in said or length == CHART_NAME.most


def test_a_text_that_many_cells_share_counts_in_each(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook of 13 kB unpacked to 2 GB."""
    monkeypatch.setattr(reading, "TABLE_FILE_CHARACTERS", Bound(1_000, "characters", "a table's file"))
    for rows, is_bearable in ((90, True), (110, False)):
        content = workbook(("A", [["x", "y"], *([["0123456789", 1]] * rows)]))
        (project.deck.parent / "a.xlsx").write_bytes(content)
        for block in ("table: {file: a.xlsx, columns: [y], most: 3}", "chart: {file: a.xlsx, x: x, y: y}"):
            said = project.said(slides(block, 2))
            assert ("`a.xlsx` holds more than 1,000 characters: see `A!A" in said) == (not is_bearable)


def test_a_text_that_stands_in_many_merged_rows_counts_in_each(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is written once in the file."""
    from io import BytesIO

    import xlsxwriter

    stream = BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("A")
    sheet.write_column(0, 1, range(100))
    sheet.merge_range(0, 0, 99, 0, "0123456789" * 5)
    book.close()
    (project.deck.parent / "a.xlsx").write_bytes(stream.getvalue())
    deck = slides("table: {file: a.xlsx, most: 3}", 2)
    assert "unusable-table" not in project.said(deck)
    monkeypatch.setattr(reading, "TABLE_FILE_CHARACTERS", Bound(1_000, "characters", "a table's file"))
    assert "holds more than 1,000 characters, those of merged cells counted in each row" in project.said(deck)


def test_mends_cost_what_there_is_to_mend(project: Project) -> None:
    """Each was moved by all others: 500 slips took 17 seconds."""

    def mend(count: int) -> Callable[[], object]:
        text = "title: T\nslides:\n" + "".join(f"  - {{titel: a{number}}}\n" for number in range(count or 1))
        project.write(text)
        return mended(project.deck, {}, read_document)  # type: ignore[return-value]

    assert growth(calls_of, mend, 60) < 2.3


def test_mends_beside_what_aliases_repeat_cost_no_more(project: Project) -> None:
    """Each was held against all of that."""

    def mend(count: int) -> object:
        lines = "".join(f"  - {{titel: &a{number} a, notes: *a{number}}}\n" for number in range(count or 1))
        project.write(f"title: T\nslides:\n{lines}")
        return mended(project.deck, {}, read_document)

    assert growth(calls_of, mend, 60) < 2.3


def finder(count: int, effort: Effort) -> tuple[Finder, list[Any]]:
    """Return what finds the bullets of a slide, and as many that somebody changed."""
    written = {"bullets": [f"item {number} of the night {{{{ v }}}}" for number in range(count)]}
    shown = {"bullets": [f"thing {number} of the night and more" for number in range(count)]}
    return Finder(written, ("slides", 0), [shown], effort), pieces_of(shown, (), with_grids=False)


def test_changed_texts_are_held_against_no_more_than_a_merge_may(monkeypatch: pytest.MonkeyPatch) -> None:
    """All against all, 400 took 40 seconds."""
    monkeypatch.setattr(finding, "MERGED_SIGNS", Bound(50_000, "signs", "a presentation to merge"))
    found: list[int] = []
    own = finding._matcher
    monkeypatch.setattr(finding, "_matcher", lambda one, other: found.append(1) or own(one, other))
    counts = []
    for count in (100, 200):
        found.clear()
        effort = Effort()
        place, pieces = finder(count, effort)
        for piece in pieces:
            place.piece(piece)
        counts.append(len(found))
    assert 500 < counts[0] < 1_000 and counts[1] - counts[0] < 200


def test_texts_that_stand_as_they_were_are_found_at_once() -> None:
    """Without a look at the others."""

    def find(count: int) -> None:
        bullets = {"bullets": [f"item {number}" for number in range(count)]}
        place = Finder(bullets, ("slides", 0), [bullets], Effort())
        assert all(place.piece(piece) for piece in pieces_of(bullets, (), with_grids=False))

    assert growth(calls_of, find, 400) < 2.3


@pytest.mark.parametrize("asked", ["1 = 1", "1 = 2"])
@pytest.mark.parametrize("before", ["", "rows: a.csv\n"])
def test_slides_that_are_one_slide_are_told(asked: str, before: str, project: Project) -> None:
    """A forgotten `- `, with a condition: it was a mistake of our own."""
    (project.deck.parent / "a.csv").write_text("x\n1\n")
    said = project.said(f'title: T\n{before}slides: {{title: a, if: "{asked}"}}\n')
    assert "error[wrong-type]: `slides` takes a list, found keys with values" in said


def test_drawings_that_are_not_slow_have_a_bound_in_all() -> None:
    """A thousand files of 200 bytes, each a little less than slow, would take an hour."""
    with slow_drawings_of_one_deck():
        for _ in range(DRAWINGS_SECONDS.most // AT_LEAST):
            assert slow_ones().seconds() == DRAWING_SECONDS.most
            slow_ones().took(AT_LEAST)
        assert slow_ones().seconds() == AT_LAST


def deck_with(project: Project, change: Callable[[Any], object]) -> str:
    """Return what an import of a presentation says, on whose second slide something stands."""

    def made(found: Any) -> None:
        change(content_slide(found))

    path = project.folder / "talk.pptx"
    path.write_bytes(presentation(made))
    result = run("import", path, "-o", project.folder / "talk.yaml", "--force")
    assert "mistake of its own" not in result.stderr
    return result.stderr


def test_a_ragged_table_of_a_presentation_is_judged_before_it_is_filled(project: Project) -> None:
    """One wide row and many short ones took the square of what they have."""

    def ragged(slide: Any) -> None:
        table = slide.shapes.add_table(1, 300, 0, 0, 9_000, 9_000).table
        table.cell(0, 0).text = "a"
        row = deepcopy(table._tbl.tr_lst[0])
        for cell in list(row.tc_lst)[1:]:
            row.remove(cell)
        for _ in range(300):
            table._tbl.append(deepcopy(row))

    assert "a table is left out: one may have 50,000 cells" in deck_with(project, ragged)


def test_a_chart_of_a_presentation_has_what_a_deck_s_may(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A point far behind all others makes as many gaps."""

    def sparse(slide: Any) -> None:
        data = CategoryChartData()
        data.categories = ["a"]
        for number in range(3):
            data.add_series(f"S{number}", [1])
        for _ in range(2):
            chart = slide.shapes.add_chart(XL_CHART_TYPE.LINE, 0, 0, 999, 999, data).chart
            for point in chart._chartSpace.iter(qn("c:pt")):
                point.set("idx", "9999")

    assert "a chart is left out: a chart may have 20,000 values" in deck_with(project, sparse)
    monkeypatch.setattr("deckmaker.importing.powerpoint.chart_frames.CHART_VALUES", Bound(100_000, "values", "a chart"))
    few = Bound(40_000, "values", "the charts of a deck")
    monkeypatch.setattr("deckmaker.importing.powerpoint.chart_frames.DECK_CHART_VALUES", few)
    said = deck_with(project, sparse)
    assert said.count("a chart is left out: the charts of a deck may have 40,000 values") == 1


def test_a_presentation_has_the_characters_of_a_deck(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Packed, forty million took 40 kB and 1.6 GB."""
    bound = Bound(1_000, "characters", "a deck")
    monkeypatch.setattr("deckmaker.importing.powerpoint.slide_parts.DECK_CHARACTERS", bound)
    for count, is_refused in ((800, False), (1_200, True)):
        said = deck_with(project, lambda slide, count=count: body_of(slide, (0, "x" * count)))  # type: ignore[misc]
        assert ("has more than 1,000 characters: a deck may have 1,000" in said) == is_refused


@pytest.mark.parametrize(
    ("signs", "bound"),
    [("[", MARKDOWN_BRACKETS), ("*_", MARKDOWN_EMPHASIS), ("|", MARKDOWN_BARS)],
    ids=["brackets", "emphasis", "bars"],
)
def test_marks_of_markdown_are_counted(signs: str, bound: Bound, project: Project) -> None:
    """Each may begin a link or a stress, for whose end the rest is looked through."""
    path = project.folder / "notes.md"
    path.write_text("# A\n\n" + signs * (bound.most // len(signs) + 1))
    result = run("import", path, "-o", project.folder / "notes.yaml")
    assert result.exit_code == 1 and f"has more than {bound.limit}" in result.stderr


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENFILE])
def test_files_that_may_not_be_opened_beside_others_are_no_mistake_of_ours(number: int) -> None:
    """Wherever it comes up, as in what Python loads; a word of its own may hide it."""
    found = Diagnostics()
    with guarded(Path("deck.yaml"), found):
        try:
            raise OSError(number, "Too many open files")
        except OSError as error:
            raise LookupError("unknown encoding") from error
    assert [one.code for one in found] == ["unreadable-file"]
    hidden = LookupError("unknown encoding")
    hidden.__context__ = OSError(number, "Too many open files")
    assert plain_reason(hidden) == "too many open files"


def test_no_mistake_is_ours_while_no_file_can_be_opened() -> None:
    """Libraries take a file that they cannot open for one that is not there, and raise what says nothing of it."""
    own_words = LookupError("__init__ finds nothing")
    assert plain_reason(own_words) is None
    with none_left():
        assert plain_reason(own_words) == "too many open files"
