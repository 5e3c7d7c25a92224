"""All files of `decks/regional.yaml`, read back: each value where it belongs, and charts and words of its own."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.projects import COMMAND, ROWS_DECK, environment
from tests.regional.reading import NativeChart, ReadSlide, pages_of, sections_of, slides_of
from tests.regional.tables import REGIONS, YEARS, Cells, growth, is_rich

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("regional")]

FORMATS = ("html", "pdf", "pptx")
FIGURES, AMONG, YEARLY, COUNTRY = 1, 2, 3, 4
"""Slides with figures, from 0."""


def name_of(row: Cells) -> str:
    """Return what the files of a region are called, by the pattern of the deck."""
    return f"{row['code']}-{row['region'].replace('/', '-')}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the files of all regions, of which nothing was said."""
    folder = tmp_path_factory.mktemp("regional")
    command = [*COMMAND, "build", ROWS_DECK, "--strict", "-o", folder]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    assert (done.returncode, re.findall(r"(?:error|warning)\[.*", done.stderr)) == (0, []), done.stderr
    return folder


def test_there_are_three_files_of_each_region(folder):
    """And the manifest beside them, nothing else."""
    wanted = {f"{name_of(row)}.{format}" for row in REGIONS for format in FORMATS}
    assert len(wanted) == 120
    assert {path.name for path in folder.iterdir() if path.name[0] != "."} == wanted | {"manifest.jsonl"}


def shown(value: str, sign: str = "", decimals: int = 0) -> str:
    """Return a number as British English writes it, with a true minus sign."""
    return f"{float(value):{sign},.{decimals}f}".replace("-", "−")


SENTENCES = {
    1: "{} people, more than in 2008. The region grew by {change}%, {country} by {country_change}%.",
    -1: "{} people, fewer than in 2008. The region shrank by {loss}%, while {country} grew by {country_change}%.",
    0: "{} people, nearly as many as in 2008. {country} grew by {country_change}%.",
}
"""What is said of a region that grows, shrinks, or neither."""


def figures(row: Cells) -> list[str]:
    """Return what the slide with key figures says, part by part."""
    return [
        f"{row['region']} in 2018",
        f"€{shown(row['gdp_per_head'])}",
        f"{shown(row['unemployment'], decimals=1)}%",
        f"{shown(row['life_expectancy'], decimals=1)} years",
        f"{shown(row['gdp_added'], '+')} since 2008",
        f"{shown(row['unemployment_added'], '+', 1)} points since 2008",
        f"{shown(row['life_added'], '+', 1)} since 2008",
        SENTENCES[growth(row)].format(shown(row["population"]), **row),
    ]


def others(row: Cells) -> list[str]:
    """Return words of the conditions that do not hold for a region."""
    sides = {1: "more than in 2008", -1: "fewer than in 2008", 0: "nearly as many as"}
    return [words for side, words in sides.items() if side != growth(row)] + [
        "Poorer than" if is_rich(row) else "Richer than"
    ]


def read(path: Path) -> list[str]:
    """Return the words of each slide of a file, by what did not write it."""
    if path.suffix == ".pptx":
        return [slide.words for slide in slides_of(path)]
    return pages_of(path) if path.suffix == ".pdf" else sections_of(path)


@pytest.mark.parametrize("format", FORMATS)
def test_each_value_stands_where_it_belongs(folder, format):
    """In all forty files of a format: on its slide, in the words of that region, and no other."""
    names = {row["region"] for row in REGIONS}
    for row in REGIONS:
        slides = read(folder / f"{name_of(row)}.{format}")
        assert len(slides) == 6, row["region"]
        assert not [slide for slide in slides if "{{" in slide or "}}" in slide]
        assert row["region"] in slides[0] and f"/ {row['country']}" in slides[0]
        missing = [part for part in figures(row) if part not in slides[FIGURES]]
        assert not missing, (row["region"], missing, slides[FIGURES])
        assert [words for words in others(row) if words in " ".join(slides)] == [], row["region"]
        assert f"{'Richer' if is_rich(row) else 'Poorer'} than {row['country']} as a whole" in slides[COUNTRY]
        assert f"{row['country']} {shown(row['country_gdp_per_head'])}" in slides[COUNTRY]
        foreign = [name for name in names - {row["region"]} if name in slides[0] + slides[FIGURES]]
        assert all(name in row["region"] for name in foreign), (row["region"], foreign)


def column(chart: NativeChart, number: int) -> list[float]:
    """Return a column of values of a chart's workbook."""
    return [float(row[number]) for row in chart.cells[1:]]


def numbers(rows: list[Cells], name: str) -> list[float]:
    """Return a column of a table as numbers."""
    return [float(row[name]) for row in rows]


def test_each_presentation_has_the_charts_of_its_region(folder):
    """Their workbooks have the figures of that region alone, and its own mark stands out among those of all."""
    for row in REGIONS:
        slides = slides_of(folder / f"{name_of(row)}.pptx")
        years = YEARS[row["region"]]
        (people,) = slides[FIGURES].charts
        assert column(people, 1) == numbers(years, "Population")
        (dots,) = slides[AMONG].charts
        assert [cells[0] for cells in dots.cells[1:]] == [one["region"] for one in REGIONS]
        assert column(dots, 1) == numbers(REGIONS, "place")
        assert column(dots, 2) == pytest.approx(numbers(REGIONS, "unemployment"))
        assert dots.highlighted == (REGIONS.index(row),)
        assert yearly(slides[YEARLY], row) == {
            "GDP per inhabitant": numbers(years, "GDP per inhabitant"),
            "GDP per inhabitant of the country": numbers(years, "GDP per inhabitant of the country"),
            "Unemployment": numbers(years, "Unemployment"),
            "Median unemployment in the country": pytest.approx(numbers(years, "Median unemployment in the country")),
        }
        (bars,) = slides[COUNTRY].charts
        own = sorted(
            (one for one in REGIONS if one["country"] == row["country"]), key=lambda one: -int(one["gdp_per_head"])
        )
        assert column(bars, 1) == numbers(own, "gdp_per_head")
        assert bars.cells[1 + bars.highlighted[0]] == [row["region"], row["gdp_per_head"]]
        assert len(bars.highlighted) == 1


def yearly(slide: ReadSlide, row: Cells) -> dict[str, list[float]]:
    """Return the values of the two charts over years, by the columns of which they should be."""
    wealth, work = slide.charts
    found = {}
    for chart, own, others in [
        (wealth, "GDP per inhabitant", "GDP per inhabitant of the country"),
        (work, "Unemployment", "Median unemployment in the country"),
    ]:
        for number, head in enumerate(chart.cells[0][1:], 1):
            found[own if " ".join(head.split()) == row["region"] else others] = column(chart, number)
    return found


def test_each_page_tells_the_charts_of_its_region(folder):
    """To whoever hears it: every year of the region, and of its country."""
    for row in REGIONS:
        _, people, _, told, *_ = sections_of(folder / f"{name_of(row)}.html")
        assert [
            year for year in YEARS[row["region"]] if f"{year['Year']}: {shown(year['Population'])}" not in people
        ] == []
        for year in YEARS[row["region"]]:
            assert f"{year['Year']}, {row['region']}: {shown(year['GDP per inhabitant'])}" in told
            assert f"{year['Year']}, {row['country']}: {shown(year['GDP per inhabitant of the country'])}" in told
            assert f"{year['Year']}, {row['region']}: {float(year['Unemployment']):g}" in told


def test_each_pdf_has_the_values_of_its_charts(folder):
    """Beside their marks: people, and GDP per inhabitant of all regions of the country."""
    for row in REGIONS:
        pages = pages_of(folder / f"{name_of(row)}.pdf")
        people = [shown(year["Population"]) for year in YEARS[row["region"]]]
        assert [one for one in people if one not in pages[FIGURES]] == []
        beside = [shown(one["gdp_per_head"]) for one in REGIONS if one["country"] == row["country"]]
        assert [one for one in beside if one not in pages[COUNTRY]] == []
        assert row["region"] in pages[AMONG]
