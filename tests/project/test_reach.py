"""What a deck may reach: files of its project, and nothing is told of others, not even whether they are there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.projects import DECK, Project, run

SECRET = "token: hunter2-and-more\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in the working folder, and a secret beside it."""
    (tmp_path / "project").mkdir()
    (tmp_path / "secret.yaml").write_text(SECRET)
    (tmp_path / "secret.csv").write_text(SECRET)
    monkeypatch.chdir(tmp_path / "project")
    return Project(tmp_path / "project")


OUT = """\
error[outside-project]: `decks/x.yaml` leads out of the project
 = help: name the file itself, or copy it into the project

1 error
"""


@pytest.mark.parametrize(
    "target",
    ["/proc/self/environ", "../../secret.yaml", "../../nowhere.yaml", "/etc/hostname", "/dev/stdin", "/dev/zero"],
)
def test_a_deck_that_is_a_link_out_is_not_read(target, project):
    """Whether something is there or not, and whatever it is: a check of all decks, or of that one."""
    (project.folder / "decks/x.yaml").symlink_to(target)
    for arguments in ((), ("decks/x.yaml",), (project.folder / "decks/x.yaml",)):
        result = run("check", *arguments)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr == OUT


def test_a_deck_in_a_folder_that_is_a_link_out_is_not_read(project):
    """A folder on its way, or the folder of decks itself."""
    outside = project.folder.parent / "outside"
    outside.mkdir()
    (outside / "x.yaml").write_text(SECRET)
    (project.folder / "decks/sub").symlink_to("../../outside")
    assert run("check", "decks/sub/x.yaml").stderr == OUT.replace("decks/x.yaml", "decks/sub/x.yaml")
    (project.folder / "decks/sub").unlink()
    (project.folder / "decks").rmdir()
    (project.folder / "deckmaker.yaml").touch()
    (project.folder / "decks").symlink_to("../outside")
    for command in ("check", "build", "credits", "show"):
        result = run(command)
        assert (result.exit_code, result.stderr.splitlines()[-1]) == (
            2,
            "Error: no DECK given, and decks/ leads out of this project, or to what is hidden",
        )
        assert "x.yaml" not in result.stderr


def test_a_deck_that_is_a_link_to_what_is_hidden_is_not_read(project):
    """It lies in the project, and is a program's secret all the same; the user's own hidden deck is no link."""
    (project.folder / ".env").write_text(SECRET)
    (project.folder / "decks/x.yaml").symlink_to("../.env")
    assert run("check").stderr == (
        "error[hidden-file]: `decks/x.yaml` is a link to what is hidden\n"
        " = help: copy the file into a folder of the project that is not hidden\n\n1 error\n"
    )
    (project.folder / ".drafts").mkdir()
    (project.folder / ".drafts/deck.yaml").write_text(DECK)
    assert run("check", ".drafts/deck.yaml").stdout == ".drafts/deck.yaml: 1 slide, 2 words, 1 second to read\n"


def test_a_deck_that_is_a_link_within_the_project_is_read(project):
    """As where one deck has two names, or a deck lies in a folder of its own."""
    (project.folder / "talks").mkdir()
    (project.folder / "talks/one.yaml").write_text(DECK)
    (project.folder / "decks/x.yaml").symlink_to("../talks/one.yaml")
    (project.folder / "decks/all").symlink_to("../talks")
    assert run("check", "decks/x.yaml", "decks/all/one.yaml").stdout == (
        "decks/x.yaml: 1 slide, 2 words, 1 second to read\ndecks/all/one.yaml: 1 slide, 2 words, 1 second to read\n"
    )


@pytest.mark.parametrize("name", ["/proc/self/environ", "/proc/self/cmdline", "/dev/stdin", "pipe"])
def test_what_the_system_only_says_to_be_a_file_is_no_deck(name, project):
    """Named by the user, too: nothing is printed of it, and nothing is waited for."""
    os.mkfifo("pipe")
    result = run("check", name)
    assert result.exit_code == 1 and "PATH" not in result.stderr
    assert "is not a file" in result.stderr or "leads out" in result.stderr


THEMES = ["../link.yaml", "../../secret.yaml", "../../nowhere.yaml", "/proc/self/environ", "../folder/secret.yaml"]


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_out_of_the_project_is_not_read(theme, project):
    """By a link, a folder that is one, or its path; whether it is there or not."""
    (project.folder / "link.yaml").symlink_to("../secret.yaml")
    (project.folder / "folder").symlink_to("..")
    said = project.said(f"{DECK}theme: {theme}\n")
    assert said == (
        f"error[outside-project]: `{theme}` leads out of the project\n"
        f" --> decks/deck.yaml:4:8\n  |\n4 | theme: {theme}\n  |        {'^' * len(theme)}\n"
        "  = help: copy the file into the project"
    )


@pytest.mark.parametrize("name", ["n" * 300, "n" * 5_000, "a/" * 1_000, "a\\0b", "decks/deck.yaml/x"])
def test_a_theme_that_no_system_has_is_none(name, project):
    """As any other file."""
    assert project.said(f'{DECK}theme: "{name}"\n').startswith("error[unknown-theme]: no built-in theme and no file `")


KINDS = ["image: {{file: {}, alt: A, credit: B}}", "table: {}", "image: {}"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", ["../../secret.csv", "../../nowhere.csv", "../../secret.cvs", "../../a/b/c", "/var/x"])
def test_outside_there_is_no_difference_between_what_is_there_and_what_is_not(kind, path, project):
    """The same words for both, and no near match: `secret.cvs` is near a file that no deck may know of."""
    said = project.said(f"{DECK}    {kind.format(path)}\n")
    assert f"error[outside-project]: `{path}` leads out of the project\n" in said
    assert "did you mean" not in said


@pytest.mark.parametrize("way", ["nothing", "a file", "a folder", "a circle", "no rights"])
def test_what_a_path_goes_through_outside_is_not_told(way, project):
    """A path that goes out of the project and on has the same end, whatever is on its way."""
    beside = project.folder.parent / "beside"
    if way == "a file":
        beside.touch()
    elif way == "a circle":
        beside.symlink_to("beside")
    elif way != "nothing":
        beside.mkdir(mode=0o755 if way == "a folder" else 0)
    said = [project.said(f"{DECK}    table: ../../beside/{name}\n").replace(name, "") for name in ("x", "n" * 300)]
    assert len({line for one in said for line in one.splitlines()[:1]}) == 1
    project.picture("a.png")
    back = f"../../beside/../{project.folder.name}/a.png"
    assert project.document(f"{DECK}    image: {{file: {back}, alt: A, credit: B}}\n")


@pytest.mark.parametrize(
    ("path", "step"),
    [
        ("../.aws/credentials", ".aws"),
        ("../.git/config", ".git"),
        ("../.env", ".env"),
        ("../.nowhere", ".nowhere"),
        ("../a/../.env", ".env"),
        ("../.git/../noise.csv", ".git"),
    ],
)
def test_a_hidden_step_is_refused(path, step, project):
    """The whole message, whether it is there or not."""
    for folder in (".aws", ".git", "a"):
        (project.folder / folder).mkdir()
    for name in (".aws/credentials", ".git/config", ".env", "noise.csv"):
        (project.folder / name).write_text("a,b\n1,2\n")
    assert project.said(f"{DECK}    table: {path}\n") == (
        f"error[hidden-file]: `{path}` goes through `{step}`, which is hidden\n"
        f" --> decks/deck.yaml:4:12\n  |\n4 |     table: {path}\n  |            {'^' * len(path)}\n"
        "  = help: copy the file into a folder of the project that is not hidden"
    )


def test_a_link_to_what_is_hidden_is_refused(project):
    """A table or a theme in a repository may be one, to its own `.git/config`, where a token may stand."""
    (project.folder / ".git").mkdir()
    (project.folder / ".git/config").write_text("a,b\n1,2\n")
    (project.folder / "data.csv").symlink_to(".git/config")
    (project.folder / "theme.yaml").symlink_to(".git/config")
    assert "error[hidden-file]: `../data.csv` is a link to what is hidden\n" in project.said(
        f"{DECK}    table: ../data.csv\n"
    )
    assert "error[hidden-file]: `../theme.yaml` is a link" in project.said(f"{DECK}theme: ../theme.yaml\n")


def test_a_project_in_a_hidden_folder_is_one(tmp_path):
    """Only what lies in the project counts."""
    (tmp_path / ".work").mkdir()
    project = Project(tmp_path / ".work")
    project.picture("a.png")
    for path in ("../a.png", tmp_path / ".work/a.png", "../../.work/a.png"):
        assert project.document(f"{DECK}    image: {{file: {path}, alt: A, credit: B}}\n")


def test_no_near_match_is_hidden_or_a_link(project):
    """Where one is all there is, help says nothing; where the file is elsewhere in the project, as before."""
    (project.folder / ".noise.csv").write_text("a\n")
    (project.folder / "nose.csv").symlink_to("../secret.csv")
    assert project.said(f"{DECK}    table: ../noise.csv\n").endswith("^")
    (project.folder / "data/.hidden").mkdir(parents=True)
    (project.folder / "data/.hidden/noise.csv").write_text("a\n")
    assert project.said(f"{DECK}    table: ../noise.csv\n").endswith("^")
    (project.folder / "data/noise.csv").write_text("a\n")
    assert project.said(f"{DECK}    table: ../noise.csv\n").endswith("did you mean `../data/noise.csv`?")


def test_a_folder_that_leads_out_is_not_listed(project):
    """Not by a link in a path behind what is not there, either, which no walk has looked at."""
    (project.folder / "out").symlink_to("..")
    for path in ("../out/secret.cvs", "../nowhere/../out/secret.cvs"):
        assert "secret.csv" not in project.said(f"{DECK}    table: {path}\n")


def test_a_root_that_is_named_by_a_link_is_the_root(project):
    """An absolute path, written or in a link, may go by any name of the project's folder."""
    other = project.folder.parent / "other"
    other.symlink_to("project")
    project.picture("a.png")
    (project.folder / "link.png").symlink_to(other / "a.png")
    for path in (other / "a.png", "../link.png"):
        assert project.document(f"{DECK}    image: {{file: {path}, alt: A, credit: B}}\n")
