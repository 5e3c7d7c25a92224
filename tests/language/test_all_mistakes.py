"""Several mistakes: all in one run, in the order of the file; and places behind short forms."""

from __future__ import annotations

from tests.projects import Project

MANY = """\
titel: A
size: 3:2
slides:
  - title: [a]
    image: {file: a.png, alt: b, credit: {kind: foto}}
  - bullets:
      - ok
      - no: it is not
  - credits: [A, {license: []}]
"""


def test_all_mistakes_are_reported_in_one_run_in_the_order_of_the_file(tmp_path):
    """Nobody mends one mistake to read of the next."""
    _, diagnostics = Project(tmp_path).read(MANY)
    found = [(one.span.line, one.span.column, one.code, one.message) for one in diagnostics]
    assert found == [
        (1, 1, "unknown-key", "unknown key `titel`"),
        (2, 7, "wrong-value", "`size` is `16:9`, `4:3` or `A4`, not `3:2`"),
        (4, 12, "wrong-type", "`title` takes a text, found a list"),
        (
            5,
            49,
            "wrong-value",
            "`kind` is `picture`, `photo`, `illustration`, `map`, `chart`, `diagram` or `screenshot`, not `foto`",
        ),
        (8, 9, "wrong-type", "a list item with `: ` in it reads as a key and its value"),
        (9, 28, "wrong-type", "`license` takes a text, found a list"),
    ]


def test_an_empty_text_behind_a_short_form_is_marked_where_it_stands(tmp_path):
    """`image: ''` is short for a mapping with `file`; the place and the name are those that the author wrote."""
    _, diagnostics = Project(tmp_path).read("title: A\nslides:\n  - {title: A, image: '', credit: ''}\n")
    assert [(one.message, one.span.column, one.span.end_column) for one in diagnostics] == [
        ("`image` is empty", 23, 25),
        ("`credit` is empty", 35, 37),
    ]
