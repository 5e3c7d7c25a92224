"""Numbers and names of charts are those of the file: none is a thousandfold, and no name becomes a number."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from tests.importing.presentations import TITLE_ONLY, content_slide, presentation
from tests.projects import run

PRICES = (1.649, 1.789, 1.729)


def prices(
    values: Sequence[float] = PRICES,
    language: str = "de-DE",
    name: str = "Preis",
    names: Sequence[str] = ("Diesel", "Super", "E10"),
) -> bytes:
    """Return a presentation with a chart of what fuels cost."""

    def make(found: Any) -> None:
        slide = content_slide(found, "Was der Kraftstoff kostet", layout=TITLE_ONLY)
        slide.shapes.title.text_frame.paragraphs[0].runs[0]._r.get_or_add_rPr().set("lang", language)
        data = CategoryChartData()
        data.categories = names
        data.add_series(name, values)
        slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(2), Inches(6), Inches(4), data)

    return presentation(make, cover=False)


def chart_of(folder: Path, content: bytes) -> dict[str, Any]:
    """Return the chart of the deck that comes of a presentation."""
    (folder / "talk.pptx").write_bytes(content)
    assert run("import", folder / "talk.pptx", "--force").exit_code == 0
    deck = yaml.load((folder / "talk.yaml").read_text(), Loader=yaml.BaseLoader)
    found: dict[str, Any] = deck["slides"][-1]["chart"]
    return found


@pytest.mark.parametrize(
    "language, values, decimal",
    [
        ("de-DE", PRICES, "point"),
        ("de-DE", (-1.649, 2, 3), "point"),
        ("de-DE", (1.65, 1649, 0.125), None),  # these are read as they are
        ("en-US", PRICES, None),
    ],
)
def test_numbers_that_a_language_would_take_for_thousands_have_their_sign(
    tmp_path: Path, language: str, values: Sequence[float], decimal: str | None
) -> None:
    """A litre for 1.649 € costs no 1,649 €."""
    found = chart_of(tmp_path, prices(values, language))
    assert found.get("decimal") == decimal
    assert found["series"][0]["values"] == [str(one) for one in values]
    checked = run("check", tmp_path / "talk.yaml")
    assert "ambiguous-number" not in checked.stderr


def test_a_price_and_a_thousandfold_one_are_different(tmp_path: Path) -> None:
    """`deckmaker diff` reads both files by the same way; a file has no differences from itself."""
    files = [tmp_path / name for name in ("old.pptx", "same.pptx", "new.pptx")]
    for file, values in zip(files, (PRICES, PRICES, (1649, *PRICES[1:])), strict=True):
        file.write_bytes(prices(values))
    old, same, new = files
    assert "no changes" in run("diff", old, same).stdout
    told = run("diff", old, new).stdout
    assert "no changes" not in told
    assert "Diesel" in told


def test_names_that_look_like_numbers_stay_as_they_are(tmp_path: Path) -> None:
    """Postcodes, versions and numbers of agents are no numbers."""
    names = ["01067", "1.10", "2.0"]
    found = chart_of(tmp_path, prices((5, 7, 9), "en-US", "007", names))
    assert (found["categories"], found["series"][0]["name"]) == (names, "007")
