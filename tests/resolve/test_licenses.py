"""Licence ids with slips in them are told what they may have been meant for."""

from __future__ import annotations

from tests.projects import DECK, Project

PLACES = """\
title: Night noise
sources:
  board: {publisher: Port Authority, license: CC0}
slides:
  - title: Night noise
    image: {file: ../a.png, alt: A, credit: {creator: A. Lind, license: cc-by-sa-40}}
    credit: {creator: A. Lind, license: CC BY 4.0}
    credits: [Board, {creator: A. Lind, license: CCO-1.0}]
    bullets:
      - license: [CC-BY-4]
"""


def test_a_slip_is_a_warning_with_its_near_match(tmp_path):
    """The whole message."""
    said = Project(tmp_path).said(DECK + "    credit: {creator: A. Lind, license: CC-BY-4}\n")
    assert (
        said
        == """\
warning[unknown-license]: `CC-BY-4` is no licence id
 --> decks/deck.yaml:4:41
  |
4 |     credit: {creator: A. Lind, license: CC-BY-4}
  |                                         ^^^^^^^
  = help: did you mean `CC-BY-4.0`?"""
    )


def test_every_credit_is_looked_at_where_its_licence_stands(tmp_path):
    """Of sources, pictures and slides; a bullet is no credit."""
    project = Project(tmp_path)
    project.picture("a.png")
    found = [(one.span.line, one.span.column, one.help) for one in project.read(PLACES)[1]]
    assert found == [
        (3, 47, "did you mean `CC0-1.0`?"),
        (6, 73, "did you mean `CC-BY-SA-4.0`?"),
        (7, 41, "did you mean `CC-BY-4.0`?"),
        (8, 50, "did you mean `CC0-1.0`?"),
    ]


def test_a_licence_in_words_of_its_own_is_fine(tmp_path):
    """Agencies have their own."""
    assert Project(tmp_path).said(DECK + '    credit: {creator: A, license: "Getty Images, editorial use"}\n') == ""
