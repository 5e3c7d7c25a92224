"""Numbers made of measurements: medians, ratios by round, growth, goals, the page and the plot."""

from __future__ import annotations

import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.bench.charts import FEW as FEW_CHARTS
from tests.bench.charts import MANY as MANY_CHARTS
from tests.bench.commands import ALL, BASE64, CHECK, LABELS, PDF_SCRIPT, PPTX_SCRIPT
from tests.bench.goals import FEW, MANY, MORE, Goal, goals
from tests.bench.measure import Measurement, measure, measure_in_turn
from tests.bench.page import (
    BEGIN,
    END,
    charts_table,
    goal_table,
    growth_table,
    measured_part,
    memory_table,
    put_between_marks,
    time_table,
)
from tests.bench.plot import LINES, Scale, plot, spaced
from tests.bench.results import Case, Results, Rounds


def rounds(**seconds: tuple[float, ...]) -> Rounds:
    """Return rounds of commands by name, with underscores for dashes; 100 MiB and 5 MB each."""
    return Rounds(
        {name.replace("_", "-"): [Measurement(one, 100, 5) for one in some] for name, some in seconds.items()}
    )


def grown(few: float, more: float, many: float) -> Results:
    """Return results in which each of deckmaker's commands takes so many seconds at the goals' sizes."""
    names = ("pptx", "pdf", "html", ALL, CHECK, BASE64, PPTX_SCRIPT, PDF_SCRIPT)
    sizes = ((FEW, few), (MORE, more), (MANY, many))
    cases = {Case(size, True): Rounds({name: [Measurement(time, 150, 5)] for name in names}) for size, time in sizes}
    charts = {count: rounds(pptx=(count / 100,), python_pptx=(count / 200,)) for count in (FEW_CHARTS, MANY_CHARTS)}
    return Results(cases, rounds(all=(1.0,), check=(0.5,)), charts)


def test_a_ratio_is_the_median_of_the_rounds_ratios():
    """In a slow round both are slow: medians of times would give 2.5 / 1 here."""
    one = rounds(pptx=(2.0, 9.0, 2.5), python_pptx=(1.0, 3.0, 1.0))
    assert one.seconds("pptx") == 2.5
    assert one.ratio("pptx", PPTX_SCRIPT) == 2.5
    assert rounds(all=(3.0, 8.0, 4.0), python_pptx=(1.0, 2.0, 1.0), reportlab=(1.0, 2.0, 1.0)).ratio(
        ALL, PPTX_SCRIPT, PDF_SCRIPT
    ) == pytest.approx(2.0)


def test_what_was_not_measured_is_none():
    """Neither an error nor a zero."""
    one = rounds(pptx=(2.0,))
    assert one.seconds("pdf") is one.ratio("pptx", PPTX_SCRIPT) is one.ratio("pptx") is None
    assert Results({}, Rounds({})).growth("pptx", (16, 100, 1_000)) is None


def test_growth_leaves_start_up_out():
    """0.5 s to start and 2 ms a slide are growth 1; 4 ms a slide beyond the hundredth are more."""
    even = grown(0.5 + 16 * 0.002, 0.5 + 100 * 0.002, 0.5 + 1_000 * 0.002)
    assert even.milliseconds_each("pptx", FEW, MANY) == pytest.approx(2)
    assert even.growth("pptx", (FEW, MORE, MANY)) == pytest.approx(1)
    faster = grown(0.5 + 16 * 0.002, 0.5 + 100 * 0.002, 0.5 + 100 * 0.002 + 900 * 0.004)
    assert faster.growth("pptx", (FEW, MORE, MANY)) == pytest.approx((84 * 2 + 900 * 4) / 984 / 2)


def test_goals_are_met_up_to_their_limits():
    """Each has a number where everything was measured, and none where nothing was."""
    assert [Goal("", 1.5, found).verdict for found in (1.5, 1.51, None)] == ["met", "**missed**", "not measured"]
    found = {one.says: one for one in goals(grown(1.0, 2.0, 12.0))}
    assert [one.verdict for says, one in found.items() if says.endswith("its script's")] == [
        "met",
        "met",
        "**missed**",
        "met",
        "met",
    ]
    assert found[f"{MANY_CHARTS} charts: PPTX, peak MiB beyond that of {FEW_CHARTS}"].found == 0
    assert found[f"{FEW} slides: all three, time over both scripts'"].found == pytest.approx(0.5)
    assert found["the briefing: `check`, time over `build`'s"].verdict == "met"
    assert {one.verdict for one in goals(Results({}, Rounds({})))} == {"not measured"}


def test_tables_have_a_row_for_each_command_that_was_measured():
    """Whole tables, from given numbers."""
    results = Results({Case(16, True): rounds(pptx=(0.5,), python_pptx=(0.25,), check=(0.123,))}, Rounds({}))
    assert time_table(results, [16], True) == (
        "|  | 16 slides |\n| --- | ---: |\n| `build -f pptx` | 0.50 s, 2.00 × |\n"
        "| script by python-pptx | 0.25 s |\n| `check` | 0.12 s |"
    )
    assert memory_table(results, [16], True).splitlines()[2] == "| `build -f pptx` | 100 MiB for 5 MB |"
    assert goal_table([Goal("small", 200, 87.4), Goal("fast", 1.5, None)]).splitlines()[2:] == [
        "| small | 200 | 87.4 | met |",
        "| fast | 1.5 |  | not measured |",
    ]
    assert charts_table(grown(1.0, 2.0, 12.0)) == (
        "|  | 10 charts | 100 charts |\n| --- | ---: | ---: |\n"
        "| `build -f pptx` | 0.10 s, 2.00 ×, 100 MiB | 1.00 s, 2.00 ×, 100 MiB |\n"
        "| script by python-pptx | 0.05 s, 100 MiB | 0.50 s, 100 MiB |"
    )
    assert growth_table(grown(1.0, 1.84, 10.84)).splitlines()[2] == (
        f"| {LABELS['pptx']} | 10.0 | 10.0 | 1.00 | 18.4 | 10.8 |"
    )


def test_the_page_keeps_what_is_written_by_hand():
    """Around the marks; a page that is not there is what was measured alone."""
    page = f"# Fast\n\n{BEGIN}\nold\n{END}\n\nMore.\n"
    once = put_between_marks(page, "new\n")
    assert once == f"# Fast\n\n{BEGIN}\n\nnew\n\n{END}\n\nMore.\n"
    assert put_between_marks(once, "new\n") == once
    assert put_between_marks("", "new\n") == "new\n"
    assert "## Goals" in measured_part(grown(1, 2, 3), "a machine", "versions")


def test_the_plot_shows_each_line_that_was_measured_twice():
    """Once for time and once for memory; it is well-formed, and so it is of one size."""
    for results in (grown(1.0, 2.0, 12.0), Results({Case(16, True): rounds(pptx=(0.5,))}, Rounds({}))):
        texts = [one.text for one in ElementTree.fromstring(plot(results)).iter("{http://www.w3.org/2000/svg}text")]
        measured = [line.name for line in LINES if results.of(16).seconds(line.command) is not None]
        assert [text for text in texts if text in {line.name for line in LINES}] == measured * 2


def test_scales_are_logarithmic():
    """Ten times as much is as far, wherever."""
    scale = Scale(1, 100, 0, 200)
    assert [scale(one) for one in (1, 10, 100)] == [0, 100, 200]
    assert scale.ticks() == [1, 2, 5, 10, 20, 50, 100]


def test_names_of_lines_keep_apart():
    """Those that are apart stay where they are."""
    assert spaced([10, 100], 17) == [10, 100]
    one, other = spaced([50, 51], 17)
    assert other - one >= 17
    assert spaced([], 17) == []


@pytest.mark.slow
def test_commands_are_measured_from_outside(tmp_path: Path) -> None:
    """Memory is the command's own, and the folder is emptied before each."""
    written = tmp_path / "written"
    large = [sys.executable, "-S", "-c", f"open({str(written / 'a')!r}, 'wb').write(b'x' * 60_000_000)"]
    small = [sys.executable, "-S", "-c", "pass"]
    found = measure_in_turn({"large": large, "small": small}, 2, written)
    assert [round(one.megabytes) for one in (*found["large"], *found["small"])] == [60, 60, 0, 0]
    assert min(one.mebibytes for one in found["large"]) > 57 > max(one.mebibytes for one in found["small"])
    assert all(one.seconds > 0 for some in found.values() for one in some)
    with pytest.raises(Exception, match="status 3"):
        measure([sys.executable, "-S", "-c", "raise SystemExit(3)"], written)
