"""Tables that renderers are tested with: one with rules, one with spans on grounds, one that is long."""

from __future__ import annotations

from functools import cache

from deckmaker.layout import Document, TableItem
from deckmaker.model import Run
from tests.render.hand_tables import HandTable, Written
from tests.render.table_documents import table_document

SITE = "https://example.org/report"

_REMARK = (
    Run("see "),
    Run("the report", link=SITE),
    Run(" of "),
    Run("May", italic=True),
    Run(", CO"),
    Run("2", script=-1),
)

RULES = HandTable(
    [
        ["Harbour", "Nights", "Share", "Remark"],
        ["North", "12", "3.5 %", "Measured in spring, by two stations that stood at the ferries’ gate"],
        ["East", Written("7", strong=True), "12.25 %", Written(_REMARK)],
        ["Old & new <basin>", "", "0.1 %", Written((Run("ISO 1996-2", code=True), Run(" alone")))],
        ["All", "19", "15.85 %", "Sum"],
    ],
    (150.0, 100.0, 110.0, 360.0),
    aligns=("left", "right", "right", "left"),
    footer_rows=1,
    stub_columns=1,
    caption="Nights with noise above the limit",
)

SPANS = HandTable(
    [
        [
            Written("Place", rows=2),
            Written("Before", columns=2, align="center"),
            Written("After", columns=2, align="center"),
        ],
        ["Day", "Night", "Day", "Night"],
        [Written("North quay, where the ferries land", rows=2), "61", "55", "58", "49"],
        ["60", "54", Written("no measurement that could be used", columns=2)],
        [Written("South quay", rows=2), "66", "60", "61", "52"],
        ["65", "59", "60", Written("51", strong=True)],
        ["Mean", "63", "57", "59.7", "50.7"],
    ],
    (220.0, 110.0, 110.0, 110.0, 110.0),
    aligns=("left", *("right",) * 4),
    header_rows=2,
    footer_rows=1,
    stub_columns=1,
    zebra=True,
)

LONG = HandTable(
    [["No.", "Name", "Value"], *([str(n), f"Station {n}, at the quay", f"{n * 1.37:.2f}"] for n in range(1, 13))],
    (61.3, 421.7, 119.9),
    aligns=("right", "left", "right"),
    zebra=True,
    size=12,
    caption="Many rows",
)

SAMPLES = (RULES, SPANS, LONG)


@cache
def sample_document() -> Document:
    """Return a deck of the samples, a page each."""
    return table_document(*SAMPLES)


def table_on(number: int) -> TableItem:
    """Return the table on a page of the samples' deck, counted from 1."""
    placed = sample_document().pages[number - 1].slot("table")
    assert placed and isinstance(placed.item, TableItem)
    return placed.item
