"""A deck that is looked at again and again: every file that it was made of counts, and mistakes leave the last page."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from deckmaker.layout import TextItem
from deckmaker.messages import MessageOptions
from deckmaker.preview.desk import Desk
from deckmaker.project import mark_of
from deckmaker.survey.texts import placed_lines
from tests.preview.served import ask, served
from tests.projects import DECK, Project

FULL = """\
title: T
theme: own.yaml
logo: ../logo.png
slides:
  - title: Begin
  - title: Pictures
    image: {file: ../a.png, alt: A crane at the quay, credit: Us}
  - title: Rows
    table: {file: ../rows.csv}
  - title: A chart
    chart: {type: bar, file: ../rows.csv, alt: Nights by berth}
  - title: Missing
    image: {file: ../later.png, alt: A picture that comes later, credit: Us}
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a file of each kind."""
    one = Project(tmp_path)
    for name in ("a.png", "logo.png"):
        one.picture(name)
    (tmp_path / "rows.csv").write_text("Berth,Nights\nA,1\nB,2\n", encoding="utf-8")
    (tmp_path / "decks" / "own.yaml").write_text("extends: briefing\n", encoding="utf-8")
    (tmp_path / "deckmaker.yaml").write_text("", encoding="utf-8")
    return one


def desk_of(project: Project, text: str) -> Desk:
    """Return a desk with a deck that has been looked at once."""
    desk = Desk(project.write(text), MessageOptions())
    desk.look()
    return desk


def test_every_file_that_a_deck_is_made_of_is_known(project: Project) -> None:
    """Those that are not there as well: they may come."""
    desk = desk_of(project, FULL)
    own = {path: mark for path, mark in desk.last.marks.items() if path.is_relative_to(project.folder)}
    found = {path.relative_to(project.folder).as_posix(): mark for path, mark in own.items()}
    names = ["a.png", "deckmaker.yaml", "decks/deck.yaml", "decks/own.yaml", "later.png", "logo.png", "rows.csv"]
    marks = ["decks/deckmaker.yaml", "decks/decks", "decks/pyproject.toml"]  # which would make a project of that folder
    assert sorted(found) == sorted([*names, *marks])
    assert sorted(name for name, mark in found.items() if mark is None) == sorted(["later.png", *marks])
    assert all(mark_of(project.folder / name) == mark for name, mark in found.items())


def test_a_link_on_the_way_is_known(project: Project) -> None:
    """Another target of it is another picture."""
    (project.folder / "link.png").symlink_to("a.png")
    desk = desk_of(project, FULL.replace("../a.png", "../link.png"))
    assert {project.folder / "link.png", project.folder / "a.png"} <= {*desk.last.marks}


def test_a_font_and_a_template_are_known(project: Project, tmp_path: Path) -> None:
    """That a theme names, whether or not it is there."""
    theme = project.folder / "decks" / "own.yaml"
    theme.write_text("extends: briefing\nfonts: {body: {family: Ours, files: [../ours.ttf]}}\n", encoding="utf-8")
    desk = desk_of(project, FULL)
    assert project.folder / "ours.ttf" in desk.last.marks
    theme.write_text("extends: briefing\ntemplate: {file: ../ours.potx, layouts: {content: Text}}\n", encoding="utf-8")
    assert project.folder / "ours.potx" in desk.look().marks


def test_included_slides_values_and_settings_are_known(project: Project) -> None:
    """With the place in the file where each is written."""
    folder = project.folder
    (folder / "decks" / "more.yaml").write_text("slides:\n  - title: From elsewhere\n", encoding="utf-8")
    text = "title: T\nvariables: {nights: {file: ../rows.csv}}\nslides:\n  - title: Begin\n  - include: more.yaml\n"
    with served(project.write(text)) as (desk, server):
        assert {folder / name for name in ("decks/more.yaml", "rows.csv", "deckmaker.yaml")} <= {*desk.last.marks}
        assert ask(server, "place", slide=2, x=-9, y=-9)["place"].endswith("more.yaml:2")


def test_a_project_that_begins_beside_an_included_file_is_known(project: Project) -> None:
    """Its marking counts from then on."""
    within = project.folder / "within"
    within.mkdir()
    (within / "more.yaml").write_text("- title: From elsewhere\n")
    desk = desk_of(project, "title: T\nmarking: TLP:GREEN\nslides:\n  - include: ../within/more.yaml\n")
    assert not desk.last.failed and desk.last.marks[within / "deckmaker.yaml"] is None
    (within / "deckmaker.yaml").write_text("marking: TLP:RED\n")
    assert any("higher-marking" in line for line in desk.look().messages)


def test_a_mistake_leaves_the_page_and_goes_when_mended(project: Project) -> None:
    """What is said is word for word what the terminal has."""
    good = FULL.replace("later.png", "a.png")
    desk = desk_of(project, good)
    page = desk.last.parts
    assert page and not desk.last.failed
    project.write(good.replace("title: Rows", "tittle: Rows"))
    broken = desk.look()
    assert broken.failed and broken.parts is page
    assert broken.messages[0].startswith("error[unknown-key]: unknown key `tittle`")
    project.write(good)
    assert not desk.look().failed


def test_over_the_slides_stands_what_keeps_them_from_being_made(project: Project) -> None:
    """Not the warnings above it, which would push it out of sight: those are in the panel."""
    warned = DECK.replace("slides:", "slides:\n  - {title: A, image: {file: ../a.png, credit: own}}", 1)
    desk = desk_of(project, warned)
    assert "warning[missing-alt]" in "".join(desk.look().messages)
    assert desk.last.mistakes == ()
    project.write(f"{warned}  - {{title: B, image: {{file: lost.png, alt: A, credit: own}}}}\n")
    broken = desk.look()
    assert "warning[missing-alt]" in broken.messages[0]
    assert broken.mistakes[0].startswith("error[missing-file]: `lost.png` is not a file")
    assert "warning[" not in "".join(broken.mistakes)


@pytest.mark.parametrize("text", ["", "title", "title: [", "slides: {", "\x00", "title: T\nslides:\n  - title: \xff"])
def test_a_file_that_is_half_written_is_a_mistake_like_others(project: Project, text: str) -> None:
    """Whatever half."""
    desk = desk_of(project, DECK)
    project.write(text.encode("latin-1"))
    look = desk.look()
    assert look.failed and look.parts and look.messages
    project.deck.unlink()
    assert desk.look().failed
    project.write(DECK)
    assert not desk.look().failed


def test_a_page_has_the_parts_that_changed_alone(project: Project) -> None:
    """Whoever has the others is sent one section."""
    good = FULL.replace("later.png", "a.png")
    with served(project.write(good)) as (desk, server):
        before = ask(server, "changes", frame="", there=[])
        assert before["parts"] == {} and len(before["page"]["sections"]) == 5
        page = before["page"]
        there = [page["definitions"], *page["styles"], *page["sections"]]
        project.write(good.replace("title: Rows", "title: Row"))
        desk.look()
        after = ask(server, "changes", frame=page["frame"], there=there)
        changed = [name for name in after["page"]["sections"] if name not in there]
        assert [*after["parts"]] == changed and len(changed) == 1
        assert 'aria-label="Row"' in after["parts"][changed[0]]


def test_a_click_names_the_line(project: Project) -> None:
    """Of the very paragraph; beside all words, where the slide begins; of no slide, nothing."""
    bullets = "    bullets:\n      - First\n      - Second\n      - Third\n"
    text = f"title: T\nslides:\n  - title: Begin\n  - title: Two\n{bullets}"
    with served(project.write(text)) as (desk, server):
        assert desk.last.read
        page = desk.last.read.document.pages[1]
        title, body = page.slot("title"), page.slot("body")
        assert title and body
        own = ask(server, "place", slide=2, x=title.rect.x + 2, y=title.rect.y + 8)
        assert own["place"].endswith("deck.yaml:4")
        assert isinstance(body.item, TextItem)
        for index, line in enumerate(placed_lines(body.rect, body.item)):
            found = ask(server, "place", slide=2, x=line.x + 5, y=line.baseline - 4)
            assert found["place"].endswith(f"deck.yaml:{6 + index}")
            assert found["vscode"].startswith("vscode://file/") and f"deck.yaml:{6 + index}:" in found["vscode"]
        assert ask(server, "place", slide=2, x=-9, y=-9)["place"].endswith("deck.yaml:4")
        assert ask(server, "place", slide=9, x=0, y=0) is None


def test_the_panel_knows_room_survey_and_credits(project: Project) -> None:
    """As `show` and `credits` print them."""
    with served(project.write(FULL.replace("later.png", "a.png"))) as (_, server):
        found = ask(server, "slide", slide=1)
        assert [room["what"] for room in found["rooms"]] == ["title"]
        assert "slide 1" in found["survey"].lower()
        assert "a.png" in ask(server, "credits")["credits"]


def test_the_panel_does_not_call_key_figures_full(project: Project) -> None:
    """Their boxes are as large as they are, on a page with room for more; what is small for want of room is told."""
    figures = "metrics: [{value: 4 m, label: deep}, {value: 9 m, label: wide}]"
    long = ", ".join(f"{{value: '1,234,567,890,123 m³ of {n}', label: deep}}" for n in range(8))
    text = f"title: T\nslides:\n  - title: T\n  - {{title: A, {figures}}}\n  - {{title: B, metrics: [{long}]}}\n"
    with served(project.write(text)) as (_, server):
        assert [one["what"] for one in ask(server, "slide", slide=2)["rooms"]] == ["title"]
        assert "metric 1 value" in [one["what"] for one in ask(server, "slide", slide=3)["rooms"]]


def _is_none_of_ours(built: Path, status: Callable[[], int]) -> bool:
    """Tell whether what takes the place of a built file is not to be had: a pipe, a folder, a link to another file."""
    built.rename(built.with_name("kept"))
    found = []
    os.mkfifo(built)
    found.append(status())
    built.unlink()
    built.mkdir()
    found.append(status())
    built.rmdir()
    built.symlink_to("kept")
    found.append(status())
    return found == [404, 404, 404]


@pytest.mark.slow
def test_a_build_from_the_page_is_the_commands(project: Project) -> None:
    """It lies in the project's folder, and can be had from the page by its name alone."""
    from tests.preview.served import own_headers, request

    (project.folder / "deckmaker.py").write_text("raise SystemExit(9)", encoding="utf-8")  # which is not ours
    with served(project.write(DECK)) as (_, server):
        path = f"/{server.guard.token}/built/deck.html"
        assert request(server, "GET", path, own_headers(server))[0] == 404
        built = ask(server, "build", format="html")
        assert built == {"well": True, "said": "", "files": ["deck.html"]}
        content = (project.folder / "build" / "deck.html").read_bytes()
        assert request(server, "GET", path, own_headers(server))[1] == content
        project.write(DECK.replace("slides", "slidez"))
        failed = ask(server, "build", format="html")
        assert not failed["well"] and "unknown key `slidez`" in failed["said"]
        built = project.folder / "build" / "deck.html"
        assert _is_none_of_ours(built, lambda: request(server, "GET", path, own_headers(server))[0])


def test_a_build_that_cannot_begin_is_told(project: Project) -> None:
    """Where the project's folder is called otherwise by now."""
    with served(project.write(DECK)) as (_, server):
        moved = project.folder.rename(project.folder.with_name("moved"))
        found = ask(server, "build", format="html")
        assert found == {"well": False, "said": "the build cannot begin: no such file or directory", "files": []}
        moved.rename(project.folder)


@pytest.mark.slow
@pytest.mark.parametrize(("row", "name"), [(None, "deck-South.md"), (1, "deck-North.md")])
def test_a_build_from_the_page_is_of_the_row_that_it_shows(
    project: Project, row: int | None, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of thousands, one click builds one."""
    from tests.preview.served import own_headers, request

    monkeypatch.setattr("deckmaker.preview.answers.DEFAULT_FORMATS", ("md",))
    (project.folder / "rows.csv").write_text("region,sales\nNorth,9\nSouth,100\nWest,200\n", encoding="utf-8")
    rows = "rows: {file: ../rows.csv, where: '{{ sales }} > 50'}\n"
    with served(project.write(rows + DECK.replace("title: ", "title: Sales in {{ region }} ", 1)), row=row) as (
        _,
        server,
    ):
        assert ask(server, "build", format="md") == {"well": True, "said": "", "files": [name]}
        path = f"/{server.guard.token}/built/{name}"
        assert request(server, "GET", path, own_headers(server))[0] == 200
    assert [one.name for one in (project.folder / "build" / "deck").glob("*.md")] == [name]


@pytest.mark.parametrize("target", ["/etc/hostname", "deck.yaml", "nowhere.yaml", "."])
def test_a_deck_that_was_a_link_to_something_else_is_looked_at_when_it_is_none(project: Project, target: str) -> None:
    """A link that leads out is not followed: its own mark says when it is another."""
    deck = project.write(DECK)
    desk = Desk(deck, MessageOptions())
    assert not desk.look().failed
    deck.unlink()
    deck.symlink_to(target)
    look = desk.look()
    assert look.failed and deck in look.marks
    deck.unlink()
    project.write(DECK)
    assert mark_of(deck) != look.marks[deck]
    assert not desk.look().failed


def test_memory_stays_as_it_is_over_many_saves(project: Project) -> None:
    """Nothing is kept of looks before the last: as many values are there after a hundred saves as after fifty. Those
    count, too, that are put out of reach of the search for what only refers to itself. What grows once is no leak:
    other tests of this process may leave something that fills then."""
    desk = desk_of(project, DECK)
    data = "chart: {type: bar, rows: [[Year, Nights], ['2019', 12], ['2020', 30]], alt: More}"
    of_data = f"  - title: Data\n    {data}\n  - {{title: Table, table: {{rows: [[A, B], ['1', '2']]}}}}\n"

    def save() -> int:
        for number in range(50):
            deck = DECK.replace("Night noise", f"Night {number % 5}") + of_data
            project.write("title: [" if number % 7 == 3 else f"{deck}    mistake: 1\n" if number % 7 == 4 else deck)
            desk.look()
        gc.collect()
        return len(gc.get_objects()) + gc.get_freeze_count()

    save()
    counts = [save() for _ in range(3)]
    assert min(after - before for before, after in pairwise(counts)) < 50
