"""What a new user is told who types what other tools take: whole, and with what to type instead."""

from __future__ import annotations

from pathlib import Path

import pytest
from pptx import Presentation

from tests.projects import DECK, Project, run
from tests.resolve.charts.reading import workbook


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in the working folder, with one deck."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.write(DECK)
    return project


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "build --theme plain",
            "No such option '--theme'. The theme is a key of the deck: write `theme: plain` in it.",
        ),
        ("build --pdf", "No such option '--pdf'. Write `-f pdf`."),
        (
            "build --watch",
            "No such option '--watch'. Write `deckmaker serve`: it shows the slides in your browser, anew at each "
            "save.",
        ),
        (
            "build --open",
            "No such option '--open'. Write `deckmaker serve`: it shows the slides in your browser, anew at each save.",
        ),
        ("check --json", "No such option '--json'. Write `--messages json`."),
        ("show --json", "No such option '--json'. Write `-f json`."),
        ("build --var a=b", "No such option '--var'. Values are keys of the deck: write them under `variables:`."),
        (
            "build --slides 2",
            "No such option '--slides'. Outputs have all slides; `deckmaker show DECK --slide 2` looks at one.",
        ),
        ("-V", "No such option '-V'. Write `deckmaker --version`."),
        ("version", "no command `version`; write `deckmaker --version`"),
        (
            "themes",
            "no command `themes`; built-in themes are briefing, plain and statement, as in `theme: plain` in a deck; "
            "`deckmaker theme from company.pptx` makes one of a template",
        ),
        (
            "theme list",
            "no command `list` of `deckmaker theme`; built-in themes are briefing, plain and statement, as in "
            "`theme: plain` in a deck; `deckmaker theme from company.pptx` makes one of a template",
        ),
        ("build --to pptx", "No such option '--to'. Write `-f pptx` for the format."),
        ("check --fixx", "No such option '--fixx'. Did you mean '--fix'?"),
        (
            "build -o out.pptx",
            "`-o` takes a folder, and `out.pptx` is the name of a file; outputs are called as their deck is: "
            "try `-f pptx`",
        ),
        (
            "build -o out/talk.htm",
            "`-o` takes a folder, and `out/talk.htm` is the name of a file; outputs are called as their deck is: "
            "try `-o out -f html`",
        ),
        ("show decks/deck.yaml 2", "there is no deck `2`; to look at a slide alone, write `--slide 2`"),
        ("chek", "no command `chek`; did you mean `check`?"),
        ("render", "no command `render`; did you mean `build`?"),
        ("help", "no command `help`; write `deckmaker --help`"),
        ("help build", "no command `help`; write `deckmaker build --help`"),
        ("pdf decks/deck.yaml", "no command `pdf`; write `deckmaker build -f pdf`"),
        (
            "sync talk.pptx",
            "no command `sync`; to make a deck of a presentation or of Markdown, write `deckmaker import talk.pptx`",
        ),
        (
            "company.potx",
            "no command `company.potx`; for a theme of its looks, write `deckmaker theme from company.potx`; for its "
            "slides, `deckmaker import company.potx`",
        ),
        (
            "theme company.potx",
            "no command `company.potx` of `deckmaker theme`; write `deckmaker theme from company.potx`",
        ),
        ("theme new", "no command `new` of `deckmaker theme`; write `deckmaker theme from company.pptx`"),
        (
            "diff HEAD",
            "Missing argument 'NEW'. Name what is old and what is new, as in `deckmaker diff HEAD~1 decks/deck.yaml`.",
        ),
        (
            "import",
            "Missing argument 'FILE'. Name a presentation or a Markdown file, as in `deckmaker import talk.pptx`.",
        ),
        ("talk.md", "no command `talk.md`; to make a deck of it, write `deckmaker import talk.md`"),
        ("convert talk.md", "no command `convert`; write `deckmaker import talk.md`"),
        ("new", "Missing argument 'NAME'. Name its folder, as in `deckmaker new harbour`."),
        (
            "theme from",
            "Missing argument 'TEMPLATE'. Name a template of PowerPoint, as in `deckmaker theme from company.potx`.",
        ),
        (
            "build --handout",
            "Option '--handout' requires an argument. Write how many slides stand on a sheet, as in `--handout 6`.",
        ),
        (
            "build --paper letter",
            "Invalid value for '--paper': `letter` is not A4|Letter; did you mean `Letter`?",
        ),
        (
            "build --ink gray",
            "Invalid value for '--ink': `gray` is not full|light|grey; did you mean `grey`?",
        ),
        ("build --handout 5", "Invalid value for '--handout': `5` is not 1|2|3|4|6|8|9"),
        ("decks/deck.yaml", "no command `decks/deck.yaml`; to build a deck, write `deckmaker build decks/deck.yaml`"),
        ("explain unkown-key", "no code `unkown-key`; did you mean `unknown-key`?"),
        (
            "explain overfull",
            "no code `overfull`; codes stand in messages, between the brackets: error[code]; "
            "`deckmaker explain` lists all codes",
        ),
    ],
)
def test_what_there_is_not_is_answered_with_what_there_is(typed, said, project):
    """Exit code 2, and nothing is written."""
    result = run(*typed.split())
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (2, f"Error: {said}")
    assert [path.name for path in project.folder.iterdir()] == ["decks"]


def test_choices_below_one_another_are_indented():
    """And not by the sign for a tab that nobody sees."""
    assert run("completion").stderr.splitlines()[-3:] == ["  bash,", "  zsh,", "  fish"]


def test_a_folder_that_is_there_may_be_called_as_a_file(project):
    """What is told apart is what somebody means."""
    (project.folder / "slides.pdf").mkdir()
    assert run("build", "-f", "md", "-o", "slides.pdf").exit_code == 0
    assert (project.folder / "slides.pdf" / "deck.md").exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("decks", "error[unreadable-file]: `decks` is a folder; name a deck in it, as in `decks/deck.yaml`"),
        (
            "deck",
            "error[unreadable-file]: `deck` cannot be read: no such file or directory; did you mean `decks/deck.yaml`?",
        ),
        (
            "decks/dekc.yaml",
            "error[unreadable-file]: `decks/dekc.yaml` cannot be read: no such file or directory; "
            "did you mean `deck.yaml`?",
        ),
        ("decks/noise.yaml", "error[unreadable-file]: `decks/noise.yaml` cannot be read: no such file or directory"),
        (
            "company.pptx",
            "error[unreadable-file]: `company.pptx` is a PowerPoint presentation, expected a text file in YAML; "
            "make a deck of it: `deckmaker import company.pptx`; or a theme, for its looks: "
            "`deckmaker theme from company.pptx`",
        ),
        (
            "numbers.xlsx",
            "error[unreadable-file]: `numbers.xlsx` is an Excel workbook, expected a text file in YAML; "
            "a deck shows it as a table or a chart, as in `table: numbers.xlsx`; `--rows` makes a deck of each row",
        ),
        (
            "a.png",
            "error[unreadable-file]: `a.png` is a picture, expected a text file in YAML; "
            "write the deck in a text editor, and begin with `title:` and `slides:`",
        ),
    ],
)
def test_what_is_no_deck_is_told_for_what_it_is(typed, said, project):
    """Nobody is told of bytes that cannot be decoded."""
    Presentation().save("company.pptx")
    Path("numbers.xlsx").write_bytes(workbook(("Noise", [["Berth", "Level"], ["Berth 4", 62.5]])))
    project.picture("a.png")
    result = run("check", "--messages", "short", typed)
    assert (result.exit_code, result.stderr) == (1, f"{said}\n1 error\n")


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        (
            "../company.pptx",
            "`../company.pptx` is a presentation, and no theme file; "
            "make a theme of it with `deckmaker theme from company.pptx`, and write `theme: ../company.yaml`",
        ),
        ("house", "no built-in theme and no file `house`; did you mean `../house.yaml`?"),
        ("breifing", "no built-in theme and no file `breifing`; did you mean `briefing`?"),
        ("../house1.yaml", "no built-in theme and no file `../house1.yaml`; did you mean `house.yaml`?"),
        (
            "../number.yaml",
            "no built-in theme and no file `../number.yaml`; built-in themes: briefing, plain, statement",
        ),
        ("corporate", "no built-in theme and no file `corporate`; built-in themes: briefing, plain, statement"),
    ],
)
def test_what_is_no_theme_is_answered_with_how_to_come_to_one(theme, said, project):
    """A company's slides are what most people have."""
    Presentation().save("company.pptx")
    (project.folder / "house.yaml").write_text("extends: briefing\n")
    (project.folder / "numbers.py").touch()
    project.write(f"title: A\ntheme: {theme}\nslides:\n  - title: A\n")
    result = run("check", "--messages", "short")
    assert result.stderr == f"decks/deck.yaml:2:8: error[unknown-theme]: {said}\n1 error\n"


def test_a_theme_made_of_the_presentation_is_the_one_that_the_message_names(project):
    """Whoever follows it has a deck that builds."""
    Presentation().save("company.pptx")
    assert run("theme", "from", "company.pptx").exit_code == 0
    project.write("title: A\ntheme: ../company.yaml\nslides:\n  - title: A\n")
    assert run("check").exit_code == 0


def test_slides_are_counted_as_their_author_does(project):
    """A slide that was split before takes more pages, and is one slide of the deck."""
    points = "".join(f"      - A point about noise at night, number {number} of many\n" for number in range(40))
    project.write(f"{DECK}  - title: B\n    overflow: split\n    bullets:\n{points}  - title: C\n    text: 🔴\n")
    said = run("check", "--messages", "short").stderr.splitlines()
    assert [line.partition("]: ")[2].partition(":")[0] for line in said[:-1]] == ["slide 3", "slide 3"]


def test_a_theme_that_decks_share_is_found_fault_with_once(project):
    """In all forms; counts are those of each deck."""
    (project.folder / "house.yaml").write_text('extends: briefing\npalette: {ink: "#BBBBBB"}\n')
    for name in ("deck", "other", "third"):
        (project.folder / "decks" / f"{name}.yaml").write_text(
            "title: A\ntheme: ../house.yaml\nslides:\n  - title: A\n"
        )
    result = run("check", "--messages", "short")
    assert result.stderr.count("warning[low-contrast]") == 1
    again = "1 warning\n1 of them was told above, of an earlier deck\n"
    assert result.stderr.endswith(f"\n1 warning\n{again}{again}")
    assert run("check", "--messages", "json").stderr.count("\n") == 1


def test_explain_without_a_code_lists_all_by_what_they_are_about(project):
    """Each on a line, with its severity and what it means."""
    from deckmaker.diagnostics import CATALOGUE

    result = run("explain")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "Reading files"
    assert (
        "  duplicate-key         error    A mapping has the same key twice; YAML would silently keep only one" in lines
    )
    listed = [line.split()[0] for line in lines if line.startswith("  ")]
    assert sorted(listed) == sorted(CATALOGUE)
    assert max(map(len, lines)) <= 145
    assert lines[-1] == "`deckmaker explain CODE` says more of one: an example, and how to mend it."


@pytest.mark.parametrize("typed", ["error[unknown-key]", "[unknown-key]", "unknown_key", "Unknown-Key:"])
def test_explain_takes_a_code_as_it_stands_in_a_message(typed, project):
    """Copied with its brackets, or typed as other tools write codes."""
    assert run("explain", typed).stdout.startswith("unknown-key (error)\n")
