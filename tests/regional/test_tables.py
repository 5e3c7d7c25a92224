"""The figures of forty regions: whole, and what is computed from them is so."""

from __future__ import annotations

from statistics import median

import pytest

from tests.regional.tables import REGIONS, YEARS, growth, is_rich

FIRST, LAST = "2008", "2018"


def of_year(region: str, year: str) -> dict[str, str]:
    """Return what a region has in a year."""
    (row,) = [row for row in YEARS[region] if row["Year"] == year]
    return row


def per_head(gdp: float, people: int) -> int:
    """Return GDP per inhabitant in euros, to ten of them, of GDP in million euros."""
    return round(gdp * 1e6 / people / 10) * 10


def test_there_are_forty_regions_of_two_countries_and_eleven_years_of_each():
    """All of Italy and of Spain."""
    assert len({row["region"] for row in REGIONS}) == len(REGIONS) == 40
    assert sorted(YEARS) == sorted(row["region"] for row in REGIONS)
    assert {len(rows) for rows in YEARS.values()} == {11}
    assert [sum(row["country"] == name for row in REGIONS) for name in ("Italy", "Spain")] == [21, 19]
    assert all(all(row.values()) for rows in (REGIONS, *YEARS.values()) for row in rows)


@pytest.mark.parametrize("country", ["Italy", "Spain"])
def test_regions_add_up_to_their_country(country):
    """To the population that Eurostat's table of countries has (TPS00001): no region is missing."""
    people = {"Italy": {"2013": 59_685_227, "2018": 60_483_973}, "Spain": {"2013": 46_727_890, "2018": 46_658_447}}
    for year, whole in people[country].items():
        regions = [row["region"] for row in REGIONS if row["country"] == country]
        assert sum(int(of_year(region, year)["Population"]) for region in regions) == whole


@pytest.mark.parametrize("row", REGIONS, ids=lambda row: row["code"])
def test_what_is_computed_is_right(row):
    """From the figures of the years, by other arithmetic than the table's."""
    first, last = of_year(row["region"], FIRST), of_year(row["region"], LAST)
    people, before = int(last["Population"]), int(first["Population"])
    assert (int(row["population"]), int(row["population_2008"])) == (people, before)
    assert int(row["added"]) == people - before
    assert float(row["change"]) == pytest.approx(100 * (people - before) / before, abs=0.051)
    assert float(row["loss"]) == pytest.approx(max(0, 100 * (before - people) / before), abs=0.051)
    assert int(row["gdp_per_head"]) == per_head(float(last["GDP"]), people) == int(last["GDP per inhabitant"])
    assert int(row["gdp_added"]) == int(last["GDP per inhabitant"]) - int(first["GDP per inhabitant"])
    for column, name in [("unemployment", "Unemployment"), ("life", "Life expectancy")]:
        whole = "life_expectancy" if column == "life" else column
        assert float(row[whole]) == float(last[name]) and float(row[f"{whole}_2008"]) == float(first[name])
        assert float(row[f"{column}_added"]) == pytest.approx(float(last[name]) - float(first[name]), abs=1e-6)


@pytest.mark.parametrize("country", ["Italy", "Spain"])
def test_what_countries_have_is_of_all_their_regions(country):
    """Sums and medians, in each year and in each row."""
    regions = [row for row in REGIONS if row["country"] == country]
    for year in (row["Year"] for row in YEARS[regions[0]["region"]]):
        rows = [of_year(row["region"], year) for row in regions]
        whole = per_head(sum(float(one["GDP"]) for one in rows), sum(int(one["Population"]) for one in rows))
        middle = median(float(one["Unemployment"]) for one in rows)
        for one in rows:
            assert int(one["GDP per inhabitant of the country"]) == whole
            assert float(one["Median unemployment in the country"]) == pytest.approx(middle, abs=0.006)
    people, before = (sum(int(row[name]) for row in regions) for name in ("population", "population_2008"))
    for row in regions:
        assert int(row["country_gdp_per_head"]) == whole
        assert float(row["country_change"]) == pytest.approx(100 * (people / before - 1), abs=0.051)
        assert float(row["share_of_country"]) == pytest.approx(100 * int(row["population"]) / people, abs=0.051)


def test_places_are_in_the_order_of_wealth():
    """From the poorest to the richest, no two in one place."""
    ordered = sorted(REGIONS, key=lambda row: int(row["place"]))
    assert [int(row["place"]) for row in ordered] == list(range(1, 41))
    wealth = [float(row["gdp"]) / int(row["population"]) for row in ordered]
    assert wealth == sorted(wealth)


def test_both_sides_of_each_condition_have_regions():
    """Else a sentence of the deck would never be seen."""
    assert {growth(row) for row in REGIONS} == {-1, 0, 1}
    assert {is_rich(row) for row in REGIONS} == {True, False}
    assert not [row for row in REGIONS if row["gdp_per_head"] == row["country_gdp_per_head"]]
