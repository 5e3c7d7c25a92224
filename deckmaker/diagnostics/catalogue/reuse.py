"""Codes about what decks use again: variables, and slides of other files."""

from __future__ import annotations

from deckmaker.budget.values import (
    CONDITION_CHARACTERS,
    CONDITION_DEPTH,
    EXPRESSION_CHARACTERS,
    INCLUDE_CHAIN,
    VALUE_CHARACTERS,
    VARIABLES_BYTES,
)
from deckmaker.diagnostics.catalogue.code import Code, DeckExample, E, Example, N, W

REUSE = {
    "unknown-variable": Code(
        E,
        "A text names a variable, a row, a column or a key that there is not.",
        "Use one that help names, add it under `variables`, or write `\\{{` where the signs themselves are meant.",
        DeckExample("""\
title: Night noise
variables: {nights: 212}
slides:
  - title: On {{ night }} nights it was too loud
"""),
    ),
    "variable-syntax": Code(
        E,
        "What stands between `{{` and `}}` is no name and no format that there is, or the `}}` is missing. It may have "
        f"{EXPRESSION_CHARACTERS.limit} at most.",
        "Write names parted by points, and behind a bar a format such as `,.0f`, or `default` and a text in quotes.",
        DeckExample("""\
title: Night noise
variables: {nights: 212}
slides:
  - title: On {{ nights | upper }} nights it was too loud
"""),
    ),
    "unusable-variable": Code(
        E,
        "A value cannot be shown so: it is empty, a whole row or table, no number where a format of numbers is asked "
        f"for, or longer than {VALUE_CHARACTERS.limit}. Or a file of variables cannot be read, or those of JSON and "
        f"YAML together have more than {VARIABLES_BYTES.limit}.",
        "Name the cell that is meant, say what stands for an empty value, or mend the file.",
        DeckExample("""\
title: Night noise
variables: {nights: n/a}
slides:
  - title: On {{ nights | ,.0f }} nights it was too loud
"""),
    ),
    "unformatted-number": Code(
        W,
        "A text shows a number of a table with more than six decimals. A spreadsheet keeps all digits that it has "
        "worked out, and shows few of them. Or a text shows a number that is another one in the deck's language, as "
        "1.234 is in German.",
        "Write behind a bar how it is to be shown, as in `{{ rate | .1% }}` or `{{ budget | ,.1f }}`.",
        Example("A title has `{{ rate }}`, and the cell of the workbook shows 3.0 % and holds 0.0303166034230716."),
    ),
    "failed-formula": Code(
        W,
        "A text shows what a spreadsheet leaves where a formula failed, such as `#N/A` or `#DIV/0!`.",
        'Mend the formula in the table, or leave the row out, as in `where: rate != "#N/A"`.',
        Example("A title has `{{ rate }}`, and the cell of the workbook shows `#DIV/0!`."),
    ),
    "condition-syntax": Code(
        E,
        "What stands behind `if:` is no condition. It may have "
        f"{CONDITION_CHARACTERS.limit} at most, and {CONDITION_DEPTH.limit}.",
        'Write comparisons, as in `{{ sales }} > 0` or `region in ("North", "South")`, between them `and` or `or`.',
        DeckExample("""\
title: Night noise
variables: {nights: 212}
slides:
  - {title: Night noise, text: It is loud.}
  - {title: Too many nights, if: nights => 200}
"""),
    ),
    "empty-deck": Code(
        E,
        "No slide is left: each has an `if`, and none of these holds.",
        "Leave `if` out of the slides that are always there.",
        DeckExample("""\
title: Night noise
variables: {nights: 212}
slides:
  - {title: Quiet nights, if: nights < 10}
"""),
    ),
    "column-conflict": Code(
        E,
        "A variable of the deck has the name of a column of the table whose rows the decks are made for.",
        "Give the variable another name.",
        Example("a deck has `variables: {region: North}`, and its `rows:` a column `region`."),
    ),
    "unknown-row": Code(
        E,
        "There is no row to look at: none of that number, none for which `where` holds, or the deck has no `rows`.",
        "Name a row that there is, or leave `--row` out.",
        Example("`deckmaker show regions.yaml --row 50`, and the table has 40 rows."),
    ),
    "row-unnamed": Code(
        E,
        "`deckmaker merge` was given a deck with `rows`, and not the row of which the presentation was made.",
        "Name the row by its number, from 1, with `--row`.",
        Example("`deckmaker merge regions.yaml south.pptx`, where the deck has `rows: regions.csv`."),
    ),
    "other-row": Code(
        E,
        "`deckmaker merge` or `deckmaker diff` was told of which row a presentation was made, and the presentation "
        "itself tells of another.",
        "Leave `--row` out, or name the presentation of the row that is meant.",
        Example("`deckmaker merge regions.yaml south.pptx --row 1`, where South is the second row."),
    ),
    "single-braces": Code(
        W,
        "A text of a deck with `rows` has the name of a column between single braces, which stay as they are. Values "
        "stand between two. Only names of files take both.",
        "Write two braces on each side. If the text is meant as it is, switch the message off under `severity`.",
        Example("`title: Sales in {region}`, and `region` is a column."),
    ),
    "same-decks": Code(
        W,
        "Nothing in a deck with `rows` depends on the row, so that all of its decks are the same.",
        "Name columns in its texts, as in `{{ region }}`.",
        Example("`deckmaker build report.yaml --rows regions.csv`, and `report.yaml` names no column."),
    ),
    "emptied-slide": Code(
        W,
        "All blocks of a slide have an `if` that does not hold. Its title stands alone, as that of a part does.",
        "Give the slide an `if`, too, or one more block.",
        Example("The only block of a slide has `if: nights > 0`, and `nights` is 0."),
    ),
    "one-row-only": Code(
        W,
        "Fonts are listed of a deck that is made for each row of a table: those of one row. Others may have other "
        "themes.",
        "Say which row is meant, or list those of each row.",
        Example("`deckmaker fonts regions.yaml`, and each row of the table has a theme of its own."),
    ),
    "unusable-include": Code(
        E,
        f"A file that a deck includes has no slides, includes itself, or is one of more than {INCLUDE_CHAIN.limit}.",
        "Include a file that holds a deck or a list of slides.",
        Example("`a.yaml` includes `b.yaml`, which includes `a.yaml`."),
    ),
    "included-appendix": Code(
        W,
        "The appendix begins on a slide of an included file, and slides of the deck itself stand behind that file. "
        "They belong to the appendix, so that they are not counted, and no agenda has them.",
        "Include the file last, or include only its slides before the appendix.",
        Example("A deck includes `methods.yaml`, whose last slide has `appendix: true`, before its last slide."),
    ),
    "unknown-slide": Code(
        E,
        "An included file has no slide of that `id`, several of it, or no section of that name.",
        "Use a name that help shows, or give the slide an `id`.",
        Example("`include: {file: common.yaml, slides: [contact]}`, and no slide there has `id: contact`."),
    ),
    "unknown-audience": Code(
        E,
        "A slide, a block or the command names an audience that the deck does not list, or no slide is left.",
        "Use one of the deck's `audiences`, or list it there.",
        DeckExample("""\
title: Night noise
audiences: [board]
slides:
  - title: Night noise
  - {title: What it costs, only: bord}
"""),
    ),
    "left-out": Code(
        N,
        "Slides or blocks are for some readers only, and the deck that is made is for everybody; or they have an `if` "
        "that does not hold.",
        "Where they are wanted, name their audience, as in `--audience board`, or change what their `if` asks for.",
        DeckExample("""\
title: Night noise
audiences: [board]
slides:
  - title: Night noise
  - {title: What it costs, only: board}
"""),
    ),
    "include-conflict": Code(
        W,
        "A deck and a file that it includes, or two such files, mean something else by the same name of `sources` or "
        "`variables`. The deck's own counts, and else the first.",
        "Rename one of the two, or remove one.",
        Example("a deck has `variables: {year: 2026}`, and the file that it includes `variables: {year: 2025}`."),
    ),
    "marking-conflict": Code(
        E,
        "A `marking` of an included file is made of a variable, and another file means something else by its name. The "
        "slides would be shown to people whom their file does not allow.",
        "Rename one of the two variables, in all texts that name it, or write the marking itself.",
        Example(
            "a file has `marking: '{{ level }}'` and `variables: {level: TLP:RED}`, and the deck that includes it "
            "`variables: {level: TLP:GREEN}`."
        ),
    ),
}
