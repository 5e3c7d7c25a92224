"""`deckmaker check --fix`: what is printed, what is written, and what never is."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import jsonschema
import pytest

from deckmaker.mending import mending
from deckmaker.mending.files import replace_files
from tests.projects import DECK, ROOT, Project, run
from tests.template.templates import DEFAULT

WRONG = DECK + "  - titel: Berth 4\n    bulets: [a, b]   # two\n    image: ../a.png\n"
RIGHT = DECK + "  - title: Berth 4\n    bullets: [a, b]   # two\n    image: {file: ../a.png, alt: TODO}\n"
PRINTED = """\
decks/deck.yaml:4: `titel` is now `title` (unknown-key)
decks/deck.yaml:5: `bulets` is now `bullets` (unknown-key)
decks/deck.yaml:6: `../a.png` is now `{file: ../a.png, alt: TODO}` (missing-alt)
decks/deck.yaml: 2 slides, 6 words, 1 second to read
"""
DIFF = """\
--- a/decks/deck.yaml
+++ b/decks/deck.yaml
@@ -1,6 +1,6 @@
 title: Night noise
 slides:
   - title: Night noise
-  - titel: Berth 4
-    bulets: [a, b]   # two
-    image: ../a.png
+  - title: Berth 4
+    bullets: [a, b]   # two
+    image: {file: ../a.png, alt: TODO}
"""
LEFT = """\
decks/deck.yaml:6:19: warning[missing-credit]: picture `../a.png` has no `credit`; add `credit:` with its owner's name \
or a record
decks/deck.yaml:6:34: warning[weak-alt]: `alt` does not say what the picture shows: `TODO`; say in a sentence what it \
shows, or write `decorative: true` in place of it
2 warnings
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project in the working folder, with one picture."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.picture("a.png")
    return project


def fixed(project: Project, deck: str) -> str:
    """Write a deck, mend it, and return what stands there then."""
    project.write(deck)
    run("check", "--fix")
    return project.deck.read_bytes().decode()


def test_what_is_mended_is_printed_and_what_is_left_too(project):
    """Mends to stdout, by the lines where they stand now; what is left to stderr, as ever."""
    project.write(WRONG)
    result = run("check", "--fix", "--messages", "short")
    assert (result.exit_code, result.stdout, result.stderr) == (0, PRINTED, LEFT)
    assert project.deck.read_text() == RIGHT


def test_once_mended_nothing_is_left_to_mend(project):
    """A second run changes nothing and says so by saying nothing."""
    fixed(project, WRONG)
    before = project.deck.stat().st_mtime_ns
    assert run("check", "--fix", "--messages", "short").stdout == PRINTED.splitlines(keepends=True)[-1]
    assert project.deck.stat().st_mtime_ns == before


@pytest.mark.parametrize("option", ["--dry-run", "--diff"])
@pytest.mark.parametrize("fix", [["--fix"], []])
def test_a_dry_run_prints_a_diff_that_patch_takes_and_writes_nothing(fix, option, project):
    """The exit code is that of the deck as it is."""
    project.write(WRONG)
    result = run("check", *fix, option)
    assert (result.exit_code, result.stdout, project.deck.read_text()) == (1, DIFF, WRONG)
    subprocess.run(["git", "apply", "-"], input=result.stdout, text=True, check=True, cwd=project.folder)
    assert project.deck.read_text() == RIGHT


def test_a_diff_of_a_last_line_without_its_end_can_be_applied(project):
    """As `diff` says it, of a file with CR LF, too."""
    project.write("title: A\r\nslides:\r\n  - titel: A")
    result = run("check", "--diff")
    assert result.stdout.count("\\ No newline at end of file") == 2
    subprocess.run(["git", "apply", "-"], input=result.stdout_bytes, check=True, cwd=project.folder)
    assert project.deck.read_bytes() == b"title: A\r\nslides:\r\n  - title: A"


def test_a_diff_names_a_file_as_git_does_if_its_name_could_steer_a_terminal(project):
    """In octal escapes between quotation marks: `git apply` takes them, and a terminal gets no escape."""
    deck = project.deck.with_name('a\x1b]0;B\x07\u202e"C.yaml')
    deck.write_text(WRONG)
    result = run("check", "--diff", str(deck))
    quoted = r"decks/a\033]0;B\007\342\200\256\"C.yaml"
    assert result.stdout.splitlines()[:2] == [f'--- "a/{quoted}"', f'+++ "b/{quoted}"']
    subprocess.run(["git", "apply", "-"], input=result.stdout, text=True, check=True, cwd=project.folder)
    assert deck.read_text() == RIGHT


def test_programs_get_edits_that_follow_the_schema_and_mend_the_deck(project):
    """Made by the rules that the docs give: characters of lines, the last first."""
    project.write(WRONG)
    found = [json.loads(line) for line in run("check", "--messages", "json").stderr.splitlines()]
    schema = json.loads((ROOT / "docs" / "messages.schema.json").read_text())
    for one in found:
        jsonschema.validate(one, schema)
    lines = WRONG.split("\n")
    for edit in sorted((edit for one in found for edit in one["edits"]), key=lambda edit: -edit["line"]):
        assert (edit["file"], edit["line"]) == ("decks/deck.yaml", edit["end_line"])
        line = lines[edit["line"] - 1]
        lines[edit["line"] - 1] = line[: edit["column"] - 1] + edit["text"] + line[edit["end_column"] - 1 :]
    assert "\n".join(lines) == RIGHT.replace("{file: ../a.png, alt: TODO}", "../a.png")  # a warning: it comes next


def test_a_mend_brings_the_next_to_light(project):
    """What stands in a key that nobody knew is read once the key is mended."""
    deck = DECK + "    foto: {scr: ../a.png, credti: {creater: A. Lind, licence: CC-BY-4.O}}\n"
    mended = DECK + "    image: {file: ../a.png, alt: TODO, credit: {creator: A. Lind, license: CC-BY-4.0}}\n"
    assert fixed(project, deck.replace("foto", "photo").replace("scr", "src")) == mended


def test_a_credit_that_a_picture_brings_is_written_into_the_deck(project):
    """Word for word, so that slides show the same; and no more of it is taken from the file then."""
    project.picture("b.jpg", creator="A. Lind, Hamburg")
    project.write(DECK + "    image:\n      file: ../b.jpg # ours\n      alt: Cranes at dusk\n")
    before = run("credits", "-f", "csv").stdout
    run("check", "--fix")
    assert project.deck.read_text() == (
        DECK
        + "    image:\n      file: ../b.jpg # ours\n      alt: Cranes at dusk\n".replace(
            "# ours\n", '# ours\n      credit: {creator: "A. Lind, Hamburg"}\n'
        )
    )
    assert run("credits", "-f", "csv").stdout == before
    assert "taken-from-file" not in run("check", "-v").stderr


def test_the_number_of_a_templates_only_colour_is_mended(project):
    """It is called by its value there."""
    (project.folder / "company.potx").write_bytes(DEFAULT.read_bytes())
    theme = project.folder / "house.yaml"
    layouts = "{content: Title and Content, title: Title Slide}"
    template = f"template: {{file: company.potx, layouts: {layouts}}}"
    before = f"extends: briefing\n{template}\npalette: {{template-1: '#6E6E6E'}}  # ours\n"
    theme.write_text(before)
    fixed(project, "title: A\ntheme: ../house.yaml\nslides:\n  - title: A\n")
    assert theme.read_text() == before.replace("template-1", "template-898989-on-ffffff")


def test_a_theme_file_that_the_deck_names_is_mended_too(project):
    """It has no command of its own."""
    theme = project.folder / "house.yaml"
    theme.write_text("extends: briefing\npalete: {accent: '#C00000'}  # ours\n")
    assert fixed(project, "title: A\ntheme: ../house.yaml\nslides:\n  - title: A\n").startswith("title: A")
    assert theme.read_text() == "extends: briefing\npalette: {accent: '#C00000'}  # ours\n"


def test_what_an_alias_repeats_is_left_alone(project):
    """It would be changed in places where nothing is wrong."""
    deck = DECK + "    credits: [&a {creater: A. Lind}, *a]\n"
    assert fixed(project, deck) == deck


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("    source: board  # ours", "    credit: {source: board}  # ours"),
        ("    credit: board  # ours", "    credit: {source: board}  # ours"),
        ('    quote: {text: Loud., source: "board"}', "    quote: {text: Loud., credit: {source: board}}"),
        ("    credits: [board, A. Lind]", "    credits: [{source: board}, A. Lind]"),
        ("    source: A. Lind", "    credit: A. Lind"),
        ("    credit: A. Lind\n    source: board", "    credit: A. Lind\n    source: board"),  # either, or one of both
    ],
)
def test_a_source_is_named_in_a_credit(wrong, right, project):
    """Its key alone would stand on the slide."""
    sources = "sources:\n  board: {role: data, publisher: Port Authority}\n"
    assert fixed(project, f"{sources}{DECK}{wrong}\n") == f"{sources}{DECK}{right}\n"


@pytest.mark.parametrize(
    "slide",
    [
        "    titel: A\n",  # there is a title
        "    bulets: [a]\n    bullet: [b]\n",  # both would be the same key
        "    bulets: a\n",  # a text would be no list
        "    tetx: A\n    text: B\n",
        "    layout: sect\n",  # too far from any
        '    "bul\\u0065ts": [a]\n',  # written in a way that only YAML reads
        "    image: {fil: ../a.png}\n",  # `file` or `fit`
        "    image: {file: ../a1.png, alt: Cranes at dusk}\n",  # `a.png`? a figure is no slip
    ],
)
def test_what_is_not_sure_is_left_alone(slide, project):
    """Help may name it; somebody has to decide."""
    deck = DECK + slide
    assert fixed(project, deck) == deck


def test_a_file_that_somebody_saved_meanwhile_is_left_as_it_is(project, monkeypatch):
    """Nothing of theirs is lost, and the command says so."""
    project.write(WRONG)
    read = mending.with_drafts

    def saved_meanwhile(contents):
        if contents:
            project.write(WRONG + "    notes: Mine.\n")
        return read(contents)

    monkeypatch.setattr(mending, "with_drafts", saved_meanwhile)
    result = run("check", "--fix", "--messages", "short")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "error[changed-meanwhile]: `decks/deck.yaml` was changed meanwhile" in result.stderr
    assert project.deck.read_text() == WRONG + "    notes: Mine.\n"
    assert [path.name for path in project.deck.parent.iterdir()] == ["deck.yaml"]


def test_a_read_only_file_stays(project):
    """Though its folder may be written to."""
    project.write(WRONG)
    project.deck.chmod(0o444)
    result = run("check", "--fix", "--messages", "short")
    assert result.exit_code == 1
    assert "error[cannot-write]: `decks/deck.yaml` cannot be written: permission denied" in result.stderr
    assert project.deck.read_text() == WRONG


def test_rights_and_links_are_kept(project):
    """The file behind a link is mended, and the link stays one."""
    real = project.folder / "real.yaml"
    real.write_text(WRONG.replace("../a.png", "a.png"))
    real.chmod(0o640)
    project.deck.symlink_to(real)
    run("check", "--fix")
    assert project.deck.is_symlink()
    assert (real.read_text()[:60], oct(real.stat().st_mode & 0o777)) == (RIGHT[:60], "0o640")


def test_files_of_another_project_are_not_touched(project, tmp_path_factory):
    """Nor what nobody read."""
    other = tmp_path_factory.mktemp("other") / "x.yaml"
    other.write_text("old")
    assert mending._content(other, project.folder) is None
    assert mending._content(project.folder / "missing.yaml", project.folder) is None


def test_what_cannot_be_replaced_is_told_and_the_rest_is_replaced(project):
    """Each file by itself."""
    from deckmaker.diagnostics import Diagnostics

    (project.folder / "b.yaml").write_bytes(b"old")
    diagnostics = Diagnostics()
    contents = {project.folder / name: b"new" for name in ("gone.yaml", "b.yaml")}
    replaced = replace_files(contents, dict.fromkeys(contents, b"old"), diagnostics)
    assert (replaced, [one.code for one in diagnostics]) == ([project.folder / "b.yaml"], ["cannot-write"])
    assert (project.folder / "b.yaml").read_bytes() == b"new"


def test_several_decks_are_mended_in_turn_though_they_share_a_theme(project):
    """The second finds it mended."""
    theme = project.folder / "house.yaml"
    theme.write_text("extends: briefing\npalete: {accent: '#C00000'}\n")
    for name in ("deck", "other"):
        (project.deck.parent / f"{name}.yaml").write_text("title: A\ntheme: ../house.yaml\nslides:\n  - titel: A\n")
    result = run("check", "--fix")
    assert (result.exit_code, result.stdout.count("palete")) == (0, 1), result.stderr
    assert os.listdir(project.folder / "decks") == ["deck.yaml", "other.yaml"] or result.stdout.count("titel") == 2


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("  - title: Berth 4: loud nights\n", '  - title: "Berth 4: loud nights"\n'),
        ("  - title: A\n    text: %30 more\n", '  - title: A\n    text: "%30 more"\n'),
        ("  - title: A\n    bullets:\n      - Berth 4: loud  # yes\n", None),
        ("  - title: A\n    bullets:\n      - @berth 4\n", '  - title: A\n    bullets:\n      - "@berth 4"\n'),
        ('  - title: A\n    notes: A: "b"\n', '  - title: A\n    notes: A: "b"\n'),
        ("  - title: A\n   text: B\n", "  - title: A\n   text: B\n"),
    ],
)
def test_quotes_that_a_text_needs_are_put_around_it(wrong, right, project):
    """Where the text is all that stands there; else somebody has to say what it is."""
    mended = DECK + '  - title: A\n    bullets:\n      - "Berth 4: loud"  # yes\n' if right is None else DECK + right
    assert fixed(project, DECK + wrong) == mended


@pytest.mark.parametrize(
    "more",
    [
        " - title: Where it comes from\n",
        "    - title: Where it comes from\n",
        "    text: Loud\n      - title: Where it comes from\n",
        "    image:\n      file: a.png\n      - alt: A\n",
        "    bullets: [a\n  - title: Where it comes from\n",
        "   text: %30\n",
        "  - title: *fleet\n",
        "  - title: - A\n",
        "    image: file: a.png\n",
        "    layout: content: A\n",
        "  - title: [A: B, C]\n",
        "  - title: \U0001f600 A: B\n",
    ],
)
def test_a_key_is_no_part_of_a_text_that_needs_quotes(more, project):
    """Though it stands in the wrong column or behind another, or something behind it is wrong: quotes around it would
    hide what it is."""
    assert fixed(project, DECK + more) == DECK + more
    assert json.loads(run("check", "--messages", "json").stderr.splitlines()[0])["edits"] == []


def test_of_two_mistakes_of_syntax_the_first_is_mended_though_the_other_stays(project):
    """The file is read further then, which is better; the next mistake has no mend."""
    wrong, left = "    text: Berth 4: loud\n", "   notes: A\n"
    assert fixed(project, DECK + wrong + left) == DECK + '    text: "Berth 4: loud"\n' + left


def test_mistakes_of_syntax_are_mended_however_many(project):
    """Each brings the next to light, and a second run would find nothing more to mend."""
    wrong = "".join(f"  - title: Berth {number}: loud\n" for number in range(20))
    right = "".join(f'  - title: "Berth {number}: loud"\n' for number in range(20))
    assert fixed(project, DECK + wrong) == DECK + right


def test_a_slide_whose_key_has_an_odd_space_behind_it_is_no_title(project):
    """It looks like a key, and is a text."""
    assert fixed(project, DECK + "  - title:\u00a0A\n") == DECK + "  - title:\u00a0A\n"
