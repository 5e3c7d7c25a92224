"""Numbers of chapters, times and days beside a column whose decimal sign is open: they say nothing of it in German."""

from __future__ import annotations

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.pipeline import read_document
from tests.projects import Project

BUDGET = "Nr;Posten;Betrag\n1.1;Personal;1.234\n1.2;Sachmittel;950\n1.3;Reisen;2.500\n"
SHOWN = {
    "table": "    table: {file: budget.csv, columns: [Nr, Posten, {from: Betrag, format: number, decimals: 2}]}\n",
    "sorted": "    table: {file: budget.csv, sort: -Betrag}\n",
    "chart": "    chart: {type: bar, file: budget.csv, x: Posten, y: Betrag}\n",
    "value": "    text: 'Personal: {{ budget.1.1.Betrag | ,.2f }}'\n",
}


def codes(folder, shown: str, table: str = BUDGET, language: str = "de") -> list[str]:
    """Return what is said of a deck that shows a table."""
    project = Project(folder)
    (folder / "decks" / "budget.csv").write_text(table, encoding="utf-8")
    deck = f"title: A\nlanguage: {language}\nvariables: {{budget: {{file: budget.csv, key: Posten}}}}\nslides:\n"
    shown = SHOWN[shown].replace("budget.1.1.", "budget.Personal.")
    found = Diagnostics()
    read_document(project.write(f"{deck}  - title: A\n  - title: B\n{shown}"), found)
    return [one.code for one in found]


@pytest.mark.parametrize("first", ["1.1", "10.30", "24.12"])
@pytest.mark.parametrize("shown", SHOWN)
def test_where_commas_are_usual_numberings_do_not_settle_the_sign(shown, first, tmp_path):
    """In a German budget, 1.234 beside a chapter 1.1 is no number a little above one; that cannot go without a word."""
    expected = "unusable-variable" if shown == "value" else "ambiguous-number"
    assert expected in codes(tmp_path, shown, BUDGET.replace("1.1;", f"{first};"))


@pytest.mark.parametrize("shown", SHOWN)
@pytest.mark.parametrize(
    ("table", "language"),
    [(BUDGET, "en"), (BUDGET.replace("1.1;", "0.125;"), "de"), (BUDGET.replace("1.1;", "-1.5;"), "de")],
    ids=["English", "a thousandth", "a sign"],
)
def test_numbers_that_are_no_numberings_still_do(table, language, shown, tmp_path):
    """As does a language in which a lone point is a decimal sign."""
    assert codes(tmp_path, shown, table, language) == []
