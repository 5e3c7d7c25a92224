"""Markings of files that a deck includes: no project, no list and no variable lets more people know their slides."""

from __future__ import annotations

import pytest

from tests.projects import Project, run


@pytest.fixture
def project(tmp_path):
    """An empty project."""
    return Project(tmp_path)


def test_files_of_a_project_within_have_that_one_s(project):
    """Decks and lists alike, by whatever way they are included; where it says nothing, the deck's project speaks."""
    within = project.folder / "within"
    within.mkdir()
    (within / "deckmaker.yaml").write_text("marking: TLP:RED\n")
    (within / "other.yaml").write_text("title: O\nslides: [{include: list.yaml}]\n")
    (within / "own.yaml").write_text("title: O\nmarking: TLP:CLEAR\nslides: [{include: list.yaml}]\n")
    (within / "list.yaml").write_text("- title: C\n")
    deck = "title: A\nmarking: %s\nslides: [%s]\n"
    for names in (["other"], ["list"], ["own", "list"], ["own", "other"]):
        included = ", ".join(f"{{include: ../within/{name}.yaml}}" for name in names)
        said = project.said(deck % ("TLP:GREEN", included))
        assert said.count("error[higher-marking]") == 1 and "within/deckmaker.yaml:1:10" in said
        document = project.document(deck % ("TLP:RED", included))
        assert [page.marking for page in document.pages][-1] == "TLP:RED"
    assert not project.said(deck % ("TLP:GREEN", "{include: ../within/own.yaml}"))  # its author says so
    (project.folder / "deckmaker.yaml").write_text("marking: TLP:AMBER\n")
    (within / "deckmaker.yaml").write_text("")
    assert "error[higher-marking]" in project.said(deck % ("TLP:GREEN", "{include: ../within/other.yaml}"))
    assert not project.said(deck % ("TLP:GREEN", "{include: ../within/list.yaml}"))


def test_what_lies_beside_a_linked_deck_has_its_project_s(project):
    """That in which the deck is named, though its files lie in another one within."""
    talks = project.folder / "within/talks"
    (talks.parent / "decks").mkdir(parents=True)  # which marks a project
    talks.mkdir()
    (talks / "other.yaml").write_text("title: O\nslides: [{title: C}]\n")
    (talks / "deck.yaml").write_text("title: A\nmarking: TLP:GREEN\nslides: [{title: A}, {include: other.yaml}]\n")
    (project.folder / "deckmaker.yaml").write_text("marking: TLP:RED\n")
    (project.folder / "linked").symlink_to(talks)
    assert "error[higher-marking]" in run("check", project.folder / "linked/deck.yaml").stderr


@pytest.mark.parametrize("wrong", ["[TLP:RED]", "{label: TLP:RED}"])
def test_a_marking_that_is_no_text_is_told(wrong, project):
    """Else its file would have none."""
    (project.deck.parent / "other.yaml").write_text(
        f"title: O\nmarking: {wrong}\nslides: [{{title: C}}, {{title: D}}]\n"
    )
    said = project.said("title: A\nmarking: TLP:GREEN\nslides: [{title: A}, {include: other.yaml}]\n")
    assert said.count("error[wrong-type]: `marking` takes a text") == 1 and "other.yaml:2:10" in said


def test_mistakes_in_settings_of_a_project_within_are_told(project):
    """What they say of the marking would be lost."""
    (project.folder / "within").mkdir()
    (project.folder / "within/deckmaker.yaml").write_text("marking: TLP:RED\nmarkin: x\n")
    (project.folder / "within/other.yaml").write_text("title: O\nslides: [title: C]\n")
    said = project.said("title: A\nmarking: TLP:GREEN\nslides: [{include: ../within/other.yaml}]\n")
    assert "error[unknown-key]" in said and "within/deckmaker.yaml:2:1" in said


OF_LEVEL = "title: O\nmarking: 'TLP:{{ level }}'\nvariables: {level: RED}\nslides: [title: C]\n"


@pytest.mark.parametrize(
    ("deck", "files"),
    [
        ("variables: {level: GREEN}\nslides: [{include: other.yaml}]\n", {"other": OF_LEVEL}),
        ("variables: {level: GREEN}\nslides: [{include: through.yaml}]\n", {"through": "- include: other.yaml\n"}),
        ("slides: [{include: first.yaml}, {include: other.yaml}]\n", {}),
        (
            "variables: {level: GREEN}\nslides: [{include: other.yaml}]\n",
            {"other": "title: O\nvariables: {level: RED}\nslides: [{title: C, marking: 'TLP:{{ level }}'}]\n"},
        ),
        (
            "variables: {level: GREEN}\nslides: [{include: above.yaml}]\n",
            {"above": "title: O\nmarking: 'TLP:{{ level }}'\nslides: [{include: other.yaml}]\n"},
        ),
    ],
)
def test_no_variable_lowers_a_marking_of_another_file(deck, files, project):
    """Whoever's counts: where two files mean something else by a name in a marking, one of them has to change."""
    first = "title: F\nvariables: {level: GREEN}\nslides: [title: D]\n"
    for name, text in {"first": first, "other": OF_LEVEL, **files}.items():
        (project.deck.parent / f"{name}.yaml").write_text(text)
    said = project.said(f"title: A\nmarking: TLP:GREEN\n{deck}")
    assert "error[marking-conflict]: `level` of `variables` is not taken from here" in said
    assert "other.yaml:" in said and "give it another name, or remove one of the two" in said


def test_a_variable_of_a_marking_may_be_said_twice(project):
    """If both say the same; and of names that no marking has, the deck's own counts, with a warning."""
    (project.deck.parent / "other.yaml").write_text(OF_LEVEL.replace("RED", "RED, place: Altona"))
    deck = (
        "title: A\nmarking: TLP:RED\nvariables: {level: RED, place: %s}\nslides: [{title: A}, {include: other.yaml}]\n"
    )
    assert not project.said(deck % "Altona")
    assert "warning[include-conflict]: `place`" in project.said(deck % "Ottensen")


def test_a_file_of_a_variable_is_another_one_in_another_folder(project):
    """Though it is written alike: the deck's own counts, which is told."""
    (project.folder / "within").mkdir()
    other = OF_LEVEL.replace("level }}", "levels.own }}").replace("level: RED", "levels: {file: levels.yaml}")
    for folder, level in ((project.folder / "within", "RED"), (project.deck.parent, "GREEN")):
        (folder / "levels.yaml").write_text(f"own: {level}\n")
        (folder / "other.yaml").write_text(other)
    deck = "title: A\nmarking: TLP:RED\nvariables: {levels: {file: levels.yaml}}\nslides: [{title: A}, {include: %s}]\n"
    assert "error[marking-conflict]: `levels`" in project.said(deck % "../within/other.yaml")
    assert not project.said(deck % "other.yaml")
