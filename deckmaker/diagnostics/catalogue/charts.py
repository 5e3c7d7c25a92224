"""Codes about charts and their data."""

from __future__ import annotations

from deckmaker.budget.charts import ANNOTATED_VALUES, CHART_NAME, CHART_SAID, CHART_SERIES, CHART_VALUES
from deckmaker.diagnostics.catalogue.code import Code, DeckExample, E, Example, W

CHARTS = {
    "undrawable-value": Code(
        E,
        "A chart has a text where it needs a number. What is not known is left empty, or written as `–` or `n/a`: it "
        "is a gap.",
        "Write a number, or leave it empty.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Loud nights
    chart: {categories: [2019, 2021, 2023], values: [62.5, about 60, 55.1]}
"""),
    ),
    "rounded-number": Code(
        W,
        "A chart has a number of more than 15 digits. The others are drawn as 0, as in a workbook.",
        "Write it in thousands or millions. If it is a name, such as that of an account, use it as a category.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Loud nights
    chart: {categories: [2019, 2021], values: [9007199254740993, 9007199254740995]}
"""),
    ),
    "uneven-series": Code(
        E,
        "A series of a chart has not as many values as there are categories, or not as many y as x.",
        "Write a value for each category; write `–` for a gap.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Loud nights
    chart: {categories: [2019, 2021, 2023], values: [62.5, 58.1]}
"""),
    ),
    "repeated-point": Code(
        E,
        "A date, or a category of one series, has two values, of which a chart can show one.",
        "Leave out one of them, or name the column that tells them apart in `series`.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Loud nights
    chart: {rows: [[Year, Level], [2019, 62.5], [2021, 58.1], [2021, 55.0]]}
"""),
    ),
    "unknown-point": Code(
        E,
        "`highlight`, a line, a band or an annotation names what is no series and no category of the chart.",
        "Write a name that there is.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Loud nights
    chart: {categories: [North, South], values: [62.5, 58.1], highlight: West}
"""),
    ),
    "empty-chart": Code(
        E,
        "A chart has no numbers to draw.",
        "Name the column of its values in `y`, or write some.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Loud nights
    chart: {rows: [[Berth, Ship], [Berth 4, reefer], [Berth 5, tanker]]}
"""),
    ),
    "cut-bars": Code(
        E,
        "Bars and areas begin at zero, so that their lengths can be compared. An axis that begins elsewhere, and one "
        "that is logarithmic, would make small differences look large. A waterfall may have a `min`: its totals are "
        "then drawn with a cut, and its steps can be compared.",
        "Remove what cuts them off, or show the values as lines or dots.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Loud nights
    chart: {categories: [North, South], values: [62.5, 58.1], min: 50}
"""),
    ),
    "axis-widened": Code(
        W,
        "`min` or `max` lies among the data of a chart, or would cut off one of its lines. Values beyond the end of an "
        "axis would stand where they are not, or nowhere: the axis goes on to reach all of them. Of stacked columns "
        "and of waterfalls, sums count.",
        "Remove it, write one that no value lies beyond, or leave such values out with `where:`.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Loud nights
    chart: {type: line, categories: [2019, 2021, 2023], values: [62.5, 48.3, 55.1], min: 50}
"""),
    ),
    "not-a-share": Code(
        E,
        "A value below zero is to be a share of a whole, in a pie or a stack of 100 %, or of a sum, as areas are.",
        "Show the values as columns, bars or lines.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Loud nights
    chart: {type: pie, categories: [North, South], values: [62.5, -3]}
"""),
    ),
    "other-whole": Code(
        W,
        "The percents of a pie or a doughnut add up to more or less than 100, or `most` leaves parts of it out. Its "
        "wedges show shares of what is there, which are other percents than those that were meant.",
        "Add what is missing, or show the values as bars.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: What keeps people awake
    chart: {type: pie, categories: [Ships, Cranes, Trucks], values: [50 %, 35 %, 25 %]}
"""),
    ),
    "uneven-numbers": Code(
        W,
        "The points of a line have numbers for names. They stand at even distances, and the numbers are at uneven "
        "ones: a slope says something else there than the data. So it is in PowerPoint with dates before March 1900.",
        "Show them as a scatter chart, which has an axis of numbers.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: It falls with distance
    chart: {type: line, categories: [5, 10, 20, 40], values: [62.5, 58.1, 51, 43]}
"""),
    ),
    "small-steps": Code(
        W,
        "The steps of a waterfall are so small beside its totals that their columns can hardly be seen.",
        "Have the axis begin near the totals with `min:`; these are then drawn with a cut.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: The year hardly changed
    chart: {type: waterfall, categories: [2024, Ships, 2025], values: [4210, 25, 4235], totals: [2024, 2025]}
"""),
    ),
    "not-for-log": Code(
        E,
        "A value of zero or less has no place on a logarithmic axis.",
        "Remove `log`, or leave such values out.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Loud nights
    chart: {categories: [2019, 2021, 2023], values: [62.5, 0, 55.1], log: true}
"""),
    ),
    "wrong-total": Code(
        W,
        "A total of a waterfall is not the sum of its steps.",
        "Mend the numbers, or leave the total's value empty: it is worked out then.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Loud nights
    chart: {type: waterfall, categories: [Start, Rise, End], values: [10, 5, 16], totals: [End]}
"""),
    ),
    "mixed-numbers": Code(
        W,
        "Some numbers of a chart are percents, or have a currency, and others are and have not. They share one axis, "
        "on which 62 % is 0.62.",
        "Write all of them alike, or pick those that belong together with `y`.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Loud nights
    chart: {categories: [North, South], values: [62 %, 58.1]}
"""),
    ),
    "row-left-out": Code(
        W,
        "A row at the end of a file says where its data are from, or what they are, and has no values. It is left out "
        "of the chart, as it is no category.",
        "Remove it from the file, and say such things in `credit` or `note`.",
        Example("The last line of `noise.csv` is `Source: Harbour Office;;`."),
    ),
    "mixed-dates": Code(
        W,
        "Most names of categories are dates, but a few are none. So the axis counts names: it has one step from each "
        "to the next, however far apart they are.",
        "Write all of them as dates of one kind, or leave out the rows of those that are none.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Loud nights
    chart: {categories: [2019, 2021, 2023, later], values: [62.5, 58.1, 55.1, 54]}
"""),
    ),
    "ambiguous-date": Code(
        W,
        "A date may be read in two ways. `5/3/2024` has two orders of day and month if the deck's language is "
        "`en`. `Mar 24` is a month or a day.",
        "Write years with four digits, and days as in `2024-03-05`; or name the region, as in `language: en-GB`.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Loud nights
    chart: {categories: [5/3/2024, 6/3/2024, 7/3/2024], values: [62.5, 58.1, 55.1]}
"""),
    ),
    "repeated-category": Code(
        W,
        "A category stands twice in a file, so that two bars have one name.",
        "Name the column that tells its rows apart in `series`, or leave one out.",
        Example("A file has a row for each berth and year, and the chart shows berths without `series: Year`."),
    ),
    "small-percent": Code(
        W,
        "A place on an axis of percents is up to one, without a sign. It is read as what the axis shows: 0.5 is half a "
        "percent there, and not 50 %.",
        "Write it with its sign: `50 %`, or `0.5 %`.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Loud nights
    chart: {categories: [North, South], values: [62 %, 58 %], lines: [0.6]}
"""),
    ),
    "repeated-series": Code(
        W,
        "Two series of a chart have one name, so that nobody can tell which is which.",
        "Give each a name of its own, or draw one of them.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Loud nights
    chart: {categories: [2019, 2021], series: [{name: North, values: [62, 58]}, {name: North, values: [55, 54]}]}
"""),
    ),
    "endless-chart": Code(
        E,
        f"The chart has more than {CHART_SERIES.limit}, {CHART_VALUES.limit} or {CHART_SAID.limit}, more than anybody "
        f"can see, or {ANNOTATED_VALUES.limit}. Or one of its names has more than {CHART_NAME.limit}.",
        "Pick some of them with `y`, `where` or `most`, leave lines, bands and annotations out, or shorten the name.",
        Example("A file has a measurement a minute for a month."),
    ),
}
