"""Texts that cannot be read from the back: how small that is, and what counts."""

from __future__ import annotations

from math import atan, degrees

import pytest

from deckmaker.accessibility.small_texts import least_size
from deckmaker.diagnostics import Severity
from tests.projects import DECK, Project


@pytest.mark.parametrize(("height", "points"), [(540, 14), (720, 19), (405, 10)])
def test_the_least_size_is_seen_under_16_minutes_of_arc(height, points):
    """From four times the page's height away, by capitals of 0.7 em; a point more would be seen under more."""
    assert least_size(height) == points
    assert 60 * degrees(atan(0.7 * (points + 1) / (4 * height))) >= 16


def test_names_beside_many_bars_are_told(tmp_path):
    """At the chart, with the smallest size."""
    names, values = ", ".join(f"Berth {number}" for number in range(25)), ", ".join(map(str, range(25)))
    slide = f"  - title: B\n    chart:\n      type: bar\n      categories: [{names}]\n      values: [{values}]\n"
    (found,) = Project(tmp_path).read(DECK + slide)[1]
    assert found.code == "small-text"
    assert found.message.startswith("slide 2: texts are smaller than 14 points; of the chart on slide 2, 1")
    assert found.span and found.span.line == 5


@pytest.mark.parametrize(("size", "is_told"), [(1, True), (4, True), (5, False), (12, False)])
def test_credits_that_nobody_reads_are_told(tmp_path, size, is_told):
    project = Project(tmp_path)
    (tmp_path / "themes").mkdir()
    style = f"{{like: furniture, size: {size}, min: {size}}}"
    (tmp_path / "themes/fine.yaml").write_text(f"extends: briefing\nstyles:\n  credits: {style}\n")
    slide = "  - title: B\n    text: Loud\n    credit: A. Lind\n"
    _, diagnostics = project.read(f"theme: ../themes/fine.yaml\n{DECK}{slide * 2}")
    found = [one for one in diagnostics if one.code == "small-credits"]
    assert len(found) == is_told
    for one in found:
        assert one.message == "slides 2 and 3: credits are smaller than 5 points, and nobody can read that"
        assert one.span and one.span.line == 5


@pytest.mark.parametrize(("size", "code"), [(3, "tiny-text"), (4, "tiny-text"), (5, "small-text"), (14, None)])
def test_texts_that_nobody_reads_are_told_without_a_wish_for_notes(tmp_path, size, code):
    """As credits are: at the first, with the style that is to be larger."""
    project = Project(tmp_path)
    (tmp_path / "themes").mkdir()
    style = f"{{size: {size}, min: {size}, short: {size}}}"
    (tmp_path / "themes/fine.yaml").write_text(f"extends: briefing\nstyles:\n  body: {style}\n")
    slides = "  - title: B\n    text: Loud\n  - title: C\n    bullets: [Loud, Quiet]\n"
    _, diagnostics = project.read(f"theme: ../themes/fine.yaml\n{DECK}{slides}")
    assert [one.code for one in diagnostics if one.code in ("tiny-text", "small-text")] == [code] * (code is not None)
    for one in diagnostics:
        if one.code == "tiny-text":
            assert one.message == "slides 2 and 3: texts are smaller than 5 points, and nobody can read that"
            assert one.help == "give the theme's style `body` a larger `size` and `min`"
            assert one.severity is Severity.WARNING and one.span and one.span.line == 6


def test_footnotes_that_nobody_reads_are_told(tmp_path):
    """They are for looking up, which takes reading, too; numbers of slides do not count."""
    project = Project(tmp_path)
    (tmp_path / "themes").mkdir()
    styles = "  furniture: {size: 4, min: 4}\n  entry: {min: 4, size: 12}\n  footnote: {like: furniture}\n"
    (tmp_path / "themes/fine.yaml").write_text(f"extends: briefing\nstyles:\n{styles}")
    _, diagnostics = project.read(f"theme: ../themes/fine.yaml\n{DECK}  - title: B\n    text: Loud.^[Very]\n")
    found = [one.message for one in diagnostics if one.code == "tiny-text"]
    assert found == ["slide 2: texts are smaller than 5 points, and nobody can read that"]


def test_credits_footnotes_and_numbers_do_not_count(tmp_path):
    """They are for looking up: all are smaller than that."""
    slide = "  - title: B\n    text: Loud.^[Very]\n    credit: A. Lind\n"
    document, diagnostics = Project(tmp_path).read(f"{DECK}{slide}".replace("title: Night noise\n", "title: T\n", 1))
    assert document and min(
        one.item.setting.size for leaf in document.pages[1].leaves for one in leaf.texts
    ) < least_size(540)
    assert "small-text" not in [one.code for one in diagnostics]
