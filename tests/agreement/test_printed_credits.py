"""A deck whose credits read otherwise on paper: the PDF shows the one form, its files for screens the other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.agreement.comparison import compare
from tests.agreement.conftest import SHOWCASE, read_deck
from tests.agreement.expectation import expected_views
from tests.agreement.gates import place_failures, word_failures
from tests.agreement.judgement import pages_with_charts
from tests.agreement.outputs import Outputs
from tests.variants import write_variants

pytestmark = pytest.mark.outside
DECK = "showcase-urls"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """The showcase with addresses written out on paper."""
    settings = {DECK: {"credits": "{print: urls}"}}
    (path,) = write_variants(SHOWCASE, read_deck(SHOWCASE), settings, tmp_path_factory.mktemp("variant"))
    with Outputs({DECK: read_deck(path)}, tmp_path_factory.mktemp("printed")) as made:
        yield made


def failures(outputs: Outputs, format: str, printed: bool) -> list[str]:
    """Return what of a format is missing, or elsewhere, by what layout decided for paper or for screens.

    Labels of native charts are held by `test_native_charts`.
    """
    charts = pages_with_charts(outputs.documents[DECK]) if format == "pptx" else set()
    expected = [one for one in expected_views(outputs.promised(DECK, format), printed) if one.number not in charts]
    report = compare(expected, [one for one in outputs.views(DECK, format) if one.number not in charts])
    return word_failures(report, DECK, format) + place_failures(report)


@pytest.mark.parametrize(
    "format",
    [
        "pdf",
        "pptx",
        pytest.param("html", marks=pytest.mark.long),  # which has the same form
    ],
)
def test_each_format_shows_its_own_form(format: str, printed: Outputs) -> None:
    """Every line with its words in its place; by the other form's lines it would fail."""
    assert failures(printed, format, printed=format == "pdf") == []
    assert failures(printed, format, printed=format != "pdf")
