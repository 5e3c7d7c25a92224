"""Codes about what can be seen: pictures and charts, texts in their places, and slides without any."""

from __future__ import annotations

from deckmaker.diagnostics.catalogue.code import Code, DeckExample, E, Example, N, ThemeExample, W

_MANY_NIGHTS = f"""\
    bullets: [{", ".join(f"night {number}" for number in range(1, 10))},
      {", ".join(f"night {number}" for number in range(10, 20))},
      {", ".join(f"night {number}" for number in range(20, 30))},
      {", ".join(f"night {number}" for number in range(30, 40))}]"""
"""A list for which no slide has room."""

_MANY_FERRIES = "\n".join(
    f"        - {{name: The berth of the ferry number {number}, values: [41, 57, {number}]}}" for number in range(1, 91)
)
"""Series whose legend leaves a chart next to nothing."""

LAYOUT = {
    "unknown-marking": Code(
        W,
        "A `marking` begins with `TLP`, and is no label of the Traffic Light Protocol (version 2.0 of FIRST).",
        "Write one of its labels, in capitals and without spaces: `TLP:CLEAR`, `TLP:GREEN`, `TLP:AMBER`, "
        "`TLP:AMBER+STRICT` or `TLP:RED`.",
        DeckExample("""\
title: Night noise
marking: TLP:WHITE
slides:
  - title: Where it comes from
"""),
    ),
    "unmarked-deck": Code(
        E,
        "A slide has a `marking`, and the deck has none. So other slides, handouts and the facts of the files would "
        "say nothing of how far they may be passed on.",
        "Write the highest marking above `slides:`. Slides with a lower one keep their own.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    marking: Confidential
"""),
    ),
    "higher-marking": Code(
        E,
        "A slide's label of the Traffic Light Protocol is for fewer people than that of its deck. Whoever has the deck "
        "has the slide.",
        "Give the deck the slide's label, or take the slide out of the deck: hidden slides are in its files, too.",
        DeckExample("""\
title: Night noise
marking: TLP:GREEN
slides:
  - title: Where it comes from
    marking: TLP:RED
"""),
    ),
    "covered-words": Code(
        W,
        "A marking stands at the middle of the page's top and bottom edges, over all else. The theme puts other "
        "words there.",
        "In the theme, end that place further from the edge of the page, or give it less width.",
        Example("A company's template whose footer stands at the very edge, in a deck with a `marking`."),
    ),
    "lowered-leading": Code(
        W,
        "A text style of the theme has a `leading` of more than 1.2 sizes, or its template has lines that far apart. "
        "PowerPoint and LibreOffice set such lines each in its own way, so they are set as far apart as both do alike.",
        "Write `leading: 1.19`, and a larger `gap` where paragraphs need more air.",
        ThemeExample("""\
extends: briefing
styles: {body: {leading: 1.5}}
"""),
    ),
    "sunk-picture": Code(
        W,
        "The logo, or a picture without a border, can hardly be told from what it lies on. "
        "Most of such a logo has a contrast under 3:1. Such a picture is as light or dark as its page, and next to "
        "nothing stands out. Photos, PNGs without transparency and logos on a ground of their own are not looked at.",
        "Give `logo` another file for such grounds (`{light: …, dark: …}`). Or save the picture with a ground of "
        "its own, or let the theme draw a line around pictures.",
        DeckExample("""\
title: Night noise
logo: white.svg
slides:
  - title: Where it comes from
  - title: The loud nights
    text: From ships.
"""),
    ),
    "picture-too-low": Code(
        E,
        "A picture among other blocks has so little room that nobody could see what it shows, and is not allowed to go "
        "on another slide.",
        "Leave something out, or let the slide be split with `overflow: split`.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: What was measured
    overflow: error
    columns:
      - heading: May
        image: {file: harbour.png, alt: Cranes at dusk, credit: A. Lind, caption: Seen from the quay}
        bullets: [Berth 1, Berth 2, Berth 3, Berth 4, Berth 5]
      - {heading: June, text: Louder than May.}
"""),
    ),
    "annotation-left-out": Code(
        W,
        "What is said of a point of a chart, of a line or of a band has no room near it that no other words take. Or "
        "the point is not drawn, since it has no value.",
        "Shorten it, leave others out, or give the chart more room. Say nothing of a gap but in the `note`.",
        DeckExample(f"""\
title: Night noise
slides:
  - title: Where it was measured
  - title: The loud nights
    chart:
      type: line
      x_title: Night
      categories: [1, 2, 3]
      values: [41, 57, 44]
      annotations:
        - {{at: 2, text: {"Reversing alarms of all lorries at once " * 12}}}
"""),
    ),
    "crowded-chart": Code(
        W,
        "A chart has so little room, beside others or below its legend, that nobody could read what its plot shows.",
        "Leave something out, put it on a slide of its own, or show fewer series.",
        DeckExample(f"""\
title: Night noise
slides:
  - title: Where it was measured
  - title: Every berth by itself
    chart:
      type: line
      legend: true
      highlight: The berth of the ferry number 1
      categories: [1, 2, 3]
      series:
{_MANY_FERRIES}"""),
    ),
    "hues-repeat": Code(
        W,
        "A theme has six hues that everybody can tell apart. The legend of a chart has more series than that, so that "
        "two of them look alike. Names beside lines, and what is muted beside what is highlighted, need no hue.",
        "Stress what the slide is about with `highlight`, give each series a chart with `multiples`, or show fewer.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it was measured
  - title: Berth 4 is the loudest
    chart:
      categories: [2019, 2021]
      series:
        {Berth 1: [41, 40], Berth 2: [42, 43], Berth 3: [47, 44], Berth 4: [57, 62], Berth 5: [44, 41],
         Berth 6: [41, 39], Berth 7: [39, 40]}
"""),
    ),
    "columns-turned": Code(
        N,
        "The names below the columns of a chart have no room side by side, broken into three lines. So the chart has "
        "bars, whose names stand beside them: no name is turned on its side.",
        "Write `type: bar`, which says the same, or shorter names.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
  - title: Ships are louder than trains
    chart:
      type: column
      categories: [Verladebrücken, Containerschiffe, Güterzüge, Rangierlokomotiven, Schwerlastverkehr,
        Straßenbahnkurven, Kühlhausventilatoren, Rückfahrwarner, Baustellenfahrzeuge, Fährschiffsmaschinen]
      values: [61, 58, 55, 51, 50, 48, 47, 44, 43, 41]
"""),
    ),
    "names-alike": Code(
        W,
        "Two names in a chart are cut for want of room, and read the same.",
        "Write shorter ones, in which what is different stands first, or give the chart more room.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it was measured
  - title: It fell in one of two places
    columns:
      - chart:
          type: slope
          rows:
            - [Place, '2020', '2022']
            - [University hospital of the northern province and of its islands, 1, 3]
            - [University hospital of the northern province and of its mainland, 3, 2]
      - text: In the other one, it rose.
"""),
    ),
    "shortened-name": Code(
        N,
        "The name of a category or of a series has no room in its chart, and is cut there.",
        "Leave it so, write a shorter one, or give the chart more room.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it was measured
  - title: It fell in one of two places
    columns:
      - chart:
          type: slope
          rows:
            - [Place, '2020', '2022']
            - [University hospital of the northern province and of its islands, 1, 3]
            - [Town hall, 3, 2]
      - text: In the other one, it rose.
"""),
    ),
    "names-left-out": Code(
        W,
        "A chart has more categories, points or values than there is room for their names and numbers. They are "
        "neither dates nor numbers along an axis, so a reader cannot know those that are left out.",
        "Show fewer categories, name fewer points, or give the chart more room.",
        DeckExample(f"""\
title: Night noise
slides:
  - title: Where it was measured
  - title: Few places are quiet
    chart:
      type: bar
      categories: [{", ".join(f"Berth {number}" for number in range(1, 51))}]
      values: [{", ".join(str(40 + number % 7) for number in range(1, 51))}]
"""),
    ),
    "text-too-long": Code(
        E,
        "A text does not fit its place even at the smallest size that the style allows.",
        "Shorten it, let it go on on another slide, or choose a layout with more room.",
        DeckExample(f"""\
title: Night noise
overflow: error
slides:
  - title: Where it comes from
  - title: The loud nights
{_MANY_NIGHTS}
"""),
    ),
    "split-slide": Code(
        W,
        "A text does not fit its place even at the smallest size that the style allows, and goes on on further slides.",
        "Write `overflow: split` on the slide or in the deck if that is as it should be. Else shorten the text.",
        DeckExample(f"""\
title: Night noise
slides:
  - title: Where it comes from
  - title: The loud nights
{_MANY_NIGHTS}
"""),
    ),
    "too-many-parts": Code(
        E,
        "What is on a slide would go on over more than 1,200 slides. It is not looked at any further.",
        "Put less on the slide, or make several slides of it, each with a title of its own.",
        Example("A slide with a list of 20,000 items."),
    ),
    "no-steps": Code(
        W,
        "A slide is `incremental`, but holds nothing that appears one by one: no list, no timeline, no process, no "
        "key figures and no agenda.",
        "Write what is to appear one by one as a list, or leave `incremental` out.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
  - title: Ships are loud
    incremental: true
    text: Their ventilators run until they leave.
"""),
    ),
    "shortened-credits": Code(
        W,
        "The credits of a slide need more room than their strip may take: 120 points, or less where its content would "
        "not fit any more and may not be split. The strip goes without notes, then without where works were found, "
        "dates of retrieval, and titles that no licence asks for, then without some of the credits. What is missing "
        "stands whole on slides at the end and in the notes.",
        "Leave it so, shorten the credits, or allow a split. `credits: {where: end}` lists them at the end alone.",
        DeckExample(f"""\
title: Night noise
slides:
  - title: Where it comes from
  - title: The loud nights
    text: From ships.
    credits: [{", ".join(f"quay photograph {number}" for number in range(1, 23))},
      {", ".join(f"quay photograph {number}" for number in range(23, 45))},
      {", ".join(f"quay photograph {number}" for number in range(45, 67))},
      {", ".join(f"quay photograph {number}" for number in range(67, 89))}]
"""),
    ),
    "shortened-section": Code(
        N,
        "The name of a section has no room in the trail of a slide even at the smallest size. It is cut there.",
        "Leave it so, or give the section a shorter name.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
  - title: The loud nights
    layout: picture-right
    image: {file: harbour.png, alt: Cranes at dusk, credit: A. Lind}
    section: What we found in the winter of 2025 in the streets behind berth four, and what those who live there told us
      when we asked them at night, when the windows are open
    text: From ships.
"""),
    ),
    "not-shown": Code(
        W,
        "The deck says something that no slide of it shows.",
        "Give the deck a slide whose layout shows it, or remove the key.",
        DeckExample("""\
title: Night noise
author: A. Lind
slides:
  - title: Where it comes from
    layout: content
    text: From a ship.
"""),
    ),
    "empty-slide": Code(
        W,
        "A slide has nothing to show.",
        "Give it a title, a text or a picture, or remove it.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
  - notes: Ask for the pilot.
"""),
    ),
    "lone-heading": Code(
        W,
        "The last block of a slide is a heading, below which nothing stands.",
        "Write a text below it; words that head nothing are a `text`.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Where it comes from
    content:
      - Ventilators run all night.
      - heading: What helps
"""),
    ),
    "wrapped-code": Code(
        W,
        "A line of code is longer than its place at the least size, and goes on in the next line. A reader sees two.",
        "Break the line where its language lets you, or shorten it.",
        DeckExample(f"""\
title: Night noise
slides:
  - title: How it is worked out
    layout: content
    text: |
      ```
      level = {" + ".join(f"berth_{n}" for n in range(1, 13))}
      ```
"""),
    ),
    "unsafe-breaks": Code(
        N,
        "Programs measure text in different ways. No width of this text's box keeps its line breaks the same in "
        "all of them. So the breaks are written into the PowerPoint file, and whoever edits the text there has "
        "to know.",
        "Shorten the text, or split it over two boxes.",
        DeckExample(f"""\
title: Night noise
slides:
  - title: Where it comes from
    layout: content
    text: wordwordword b/{"n" * 52}
"""),
    ),
}
