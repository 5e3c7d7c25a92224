"""Where sentences end, in the languages that decks are written in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.text.sentences import sentence_ends


@pytest.mark.parametrize(
    "sentences",
    [
        ["One is here. ", "Another follows! ", "Is there a third? ", "Yes… ", "No."],
        ["He said “wait.” ", "She did (for once.) ", "“Why?” ", "Nobody knew."],
        ["Das Ende. ", "Ärger gab es nicht. ", "„Doch.“ ", "2026 erst recht."],
        ["¿Por qué? ", "¡Nadie lo sabe! ", "Fin."],
        ["第一句。", "第二句！", "“第三句？”", "没有了。"],
        ["Dr. Smith met A. Lind at No. 4, e.g. on the quay. ", "Cf. Fig. 3 and vol. 2 etc. for more."],
        ["It grew by 3.5 per cent on 3. March. ", "Version 1.2 is out."],
        ["Wait ... for it, and ... more."],
    ],
)
def test_a_text_has_just_these_sentences(sentences):
    """Abbreviations, initials, decimals and what goes on with a small letter end none."""
    text = "".join(sentences)
    assert [0, *sentence_ends(text)] == [len("".join(sentences[:index])) for index in range(len(sentences))]


@given(st.text(alphabet="aB .!?…。”“(4\u00a0", max_size=60))
def test_places_are_in_order_and_within_the_text(text):
    """Whatever is written."""
    ends = sentence_ends(text)
    assert ends == sorted(set(ends)) and all(0 < end < len(text) for end in ends)
