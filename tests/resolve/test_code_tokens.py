"""Words of code by their kinds: what has which colour, in all languages, and that nothing of the code is lost."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.budget.decks import CODE_PART
from deckmaker.language.code import LANGUAGES, OTHER_NAMES, language_named
from deckmaker.resolve.code_tokens import coloured
from deckmaker.theme.palette import CODE_COLORS
from tests.projects import ROOT


def kinds(code: str, language: str) -> list[tuple[str, str]]:
    """Return the words of code that have a kind, without the spaces around them, each with that."""
    return [(run.text.strip(), run.syntax) for run in coloured(code, language) if run.syntax]


def test_words_have_their_kinds():
    code = '@cached\ndef median(values):  # the middle\n    return values[len(values) // 2] or "none"'
    assert kinds(code, "python") == [
        ("@cached", "name"),
        ("def", "keyword"),
        ("median", "name"),
        ("# the middle", "comment"),
        ("return", "keyword"),
        ("2", "number"),
        ("or", "keyword"),
        ('"none"', "string"),
    ]


def test_the_last_line_needs_no_end():
    """Diffs and some others ask for the end of a line."""
    assert kinds("-old\n+new", "diff") == [("-old", "deleted"), ("+new", "inserted")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_known_and_has_colours(language):
    code = '/* a */ if (x == 12) { return "b"; } # c\n<a href="b">\n[x]\nk = "v"\n-d\n\\begin{e} % f\nSELECT 1;\nFROM a'
    found = coloured(code, language)
    assert "".join(run.text for run in found) == code
    assert {run.syntax for run in found} - {""} <= CODE_COLORS.keys()
    assert any(run.syntax for run in found)
    assert all(run.code for run in found)


def test_the_docs_name_all_languages():
    page = (ROOT / "docs" / "deck.md").read_text(encoding="utf-8")
    (listed,) = re.findall(r"These languages have colours: (.*?)\. Short names", page, re.DOTALL)
    assert re.findall(r"`(\w+)`", listed) == [*LANGUAGES]


def test_other_names_lead_to_languages():
    assert set(OTHER_NAMES.values()) <= LANGUAGES.keys()
    assert not OTHER_NAMES.keys() & LANGUAGES.keys()
    assert [language_named(one) for one in ("Python", "JS", "c++", "brainfuck", "text")] == [
        *("python", "javascript", "cpp"),
        *(None, None),
    ]


SIGNS = [*"abxyz01 ._-+*/=<>()[]{}#\"'`\\$%&|!?:;,@~^é漢", "\U0001f642", "\n", "    ", "def ", "<!--", "<?php "]
CODE = st.lists(st.sampled_from(SIGNS)).map("".join)


@given(st.sampled_from([*LANGUAGES]), CODE)
def test_nothing_is_lost_whatever_is_written(language, code):
    """Each sign stays where it is, and empty lines at the ends, too."""
    found = coloured(code, language)
    assert "".join(run.text for run in found) == code
    assert all(one.text and one.marks != other.marks for one, other in pairwise(found))


@pytest.mark.parametrize("line", ["x = 1  # one\n", "\n", "a", "a \n\n"])
def test_long_code_is_read_part_by_part(line, monkeypatch):
    """No part is longer than the bound, and each but the last ends with a line where there are any."""
    read: list[str] = []
    code = line * (3 * CODE_PART.most // len(line))

    class Reader:
        def get_tokens_unprocessed(self, text):
            read.append(text)
            yield 0, "", text

    monkeypatch.setattr("deckmaker.resolve.code_tokens._lexer", lambda *_: Reader())
    coloured(code, "python")
    assert "".join(part.removesuffix("\n") for part in read) == code
    assert max(map(len, read)) <= CODE_PART.most + 1
    assert len(read) < 3 * 2
    if "\n" in line:
        assert all(part.endswith("\n\n") for part in read[:-1])
