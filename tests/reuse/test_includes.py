"""Slides of other files: which are taken, where their paths and messages lead, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.diagnostics import Diagnostics
from deckmaker.reuse import including
from deckmaker.reuse.assembly import assembled
from deckmaker.source import parse_yaml, read_deck, read_source
from tests.projects import Project

COMMON = """\
title: Common slides
theme: no-such-theme
sources:
  board: {title: Night noise, publisher: Port Authority}
variables:
  city: Hamburg
  deaths: {file: deaths.csv}
slides:
  - {id: hello, title: "Hello {{ city }}", text: "{{ deaths.2022.total | ,.0f }}"}
  - id: berth
    section: Findings
    title: Berth 4
    image: {file: pictures/a.png, alt: A ship, credit: {source: board}}
  - {title: Berth 5}
  - {id: end, section: End, title: Thanks}
"""


@pytest.fixture
def project(tmp_path):
    """A project whose common slides have their pictures and data beside them."""
    project = Project(tmp_path)
    project.picture("common/pictures/a.png")
    (tmp_path / "common" / "deaths.csv").write_text("Year,total\n2022,565000\n")
    (tmp_path / "common" / "common.yaml").write_text(COMMON)
    (tmp_path / "common" / "list.yaml").write_text("- title: One\n- include: {file: common.yaml, slides: [end]}\n")
    return project


def deck(*entries: str, more: str = "") -> str:
    """Return a deck of a first slide and further entries."""
    return "\n".join([f"title: Harbour{more}\nslides:\n  - title: Harbour", *(f"  - {one}" for one in entries), ""])


def titles(project: Project, text: str) -> list[str]:
    """Return the titles of a deck without errors, its first slide left out."""
    return [slide.title.text for slide in project.document(text).slides[1:]]


@pytest.mark.parametrize(
    ("include", "taken"),
    [
        ("../common/common.yaml", ["Hello Hamburg", "Berth 4", "Berth 5", "Thanks"]),
        ("{file: ../common/common.yaml}", ["Hello Hamburg", "Berth 4", "Berth 5", "Thanks"]),
        ("{file: ../common/common.yaml, slides: [end, hello]}", ["Thanks", "Hello Hamburg"]),
        ("{file: ../common/common.yaml, section: Findings}", ["Berth 4", "Berth 5"]),
        ("../common/list.yaml", ["One", "Thanks"]),
    ],
)
def test_an_entry_brings_slides_in(project, include, taken):
    """Whole files, by id in the order asked for, by section, and what the file includes itself."""
    assert titles(project, deck(f"include: {include}", "title: Last")) == [*taken, "Last"]


@pytest.mark.parametrize(
    ("entries", "are_told"),
    [
        (["include: ../common/backup.yaml", "title: Last"], True),
        (["title: Last", "include: ../common/backup.yaml"], False),
        (["include: {file: ../common/backup.yaml, slides: [talk]}", "title: Last"], False),
        (["{title: Own, appendix: true}", "include: ../common/backup.yaml"], False),
    ],
)
def test_own_slides_behind_an_included_appendix_are_told(project, entries, are_told):
    """They would belong to it, and be missing from the talk."""
    backup = "- {id: talk, title: Talk}\n- {title: Backup, appendix: true}\n"
    (project.folder / "common" / "backup.yaml").write_text(backup)
    said = project.said(deck(*entries))
    assert ("the appendix begins in `../common/backup.yaml`" in said) == are_told
    assert ("as the one on line 5 is" in said) == are_told


def test_a_picture_is_no_file_to_include_and_is_told_where_it_is_named(project):
    """As other files that cannot be read."""
    said = project.said(deck("include: ../common/pictures/a.png"))
    assert said.startswith("error[unreadable-file]: `common/pictures/a.png` is a picture")
    assert "--> deck.yaml:4:14" in said or "--> decks/deck.yaml:4:14" in said


def test_paths_names_and_places_are_those_of_the_included_file(project):
    """Its picture, its data, its sources; layout's findings lead to its lines."""
    document = project.document(deck("include: ../common/common.yaml"))
    hello, berth = document.pages[1], document.pages[2]
    assert any(getattr(one.item, "text", "") == "565,000" for one in hello.placed)
    assert [credit.title for credit in document.slides[2].credits] == ["Night noise"]
    assert berth.span.source.name.endswith("common/common.yaml") and berth.span.line == 10
    assert document.theme.name == "briefing"


def test_a_message_about_an_included_slide_marks_it_there(project):
    """Whole, as printed: from reading, validating and laying out."""
    (project.folder / "common" / "bad.yaml").write_text(
        "- title: A\n  bulets: [x]\n- title: B\n  image: {file: no.png, alt: x, credit: y}\n  text: '{{ nobody }}'\n"
    )
    assert (
        project.said(deck("include: ../common/bad.yaml"))
        == """\
error[unknown-key]: unknown key `bulets`
 --> common/bad.yaml:2:3
  |
2 |   bulets: [x]
  |   ^^^^^^
  = help: did you mean `bullets`?

error[missing-file]: `no.png` is not a file
 --> common/bad.yaml:4:17
  |
4 |   image: {file: no.png, alt: x, credit: y}
  |                 ^^^^^^

error[unknown-variable]: there is no variable `nobody`
 --> common/bad.yaml:5:10
  |
5 |   text: '{{ nobody }}'
  |          ^^^^^^^^^^^^
  = help: name it under `variables:`, or a table with such a column by `rows:`; `\\{{` shows the signs themselves"""
    )


def test_layouts_findings_count_slides_as_the_deck_has_them(project):
    """The second slide of the deck is the first one of its file."""
    (project.folder / "common" / "long.yaml").write_text(f"- title: A\n  text: {'word ' * 3_000}\n")
    _, diagnostics = project.read(deck("include: ../common/long.yaml"))
    found = [one for one in diagnostics if "slide 2" in one.message]
    assert found and all(one.span.source.name.endswith("long.yaml") for one in found)


def test_the_decks_own_names_win_which_is_told(project):
    """Of two that are equal, nothing is said."""
    document, diagnostics = project.read(
        deck(
            "include: ../common/common.yaml",
            more="\nvariables: {city: Altona}\nsources: {board: {title: Night noise, publisher: Port Authority}}",
        )
    )
    assert document.slides[1].title.text == "Hello Altona"
    (one,) = [one for one in diagnostics if one.code == "include-conflict"]
    assert one.span.source.name.endswith("common.yaml") and one.span.line == 6
    assert one.message.startswith("`city` of `variables` is not taken from here: ")
    assert one.notes[0].endswith("decks/deck.yaml:2:13")


@pytest.mark.parametrize(
    ("include", "code", "message", "help"),
    [
        ("../common/comon.yaml", "missing-file", "`../common/comon.yaml` is not a file", "did you mean `common.yaml`?"),
        ("../../x.yaml", "outside-project", "`../../x.yaml` leads out of the project", None),
        (
            "{file: ../common/common.yaml, slides: [hallo]}",
            "unknown-slide",
            "`../common/common.yaml` has no slide `hallo`",
            "did you mean `hello`?",
        ),
        (
            "{file: ../common/common.yaml, section: Finding}",
            "unknown-slide",
            "`../common/common.yaml` has no section `Finding`",
            "did you mean `Findings`?",
        ),
        (
            "{file: ../common/common.yaml, section: End, slides: [end]}",
            "wrong-value",
            "an `include` takes `slides` or `section`, and has both",
            "remove one",
        ),
        (
            "deck.yaml",
            "unusable-include",
            "`deck.yaml` includes itself: `deck.yaml` → `deck.yaml`",
            "remove one of these includes",
        ),
        (
            "../common/empty.yaml",
            "unusable-include",
            "`../common/empty.yaml` has no slides",
            "write a list of slides into it, or a deck",
        ),
        ("{file: ../common/common.yaml, slide: [end]}", "unknown-key", "unknown key `slide`", "did you mean `slides`?"),
        ("{slides: [end]}", "missing-key", "key `file` is missing", None),
        (
            "../common/common.yaml\n    title: T",
            "wrong-value",
            "`title` stands beside `include`",
            "write the slide as an entry of its own, behind a `- `",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_included_is_said_at_its_place(project, include, code, message, help):
    """One message each."""
    (project.folder / "common" / "empty.yaml").write_text("title: Empty\n")
    _, diagnostics = project.read(deck(f"include: {include}"))
    found = [one for one in diagnostics if one.code == code]
    assert len(found) == 1
    assert found[0].message.replace(f"{project.folder}/", "../").endswith(message)
    assert help is None or found[0].help == help
    assert found[0].span.line >= 4


def test_circles_and_long_chains_are_named(project):
    """By the names of their files."""
    for number in range(12):
        (project.folder / f"c{number}.yaml").write_text(f"- include: c{number + 1}.yaml\n- title: T\n")
    (project.folder / "c12.yaml").write_text("- title: T\n")
    _, diagnostics = project.read(deck("include: ../c0.yaml"))
    (one,) = diagnostics
    assert one.message.startswith("the chain of includes has more than 10 files, each of which includes the next")
    assert one.message.endswith("`deck.yaml` → " + " → ".join(f"`c{number}.yaml`" for number in range(11)))
    (project.folder / "c3.yaml").write_text("- include: c2.yaml\n")
    _, diagnostics = project.read(deck("include: ../c0.yaml"))
    (one,) = diagnostics
    assert one.message == "`c2.yaml` includes itself: `c2.yaml` → `c3.yaml` → `c2.yaml`"
    assert one.span.source.name.endswith("c3.yaml")


def test_files_that_double_each_other_are_refused_soon(project):
    """Ten levels, each of which includes the next ten times, would be ten billion slides."""
    for number in range(9):
        (project.folder / f"b{number}.yaml").write_text(f"- include: b{number + 1}.yaml\n" * 10)
    (project.folder / "b9.yaml").write_text("- title: T\n" * 10)
    _, diagnostics = project.read(deck("include: ../b0.yaml"))
    (one,) = diagnostics
    assert one.code == "endless-deck" and "10,000 slides" in one.message


def test_a_file_is_read_once(project, monkeypatch):
    """However often it is included."""
    read = []
    monkeypatch.setattr(including, "read_source", lambda *named: read.append(named[0].name) or read_source(*named))
    assert len(titles(project, deck(*["include: ../common/list.yaml"] * 3, "include: ../common/common.yaml"))) == 10
    assert sorted(read) == ["common.yaml", "list.yaml"]


def test_a_broken_file_is_told_once_though_it_is_included_twice(project):
    """At its own line."""
    (project.folder / "broken.yaml").write_text("- title: [\n")
    _, diagnostics = project.read(deck("include: ../broken.yaml", "include: ../broken.yaml"))
    assert [one.code for one in diagnostics] == ["yaml-syntax"]


FILES = ("a", "b", "c")
ENTRIES = st.lists(
    st.one_of(
        st.sampled_from(FILES).map(lambda name: f"include: {name}.yaml"),
        st.sampled_from(FILES).map(lambda name: f"include: {{file: {name}.yaml, slides: [x]}}"),
        st.sampled_from(FILES).map(lambda name: f"include: {{file: {name}.yaml, section: S}}"),
        st.sampled_from(["title: T", "{title: T, id: x}", "{title: T, section: S}", "[]", "include: 3", "include: "]),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=60)
@given(st.fixed_dictionaries(dict.fromkeys(FILES, ENTRIES)), ENTRIES)
def test_whatever_includes_whatever_has_places(tmp_path_factory, files, entries):
    """Each slide is one that some file holds, its place says which, and every path of the tree has one."""
    folder = tmp_path_factory.mktemp("includes")
    (folder / "deckmaker.yaml").touch()
    for name, own in files.items():
        (folder / f"{name}.yaml").write_text("".join(f"- {one}\n" for one in own))
    path = folder / "deck.yaml"
    path.write_text("title: T\nslides:\n" + "".join(f"- {one}\n" for one in entries))
    diagnostics = Diagnostics()
    source = read_deck(path, diagnostics)
    assembly = assembled(parse_yaml(source, diagnostics), path, diagnostics)
    tree = assembly and assembly.filled(None, None, diagnostics)
    if tree is None:
        assert diagnostics.failed()
        return
    for index, slide in enumerate(tree.data["slides"]):
        span = tree.value_span(("slides", index))
        if isinstance(slide, dict) and "title" in slide:
            assert "title: T" in span.source.line(span.line)
            assert tree.key_span(("slides", index, "title")).column >= span.column
    for at in tree.values:
        value = tree.data
        for step in at:
            value = value[step]
        assert tree.values[at]
