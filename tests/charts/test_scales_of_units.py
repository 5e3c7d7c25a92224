"""Values that are counted in thousands, millions or billions: in the chart, beside it, and behind it."""

from __future__ import annotations

import pytest

from deckmaker.layout.charts.data_table import data_table
from deckmaker.layout.document import TextItem
from deckmaker.render.pptx.charts.sheet import sheet_of
from tests.charts.laid_out import item, page
from tests.resolve.charts.reading import chart, read

DATA = "categories: [North, South, East], values: [1234567, 2500000, 400000], subtitle: Homes"


def shown(entry: str, language: str = "en") -> set[str]:
    """Return the texts that stand in and around a chart."""
    laid_out, _ = page(chart(entry, language=language))
    labels = [label.placed for plot in item(laid_out).plots for label in plot.labels]
    items = [one.item for one in (*labels, *laid_out.leaves)]
    return {one.setting.paragraphs[0].paragraph.text for one in items if isinstance(one, TextItem)}


def test_numbers_are_shown_in_millions():
    """Beside bars and along axes; the word is said once."""
    assert {"1.23", "2.50", "0.40", "million"} <= shown(f"{{type: column, {DATA}, scale: million}}")
    assert {"0.0", "1.0", "2.0", "million kWh"} <= shown(f"{{type: line, {DATA}, scale: million, unit: kWh}}")
    assert {"Mio. €"} <= shown(f"{{type: line, {DATA}, scale: million, unit: €}}", "de")


SLOPES = "type: slope, rows: [[n, 2014, 2024], [A, 1200000, 2000000], [B, 1250000, 2600000]], x: n, y: [2014, 2024]"


@pytest.mark.parametrize("more", ["", ", multiples: true"])
def test_slopes_say_their_unit(more):
    """Else 1.2 million is shown as 1.2, and nothing says that it is none."""
    assert "million" in shown(f"{{{SLOPES}, scale: million{more}}}")
    assert "million kWh" in shown(f"{{{SLOPES}, scale: million, unit: kWh{more}}}")
    assert "€\u00a0million" in shown(f"{{{SLOPES}, scale: million, prefix: €{more}}}")
    assert "million" not in shown(f"{{{SLOPES}, scale: million, subtitle: 'Homes, million'{more}}}")


def test_slopes_have_the_title_of_their_values():
    """With its unit, unless that is short: then it stands at each number."""
    assert {"1.20", "Homes (million)"} <= shown(f"{{{SLOPES}, scale: million, y_title: Homes}}")
    assert {"1200000\u00a0km", "Homes"} <= shown(f"{{{SLOPES}, unit: km, thousands: false, y_title: Homes}}")


def test_the_unit_of_slopes_stands_above_them():
    """Its room is taken from the plot: it touches no label."""
    laid_out, _ = page(chart(f"{{{SLOPES}, scale: million}}"))
    (unit,) = [one for one in laid_out.leaves if isinstance(one.item, TextItem) and "million" in str(one.item.setting)]
    labels = [label.placed.rect for plot in item(laid_out).plots for label in plot.labels]
    assert labels and all(unit.rect.bottom <= one.y for one in labels)


def test_the_sign_of_a_currency_goes_with_its_scale():
    """No lone `million` stands above `€0.8`; where the subtitle says the unit, numbers keep their sign."""
    money = "values: [0, 400000, 800000], categories: [a, b, c], scale: million, prefix: €"
    above = shown(f"{{type: line, subtitle: Spent, {money}}}")
    assert "€\u00a0million" in above and "0.8" in above and "million" not in above
    assert not [one for one in above if one.startswith("€0")]
    told = shown(f"{{type: line, subtitle: Spent in million euros, {money}}}")
    assert "€0.8" in told and "€\u00a0million" not in told
    assert "€0.8\u00a0million" in chart(f"{{type: line, subtitle: Spent, {money}}}").alt


def test_the_table_and_the_alternative_count_so_too():
    """And the workbook keeps the data, under a format that divides them."""
    found = chart(f"{{type: column, {DATA}, scale: million, unit: kWh}}")
    assert [row[1] for row in data_table(found).rows][2].startswith("0.4")
    assert "1.23\u00a0million\u00a0kWh" in found.alt
    laid_out, _ = page(found)
    (plot,) = item(laid_out).plots
    column = sheet_of(found, plot).columns[1]
    assert column.cells == (1234567, 2500000, 400000)
    assert column.code.partition(";")[0].rstrip('"').endswith(",,")


def test_axes_of_points_are_scaled_alone():
    """That of values; numbers along x stay as they are."""
    found = chart("{type: scatter, rows: [[x, y], [1000, 1000], [2000, 3000]], x: x, y: y, scale: thousand}")
    assert (found.x_axis.style.power, found.y_axis.style.power, found.y_axis.style.unit) == (0, 3, "thousand")


def test_a_second_axis_has_no_scale():
    """It shows something else."""
    found = chart(
        "{type: combination, categories: [a], scale: thousand, series: [{name: A, values: [1000]},"
        " {name: B, values: [2], as: line, axis: second}]}"
    )
    assert (found.y_axis.style.power, found.second_axis.style.power, found.second_axis.style.unit) == (3, 0, "")


@pytest.mark.parametrize(
    ("entry", "help"),
    [
        ("scale: log", "write `log: true`"),
        ("scale: M", "write `scale: million`"),
        ("scale: millions", "write `scale: million`"),
        ("scale: bilion", "did you mean `billion`?"),
        ("scale: million, format: percent", "remove `scale:`"),
    ],
)
def test_other_scales_are_told(entry, help):
    """With a way out."""
    (one,) = read(f"{{{DATA}, {entry}}}").said
    assert one.help and one.help.startswith(help)
