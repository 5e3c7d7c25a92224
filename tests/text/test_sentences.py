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
        ["Rund 12 Mio. Euro, 3 Mrd. Dollar und 40 Tsd. Stück. ", "Inkl. MwSt. und zzgl. Versand siehe Abb. 12."],
        ["Siehe Tab. 3 und Kap. 4, Hauptstr. Nord, Tel. 030. ", "Die Muster GmbH & Co. KG zahlt."],
        ["Acme Inc. USA, Beta Ltd. UK and Gamma Corp. Asia paid approx. 12 million. ", "Sen. Smith asked."],
        ["From Jan. 2025 to Dec. 2026, Sept. Tuesday aside. ", "Von Okt. bis Dez. Mitte, Jän. Ende."],
        ["De janv. à févr. Paris, env. 40 en déc. Lyon. ", "Le 5 ago. Madrid, el 3 mar. Sevilla y en EE. UU. todo."],
        ["In 2025. ", "12 ships came ten years ago. ", "By the sea, el mar. ", "Ships may. ", "Nobody did."],
        [
            "Press the tab. ",
            "Modern art. ",
            "Alles Bio. ",
            "Ask Max. ",
            "See tab. 4, fig. 12 and no. 7 for 10 min. Maximum.",
        ],
        ["Subinc. ", "The rest."],
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
