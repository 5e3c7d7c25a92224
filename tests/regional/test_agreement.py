"""Two of the forty regions in all three formats: the same words on the same lines, in the same places."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.pipeline import read_stages
from deckmaker.rows.opening import open_rows
from deckmaker.rows.request import RowsRequest, Said
from tests.agreement.judgement import judge
from tests.agreement.outputs import FORMATS, Outputs
from tests.agreement.test_native_charts import far_off
from tests.projects import ROOT, ROWS_DECK
from tests.regional.tables import REGIONS, growth, is_rich

pytestmark = [pytest.mark.slow, pytest.mark.outside, pytest.mark.xdist_group("regional")]

LONGEST = max((row["region"] for row in REGIONS), key=len)
SHRINKING = min((row["region"] for row in REGIONS if growth(row) < 0 and not is_rich(row)), key=len)
"""The longest name, of a region that grows and is rich, and the shortest of one that is neither."""


def document(region: str) -> Document:
    """Return the deck of a region."""
    diagnostics = Diagnostics()
    source = open_rows(RowsRequest(Said(str(ROOT / "assets" / "regional" / "regions.csv"))), ROWS_DECK, diagnostics)
    assert source
    (row,) = [row for row in source if row.texts[0] == region]
    read = read_stages(ROWS_DECK, diagnostics, row=row)
    assert read
    return read.document


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """Both regions' outputs, made once."""
    documents = {"longest": document(LONGEST), "shrinking": document(SHRINKING)}
    with Outputs(documents, tmp_path_factory.mktemp("regions")) as made:
        yield made


@pytest.mark.parametrize("format", FORMATS)
def test_the_longest_name_looks_the_same_in_all_formats(outputs, format):
    """As layout decided it."""
    assert judge(outputs, "longest", format).failures == []


def test_native_charts_stand_where_layout_has_them(outputs):
    """Of the region with the shorter name, since LibreOffice centres the lines of a name that is broken."""
    assert {title: off for title, off in far_off(outputs, "shrinking", "pptx").items() if not is_of_bars(off)} == {}


def is_of_bars(deviations: list[str]) -> bool:
    """Tell whether names beside bars alone are off: at 7 points, LibreOffice sets long ones up to 4 pixels wider."""
    return all(re.search(r"x0 -[23]\.\d$|x0 -4\.0$", one) for one in deviations)
