"""The agreement test can fail: a spoiled document, compared with what the whole one promised, is found out."""

from __future__ import annotations

import pytest

from tests.agreement.comparison import compare
from tests.agreement.expectation import expected_views
from tests.agreement.gates import place_failures, word_failures
from tests.agreement.mutations import MOVE, MUTATIONS, PAGE, SLOT
from tests.agreement.outputs import FORMATS, Outputs
from tests.agreement.report import Kind, Report

pytestmark = pytest.mark.outside

TITLE = "Where it comes from"


def report_of(outputs: Outputs, mutation: str, format: str) -> Report:
    """Return the mutated file's report against the whole document, which must fail its gates."""
    report = compare(expected_views(outputs.promised("whole", format)), outputs.views(mutation, format))
    assert word_failures(report, "showcase", format) or place_failures(report), "the mutation was not noticed"
    return report


def new_findings(outputs: Outputs, mutation: str, format: str) -> dict[tuple[Kind, str], list[str]]:
    """Return what is found on the mutated page and not on the whole one, as texts by kind and slot."""
    before = compare(expected_views(outputs.promised("whole", format)), outputs.views("whole", format))
    known = {str(one) for one in before.findings}
    new: dict[tuple[Kind, str], list[str]] = {}
    for one in report_of(outputs, mutation, format).findings:
        if str(one) not in known:
            assert one.page == PAGE
            new.setdefault((one.kind, one.slot), []).append(one.text)
    return new


@pytest.mark.parametrize("format", FORMATS)
def test_dropped_line_is_missing(format: str, mutated_outputs: Outputs) -> None:
    """The body's last line is not there, and nothing else is wrong."""
    new = new_findings(mutated_outputs, "drop-line", format)
    last = mutated_outputs.documents["whole"].pages[PAGE - 1].slot(SLOT).item.setting.paragraphs[-1].lines[-1]
    assert new == {(Kind.MISSING_LINE, SLOT): [f"`{last.line.text}` is not there"]}


@pytest.mark.parametrize("format", FORMATS)
def test_removed_strip_is_missing(format: str, mutated_outputs: Outputs) -> None:
    """The line of credits is not there, and nothing else is wrong."""
    new = new_findings(mutated_outputs, "remove-strip", format)
    assert list(new) == [(Kind.MISSING_LINE, "credits")]


@pytest.mark.parametrize("format", FORMATS)
def test_moved_box_is_out_of_place(format: str, mutated_outputs: Outputs) -> None:
    """All words are found, and the title stands off by as much as it was moved."""
    assert new_findings(mutated_outputs, "move-box", format) == {}
    report = report_of(mutated_outputs, "move-box", format)
    (start,) = (one.pixels for one in report.deviations if (one.page, one.slot, one.edge) == (PAGE, "title", "x0"))
    assert start == pytest.approx(MOVE, abs=0.3)
    failures = place_failures(report)
    assert any("place" in failure and f"`{TITLE}`" in failure for failure in failures)


@pytest.mark.parametrize("format", FORMATS)
def test_moved_word_reads_otherwise(format: str, mutated_outputs: Outputs) -> None:
    """Two lines of the body hold other words: the one that lost a word and the one that took it."""
    new = new_findings(mutated_outputs, "move-word", format)
    assert len(new.get((Kind.WORDS, SLOT), [])) >= 2


def test_every_mutation_is_tested() -> None:
    """A mutation without a test here would prove nothing."""
    assert set(MUTATIONS) == {"drop-line", "remove-strip", "move-box", "move-word"}
