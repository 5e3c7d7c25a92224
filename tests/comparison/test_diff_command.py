"""`deckmaker diff`: what it prints, its exit codes, and what it says of what cannot be compared."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from tests.projects import ROOT, Project, run

OLD = """\
title: Night noise
theme: briefing
slides:
  - title: Night noise
  - title: Where it comes from
    text: Two thirds of loud nights have a **reefer ship** at berth 4.
    image: {file: ../crane.png, alt: Cranes at dusk, credit: A. Lind}
  - title: How loud
    table: {rows: [[Place, dB], [Quay, 61], [School, 48]]}
  - title: Two remedies
    bullets: [Shore power, A wall]
  - title: Thanks
"""
NEW = """\
title: Night noise
theme: plain
slides:
  - title: Night noise
  - title: Thanks
  - title: Where it comes from
    text: Half of loud nights have a reefer ship at berth 4.
    image: {file: ../quay.png, alt: Cranes at dusk, credit: A. Lind}
    notes: Wait for questions.
  - title: How loud
    table: {rows: [[Place, dB], [Quay, 61], [School, 47], [Church, 44]]}
  - title: What it costs
    text: Nobody has said so yet.
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.picture("crane.png", (40, 30))
    project.picture("quay.png", (44, 30))
    (tmp_path / "decks" / "old.yaml").write_text(OLD)
    (tmp_path / "decks" / "new.yaml").write_text(NEW)
    return project


def test_all_that_has_changed_is_told_by_slide_and_block(project):
    """As text, in the order of the new deck, a removed slide behind the one before it. Exits with 1, as diff does."""
    result = run("diff", "decks/old.yaml", "decks/new.yaml")
    assert result.exit_code == 1
    assert result.stderr == ""
    assert result.stdout == (
        "decks/old.yaml → decks/new.yaml\n"
        "the deck itself changed; slides: 1 added, 1 removed, 1 moved, 2 changed, 1 the same\n"
        "\n"
        "the deck\n"
        "  theme: briefing → plain\n"
        "\n"
        "slide 2 “Thanks” moved from 5\n"
        "\n"
        "slide 3 “Where it comes from” changed (was 2)\n"
        "  notes added: Wait for questions.\n"
        "  text: [-Two thirds-]{+Half+} of loud nights have a [-**-]reefer ship[-**-] at berth 4.\n"
        "  image, file: crane.png → quay.png\n"
        "\n"
        "slide 4 “How loud” changed (was 3)\n"
        "  table, row 2 “School”, dB: 48 → 47\n"
        "  table, row 3 “Church” added: Church 44\n"
        "\n"
        "slide 4 “Two remedies” removed\n"
        "\n"
        "slide 5 “What it costs” added\n"
    )


def test_programs_get_the_same_as_json(project):
    """With what was and what is, apart."""
    result = run("diff", "decks/old.yaml", "decks/new.yaml", "-f", "json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    schema = json.loads((ROOT / "docs" / "diff.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(told)
    assert (told["old"], told["new"], told["same"], told["unchanged_slides"]) == (
        "decks/old.yaml", "decks/new.yaml", False, 1,
    )  # fmt: skip
    assert told["deck"] == [
        {"way": "changed", "kind": "setting", "place": ["theme"], "old": "briefing", "new": "plain"}
    ]
    by_title = {slide["title"]: slide for slide in told["slides"]}
    assert by_title["Thanks"] == {"old": 5, "new": 2, "title": "Thanks", "ways": ["moved"], "changes": []}
    assert by_title["How loud"]["changes"][0] == {
        "way": "changed", "kind": "cell", "place": ["table", "row 2 “School”", "dB"], "old": "48", "new": "47",
    }  # fmt: skip


@pytest.mark.parametrize(("form", "said"), [("text", "no changes: 5 slides the same"), ("json", '"same": true')])
def test_decks_that_say_the_same_exit_with_0(project, form, said):
    """And that is told."""
    (project.folder / "decks" / "other.yaml").write_text(f"# a remark\n{OLD}")
    result = run("diff", "decks/old.yaml", "decks/other.yaml", "-f", form)
    assert result.exit_code == 0
    assert said in result.stdout


def test_a_picture_of_the_same_name_is_another(project, tmp_path_factory):
    """What it shows counts, and not what it is called."""
    elsewhere = Project(tmp_path_factory.mktemp("elsewhere"))
    elsewhere.write(OLD)
    elsewhere.picture("crane.png", (41, 30))
    result = run("diff", elsewhere.deck, "decks/old.yaml")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[3:] == [
        "slide 2 “Where it comes from” changed",
        "  image, file: crane.png has changed",
    ]


def test_a_theme_file_of_the_same_name_is_another(project, tmp_path_factory):
    """What it says counts."""
    elsewhere = Project(tmp_path_factory.mktemp("elsewhere"))
    for one, color in ((project, "#123456"), (elsewhere, "#123457")):
        (one.folder / "brand.yaml").write_text(f"extends: briefing\npalette: {{accent: '{color}'}}\n")
        one.write(OLD.replace("theme: briefing", "theme: ../brand.yaml"))
    elsewhere.picture("crane.png", (40, 30))
    result = run("diff", elsewhere.deck, "decks/deck.yaml")
    assert result.stdout.splitlines()[1:] == [
        "the deck itself changed; slides: 5 the same", "", "the deck", "  theme: ../brand.yaml has changed",
    ]  # fmt: skip
    (elsewhere.folder / "brand.yaml").write_text("extends: briefing\npalette: {accent: '#123456'} # same\n")
    assert run("diff", elsewhere.deck, "decks/deck.yaml").exit_code == 0


def test_a_deck_with_errors_is_not_compared(project):
    """Its mistakes are told, in their places, and it exits with 2: nobody knows what has changed."""
    (project.folder / "decks" / "old.yaml").write_text(OLD.replace("bullets:", "bulets:"))
    result = run("diff", "decks/old.yaml", "decks/new.yaml")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "error[unknown-key]: unknown key `bulets`\n  --> decks/old.yaml:11:5" in result.stderr


def test_a_new_deck_that_is_not_there_is_told_with_the_near_one(project):
    """So is a folder."""
    result = run("diff", "decks/old.yaml", "decks/now.yaml")
    assert result.exit_code == 2
    assert "`decks/now.yaml` cannot be read: no such file or directory" in result.stderr
    assert "did you mean `new.yaml`?" in result.stderr
    backwards = run("diff", "decks/old.yaml", "HEAD~1")
    assert backwards.exit_code == 2
    assert "error[unknown-revision]: there is no file `HEAD~1`" in backwards.stderr
    assert "name the deck last" in backwards.stderr
    assert run("diff", "decks", "decks/new.yaml").exit_code == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("-f", "html"), "say where, such as `-o changes.html`"),
        (("-f", "json", "-o", "x.json"), "`--output` is for the page"),
        (("-o", "x.txt"), "`--output` is for the page"),
    ],
)
def test_the_page_alone_is_a_file(project, options, said):
    """What is printed goes where the shell sends it."""
    result = run("diff", "decks/old.yaml", "decks/new.yaml", *options)
    assert result.exit_code == 2 and said in result.stderr


def test_a_long_text_is_told_in_lines(project):
    """Lists as Markdown has them, each change on its line."""
    one = "title: Night\nslides:\n  - title: Noise\n    bullets: [Shore power, A wall, Fewer horns]\n"
    (project.folder / "decks" / "one.yaml").write_text(one)
    (project.folder / "decks" / "two.yaml").write_text(one.replace("A wall, ", "A low wall, Trees, "))
    lines = run("diff", "decks/one.yaml", "decks/two.yaml").stdout.splitlines()
    assert lines[3:] == [
        "slide 1 “Noise” changed",
        "  text:",
        "      - Shore power",
        "      - A {+low +}wall",
        "      {+- Trees+}",
        "      - Fewer horns",
    ]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("[Place, dB], [Quay, 61]", "[Place, Day, dB], [Quay, 70, 61]", ["table, column “Day” added: Day 70 50"]),
        ("[Place, dB], [Quay, 61]", "[Place, dB(A)], [Quay, 61]", ["table, header “Place”, dB(A): dB → dB(A)"]),
        ("[Quay, 61], [School, 48]", "[School, 48], [Quay, 61]", ["table, row 1 “School” moved"]),
        ("[Quay, 61], [School, 48]", "[Quay, 61]", ["table, row 2 “School” removed: School 48"]),
        ("[Quay, 61]", "[Quay, '**61**']", ["table, row 1 “Quay”, dB: 61 → **61**"]),
    ],
)
def test_columns_and_rows_are_told_once(project, before, after, said):
    """And not again with each of their cells."""
    new = OLD.replace("[School, 48]", "[School, 50, 48]") if "Day" in after else OLD
    (project.folder / "decks" / "new.yaml").write_text(new.replace(before, after))
    lines = run("diff", "decks/old.yaml", "decks/new.yaml").stdout.splitlines()
    assert [line.strip() for line in lines[4:]] == said


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("values: [3, 5, 9]", "values: [3, 6, 9]", ["chart, series “Cases”, 2020: 5 → 6"]),
        ("[2019, 2020, 2021]", "[2019, 2020, 2022]", ["chart, category 3: [-2021-]{+2022+}"]),
        ("name: Cases", "name: Deaths", ["chart, series “Deaths”, name: [-Cases-]{+Deaths+}"]),
        ("type: column", "type: line", ["chart, type: column → line"]),
        (
            "[2019, 2020, 2021], series: [{name: Cases, values: [3, 5, 9]}]",
            "[2019, 2020], series: [{name: Cases, values: [3, 5]}]",
            ["chart, category “2021” removed: 9"],
        ),
    ],
)
def test_what_changes_about_a_chart_is_told(project, before, after, said):
    """Its values by series and category, and not the alt text that is made of them."""
    chart = "chart: {type: column, categories: [2019, 2020, 2021], series: [{name: Cases, values: [3, 5, 9]}]}"
    old = OLD.replace("bullets: [Shore power, A wall]", chart)
    (project.folder / "decks" / "old.yaml").write_text(old)
    (project.folder / "decks" / "new.yaml").write_text(old.replace(before, after))
    result = run("diff", "decks/old.yaml", "decks/new.yaml")
    assert [line.strip() for line in result.stdout.splitlines()[4:]] == said, result.stderr


def test_an_agenda_changes_with_its_sections_and_is_not_told(project):
    """Which sections there are is told where they begin."""
    old = OLD.replace("bullets: [Shore power, A wall]", "section: Remedies\n    agenda: true")
    (project.folder / "decks" / "old.yaml").write_text(old)
    added = "  - title: Before\n    section: First\n  - title: How loud"
    (project.folder / "decks" / "new.yaml").write_text(old.replace("  - title: How loud", added))
    result = run("diff", "decks/old.yaml", "decks/new.yaml")
    assert result.stdout.splitlines()[1:] == ["slides: 1 added, 5 the same", "", "slide 3 “Before” added"], (
        result.stderr
    )


def test_a_slide_is_known_by_its_id(project):
    """Whatever else has changed, and wherever it went."""
    old = OLD.replace(
        "  - title: Two remedies\n    bullets: [Shore power, A wall]", "  - {id: help, title: Two remedies}"
    )
    (project.folder / "decks" / "old.yaml").write_text(old)
    first = "slides:\n  - title: Night noise\n"
    new = old.replace("  - {id: help, title: Two remedies}\n", "").replace(
        first, f"{first}  - {{id: help, title: Help}}\n"
    )
    (project.folder / "decks" / "new.yaml").write_text(new)
    lines = run("diff", "decks/old.yaml", "decks/new.yaml").stdout.splitlines()
    assert lines[3:] == ["slide 2 “Help” moved from 4, changed", "  title: [-Two remedies-]{+Help+}"]


def test_slides_for_others_are_not_compared(project):
    """But for the audience that is named."""
    old = "audiences: [board]\n" + OLD.replace(
        "  - title: Thanks", "  - title: Costs\n    only: [board]\n  - title: Thanks"
    )
    (project.folder / "decks" / "old.yaml").write_text(old)
    (project.folder / "decks" / "new.yaml").write_text(old.replace("title: Costs", "title: Costs\n    notes: High."))
    assert run("diff", "decks/old.yaml", "decks/new.yaml").exit_code == 0
    told = run("diff", "decks/old.yaml", "decks/new.yaml", "--audience", "board")
    assert told.exit_code == 1 and told.stdout.splitlines()[3:] == ["slide 5 “Costs” changed", "  notes added: High."]
    assert run("diff", "decks/old.yaml", "decks/new.yaml", "--audience", "press").exit_code == 2


def test_slides_of_other_files_are_compared_where_they_stand(project):
    """A file that is included twice is there twice, each time with its own pages; values of variables count."""
    (project.folder / "part.yaml").write_text("slides:\n  - {title: Part, text: '{{ place }} is loud.'}\n")
    deck = "title: Night\nvariables: {place: PLACE}\nslides:\n  - title: Night\n" + "  - include: ../part.yaml\n" * 2
    (project.folder / "decks" / "old.yaml").write_text(deck.replace("PLACE", "Quay"))
    (project.folder / "decks" / "new.yaml").write_text(deck.replace("PLACE", "School"))
    result = run("diff", "decks/old.yaml", "decks/new.yaml")
    change = "  text: [-Quay-]{+School+} is loud."
    assert result.stdout.splitlines()[3:] == ["slide 2 “Part” changed", change, "", "slide 3 “Part” changed", change]
    run("diff", "decks/old.yaml", "decks/new.yaml", "-o", "changes.html")
    assert (project.folder / "changes.html").read_text().count("<img ") == 4
