"""Any table that there may be, for properties that all have."""

from __future__ import annotations

from hypothesis import strategies as st

from deckmaker.model import Align, Cell, Lines, Paragraph, Run, Table, TableColumn, TableRow
from tests.projects import place

texts = st.one_of(
    st.sampled_from(
        ["", "a", "104", "12.5", "−3", "Berth 4", "“So it is.”", "61.5 dB", "wordwordwordword", "50/60 Hz"]
    ),
    st.lists(
        st.sampled_from(["noise", "at", "berth", "four", "refrigeration", "units,", "U.S.-China"]), max_size=14
    ).map(" ".join),
)
aligns = st.sampled_from(list(Align))


@st.composite
def paragraphs(draw: st.DrawFn) -> Paragraph:
    """Draw a text, some of it marked."""
    text, mark = draw(texts), draw(st.sampled_from(["none", "bold", "italic", "code", "link"]))
    if not text:
        return Paragraph(())
    marks = {"none": {}, "link": {"link": "https://example.org/"}}.get(mark, {mark: True})
    return Paragraph((Run(text, **marks),))


@st.composite
def cells(draw: st.DrawFn, rows: int, columns: int) -> Cell:
    """Draw a cell of that many rows and columns."""
    paragraph = draw(paragraphs())
    suffix = draw(st.integers(0, min(4, len(paragraph.text))))
    return Cell(paragraph, rows, columns, draw(st.booleans()), draw(st.none() | aligns), suffix)


@st.composite
def parts(draw: st.DrawFn, height: int, width: int) -> list[TableRow]:
    """Draw rows of which no cell reaches into others: header, body or footer."""
    taken: set[tuple[int, int]] = set()
    rows = []
    for row in range(height):
        own = []
        for column in range(width):
            if (row, column) in taken:
                continue
            most = next((right for right in range(column, width) if (row, right) in taken), width) - column
            across, down = draw(st.integers(1, min(most, 2))), draw(st.integers(1, min(height - row, 3)))
            own.append(draw(cells(down, across)))
            taken |= {(row + y, column + x) for y in range(down) for x in range(across)}
        rows.append(TableRow(tuple(own), draw(st.booleans())))
    return rows


@st.composite
def tables(draw: st.DrawFn, most_rows: int = 6) -> Table:
    """Draw a table: any spans, alignments, shares, header, footer, stub and texts."""
    width = draw(st.integers(1, 5))
    header, body, footer = draw(st.integers(0, 2)), draw(st.integers(1, most_rows)), draw(st.integers(0, 2))
    rows = [row for height in (header, body, footer) for row in draw(parts(height, width))]
    share = st.none() | st.sampled_from([1.0, 2.0, 3.5])
    columns = [TableColumn(draw(aligns), draw(share), draw(st.booleans())) for _ in range(width)]
    caption = draw(st.none() | st.just(Paragraph((Run("A note."),))))
    lines, stub = draw(st.sampled_from(list(Lines))), draw(st.integers(0, 1))
    return Table(tuple(columns), tuple(rows), header, footer, stub, lines, caption, None, place())
