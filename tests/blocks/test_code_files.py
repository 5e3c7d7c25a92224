"""Code from a file of the project, and lines that stand out: what is shown, and what is told of them and of fences."""

from __future__ import annotations

from io import BytesIO

import pytest
from lxml import html
from pptx import Presentation

from deckmaker.budget.decks import CODE_FILE_BYTES, CODE_LINES
from deckmaker.dataclasses import replace
from deckmaker.layout import Document, Placed, Role, TextItem
from deckmaker.theme.palette import CODE_COLORS
from tests.projects import DECK, Project, run

MEDIAN = '''\
"""Statistics."""


class Sample:
\tdef median(self, values):
\t\tordered = sorted(values)

\t\treturn ordered[len(ordered) // 2]
'''


@pytest.fixture
def project(tmp_path):
    """A project with a file of code."""
    made = Project(tmp_path)
    beside(made, "median.py", MEDIAN)
    return made


def beside(project: Project, name: str, content: str | bytes) -> None:
    """Write a file into the project."""
    file = project.folder / "src" / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())


def deck(*keys: str) -> str:
    """Return a deck whose second slide has code with those keys."""
    return f"{DECK}  - title: A\n    code:\n" + "".join(f"      {key}\n" for key in keys)


def code_of(project: Project, *keys: str) -> TextItem:
    """Return the code of a deck with nothing wrong."""
    document, diagnostics = project.read(deck(*keys))
    assert document and [one.message for one in diagnostics] == []
    return code_on(document)


def code_on(document: Document) -> TextItem:
    """Return the code on the second page."""
    leaves: list[Placed] = [leaf for one in document.pages[1].placed for leaf in one.leaves]
    (code,) = [one.item for one in leaves if one.role is Role.CODE]
    assert isinstance(code, TextItem)
    return code


def bold_lines(code: TextItem) -> list[str]:
    """Return the lines that are drawn in bold, each of which is so as a whole."""
    found = []
    for one in code.setting.lines:
        faces = {run.style.face.bold for run in one.runs if run.style and run.text.strip()}
        assert len(faces) < 2
        found += [one.text.strip()] if True in faces else []
    return found


def test_all_of_a_file_is_shown_in_the_colours_of_its_ending(project):
    code = code_of(project, "file: ../src/median.py")
    assert code.text == MEDIAN.strip().replace("\t", "    ")
    assert CODE_COLORS["keyword"][0] in {run.style.color for line in code.setting.lines for run in line.runs}


@pytest.mark.parametrize(
    ("lines", "first", "last"),
    [("5-8", "def median", "return ordered"), ("5–6", "def median", "ordered = "), ("8", "return", "return")],
)
def test_lines_of_a_file_are_shown_from_their_own_margin(project, lines, first, last):
    shown = code_of(project, "file: ../src/median.py", f"lines: {lines}").text.split("\n")
    assert shown[0].startswith(first)
    assert shown[-1].strip().startswith(last)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_numbered_as_editors_do(project, end):
    beside(project, "ends.txt", end.join(["", "two", "three", "", "five", "", ""]))
    assert code_of(project, "file: ../src/ends.txt", "lines: 2-").text.split("\n") == ["two", "three", "", "five"]


def test_no_sign_of_a_file_is_a_value_or_a_mark(project):
    beside(project, "all.j2", "{{ name }} **a** \\{{ b }} `c`")
    assert code_of(project, "file: ../src/all.j2").text == "{{ name }} **a** \\{{ b }} `c`"


@pytest.mark.parametrize(
    ("name", "language"), [("a.PY", "python"), ("Makefile", "makefile"), ("b.tar.jsx", "javascript"), ("c.zz", "")]
)
def test_a_file_says_its_language_by_its_ending(project, name, language):
    beside(project, name, "x = 1")
    (lines,) = code_of(project, f"file: ../src/{name}").setting.paragraphs
    assert lines.paragraph.language == language


@pytest.mark.parametrize("written", ["'6, 8'", "[6, 8]", "[6, 8-8]"])
def test_lines_that_stand_out_are_bold_and_the_others_quiet(project, written):
    code = code_of(project, "file: ../src/median.py", "lines: 5-8", f"highlight: {written}")
    assert bold_lines(code) == ["ordered = sorted(values)", "return ordered[len(ordered) // 2]"]
    quiet = {run.style.color for run in code.setting.lines[0].runs}
    assert quiet == {"muted"}


def test_lines_of_a_text_stand_out_by_their_place_in_it(project):
    code = code_of(project, "highlight: 3-", "text: |", "", "  one", "  two", "  three", "")
    assert code.text.split("\n") == ["one", "two", "three"]
    assert bold_lines(code) == ["two", "three"]


def test_fences_say_which_lines_stand_out(project):
    document, diagnostics = project.read(
        f"{DECK}  - title: A\n    text: |\n      ```py {{2}}\n      a\n      b\n      ```"
    )
    assert document and not [*diagnostics]
    assert bold_lines(code_on(document)) == ["b"]


def test_where_all_lines_stand_out_none_does(project):
    code = code_of(project, "file: ../src/median.py", "lines: 5-8", "highlight: 5-8")
    assert bold_lines(code) == []
    assert CODE_COLORS["keyword"][0] in {run.style.color for line in code.setting.lines for run in line.runs}


def test_outputs_have_the_lines_in_bold(project):
    project.write(deck("file: ../src/median.py", "lines: 5-8", "highlight: 6"))
    result = run("build", project.deck)
    assert result.exit_code == 0, result.stderr
    page = html.fromstring((project.folder / "build/deck.html").read_bytes())
    assert "ordered = sorted" in "".join(page.xpath("//section//code//strong//text() | //section//strong//text()"))
    shown = Presentation(BytesIO((project.folder / "build/deck.pptx").read_bytes()))
    frames = [one for one in shown.slides[1].shapes if one.has_text_frame or one.shape_type == 6]
    runs = [
        (run.text, run.font.bold)
        for frame in frames
        for one in (frame.shapes if frame.shape_type == 6 else [frame])
        for paragraph in one.text_frame.paragraphs
        for run in paragraph.runs
    ]
    assert "ordered = sorted" in "".join(text for text, bold in runs if bold)
    assert "return" in "".join(text for text, bold in runs if not bold)


def test_markdown_says_which_lines_stand_out(project):
    project.write(deck("file: ../src/median.py", "lines: 5-6", "highlight: 6"))
    assert run("build", project.deck, "-f", "md").exit_code == 0
    written = (project.folder / "build/deck.md").read_text()
    assert "```python {2}\ndef median(self, values):\n    ordered = sorted(values)\n```" in written


def test_a_comparison_tells_which_lines_stand_out(project):
    """However these are typed."""
    project.write(deck("file: ../src/median.py", "lines: 5-8", "highlight: 6"))
    other = project.deck.with_name("other.yaml")
    other.write_text(deck("file: ../src/median.py", "lines: 5-8", "highlight: '8,6'"))
    assert "code, highlight: 2 → 2, 4" in run("diff", project.deck, other).stdout
    project.write(deck("file: ../src/median.py", "lines: 5-8", "highlight: [6, 8-]"))
    assert run("diff", project.deck, other).exit_code == 0


@pytest.mark.parametrize("first", ["", " ", "\u2028", "\u0085", "\u200e", "\u200e\n"])
def test_lines_are_counted_with_empty_ones_that_are_left_out(project, first):
    lines = f"{first}\na\nb\nc"
    count = lines.count("\n")
    text = (
        lines.replace("\n", "\\n")
        .replace("\u2028", "\\u2028")
        .replace("\u0085", "\\u0085")
        .replace("\u200e", "\\u200e")
    )
    document, _ = project.read(deck(f"highlight: {count}", f'text: "{text}"'))
    assert document
    assert bold_lines(code_on(document)) == ["b"]


@pytest.mark.parametrize("lit", ["2, 3", "2-3", "{{a}}, {{b}}"])
def test_values_say_which_lines_stand_out(project, lit):
    values = "variables: {all: '2, 3', a: '2', b: '3'}\n"
    fence = f"{DECK}  - title: A\n    text: |\n      ```python {{ {lit} }}\n      a\n      b\n      c\n      ```\n"
    document, diagnostics = project.read(values + fence.replace("{{a}}, {{b}}", "{{all}}"))
    assert document, [*diagnostics]
    assert bold_lines(code_on(document)) == ["b", "c"]
    document, diagnostics = project.read(values + deck(f'highlight: "{lit}"', "text: |", "  a", "  b", "  c"))
    assert document, [*diagnostics]
    assert bold_lines(code_on(document)) == ["b", "c"]


def test_many_stretches_cost_no_more_than_the_lines(project):
    asked = ", ".join(["1-3"] * 20_000)
    assert bold_lines(code_of(project, f"highlight: {asked}", "text: |", "  a", "  b", "  c", "  d")) == ["a", "b", "c"]


def test_code_has_so_many_lines_and_no_more(project):
    beside(project, "log.txt", "a\n" * (CODE_LINES.most + 1))
    _, diagnostics = project.read(deck("file: ../src/log.txt", "highlight: 1"))
    (found,) = diagnostics
    assert found.code == "endless-text" and found.message == "the code has 10,001 lines: expected 10,000 at most"


def test_form_feeds_of_a_file_are_left_out_and_no_sign_becomes_another(project):
    beside(project, "old.c", "int a;\n\f\nint b; // \U0010ff7b\n")
    document, _ = project.read(deck("file: ../src/old.c"))
    assert document and code_on(document).text == "int a;\n\nint b; // \ufffd"


WRONG = {
    "neither": (["language: python"], "missing-key", "6:7", "key `text` or `file` is missing"),
    "both": (["file: ../src/median.py", "text: a"], "wrong-value", "6:13", "code takes `text` or `file`, and has both"),
    "no such file": (["file: ../src/medan.py"], "missing-file", "6:13", "`../src/medan.py` is not a file"),
    "a picture": (["file: ../src/p.py"], "unusable-code", "6:13", "`../src/p.py` is a picture, expected lines of code"),
    "empty": (["file: ../src/empty.py"], "unusable-code", "6:13", "`../src/empty.py` is empty"),
    "outside": (["file: ../../a.py"], "outside-project", "6:13", "`../../a.py` leads out of the project"),
    "hidden": (["file: ../src/.env"], "hidden-file", "6:13", "`../src/.env`"),
    "beyond": (
        ["file: ../src/median.py", "lines: 5-9"],
        "wrong-value",
        "7:14",
        "lines `5-9` go beyond the end of the file",
    ),
    "backwards": (["file: ../src/median.py", "lines: 5-4"], "wrong-value", "7:14", "`5-4` is no stretch of lines"),
    "several": (["file: ../src/median.py", "lines: 1, 3"], "wrong-value", "7:14", "`1, 3` is no stretch of lines"),
    "blank": (["file: ../src/median.py", "lines: 2-3"], "wrong-value", "7:14", "lines `2-3` are empty"),
    "not shown": (
        ["file: ../src/median.py", "lines: 5-6", "highlight: 1"],
        "wrong-value",
        "8:18",
        "line 1 is not shown",
    ),
    "no number": (["file: ../src/median.py", "highlight: all"], "wrong-value", "7:18", "`all` names no lines"),
    "zero": (["text: a", "highlight: 0"], "wrong-value", "7:18", "`0` names no lines"),
    "only empty ones": (
        ["file: ../src/median.py", "highlight: 2-3"],
        "wrong-value",
        "7:18",
        "the lines that are to stand out are empty",
    ),
    "a path as code": (["text: ../src/median.py"], "wrong-value", "6:13", "the path of a file stands here as code"),
    "of a text": (
        ["text: a", "lines: 1"],
        "wrong-value",
        "7:14",
        "`lines` picks lines of a file, and the code stands here as `text`",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_told_at_its_place(project, case):
    beside(project, "p.py", b"\x89PNG\r\n\x1a\n")
    beside(project, "empty.py", " \n\n")
    keys, code, where, message = WRONG[case]
    _, diagnostics = project.read(deck(*keys))
    (found,) = diagnostics
    assert (found.code, found.span and found.span.place.rpartition("deck.yaml:")[2]) == (code, where)
    assert found.message.startswith(message)


def test_what_is_wrong_in_a_file_is_told_there(project):
    beside(project, "latin.py", "# fine\n# caf\xe9\n".encode("latin-1"))
    _, diagnostics = project.read(deck("file: ../src/latin.py"))
    (found,) = diagnostics
    assert found.code == "unreadable-file"
    assert found.span and found.span.place.endswith("src/latin.py:2:6")
    beside(project, "turned.py", "a = 1\nb = '\u202e'\n")
    _, diagnostics = project.read(deck("file: ../src/turned.py"))
    (found,) = diagnostics
    assert found.code == "direction-sign"
    assert found.span and found.span.place.endswith("src/turned.py:2:6")


def test_a_file_that_is_too_large_is_not_read(project, monkeypatch):
    monkeypatch.setattr("deckmaker.resolve.code_file.CODE_FILE_BYTES", replace(CODE_FILE_BYTES, most=20))
    _, diagnostics = project.read(deck("file: ../src/median.py"))
    (found,) = diagnostics
    assert found.code == "unusable-code" and "has 125 bytes" in found.message


@pytest.mark.parametrize(
    ("written", "is_joined"),
    [
        ("\n      a = 1\n      b = 2", True),
        ("a = 1\n      b = 2", True),
        (">\n      a = 1\n      b = 2", True),
        ("&lines\n      a = 1\n      b = 2", True),
        ("'a = 1\n      b = 2'", True),
        ("|\n      a = 1\n      b = 2", False),
        ("&lines |\n      a = 1\n      b = 2", False),
        ("|-\n      a = 1", False),
        (">\n      a = 1", False),
        ("a = 1", False),
        ("\n      a = 1", False),
        (">\n      a = 1\n\n      b = 2", False),
        ('"a = 1\\nb = 2"', False),
        (f"{'word ' * 15}\n      and more", False),
        (f"{'word ' * 15}\n      {'word ' * 13}\n      and more", False),
        (f"{'word ' * 15}\n      short\n      and more", True),
        ('"a = 1\\n\\\n      b = 2"', False),
    ],
)
def test_lines_that_yaml_joins_are_told(project, written, is_joined):
    document, diagnostics = project.read(f"{DECK}  - title: A\n    code: {written}\n")
    assert document
    assert ("joined-lines" in [one.code for one in diagnostics]) == is_joined


FENCES = {
    "```python\na = 1\n\nAll are means.": ["unclosed-code"],
    "```": ["unclosed-code"],
    "~~~~ text\na\n~~~": ["unclosed-code"],
    "- a\n\n  ```\n  b\n\nc": ["unclosed-code"],
    "> ```\n> b\n\nc": ["unclosed-code"],
    "```\na\n```": [],
    "```\na\n\n\n```": [],
    "> ```\n> b\n> ```": [],
    "- a\n\n  ```\n  b\n  ````\n\nc": [],
    "```pyhton\na\n```": ["unknown-language"],
    "```{.javascirpt}\na\n```": ["unknown-language"],
    "```cs\na\n```": [],
    "```mermaid\na\n```": [],
    "```haskell\na\n```": [],
    **{f"```{name}\na\n```": [] for name in ("scss", "csv", "cython", "ipython", "fsharp", "jsonl", "tsql", "xhtml")},
    "```josn\na\n```": ["unknown-language"],
    "```python {9}\na\n```": ["wrong-value"],
    "```python {2;4}\na\n```": ["wrong-value"],
    "```python {.numberLines startFrom=5}\na\n```": [],
    "```plaintext\na\n```": [],
}


@pytest.mark.parametrize("text", FENCES)
def test_of_fences_slips_are_told(project, text):
    lines = "".join(f"      {line}\n" for line in text.split("\n"))
    _, diagnostics = project.read(f"{DECK}  - title: A\n    text: |\n{lines}")
    found = [*diagnostics]
    assert [one.code for one in found] == FENCES[text]
    fence = next(number for number, line in enumerate(text.split("\n"), 6) if "```" in line or "~~~" in line)
    assert all(one.span and one.span.line == one.span.end_line == fence for one in found)
