"""What stands in the way of a file: links, folders, pipes, missing rights, other programs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from deckmaker.output import RECORD, folder
from deckmaker.output.lock import FolderIsTaken, sole_use
from tests.output.places import names, project, told
from tests.projects import DECK, run

__all__ = ["project"]  # a fixture

ELSEWHERE = " = help: move it away, or choose another folder with `--output`\n\n1 error\n"


def test_a_link_is_left_alone_and_never_followed(project):
    """Where it leads may be anywhere; `--force` replaces the link and not what it leads to."""
    elsewhere = project.folder / "published.md"
    elsewhere.write_text("published")
    link = project.folder / "build/deck.md"
    link.parent.mkdir()
    link.symlink_to(elsewhere)
    assert run("build", "-f", "md").stderr == (
        "error[edited-output]: `build/deck.md` is a link, not a file that deckmaker wrote, and is left alone\n"
        " = help: remove it, or build with `--force`, which replaces the link and not what it leads to\n\n1 error\n"
    )
    assert link.is_symlink()
    assert run("build", "-f", "md", "--force").exit_code == 0
    assert (elsewhere.read_text(), link.read_text()) == ("published", "# Night noise\n")
    assert not link.is_symlink() and link.stat().st_mode & 0o111 == 0


def test_a_link_that_leads_nowhere_is_a_link_too(tmp_path):
    """Writing through it would make a file in a place that nobody named."""
    (tmp_path / "deck.md").symlink_to(tmp_path / "nowhere")
    assert [one[0] for one in told("deck.md", tmp_path)] == ["edited-output"]
    assert names(tmp_path) == ["deck.md"]


def test_a_folder_in_place_of_the_file_is_said_plainly(project):
    """Nothing in it is touched, by force neither."""
    (project.folder / "build/deck.md").mkdir(parents=True)
    said = f"error[cannot-write]: `build/deck.md` cannot be written: is a directory\n{ELSEWHERE}"
    assert run("build", "-f", "md", "--force").stderr == said
    assert names(project.folder / "build") == ["deck.md"]


def test_a_pipe_in_place_of_the_file_is_not_waited_on(project):
    """Nobody may ever write to it."""
    (project.folder / "build").mkdir()
    os.mkfifo(project.folder / "build/deck.md")
    reason = "there is a pipe, socket or device of that name"
    said = f"error[cannot-write]: `build/deck.md` cannot be written: {reason}\n{ELSEWHERE}"
    assert run("build", "-f", "md", "--force").stderr == said


def test_a_file_that_is_read_only_is_meant_to_stay(project):
    """A rename asks nobody on POSIX; deckmaker does, whoever runs it."""
    run("build", "-f", "md")
    (project.folder / "build/deck.md").chmod(0o444)
    assert run("build", "-f", "md", "--force").stderr == (
        "error[cannot-write]: `build/deck.md` cannot be written: the file is read-only\n"
        " = help: allow writing to it, or choose another folder with `--output`\n\n1 error\n"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere open folders have no paths")
@pytest.mark.parametrize("moment", ["without_links", "sole_use"])
@pytest.mark.parametrize("command", [("build", "-f", "md"), ("show", "-f", "svg")], ids=" ".join)
def test_a_folder_that_is_swapped_for_a_link_leads_nowhere_else(
    moment, command, project, tmp_path_factory, monkeypatch
):
    """Whether it is when it has been judged, or when it has been opened: nothing is written outside of the project."""
    outside, inside = tmp_path_factory.mktemp("outside"), project.folder / "build"
    (inside / "show").mkdir(parents=True)
    (outside / "show").mkdir()
    asked = getattr(folder, moment)

    def swapped(path, *more):
        found = asked(path, *more)
        if (last := len(calls)) < 4:
            calls.append(path)
        if last == (2 if moment == "without_links" else 0):  # judged for drafts, before the folder is made, and again
            inside.rename(project.folder / "moved")
            inside.symlink_to(outside)
        return found

    calls: list[Path] = []
    monkeypatch.setattr(folder, moment, swapped)
    result = run(*command, "decks/deck.yaml")
    assert [one for one in outside.rglob("*") if one.is_file()] == []
    written = list((project.folder / "moved").rglob("deck*"))
    assert (result.exit_code, len(written)) == ((1, 0) if moment == "without_links" else (0, 1))


def test_a_file_in_place_of_the_folder_is_said_plainly(project):
    """The default folder's name may be taken by a file."""
    (project.folder / "build").write_text("a file")
    result = run("build", "-f", "md")
    assert (result.exit_code, result.stdout) == (1, "")
    assert (
        result.stderr == f"error[cannot-write]: `build/deck.md` cannot be written: `build` is not a folder\n{ELSEWHERE}"
    )


@pytest.mark.parametrize("kind", ["loop", "link to nowhere", "pipe", "/dev/null"])
@pytest.mark.parametrize("below", ["", "/sub"])
def test_what_is_no_folder_is_called_so(kind, below, project):
    """The system would say that a file exists, of a link that leads nowhere too; `-o` may name any of them."""
    name = kind if kind == "/dev/null" else "out"
    if kind == "pipe":
        os.mkfifo("out")
    elif kind != "/dev/null":
        Path("out").symlink_to("out" if kind == "loop" else "nowhere")
    said = f"`{name}{below}/deck.md` cannot be written: `{name}` is not a folder"
    assert run("build", "-f", "md", "-o", name + below).stderr == f"error[cannot-write]: {said}\n{ELSEWHERE}"
    assert not Path("nowhere").exists()


@pytest.mark.parametrize("kind", ["folder", "pipe", "pipe that another writes to"])
def test_what_stands_in_place_of_the_record_neither_hangs_nor_harms(kind, tmp_path):
    """A pipe gives way; a folder is named, and without a record no file is written."""
    if kind != "folder":
        os.mkfifo(tmp_path / RECORD)
        writer = os.open(tmp_path / RECORD, os.O_RDWR) if "writes" in kind else None
        assert told("deck.md", tmp_path) == []
        if writer is not None:
            os.close(writer)
    else:
        (tmp_path / RECORD).mkdir()
        assert told("deck.md", tmp_path) == [("cannot-write", f"`{RECORD}` cannot be written: is a directory", None)]
        assert names(tmp_path) == [RECORD]


def test_a_folder_without_rights_is_said_plainly(project):
    """The message is the system's own reason, not a traceback."""
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    (project.folder / "build").mkdir(mode=0o555)
    assert run("build", "-f", "md").stderr == (
        "error[cannot-write]: `build/deck.md` cannot be written: permission denied\n\n1 error\n"
    )


@pytest.mark.parametrize("number", [5, 32])
def test_a_file_open_in_another_program_is_said_plainly(number, tmp_path, monkeypatch):
    """Windows lets nobody replace it: what it then raises is raised here."""
    error = PermissionError(13, "Access is denied", str(tmp_path / "x"), None, str(tmp_path / "deck.md"))
    error.winerror = number

    def refuse(*paths: object) -> None:
        raise error

    assert told("deck.md", tmp_path, b"old") == []
    monkeypatch.setattr(os, "replace", refuse)
    assert told("deck.md", tmp_path) == [
        (
            "cannot-write",
            "`deck.md` cannot be written: another program has it open",
            "close it there, and build again",
        )
    ]
    assert (tmp_path / "deck.md").read_bytes() == b"old" and names(tmp_path) == [RECORD, "deck.md"]


def test_a_folder_that_another_build_holds_is_waited_for_but_not_for_ever(tmp_path, monkeypatch):
    """A build that somebody stopped with Ctrl-Z holds it until it goes on."""
    monkeypatch.setattr("deckmaker.output.folder.sole_use", lambda folder: sole_use(folder, patience=0.05))
    with sole_use(tmp_path) as held:
        assert held
        with pytest.raises(FolderIsTaken), sole_use(tmp_path, patience=0):
            pass
        assert told("deck.md", tmp_path) == [
            (
                "cannot-write",
                "`deck.md` cannot be written: another build is writing into this folder",
                "wait for it, or end it",
            )
        ]
    assert told("deck.md", tmp_path) == []


OUT = """\
error[cannot-write]: `build/deck.md` cannot be written: `build` leads out of the project
 = help: name the folder with `--output` where that is meant

1 error
"""


@pytest.mark.parametrize("place", ["../elsewhere", "/tmp", "../nowhere"])
def test_a_default_folder_that_is_a_link_out_is_not_written_to(place, tmp_path, monkeypatch):
    """Nobody has named it; whoever does is obeyed."""
    folder = tmp_path / "project"
    (folder / "decks").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (folder / "decks/deck.yaml").write_text(DECK)
    (folder / "build").symlink_to(place)
    monkeypatch.chdir(folder)
    assert run("build", "-f", "md").stderr == OUT
    assert run("build", "-f", "md", "--force").stderr == OUT
    said = OUT.replace("build/deck.md", "build/show/deck-slide-01.svg").replace("`build` leads", "`build/show` leads")
    assert run("show", "-f", "svg").stderr == said
    assert names(tmp_path / "elsewhere") == []
    if place == "../elsewhere":
        assert run("build", "-f", "md", "-o", "build").stdout == "build/deck.md\n"
        assert names(tmp_path / "elsewhere") == [RECORD, "deck.md"]


def test_a_default_folder_that_is_a_link_within_the_project_is_written_to(project):
    """As one to a folder on which a web server looks."""
    (project.folder / "public").mkdir()
    (project.folder / "build").symlink_to("public")
    assert run("build", "-f", "md").stdout == "build/deck.md\n"
    assert names(project.folder / "public") == [RECORD, "deck.md"]


def test_a_record_that_is_a_link_is_not_read(tmp_path):
    """Then nothing is known of the files."""
    assert told("deck.md", tmp_path) == []
    (tmp_path / RECORD).rename(tmp_path / "record")
    (tmp_path / RECORD).symlink_to("record")
    assert [one[0] for one in told("deck.md", tmp_path)] == ["edited-output"]


@pytest.mark.parametrize(
    "command",
    [
        ("check", "decks/deck.yaml", "--report"),
        ("diff", "decks/deck.yaml", "decks/deck.yaml", "-o"),
        ("diff", "decks/deck.yaml", "decks/deck.yaml", "--force", "-o"),
        ("theme", "from", "build/deck.pptx", "--force", "-o"),
    ],
)
def test_pipes_and_links_to_them_are_neither_waited_for_nor_replaced(command, project):
    """Shells have them: `-o /dev/stdout` names a link to one, and of `/dev/null` the whole system knows."""
    if command[0] == "theme":
        assert run("build", "-f", "pptx").exit_code == 0
    os.mkfifo("pipe.html")
    os.symlink("pipe.html", "link.html")
    before = names(project.folder)
    for name in ("pipe.html", "link.html"):
        result = run(*command, name)
        assert result.exit_code == (2 if command[0] == "diff" else 1)
        assert f"`{name}`" in result.stderr and "there is a pipe, socket or device of that name" in result.stderr
    assert names(project.folder) == before and os.path.islink("link.html")


@pytest.mark.parametrize("command", [("check", "decks/deck.yaml", "--report"), ("diff", "decks/deck.yaml", "-o")])
@pytest.mark.parametrize("target", ["there.html", "nowhere.html"])
def test_a_link_is_not_replaced_by_a_page(command, target, project):
    """Neither one to an older page nor one that leads nowhere."""
    command = command if command[0] == "check" else (*command[:2], "decks/deck.yaml", "-o")
    run(*command, "there.html")
    os.symlink(target, "link.html")
    result = run(*command, "link.html")
    assert "error[edited-output]: `link.html` is there already, and is no " in result.stderr
    assert os.path.islink("link.html")


@pytest.mark.parametrize(
    "command", [("build", "-o", "NAME/deck.pptx"), ("build", "-o", "NAME.pptx"), ("new", "NAME/new")]
)
def test_a_name_that_no_system_has_is_told_where_it_is_asked_for(command, project):
    """Not that the command cannot go on, and nothing else."""
    result = run(*(one.replace("NAME", "x" * 300) for one in command))
    assert result.exit_code in (1, 2) and "xxx" in result.stderr


@pytest.mark.parametrize(
    "command",
    [
        ("check", "decks/deck.yaml", "--report"),
        ("diff", "decks/deck.yaml", "decks/deck.yaml", "-f", "html", "-o"),
        ("theme", "from", "build/deck.pptx", "-o"),
    ],
)
def test_steps_back_out_of_a_folder_that_is_yet_to_be_made_hide_no_file(command, project):
    """Once the folder is made, there is the file."""
    if command[0] == "theme":
        assert run("build", "-f", "pptx").exit_code == 0
    result = run(*command, "new/../decks/deck.yaml")
    assert "error[edited-output]: `decks/deck.yaml` is there already" in result.stderr
    assert project.deck.read_text() == DECK and not os.path.exists("new")


@pytest.mark.parametrize("command", [("import", "talk.md"), ("theme", "from", "build/deck.pptx")])
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_a_folder_in_place_of_a_file_is_told_as_one(command, force, project):
    """Nothing is written over a folder: `--force` would not help."""
    assert run("build", "-f", "pptx").exit_code == 0
    (project.folder / "talk.md").write_text("# A talk\n")
    (project.folder / "there").mkdir()
    result = run(*command, *force, "-o", "there")
    assert result.exit_code == 1
    assert (
        "error[edited-output]: `there` is a folder\n = help: name a file with `-o`, such as one in it" in result.stderr
    )
    assert not names(project.folder / "there")
