"""Codes about what the deck language does not have."""

from __future__ import annotations

from deckmaker.budget.decks import (
    CODE_FILE_BYTES,
    CODE_LINES,
    DECK_AGENDA_NAMES,
    DECK_CHARACTERS,
    DECK_EDGES,
    DECK_EVENTS,
    DECK_FIGURES,
    DECK_FORMULA_PARTS,
    DECK_SLIDES,
    DECK_STEPS,
    DECK_TEXTS,
    FORMULA_CHARACTERS,
    FORMULA_DEPTH,
    FORMULA_PARTS,
    LETTER_MARKS,
    SLIDE_BLOCKS,
    TEXT_CHARACTERS,
)
from deckmaker.budget.drawings import DECK_LINES
from deckmaker.budget.slips import COMPARISONS, NAMES_COMPARED
from deckmaker.budget.source import MISTAKES
from deckmaker.budget.tables import DECK_FILE_BYTES, DECK_PLACES
from deckmaker.diagnostics.catalogue.code import Code, DeckExample, E, Example, ThemeExample, W

LANGUAGE = {
    "unknown-key": Code(
        E,
        "A key that decks or themes do not have here.",
        "Use one of the keys that help lists.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    bulets: [a ship, berth 4]
"""),
    ),
    "missing-key": Code(
        E,
        "A key that must be there is not.",
        "Add it.",
        DeckExample("""\
slides:
  - title: Where it comes from
"""),
    ),
    "wrong-type": Code(
        E,
        "A value of another kind than the key takes, such as a list where a text is due.",
        "Write the kind of value that the message expects.",
        DeckExample("""\
title: Night noise
slides:
  - title: [Where it comes from]
"""),
    ),
    "wrong-value": Code(
        E,
        "A value that the key does not allow.",
        "Use one of the values that the message names.",
        DeckExample("""\
title: Night noise
size: 16:10
slides:
  - title: Where it comes from
"""),
    ),
    "unusable-character": Code(
        E,
        "A control character, half a surrogate pair or a noncharacter, which no output can hold.",
        "Delete the character, or replace its escape.",
        DeckExample("""\
title: Night noise
slides:
  - title: "Where it\\bcomes from"
"""),
    ),
    "endless-text": Code(
        E,
        f"One text has more than {TEXT_CHARACTERS.limit}, more than the programs that open the files can read. "
        f"Or a code has more than {CODE_LINES.limit}.",
        "Shorten the text, or give readers a link to it.",
        Example("`notes: *log`, where `log` is a program's whole log, of some megabytes."),
    ),
    "endless-deck": Code(
        E,
        f"The deck is too large. It may have {DECK_SLIDES.limit}, {DECK_TEXTS.limit} (paragraphs, items, cells, "
        f"and in them what stands under other marks) and {DECK_CHARACTERS.limit}. Its tables may have "
        f"{DECK_PLACES.limit} before rows and columns are picked, and files of {DECK_FILE_BYTES.limit}. Its "
        f"drawings may have {DECK_LINES.limit}, its agendas {DECK_AGENDA_NAMES.limit}, its formulas "
        f"{DECK_FORMULA_PARTS.limit}, its diagrams {DECK_EDGES.limit}, its timelines {DECK_EVENTS.limit}, "
        f"its processes {DECK_STEPS.limit}, and its key figures {DECK_FIGURES.limit}. "
        f"A slide may have {SLIDE_BLOCKS.limit}, with those in columns and grids.",
        "Make several decks of it, or several slides.",
        Example("Slides that a program writes, one for each of a hundred thousand measurements."),
    ),
    "wrong-equation": Code(
        E,
        "A formula is no LaTeX that deckmaker can read: a command is unknown, a brace is missing, or it has a colour "
        f"of its own. Or it is too large: it may have {FORMULA_CHARACTERS.limit} and {FORMULA_PARTS.limit}, "
        f"{FORMULA_DEPTH.limit}. Or the font of formulas has no such sign.",
        "Mend the formula at the place that is marked.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: How levels add up
    equation: 'L = 10 \\lg \\sum_i 10^{L_i/10'
"""),
    ),
    "more-mistakes": Code(
        E,
        f"The file has more than {MISTAKES.most:,} mistakes, and is read no further.",
        "Mend those that are listed: often one slip is behind them all.",
        Example("A list of addresses where a list of slides belongs."),
    ),
    "too-many-marks": Code(
        E,
        "A letter bears more combining marks than any language needs. Set one upon the other, they would cover "
        "other words, such as credits.",
        f"Delete marks until {LETTER_MARKS.most} are left at most.",
        Example("An `a` with a hundred accents on it."),
    ),
    "direction-sign": Code(
        W,
        "The text holds an invisible character that turns the direction of text, as web pages and other programs put "
        "into what is copied from them. It is left out: nothing may show a text in another order than it is written.",
        "Delete the character, or type the text anew.",
        DeckExample("""\
title: Night noise
slides:
  - title: "Where it \\u202Ecomes from"
"""),
    ),
    "unseen-character": Code(
        W,
        "The text holds invisible characters that stand for letters and change nothing that is seen: tags outside a "
        "region's flag, or variation selectors that vary no sign. They are left out: programs would read what no "
        "reader sees. Or the file holds a line end that editors do not show, behind which a new line begins to YAML.",
        "Delete the characters, or type the text anew.",
        DeckExample("""\
title: Night noise
slides:
  - title: "Where it\\U000E0068\\U000E0069 comes from"
"""),
    ),
    "unsafe-link": Code(
        E,
        "A link is no whole http, https or mailto address. It could run code, reach local files or lead astray.",
        "Write the address in full, as in `https://example.org`, or remove the link.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    text: See [the report](file:///reports/noise.pdf).
"""),
    ),
    "broken-link": Code(
        W,
        "A text links to a slide of the deck, and no slide has that id, or several have. Its words are no link.",
        "Write `id:` with that name on the slide that it leads to.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    text: It is loudest at [berth 4](#berth4).
  - title: Berth 4
    id: berth-four
    text: It was built in 1974.
"""),
    ),
    "picture-in-text": Code(
        E,
        "A text holds a picture as Markdown writes it. Pictures are blocks, with places of their own.",
        "Write it beside the text, under `image`, with its `alt` and its `credit`.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    text: "From berth 4: ![the berth](berth4.jpg)"
"""),
    ),
    "stays-as-typed": Code(
        W,
        "A text holds something that Markdown has and texts of slides do not: HTML, a rule, a table, a footnote "
        "by its name, a formula, a citation by its key, or a list that does not begin where it should. Or the `date` "
        "of a deck is to be the day on which it is built.",
        "Write it as the deck language has it, or put a backslash before its first sign where it is meant as typed.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    text: From berth 4<br>and from berth 5
"""),
    ),
    "no-reason": Code(
        W,
        "A credit says that nobody is credited, and not why.",
        "Say why: the work is your own, or its source names nobody.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    credit: none
"""),
    ),
    "credit-role": Code(
        W,
        "A credit of the slide says whose text was used, as those of slides do, and the slide shows data alone.",
        "Say that it is for data: `role: data`, or a text that begins with `Data:`.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Loud nights
    chart: {categories: [North, South], values: [62.5, 58.1]}
    credit: Port Authority
"""),
    ),
    "unknown-source": Code(
        E,
        "A credit names a record that `sources` does not hold.",
        "Add the record or mend its name.",
        DeckExample("""\
title: Night noise
sources:
  board: {publisher: Port Authority}
slides:
  - title: Where it comes from
    credit: {source: bord}
"""),
    ),
    "source-as-text": Code(
        W,
        "The text of a credit is a key of `sources`, and stands on the slide as it is typed.",
        "Name the record, as in `credit: {source: board}`.",
        DeckExample("""\
title: Night noise
sources:
  board: {publisher: Port Authority}
slides:
  - title: Where it comes from
    credit: board
"""),
    ),
    "unsearched-sources": Code(
        W,
        "Very many credits name sources that are no keys of `sources`. The last ones are not compared with its "
        f"keys: that would be more than {NAMES_COMPARED.limit}, or help about slips has taken "
        f"{COMPARISONS.limit}.",
        "See that each is a key or the name of a source, or make several decks of it.",
        Example("Ten thousand credits, each with a source of its own, beside a thousand records."),
    ),
    "unknown-layout": Code(
        E,
        "The theme has no layout of that name.",
        "Use one of the layouts that help lists.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    layout: picture-rigth
"""),
    ),
    "unknown-theme": Code(
        E,
        "There is no built-in theme of that name, and no theme file at that path.",
        "Use a built-in name, or a path to a theme file.",
        DeckExample("""\
title: Night noise
theme: breifing
slides:
  - title: Where it comes from
"""),
    ),
    "unused-color": Code(
        W,
        "A theme's palette has a colour that nothing in the theme uses, and that is called nearly as one that all "
        "themes know, or by a number, as colours of templates were.",
        "Spell it as the message says; or use it, or call it something else.",
        ThemeExample("""\
extends: briefing
palette: {acent: "#005F73"}
"""),
    ),
    "unread-settings": Code(
        W,
        "A file at the root of a project is called nearly as the project's settings, and so is not read.",
        "Rename it `deckmaker.yaml`.",
        Example("A file deckmaker.yml beside the folder decks/."),
    ),
    "unknown-format": Code(
        E,
        "No renderer has that name.",
        "`deckmaker formats` lists the installed ones.",
        Example("`deckmaker build --format ppt`, where the format is called pptx."),
    ),
    "no-slot": Code(
        E,
        "The slide holds something for which its layout has no place. The first slide is the title page where it names "
        "no layout: it takes texts, but no chart, table or columns.",
        "Choose a layout that has one, or leave `layout` out. On the first slide, put a title page before it, or write "
        "`layout: content`.",
        DeckExample("""\
title: Night noise
slides:
  - title: Where it comes from
    layout: title-only
    columns: [{text: From a ship.}, {text: From berth 4.}]
"""),
    ),
    "unknown-code": Code(
        E,
        "`severity` names a code that no message has.",
        "Write the code as messages show it, between the brackets.",
        DeckExample("""\
title: Night noise
severity: {missing-credits: error}
slides:
  - title: Where it comes from
"""),
    ),
    "fixed-severity": Code(
        E,
        "`severity` makes less of a mistake with which nothing can be built.",
        "Mend the mistake itself, and remove its code from `severity`.",
        DeckExample("""\
title: Night noise
severity: {unknown-key: warning}
slides:
  - title: Where it comes from
"""),
    ),
    "missing-reason": Code(
        W,
        "`severity` makes less of what a licence rules out or asks for, and does not say why.",
        "Say why, such as whose permission you have, in `{level: off, reason: …}`.",
        DeckExample("""\
title: Night noise
severity: {no-derivatives: off}
slides:
  - title: Where it comes from
"""),
    ),
    "too-many-minutes": Code(
        W,
        "The slides are planned to take longer together than the deck is.",
        "Plan less in the `minutes` of slides, or more in the deck's.",
        DeckExample("""\
title: Night noise
minutes: 10
slides:
  - title: Where it comes from
    minutes: 8
  - title: What helps
    minutes: 4
"""),
    ),
    "joined-lines": Code(
        W,
        "The lines of a `code` are written where YAML makes one of them: without `|` behind the key.",
        "Write `|` behind the key, and the lines below it, further to the right.",
        DeckExample("""\
title: Night noise
slides:
  - title: How it is worked out
    code:
      loud = 45
      quiet = 40
"""),
    ),
    "unclosed-code": Code(
        W,
        "Three backticks in a text begin code, and nothing ends it: all that follows is code.",
        "Write the same three below the code, on a line of their own.",
        DeckExample("""\
title: Night noise
slides:
  - title: How it is worked out
    text: |
      ```python
      loud = 45

      All of these are means of a night.
"""),
    ),
    "unknown-language": Code(
        W,
        "The language behind three backticks is none that has colours, and nearly the name of one.",
        "Write the language as the documentation of `code` does.",
        DeckExample("""\
title: Night noise
slides:
  - title: How it is worked out
    text: |
      ```pyhton
      loud = 45
      ```
"""),
    ),
    "unusable-code": Code(
        E,
        f"The file of a `code` is no text, is empty, or holds more than {CODE_FILE_BYTES.limit}.",
        "Name a text file in UTF-8. Save the lines that are meant as a file of their own, if it is too large.",
        DeckExample("""\
title: Night noise
slides:
  - title: How it is worked out
  - title: Where it comes from
    code: {file: picture.csv}  # a picture under another name
"""),
    ),
}
