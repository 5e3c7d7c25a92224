"""What is said of wrong tables, whole: `python -m tests.wrong_rows` accepts what has changed."""

from __future__ import annotations

import re

import pytest

from tests.samples import mostly_slow
from tests.wrong_rows.case import case_names, read_case, what_is_said

NAMES = case_names()
WITHOUT_HELP = frozenset({"control-character-in-a-cell"})
"""Cases whose message is its own mend: it names the sign that is to go."""


@pytest.mark.parametrize("name", mostly_slow(NAMES, every=6))
def test_a_wrong_table_gets_just_these_messages(name, tmp_path, monkeypatch):
    """Each names cause and place, once; of a deck with an error nothing is written."""
    case = read_case(name)
    monkeypatch.chdir(tmp_path)
    said = what_is_said(case, tmp_path)
    assert said == case.said
    if said.endswith(("exit 1\n", "exit 2\n")) and "--keep-going" not in case.command:
        assert sorted(path.name for path in tmp_path.iterdir()) == sorted({"assets", "decks", *_folders(case)})


def _folders(case):
    return {file.path.partition("/")[0] for file in case.files}


@pytest.mark.parametrize("name", NAMES)
def test_every_message_has_a_way_out(name):
    """And a place, unless it is of the command itself."""
    said = read_case(name).said
    assert re.search(r"^(error|warning|note)\[[a-z-]+\]: \S|^Error: \S", said, re.MULTILINE), said
    for message in re.split(r"\n\n(?=error|warning|note)", said)[:-1]:
        if message.startswith(("error[", "warning[")):
            assert "= help: " in message or name in WITHOUT_HELP, message


def test_there_are_enough():
    """Of the kinds that people write."""
    assert len(NAMES) >= 50
