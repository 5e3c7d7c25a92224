"""Codes about what keeps people from reading a deck: whoever hears it, sees no colours, or sits at the back."""

from __future__ import annotations

from deckmaker.diagnostics.catalogue.code import Code, DeckExample, Example, N, ThemeExample, W

ACCESSIBILITY = {
    "missing-alt": Code(
        W,
        "A picture has no `alt` text, so whoever cannot see it learns nothing of it. It goes without in every output: "
        "none calls it decorative of itself (WCAG 2.2, 1.1.1).",
        "Describe in a sentence what the picture shows. Where it says nothing that the text does not, write "
        "`decorative: true`.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    image: {file: harbour.png, credit: A. Lind}
"""),
    ),
    "weak-alt": Code(
        W,
        "An `alt` text says nothing to whoever hears it: the name of a file, “image”, the caption once more. Or it "
        "begins with “image of”, which screen readers say of every picture (WCAG 2.2, 1.1.1).",
        "Say in a sentence what the picture shows that matters here.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    image: {file: harbour.png, alt: harbour.png, credit: A. Lind}
"""),
    ),
    "untitled-slide": Code(
        W,
        "A slide has no title, though its layout has a place for one. Outlines, tables of contents and people who hear "
        "the slides find their way by titles (WCAG 2.2, success criterion 2.4.6).",
        "Give it a title that says what it shows.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
  - text: From the ventilators of ships.
"""),
    ),
    "repeated-title": Code(
        W,
        "Slides have the same title, or a section begins twice. Outlines, tables of contents and people who hear the "
        "slides cannot tell them apart (WCAG 2.2, 2.4.6). The parts of a split slide are numbered, and are one slide.",
        "Say in each title what is new on its slide.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
  - title: Results
    text: Ships are loud.
  - title: Results
    text: Trains are not.
"""),
    ),
    "headerless-table": Code(
        W,
        "A table has `header: 0`, so nothing says what is in its columns. Screen readers say the column's name with "
        "each cell (WCAG 2.2, 1.3.1).",
        "Write the names of the columns as the first row.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
  - title: The loud nights
    table:
      header: 0
      rows: [[Berth 4, 62], [Berth 5, 58]]
"""),
    ),
    "merged-cells": Code(
        N,
        "A table has cells that reach over several rows or columns. In PowerPoint, screen readers cannot say what "
        "heads such cells, and its accessibility checker lists them. In HTML, cells name their headers.",
        "Repeat the words in each cell, or make two tables; or leave it so where the table says it best.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
  - title: The loud nights
    table:
      rows: [[Berth, May, June], [Berth 4, {text: under repair, columns: 2}], [Berth 5, 58, 57]]
"""),
    ),
    "vague-link": Code(
        W,
        "A link reads “here”, “more” or as its address. Screen readers list the links of a page by their words alone, "
        "and spell addresses out (WCAG 2.2, 2.4.4).",
        "Let the link's words say where it leads.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
  - title: The loud nights
    text: You find the report [here](https://example.org/noise).
"""),
    ),
    "color-alone": Code(
        W,
        "A text is nothing but a sign of a colour, such as a red circle. One man in twelve cannot tell it from a green "
        "one, and on grey paper nobody can (WCAG 2.2, 1.4.1).",
        "Write a word for it, or beside it.",
        Example("A cell of a table that holds a red circle and nothing else."),
    ),
    "color-named": Code(
        N,
        "A text on a slide with a chart or a table names a part of it by its colour, such as “the red bars”. Not all "
        "see it, and another theme or its dark mode has other colours (WCAG 2.2, 1.4.1).",
        "Name it as the legend, the axis or the header does.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
  - title: Berth 4 is the loudest
    text: The red bars are nights with ships.
    table:
      rows: [[Berth, Level], [Berth 4, 62], [Berth 5, 58]]
"""),
    ),
    "low-contrast": Code(
        W,
        "A text of the theme has less contrast than WCAG 2.2 (AA) asks for: 4.5:1, or 3:1 for text that is never "
        "smaller than 18 points, or 14 in bold.",
        "Make one of the two colours darker or lighter, or give the text another colour.",
        ThemeExample("""\
extends: briefing
palette: {ink: "#BBBBBB"}
"""),
    ),
    "small-credits": Code(
        W,
        "Credits are so small that nobody can read them, even on paper: an `x` is less than 0.9 mm high.",
        "Give the theme's style `credits` a larger `size` and `min`.",
        Example("A theme with `credits: {size: 3, min: 3}` among its styles."),
    ),
    "tiny-text": Code(
        W,
        "Texts are so small that nobody can read them, even on paper: an `x` is less than 0.9 mm high.",
        "Give the theme's style that the message names a larger `size` and `min`.",
        Example("A theme with `body: {size: 3, min: 3, short: 3}` among its styles."),
    ),
    "small-text": Code(
        N,
        "Texts are so small that people at the back cannot read them. Seen from four times the page's height "
        "away, their capitals look less than 16 minutes of arc tall.",
        "Shorten the text, split the slide, or hand the deck out.",
        DeckExample(f"""\
title: Night noise
slides:
  - title: Where it was measured
  - title: Few places are quiet
    chart:
      type: bar
      categories: [{", ".join(f"Berth {number}" for number in range(1, 26))}]
      values: [{", ".join(str(40 + number % 7) for number in range(1, 26))}]
"""),
    ),
    "wordy-slide": Code(
        N,
        "A slide takes more than half a minute to read, at 68 milliseconds a character, or 255 Chinese characters a "
        "minute. Who reads does not listen meanwhile. Titles, texts and tables count; charts, credits and footnotes do "
        "not.",
        "Leave on the slide what people must see while they listen, and put the rest into `notes`.",
        DeckExample(f"""\
title: Night noise
slides:
  - title: Where it comes from
  - title: The loud nights
    text: {" ".join(["Ships at the quay cool their cargo through the night, and nobody near them sleeps."] * 6)}
"""),
    ),
}
"""By code. They are what `deckmaker check --report` lists."""
