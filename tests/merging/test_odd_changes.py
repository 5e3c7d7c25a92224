"""Changes that colleagues make and that were once merged wrongly: each is written well, or left and told."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from pptx import Presentation

from deckmaker import merge_job
from tests.importing.presentations import with_parts
from tests.installed_fonts import NOTO_CJK, fonts_in
from tests.merging.presentations import (
    built,
    edited,
    merged,
    paragraph_removed,
    paragraph_with,
    replacing,
    runs_of,
)
from tests.projects import Project, run

pytestmark = pytest.mark.slow

ABOVE = "title: Shore power\nslides:\n  - title: Shore power\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project without decks, in which one works."""
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path)


def _first_word_bold(words: str) -> Callable[[Any], None]:
    """Return what makes the first word of a paragraph bold that is one run."""

    def change(presentation: Any) -> None:
        first = paragraph_with(presentation, words).runs[0]
        word, _, others = first.text.partition(" ")
        second = copy.deepcopy(first._r)
        first._r.addnext(second)
        second.find("{*}t").text = f" {others}"
        first.text = word
        first.font.bold = True

    return change


COLUMNS = f"""\
{ABOVE}\
  - title: Two ways
    columns:
      - width: 2
        heading: At the berth
        text: No engine runs there.
      - heading: A wall
        bullets: [Two streets of five, Ugly]
"""


def test_bold_of_one_word_is_bold_of_one_word(project):
    """Of a line that is taken for a heading, no star is left alone."""
    text, result = merged(project, COLUMNS, _first_word_bold("No engine"))
    assert "No**" not in text.replace("**No**", ""), result.stdout
    assert text in (COLUMNS, COLUMNS.replace("No engine runs there.", "'**No** engine runs there.'"))


def _line_added(presentation: Any) -> None:
    paragraph = paragraph_with(presentation, "No engine")
    paragraph.add_line_break()
    paragraph.add_run().text = "Not even at night."


def test_no_word_goes_that_the_presentation_still_shows(project):
    """Where the slide is read otherwise than before, and its new text has no place, the old one stays."""
    text, result = merged(project, COLUMNS, _line_added)
    assert "No engine runs there." in text, result.stdout
    assert result.exit_code == (0 if "Not even" in text else 1)


def test_a_number_that_is_typed_with_its_unit_is_written(project):
    """Though the space between them, which is kept from breaking, is another one then."""
    deck = f"{ABOVE}  - title: Figures\n    metrics:\n      - {{value: 38 %, label: of heatings}}   # of all\n"

    def change(presentation: Any) -> None:
        paragraph = paragraph_with(presentation, "38")
        paragraph.runs[0].text = "39 %"
        for one in paragraph.runs[1:]:
            one._r.getparent().remove(one._r)

    text, _ = merged(project, deck, change)
    assert text == deck.replace("38 %", "39 %")


def _line_below_the_date(presentation: Any) -> None:
    paragraph = paragraph_with(presentation, "2026-11-20")
    new = copy.deepcopy(paragraph._p)
    paragraph._p.addnext(new)
    new.find("{*}r").find("{*}t").text = "For the board."


def test_what_a_deck_says_of_itself_stays_where_the_first_slide_shows_it(project):
    """As a text with a line more: `date` has no place for that."""
    deck = ABOVE.replace("slides:", "date: 2026-11-20\nslides:")
    text, result = merged(project, deck, _line_below_the_date)
    assert "date: 2026-11-20\n" in text
    assert result.exit_code == 1 and "For the board." in result.stdout.partition("Left to you")[2]


ROWS = """\
title: Report {{ name }}
rows: {file: regions.csv, name: "{{ name }}"}
slides:
  - title: Report {{ name }}
  - title: How many in {{ name }}
    text: There were {{ count }} cases.
    bullets: [Stay calm, Ask]
  - {title: Many, if: "{{ count }} > 20", text: That is a lot.}
"""


@pytest.fixture
def of_south(project):
    """A deck with rows, and the presentation of the second one, which somebody edited."""
    (project.deck.parent / "regions.csv").write_text("name,count\nNorth,12\nSouth,40\n")
    project.write(ROWS)
    assert run("build", project.deck, "-f", "pptx").exit_code == 0
    return edited(project.folder / "build/deck/South.pptx", replacing("Stay calm", "Keep calm"))


def test_a_presentation_tells_of_which_row_it_was_made(project, of_south):
    """Wherever the row is in the table by now, and whatever the file is called; another one is not believed."""
    (project.deck.parent / "regions.csv").write_text("name,count\nWest,1\nNorth,12\nsouth,40\n")
    for command in ("merge", "diff"):
        result = run(command, project.deck, of_south, "--row", "1")
        assert (result.exit_code, project.deck.read_text()) == (2, ROWS)
        assert (
            "error[other-row]: `build/deck/edited.pptx` was made of row 3, `South`, and not of row 1" in result.stderr
        )
    assert "Keep" in (told := run("diff", project.deck, of_south)).stdout and "North" not in told.stdout
    result = run("merge", project.deck, of_south)
    assert project.deck.read_text() == ROWS.replace("Stay calm", "Keep calm")
    assert "North" not in result.stdout and "West" not in result.stdout


def test_a_row_that_is_gone_has_to_be_named(project, of_south):
    """Nobody else knows what became of it."""
    (project.deck.parent / "regions.csv").write_text("name,count\nNorth,12\nSud,40\n")
    assert "error[row-unnamed]" in run("merge", project.deck, of_south).stderr
    assert run("merge", project.deck, of_south, "--row", "2").exit_code == 1  # its name is another one now
    assert project.deck.read_text() == ROWS.replace("Stay calm", "Keep calm")


def test_of_a_deck_with_rows_the_row_has_to_be_named(project, of_south):
    """Where the presentation does not tell. Else it is merged as that of the first row, and what the other rows have
    otherwise is written."""
    shown = of_south.with_name("untold.pptx")
    shown.write_bytes(
        with_parts(of_south.read_bytes(), lambda name, part: part.replace(b"deckmaker row", b"another property"))
    )
    result = run("merge", project.deck, shown)
    assert result.exit_code == 2, result.stdout
    assert "error[row-unnamed]: `decks/deck.yaml` makes a presentation of each row, " in result.stderr
    assert "decks/deck.yaml:2:1" in result.stderr and "`--row 1`" in result.stderr
    assert project.deck.read_text() == ROWS
    result = run("merge", project.deck, shown, "--row", "2")
    assert result.exit_code == 0, result.stderr + result.stdout
    assert project.deck.read_text() == ROWS.replace("Stay calm", "Keep calm")


CHINESE = f"""\
{ABOVE}\
  - title: 噪音
    text: 三分之二的吵闹夜晚都有一艘**冷藏船**停在4号泊位，因此居民无法入睡。
"""


def test_words_without_spaces_between_them_are_written(project):
    """Also beside marks, which the presentation shows as bold."""
    with fonts_in(NOTO_CJK):
        text, result = merged(project, CHINESE, replacing("三分之二", "四分之三"))
    assert text == CHINESE.replace("三分之二", "四分之三"), result.stdout + result.stderr


FOLDED = f"""\
{ABOVE}\
  - title: Loud nights
    text: >
      Of all nights there were 41 loud ones, most of them in summer,
      when windows are open.^[Counted from March
      to October.] That is more than before.

      A second paragraph says the same, in other words, and it says
      it slowly.

    notes: Say it.  # slowly
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [("loud ones", "noisy ones"), ("it slowly", "it fast"), ("Counted", "Measured"), ("windows", "doors")],
)
def test_folded_paragraphs_are_written_where_they_stand(old, new, project):
    """Their lines end where they did."""
    text, result = merged(project, FOLDED, replacing(old, new))
    assert text == FOLDED.replace(old, new), result.stdout


@pytest.mark.parametrize(
    ("shown", "new", "written"),
    [("7%", "8%", "0.08"), ("71%", "7%", "0.07"), ("71%", "100%", "1"), ("7%", "7.5%", "0.075")],
)
def test_a_share_is_written_as_a_share(shown, new, written, project):
    """As the file has it, which shows it in percent."""
    deck = f"""\
{ABOVE}\
  - title: Shares
    table:
      rows:
        - [Region, Share]
        - [North, 0.71]
        - [East, 0.07]
      columns: [Region, {{from: Share, format: percent}}]
      credit: Port
"""
    old = {"7%": "0.07", "71%": "0.71"}[shown]
    text, result = merged(project, deck, lambda found: _cell(found, shown, new))
    assert text == deck.replace(old, written), result.stdout
    assert result.exit_code == 0


def _cell(presentation: Any, old: str, new: str) -> None:
    for slide in presentation.slides:
        for shape in slide.shapes:
            for run_ in (
                run_
                for row in (shape.table.rows if shape.has_table else ())
                for cell in row.cells
                for paragraph in cell.text_frame.paragraphs
                for run_ in paragraph.runs
            ):
                run_.text = new if run_.text == old else run_.text


ALIASED = f"""\
{ABOVE}\
  - title: A list
    bullets: &list [one of them, another]
  - title: The same list
    bullets: *list

  - title: Last
    text: Nothing else.
"""


def test_a_slide_that_ends_with_an_alias_goes(project):
    """What the alias stands for is written elsewhere."""
    text, result = merged(project, ALIASED, lambda found: found.slides._sldIdLst.remove(found.slides._sldIdLst[2]))
    assert text == ALIASED.replace("  - title: The same list\n    bullets: *list\n", ""), result.stdout


MANY = ABOVE + "".join(
    f"""\
  - title: Slide {number}
    text: Word{number} is here.
    table:
      rows:
        - [Berth, Level, Calls]
        - [Berth 4, {number}, 9640]
        - [Berth 5, 58.1, 1200]
      credit: Port
"""
    for number in range(12)
)


def _columns_removed(presentation: Any) -> None:
    for number in (3, 8):
        table = next(one.table._tbl for one in presentation.slides[number].shapes if one.has_table)
        for row in table.tr_lst:
            row.remove(row.tc_lst[-1])
        table.tblGrid.remove(table.tblGrid.gridCol_lst[-1])


def _tries(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return where each try of a merge leaves how many changes it tried."""
    tries: list[int] = []
    whole = merge_job._Merger._with

    def counted(self: Any, state: Any, tree: Any, proposals: Any, mark: bytes) -> Any:
        tries.append(len(proposals))
        return whole(self, state, tree, proposals, mark)

    monkeypatch.setattr(merge_job._Merger, "_with", counted)
    return tries


def test_a_column_that_goes_keeps_no_other_change_from_being_written(project, monkeypatch):
    """It is left; its table has other rows then, which would all be written anew."""
    tries = _tries(monkeypatch)

    def change(presentation: Any) -> None:
        _columns_removed(presentation)
        replacing("is here", "is there")(presentation)

    text, result = merged(project, MANY, change)
    assert text == MANY.replace("is here", "is there")
    assert (
        result.exit_code == 1
        and result.stdout.partition("Left to you")[2].count("column “Calls” removed: Calls 9640 1200") == 2
    )
    assert len(tries) <= 4, tries


def test_what_would_break_the_deck_is_found_by_its_place(project, monkeypatch):
    """Not by trying half after half: each try takes as long as building the presentation."""
    tries = _tries(monkeypatch)
    deck = MANY.replace("credit: Port", "strong: {columns: [Level]}\n      credit: Port")

    def change(presentation: Any) -> None:
        replacing("is here", "is there")(presentation)
        for number in (3, 8):
            _cell(presentation, str(number - 2), "one")
            table = next(one.table for one in presentation.slides[number].shapes if one.has_table)
            table.cell(0, 1).text_frame.paragraphs[0].runs[0].text = "Calls"

    text, result = merged(project, deck, change)
    assert text.count("is there") == 12, result.stdout
    assert result.exit_code == 1
    assert len(tries) <= 12, tries


def _another(project: Project) -> str:
    """Return a presentation that was made of nothing here."""
    found = Presentation()
    found.slides.add_slide(found.slide_layouts[0]).shapes.title.text = "Something else"
    path = project.folder / "other.pptx"
    found.save(str(path))
    return str(path)


def test_a_presentation_that_has_nothing_of_the_deck_is_not_merged(project):
    """All slides of the deck would go, and others come: somebody named the wrong file."""
    built(project, ALIASED)
    result = run("merge", project.deck, _another(project))
    assert result.exit_code == 2, result.stdout
    assert "error[unlike-deck]: no slide of `other.pptx` is like one of `decks/deck.yaml`" in result.stderr
    assert "`deckmaker import other.pptx` makes" in result.stderr
    assert project.deck.read_text() == ALIASED and not result.stdout


def test_a_base_that_has_nothing_of_the_presentation_is_told(project):
    """Not that there is nothing to take over."""
    shown = edited(built(project, ALIASED), replacing("Nothing else", "Nothing more"))
    result = run("merge", project.deck, shown, "--base", _another(project))
    assert result.exit_code == 2, result.stdout
    assert "error[unlike-deck]: no slide of `build/edited.pptx` is like one of `other.pptx`" in result.stderr
    assert project.deck.read_text() == ALIASED and not result.stdout


def test_a_presentation_is_no_base_of_itself(project):
    """It has no changes from that, whatever it shows."""
    shown = edited(built(project, ALIASED), replacing("Nothing else", "Nothing more"))
    result = run("merge", project.deck, shown, "--base", shown)
    assert result.exit_code == 2, result.stdout
    assert "error[base-unknown]: `--base` names `build/edited.pptx` itself" in result.stderr
    assert project.deck.read_text() == ALIASED and not result.stdout


def test_where_no_base_is_found_its_help_says_what_may_be_named(project):
    """A copy of either: merge is never given two decks."""
    shown = edited(built(project, ALIASED), replacing("Nothing else", "Nothing more"))
    result = run("merge", project.deck, shown, "--base", "nowhere")
    assert result.exit_code == 2
    assert "copy of the deck or of the presentation" in result.stderr and "name two files" not in result.stderr


FIGURES = f"""\
{ABOVE}\
  - title: Figures
    metrics:
      - {{value: "12", label: Days, change: -3 %, since: 2019}}
      - {{value: "14", label: Nights, change: +4 %, since: last spring}}
  - title: Ways
    compare:
      options: [Wall, Plug]
      criteria:
        - {{name: Cost, values: [9 million, 4 million]}}
        - {{name: Time, values: [9 years, 4 years]}}
"""


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(
    ("old", "new"),
    [("−3 %", "−5 %"), ("2019", "2021"), ("last spring", "March"), ("+4", "−1"), ("9 million", "8 million"),
     ("4 years", "5 years"), ("Cost", "Price")],
)  # fmt: skip
def test_what_a_slide_shows_as_one_text_is_written_where_its_part_stands(old, new, language, project):
    """How a figure has changed, and since when; cells of a comparison, and what they are about."""
    deck = FIGURES.replace("title: Shore power\n", f"title: Shore power\nlanguage: {language}\n", 1)
    text, result = merged(project, deck, replacing(old, new))
    assert text == deck.replace(old.replace("−", "-"), new.replace("−", "-" if old[0] == "−" else "−"))
    assert result.exit_code == 0, result.stdout + result.stderr


def test_a_figure_whose_change_and_day_were_both_changed_is_left(project):
    """Where one ends and the other begins, nobody can tell."""
    text, result = merged(project, FIGURES, replacing("−3 % since 2019", "−5 % from 2021"))
    assert (text, result.exit_code) == (FIGURES, 1)


BLOCKS = f"""\
audiences: [board]
{ABOVE}\
  - title: What comes
    content:
      - First words stand alone here.
      - {{text: Second words stand alone., bullets: [Between these]}}
      - text: Third words come last.
        only: board
      - bullets: [Stay with me, And stay here]
"""


def _texts_removed(presentation: Any) -> None:
    for words in ("First", "Second", "Third"):
        paragraph_removed(presentation, f"{words} words")


def test_blocks_that_go_with_others_of_which_a_part_goes_are_told(project):
    """Where a block goes, the others have other numbers."""
    project.write(BLOCKS)
    assert run("build", project.deck, "-f", "pptx", "--audience", "board").exit_code == 0
    shown = edited(project.folder / "build/deck-board.pptx", _texts_removed)
    result = run("merge", project.deck, shown, "--audience", "board")
    assert result.exit_code == 1, result.stderr
    gone = ("      - First words stand alone here.\n", "      - text: Third words come last.\n        only: board\n")
    assert project.deck.read_text() == BLOCKS.replace(gone[0], "").replace(gone[1], "")
    assert "text 1 removed: Second words stand alone." in result.stdout.partition("Left to you")[2]


def test_a_plain_space_before_a_unit_is_no_change(project):
    """Slides keep it from breaking; who types a figure anew types a plain one, as the deck has it."""
    figures = "      - {value: 12 km, label: Way}\n      - {value: +5 %, label: More}\n"
    deck = f"{ABOVE}  - title: Figures\n    metrics:\n{figures}"
    text, result = merged(project, deck, replacing("12\N{NO-BREAK SPACE}km", "13 km"))
    assert text == deck.replace("12 km", "13 km")
    assert result.exit_code == 0, result.stdout


def test_a_paragraph_and_its_footnote_are_both_written(project):
    """Each in its stretch of the one text that the file has."""
    deck = f'{ABOVE}  - title: Foot\n    text: "Words here^[Source is the *port*.] and there."\n'

    def change(found: Any) -> None:
        replacing("and there", "and elsewhere")(found)
        replacing("Source is", "Source was")(found)

    text, result = merged(project, deck, change)
    assert text == deck.replace("and there", "and elsewhere").replace("Source is", "Source was")
    assert result.exit_code == 0, result.stdout


@pytest.mark.parametrize("event", ["2019: Support begins", "{when: 2019, title: Support begins}"])
def test_the_day_of_an_event_is_written(event, project):
    """Also where it is a key."""
    deck = f"{ABOVE}  - title: Course\n    timeline:\n      - {event}\n      - 2021: It ends\n"
    text, result = merged(project, deck, replacing("2019", "2018"))
    assert text == deck.replace("2019", "2018")
    assert result.exit_code == 0, result.stdout


def test_words_between_values_are_written(project):
    """However much of the text is values: a change holds for all that they are."""
    deck = f'{ABOVE}  - title: "{{{{ region }}}} in 2018"\n    text: One text.\n'
    deck = deck.replace("slides:", "variables:\n  region: The whole of the Abruzzo region\nslides:", 1)
    text, result = merged(project, deck, replacing("in 2018", "in the year 2018"))
    assert text == deck.replace("in 2018", "in the year 2018"), result.stdout
    assert result.exit_code == 0, result.stdout


@pytest.mark.parametrize("notes", ["notes: Say this.", "notes: |\n      - Say this.\n      - And that.", ""])
def test_a_note_below_the_credits_is_a_note(notes, project):
    """Notes end with the credits, as our own files have them; somebody goes on typing there. It is no item of a
    list, which PowerPoint would show."""
    slide = "  - title: Data\n    text: Some words.\n    credit: 'Data: Port, 2025'\n"
    deck = f"{ABOVE}{slide}" + (f"    {notes}\n" if notes else "")

    def change(found: Any) -> None:
        frame = found.slides[1].notes_slide.notes_text_frame
        frame.add_paragraph().text = "My own note"

    text, result = merged(project, deck, change)
    assert text.startswith(f"{ABOVE}{slide}"), result.stdout
    wanted = {"": "    notes: My own note\n", "notes: Say this.": "Say this.\n      My own note\n"}
    assert text.endswith(wanted.get(notes, "      - And that.\n\n      My own note\n"))
    assert result.exit_code == 0, result.stdout


def test_no_break_spaces_that_came_are_told_in_words(project):
    """Nobody sees them in a text."""
    slide = (
        "  - title: Two\n    text: Some words here.\n    table:\n      rows:\n        - [H, K]\n        - [a b, c]\n"
    )
    deck = f"title: One\nslides:\n  - title: One\n{slide}"

    def change(presentation: Any) -> None:
        for run_of_text in runs_of(presentation):
            run_of_text.text = run_of_text.text.replace(" ", "\N{NO-BREAK SPACE}")

    text, result = merged(project, deck, change)
    assert result.exit_code == 0 and "Left to you" not in result.stdout
    assert text.count("\N{NO-BREAK SPACE}") == 3
    assert result.stdout.count(": no-break spaces in place of others") == 2, result.stdout


def test_no_break_spaces_are_no_change_between_a_presentation_and_its_deck(project):
    """Layout has them where words are held together: another text has them elsewhere."""
    deck = f"{ABOVE}  - title: Two\n    text: Some words over here.\n"
    file = edited(built(project, deck), replacing("words over", "words\N{NO-BREAK SPACE}over"))
    result = run("diff", project.deck, file)
    assert result.exit_code == 0 and "no changes" in result.stdout, result.stdout
    file = edited(file, replacing("Some words\N{NO-BREAK SPACE}over", "A word\N{NO-BREAK SPACE}over"))
    told = "text: [-Some words-]{+A word+} over here.\n"
    assert told in run("diff", project.deck, file).stdout
    result = run("merge", project.deck, file)
    assert told in result.stdout and result.exit_code == 0
    assert run("diff", project.deck, file).exit_code == 0


SPACED = f"""\
{ABOVE}  - title: Reefs
    text: Reefs are red and round.
    bullets: [Pears are green, 'They `are not` sweet']
    notes: Say this well.
  - title: Cells
    table:
      rows:
        - [A, B]
        - [one two, three]
"""


@pytest.mark.parametrize("words", ["Reefs are red", "Pears are", "Say this", "one two"])
def test_spaces_that_are_typed_twice_are_no_change(words, project):
    """Several are read as one: nothing is written then, and there is nothing to tell."""
    text, result = merged(project, SPACED, replacing(words, words.replace(" ", "  ")))
    assert (text, result.exit_code) == (SPACED, 0)
    assert "has nothing to take over" in result.stdout


def test_spaces_in_code_count(project):
    """There, each is shown."""
    text, result = merged(project, SPACED, replacing("are not", "are  not"))
    assert (text, result.exit_code) == (SPACED.replace("are not", "are  not"), 0)
    assert "Written" in result.stdout
