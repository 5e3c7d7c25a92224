"""Inputs that would lose something or wait for ever, refused in time."""

from __future__ import annotations

import os

import pytest

from tests.projects import DECK, Project, run


def test_two_decks_of_one_name_are_not_written_over_each_other(tmp_path) -> None:
    """The command says which two collide, exits with 2 and writes nothing."""
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.yaml").write_text(DECK)
    result = run("build", tmp_path / "a/x.yaml", tmp_path / "b/x.yaml", "-f", "md", "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert "would both be written to" in result.output
    assert not (tmp_path / "out").exists()


def test_the_same_deck_named_twice_is_built_once(tmp_path) -> None:
    """It collides with nothing."""
    (tmp_path / "x.yaml").write_text(DECK)
    result = run("build", tmp_path / "x.yaml", tmp_path / "x.yaml", "-f", "md", "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert result.output.count("x.md") == 1


def test_a_pipe_is_no_deck(tmp_path) -> None:
    """It is refused at once, not waited on."""
    os.mkfifo(tmp_path / "pipe.yaml")
    result = run("check", tmp_path / "pipe.yaml")
    assert result.exit_code == 1
    assert "is not a file" in result.output


@pytest.mark.parametrize("blank", ["''", "' '", '" \\t"', '"\\u00a0"'])
def test_a_blank_text_is_empty(tmp_path, blank: str) -> None:
    """Spaces are nothing to read."""
    assert "`title` is empty" in Project(tmp_path).said(f"title: {blank}\nslides: [{{title: A}}]\n")


def test_a_slot_without_room_is_reported_where_it_stands(tmp_path) -> None:
    """A theme may not place a text between a top and a bottom that cross."""
    theme = "extends: briefing\nlayouts: {content: {slots: {body: {top: 300, bottom: 300}}}}\n"
    (tmp_path / "theme.yaml").write_text(theme, encoding="utf-8")
    said = Project(tmp_path).said(DECK + "theme: ../theme.yaml\n")
    assert "slot `body` of layout `content` has no room on a 16:9 page" in said
    assert "--> theme.yaml:2:" in said


@pytest.mark.parametrize("wrong", ["size: 0", "size: -3", "min: 0", "leading: 0", "short: 0"])
def test_a_size_of_nothing_is_refused(tmp_path, wrong: str) -> None:
    """Texts need some."""
    key, theme = wrong.partition(":")[0], f"extends: briefing\nstyles: {{title: {{{wrong}}}}}\n"
    (tmp_path / "theme.yaml").write_text(theme, encoding="utf-8")
    said = Project(tmp_path).said(DECK + "theme: ../theme.yaml\n")
    assert f"`{key}` takes a number" in said and "--> theme.yaml:2:" in said
