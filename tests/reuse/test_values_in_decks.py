"""Values in all texts of a deck: from the deck and from files, never marks, and what is said where there are none."""

from __future__ import annotations

import subprocess

import pytest
from pptx import Presentation

from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.document import PictureItem, TableItem, TextItem
from tests.projects import Project, run

HOSTILE = r"- 1. *a* **b** [c](http://d.org) `e` ^f^ ~g~ ^[h] <i>j</i> ![k](l) \* | &amp; # {{ no }}"
"""A value that would be marks of every kind."""

EVERYWHERE = """\
title: Harbour {{ x }}
subtitle: "{{ x }}"
variables:
  x: '- 1. *a* **b** [c](http://d.org) `e` ^f^ ~g~ ^[h] <i>j</i> ![k](l) \\* | &amp; # {{ no }}'
  one: '1'
slides:
  - title: "{{ x }}"
    layout: title
    notes: "{{ x }}"
  - title: Text
    text: |
      {{ x }}

      - {{ x }}
      - `{{ x }}`

      ## {{ x }}

      > {{ x }}
      >
      > — {{ x }}

      ```
      {{ x }}
      ```
    image: {file: ../a.png, alt: "{{ x }}", credit: "{{ x }}", caption: "{{ x }}"}
  - title: Lists
    bullets: ["{{ x }}", "{{ x }}:": ["{{ x }}"]]
    numbered: ["**{{ x }}**"]
  - title: Table
    table: {caption: "{{ x }}", rows: [[A, "{{ x }}"], ["{{ x }}", "{{ one | .1f }}"]]}
  - title: Numbers
    metrics:
      - {value: "{{ one | .2f }}", label: "{{ x }}", since: "{{ x }}"}
      - {value: "{{ x }}", label: B, change: "{{ x }}"}
  - title: Way
    timeline: ["{{ one }}": "{{ x }}", 2020: "{{ x }}"]
    process: ["{{ x }}", {title: "{{ x }}", text: "{{ x }}"}]
  - title: Says
    quote: {text: "{{ x }}", by: "{{ x }}"}
    callout: {kind: note, title: "{{ x }}", text: "{{ x }}"}
  - title: Options
    compare: {options: ["{{ x }}", B], criteria: [{name: "{{ x }}", values: ["{{ x }}", a]}]}
  - title: Cells
    columns: [{heading: "{{ x }}", text: "{{ x }}"}, {text: a}]
  - title: Chart
    chart:
      type: bar
      subtitle: "{{ x }}"
      alt: "{{ x }}"
      categories: [a, b]
      series: [{name: "{{ x }}", values: ["{{ one }}", 2]}]
"""


def texts_of(document) -> list[str]:
    """Return every text that a reader will see or hear, as one line."""
    found = [document.title]
    for page in document.pages:
        found += [note.text for note in page.notes]
        for leaf in (leaf for placed in page.placed for leaf in placed.leaves):
            match leaf.item:
                case TextItem() as item:
                    found += item.text.split("\n")
                case TableItem(cells=cells):
                    found += [cell.text.text for cell in cells]
                case PictureItem(alt=alt):
                    found.append(alt)
                case ChartItem(chart=chart):
                    found.append(chart.alt)
                case _:
                    pass
    return [" ".join(one.split()) for one in found]


@pytest.fixture
def project(tmp_path):
    """A project with a picture and files of data."""
    project = Project(tmp_path)
    project.picture("a.png")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "deaths.csv").write_text("Year,total,rate\n2022,565000,1.5\n2023,600123,\n")
    (tmp_path / "data" / "facts.json").write_text('{"port": {"berths": 4, "depth": 16.50}, "open": true}')
    (tmp_path / "data" / "names.yaml").write_text("port: Altona\nlist: [a, b]\n")
    return project


def test_no_value_becomes_a_mark_in_any_text(project):
    """Every sign of a value is there, in its order, wherever the value stands; none is a list, a link or bold."""
    document = project.document(EVERYWHERE)
    whole = " ".join(HOSTILE.split())
    texts = texts_of(document)
    touched = [text for text in texts if "*a*" in text or "http://d.org" in text or "&amp;" in text]
    assert len(touched) >= 30
    for text in touched:
        assert text.replace(whole, "").count("*") == 0, text
        assert whole in text or text == whole.removesuffix(" {{ no }}"), text
    assert [note.text for note in document.slides[0].notes] == [whole]
    assert not any(sign >= "\U0010ff00" for text in texts for sign in text)
    assert "1.00" in texts and any("1.0" in text for text in texts)
    runs = [run for slide in document.slides for text in slide.texts for run in text.runs]
    assert not [run for run in runs if run.link or run.footnote or run.script]
    assert {run.text for run in runs if run.bold} == {whole}
    assert {run.text.strip() for run in runs if run.code} == {HOSTILE, whole}


def test_a_value_in_an_address_is_a_part_of_it(project):
    """Whatever signs it has; the address is still one that a deck may have."""
    document = project.document(
        "title: T\nvariables: {host: example.org, path: 'a_(b)*c*'}\nslides:\n"
        "  - {title: T, text: '[The whole report](https://{{ host }}/{{ path }}?q=1)'}\n"
    )
    (text,) = [text for text in document.slides[0].texts if text.text == "The whole report"]
    assert text.runs[0].link == "https://example.org/a_(b)*c*?q=1"


def test_values_stand_in_all_texts_of_a_chart(project):
    """Names of series and of what is drawn over them are set as single words, without marks."""
    document = project.document("""\
title: T
variables: {region: Lazio, limit: '7.5'}
slides:
  - title: T
    layout: content
    chart:
      type: line
      subtitle: "{{ region }}: rate"
      note: "{{ region }} is counted"
      y_title: "{{ region }} axis"
      unit: " {{ region }} points"
      categories: ["2017 {{ region }}", "2018 {{ region }}"]
      series:
        - {name: "{{ region }}", values: [7, 8]}
        - {name: "Others than {{ region }}", values: ["{{ limit }}", 9]}
      lines: [{at: "{{ limit }}", label: "{{ region }}"}]
      bands: [{from: 8, to: 9, axis: y, label: "{{ region }} band"}]
      annotations: [{at: "2017 {{ region }}", text: "{{ region }} first"}]
      highlight: "{{ region }}"
""")
    (chart,) = [one.item for one in document.pages[0].leaves if isinstance(one.item, ChartItem)]
    assert [one.name for one in chart.chart.series] == ["Lazio", "Others than Lazio"]
    assert chart.chart.series[1].values == (7.5, 9)
    assert chart.chart.categories.names == ("2017 Lazio", "2018 Lazio")
    said = {" ".join(text.split()) for text in texts_of(document)}
    wanted = {"Lazio", "Lazio: rate", "Lazio is counted", "Lazio band", "Lazio first"}
    assert wanted <= said, said


def test_rows_are_picked_by_what_their_values_say(project):
    """Cells with values are compared as they read."""
    document = project.document(
        "title: T\nvariables: {x: '*a*'}\nslides:\n"
        "  - {title: T, layout: table, table: {rows: [[A, B], ['{{ x }}', 7], [a, 8]], where: {A: '{{ x }}'}}}\n"
    )
    assert [text for text in texts_of(document) if text in ("7", "8", "*a*", "a")] == ["*a*", "7"]


def test_what_stands_below_a_key_with_values_keeps_its_place(project):
    """The key reads otherwise than it is written."""
    _, diagnostics = project.read("""\
title: T
variables: {x: Berth}
slides:
  - title: T
    bullets:
      - "{{ x }} 4":
          - one
          - "see [the whole report](ftp://x.org)"
""")
    (one,) = [one for one in diagnostics if one.code == "unsafe-link"]
    assert (one.span.line, one.span.column) == (8, 18)


FILES = """\
title: Harbour
language: de
variables:
  deaths: {file: ../data/deaths.csv}
  facts: {file: ../data/facts.json}
  names: {file: ../data/names.yaml}
  city: Hamburg
slides:
  - title: "{{ city }}: {{ deaths.2022.total | ,.0f }}"
    text: >
      {{ facts.port.berths }}, {{ facts.port.depth | .1f }}, {{ names.list.1 }}, {{ deaths.2023.rate | default "–" }}
"""


def test_values_come_from_files_into_all_formats(project):
    """Numbers have the deck's own signs; read back from each file with what did not write it."""
    project.write(FILES)
    result = run("build", project.deck)
    assert result.exit_code == 0, result.stderr
    build = project.folder / "build"
    slide = Presentation(build / "deck.pptx").slides[0]
    shown = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    page = (build / "deck.html").read_text(encoding="utf-8")
    pdf = subprocess.run(
        ["pdftotext", build / "deck.pdf", "-"], capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout
    for words in ("Hamburg: 565.000", "4, 16,5, b, –"):
        assert words in shown
        assert words in page
        assert words in pdf


@pytest.mark.parametrize(
    ("decimal", "value", "shown"),
    [
        ("", "d.Bonn.homes | .1f", "1234,0"),  # the rates have a comma
        ("", "d.Bonn.people | .1f", None),
        ("", "d.Ulm.level | .3f", "4,125"),
        ("", "d.Ulm.homes | .3f", "2,125"),  # a number beside a text in its column
        ("", "d.Ulm.rate | .1f", "1234,5"),
        (", decimal: comma", "d.Bonn.homes | .1f", "1234,0"),
        (", decimal: comma", "d.Ulm.level | .3f", "4,125"),
        (", decimal: comma", "d.Ulm.homes | .3f", "2,125"),
    ],
)
def test_numbers_in_texts_of_a_workbook_are_read_as_those_of_other_files(project, decimal, value, shown):
    """In a German deck, `1.234` of an export is asked for and no 1,2; numbers of the workbook are sure."""
    import xlsxwriter

    with xlsxwriter.Workbook(project.folder / "data" / "towns.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["town", "people"] if "people" in value else ["town", "homes", "level", "rate"])
        sheet.write_row(1, 0, ["Bonn", "1.234", *([] if "people" in value else [2.5, "0,5"])])
        sheet.write_row(2, 0, ["Ulm", 2.125, *([] if "people" in value else [4.125, "1.234,5"])])
    deck = (
        f"title: T\nlanguage: de\nvariables: {{d: {{file: ../data/towns.xlsx{decimal}}}}}\n"
        f"slides: [{{title: '{{{{ {value} }}}}'}}]\n"
    )
    found, said = project.read(deck)
    if shown is None:
        assert [(one.code, "may be one of two numbers" in one.message) for one in said] == [("unusable-variable", True)]
    else:
        assert not said and found.slides[0].title.text == shown


def test_an_xlsx_file_is_a_table_too(project):
    """As of charts and tables: the first sheet, its first row the names of columns."""
    import xlsxwriter

    with xlsxwriter.Workbook(project.folder / "data" / "deaths.xlsx") as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate([["Year", "total"], ["2022", 565000.5]]):
            sheet.write_row(row, 0, cells)
    document = project.document(
        "title: T\nvariables: {d: {file: ../data/deaths.xlsx}}\nslides: [{title: '{{ d.2022.total | ,.1f }}'}]\n"
    )
    assert document.slides[0].title.text == "565,000.5"


def test_a_key_column_is_named(project):
    """Rows go by the texts of the column that the deck names."""
    document = project.document(
        "title: T\nvariables: {d: {file: ../data/deaths.csv, key: total}}\nslides: [{title: '{{ d.600123.Year }}'}]\n"
    )
    assert document.slides[0].title.text == "2023"


def test_mistakes_are_marked_within_their_text(project):
    """In every style of YAML, the expression itself is marked."""
    said = project.said("""\
title: Harbour
variables: {city: Hamburg}
slides:
  - title: "By {{ cty }} in 2026"
    text: |
      Two
      lines {{ city
    bullets:
      - one {{ city | upper }}
""")
    assert (
        said
        == """\
error[unknown-variable]: there is no variable `cty`
 --> decks/deck.yaml:4:16
  |
4 |   - title: "By {{ cty }} in 2026"
  |                ^^^^^^^^^
  = help: did you mean `city`?

error[variable-syntax]: `{{` is never closed
 --> decks/deck.yaml:7:13
  |
7 |       lines {{ city
  |             ^^
  = help: write `}}` behind the name, or `\\{{` for the signs themselves

error[variable-syntax]: `| upper` is no format
 --> decks/deck.yaml:9:13
  |
9 |       - one {{ city | upper }}
  |             ^^^^^^^^^^^^^^^^^^
  = help: formats are those of numbers, such as `,.0f`, `+.1f` and `.1%`, those of dates, \
`date`, `month`, `quarter` and `year`, and `default "–"` for what is empty"""
    )


def test_a_text_that_lacks_its_quotes_is_told_once(project):
    """To YAML, `{{ city }}` is a mapping in a mapping."""
    said = project.said("title: T\nvariables: {city: a}\nslides:\n  - title: {{ city }}\n")
    assert (
        said
        == """\
error[wrong-type]: expected a text as key, found a list or mapping
 --> decks/deck.yaml:4:13
  |
4 |   - title: {{ city }}
  |             ^^^^^^^^
  = help: put quotes around the whole text in which `{{` stands"""
    )


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("a.json", '{"a": 1,}', "not JSON: expecting property name enclosed in double quotes"),
        ("a.json", "[" * 100_000, "not JSON that can be read: lists and mappings are nested too deep"),
        ("a.yaml", "a: [", "not YAML"),
        ("a.csv", "", "`../data/a.csv` is empty"),
        ("a.json", " " * 10_000_001, "`../data/a.json` has 10,000,001 bytes: a deck's JSON and YAML files of"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_told_once(project, file, text, said):
    """What its values stand in says nothing more."""
    (project.folder / "data" / file).write_text(text)
    _, diagnostics = project.read(
        f"title: T\nvariables: {{v: {{file: ../data/{file}}}}}\nslides: [{{title: 'x {{{{ v.a.b | .1f }}}}'}}]\n"
    )
    (one,) = diagnostics
    assert said in one.message and one.span


def test_what_only_tables_have_is_told_of_json(project):
    """As is a column that the file does not have."""
    _, diagnostics = project.read("""\
title: T
variables:
  a: {file: ../data/facts.json, key: x}
  b: {file: ../data/deaths.csv, key: Yaer}
  c: {file: ../../outside.csv}
slides: [{title: T}]
""")
    assert [one.message for one in diagnostics] == [
        "`key` is for tables, and `../data/facts.json` is none",
        "`../data/deaths.csv` has no column `Yaer`",
        "`../../outside.csv` leads out of the project",
    ]


def test_keys_that_become_the_same_are_told(project):
    """The second would hide the first."""
    _, diagnostics = project.read(
        "title: T\nvariables: {a: x, b: x}\nslides:\n"
        "  - {title: T, timeline: [2020: a, '{{ a }}': b, '{{ b }}': c]}\n"
        "  - {title: T, table: {rows: [[A], [b]], where: {'{{ a }}': 1, '{{ b }}': 1}}}\n"
    )
    doubled = [one for one in diagnostics if one.code == "duplicate-key"]
    assert [(one.message, one.span.line) for one in doubled] == [
        ("key `x` stands here twice, once its values are there", 5)
    ]


def test_characters_from_variables_are_bounded(project):
    """A value of ten thousand characters, three hundred times."""
    texts = "".join("  - {title: T, text: '{{ v }}'}\n" for _ in range(300))
    _, diagnostics = project.read(f"title: T\nvariables: {{v: {'a ' * 4_900}a}}\nslides:\n{texts}")
    (one,) = [one for one in diagnostics if one.code == "endless-deck"]
    assert one.message == (
        "the deck has more than 2,000,000 characters from variables: a deck may have 2,000,000, "
        "and here they begin to be too many"
    )


def test_a_private_character_of_the_author_is_no_sign(project):
    """It would stand for an asterisk, were it let through."""
    document, _ = project.read('title: T\nslides: [{title: "a \\U0010FF2Ab\\U0010FF2A", text: "x \\U0010FF2A"}]\n')
    assert document
    assert document.slides[0].title.text == "a \ufffdb\ufffd"


LONG = {
    "a share of a workbook": ("{{ d.A.share }}", "d.A.share | .1%"),
    "a number of a workbook": ("{{ d.A.budget }}", "d.A.budget | ,.1f"),
    "one with a default": ('{{ d.A.budget | default "–" }}', "d.A.budget | ,.1f"),
    "one below zero": ("{{ d.B.share }}", "d.B.share | .1%"),
    "a name in quotes": ('{{ d.A."in k." }}', 'd.A."in k." | ,.1f'),
}


@pytest.fixture
def spreadsheet(project):
    """The project, with a workbook whose cells hold more digits than they show."""
    import xlsxwriter

    with xlsxwriter.Workbook(project.folder / "data" / "figures.xlsx") as book:
        share, money = book.add_format({"num_format": "0.0%"}), book.add_format({"num_format": "#,##0.00"})
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["key", "share", "budget", "in k.", "code"])
        for row, (key, first, second) in enumerate((("A", 0.0303166034230716, 16.4825875598097), ("B", -1 / 3, 2)), 1):
            sheet.write(row, 0, key)
            sheet.write(row, 1, first, share)
            sheet.write(row, 2, second, money)
            sheet.write(row, 3, second, money)
            sheet.write(row, 4, "2.123456789.1")
    return project


@pytest.mark.parametrize(("hole", "help"), LONG.values(), ids=LONG)
def test_a_number_with_all_of_its_digits_is_reported(hole, help, spreadsheet):
    """A workbook holds 3.03166034230716 % where its cell shows 3.0 %."""
    deck = f"title: T\nvariables: {{d: {{file: ../data/figures.xlsx}}}}\nslides:\n  - title: >-\n      Of {hole}\n"
    (one,) = spreadsheet.read(deck)[1]
    assert (one.code, one.severity.name) == ("unformatted-number", "WARNING")
    assert one.help == f"write how it is to be shown behind a bar, as in `{{{{ {help} }}}}`"


@pytest.mark.parametrize(
    ("language", "cells", "hole", "said"),
    [
        ("de", "1.234,240.35", "{{ d.A.b }}", ["`1.234` is shown, which is another number in this language"]),
        ("de", "1.234,240.35", "{{ d.A.c }}", []),
        ("de", "1.234,240.35", "{{ d.A.b | ,.1f }}", []),
        ("en", "1.234,240.35", "{{ d.A.b }}", []),
        ("de", '"1,234","24,3"', "{{ d.A.b }}", []),
        ("en", '"1,234","24,3"', "{{ d.A.b }}", ["`1,234` is shown, which is another number in this language"]),
    ],
)
def test_a_number_that_is_another_one_in_the_language_of_the_deck_is_reported(language, cells, hole, said, project):
    """1.234 in a German text is more than a thousand."""
    (project.folder / "data" / "figures.csv").write_text(f"key,b,c\nA,{cells}\n", encoding="utf-8")
    variables = "variables: {d: {file: ../data/figures.csv}}"
    deck = f"title: T\nlanguage: {language}\n{variables}\nslides:\n  - title: Of {hole}\n"
    found = project.read(deck)[1]
    assert [one.message for one in found] == said
    assert all(one.code == "unformatted-number" and one.help and "| ,.3f" in one.help for one in found)


@pytest.mark.parametrize("error", ["#N/A", "#DIV/0!", "#REF!", "#NAME?", "#NV", "#WERT!", "#¡VALOR!", "#ИМЯ?", "#Н/Д"])
def test_what_a_formula_that_failed_has_left_is_reported(error, project):
    """It would stand in the title of one deck of a thousand."""
    (project.folder / "data" / "figures.csv").write_text(f"key,share\nA,{error}\n", encoding="utf-8")
    deck = "title: T\nvariables: {d: {file: ../data/figures.csv}}\nslides:\n  - title: Of {{ d.A.share }}\n"
    for text in (deck, deck.replace(" }}", ' | default "–" }}')):
        said = [(one.code, one.severity.name, one.message) for one in project.read(text)[1]]
        assert ("failed-formula", "WARNING", f"`{error}` is shown") in said


@pytest.mark.parametrize("text", ["#5", "#harbour", "#", "# N/A", "N/A", "#A!", "#N/A, so far"])
def test_other_texts_with_such_a_sign_stay_as_they_are(text, project):
    (project.folder / "data" / "figures.csv").write_text(f'key,share\nA,"{text}"\n', encoding="utf-8")
    deck = "title: T\nvariables: {d: {file: ../data/figures.csv}}\nslides:\n  - title: Of {{ d.A.share }}\n"
    assert "failed-formula" not in project.said(deck)


@pytest.mark.parametrize("hole", ["{{ d.A.share | .1% }}", "{{ d.B.budget }}", "{{ d.A.code }}", "{{ pi }}"])
def test_other_numbers_stay_as_they_are_without_a_word(hole, spreadsheet):
    """Such as one that the deck's author typed."""
    variables = "{pi: 3.14159265358979, d: {file: ../data/figures.xlsx}}"
    assert spreadsheet.said(f"title: T\nvariables: {variables}\nslides:\n  - title: >-\n      Of {hole}\n") == ""
