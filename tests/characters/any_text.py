"""Any Unicode text in every place of a deck, and what outputs show of it."""

from __future__ import annotations

import json
from unicodedata import category, normalize

from hypothesis import strategies as st

from deckmaker.fonts.invisible import needing_glyphs

ALPHABETS = [
    st.characters(),
    st.characters(categories=["Cs", "Co", "Cn", "Cc", "Cf", "Zl", "Zp", "Zs"]),
    st.characters(categories=["Mn", "Mc", "Me", "Lo", "Lm"]),
    st.characters(categories=["So", "Sk", "Sm", "Po"], min_codepoint=0x2000),
    st.characters(max_codepoint=0x24F, categories=["L", "P", "N", "S"]),
    st.sampled_from("漢字かなカナー、。「」한국어ไทย้नमस्ते\u200d\u200c\ufe0f\u0301→✓👩🚀🏽🇩🇪אب١"),
]
any_text = st.one_of(*(st.text(alphabet, min_size=1, max_size=40) for alphabet in ALPHABETS), st.text(min_size=1))
"""Texts that mix everything, and texts of one kind: the rare kinds would hardly meet in the first."""


def deck_of(text: str) -> str:
    """Return a deck that holds a text in every place, written as YAML can hold it."""
    quoted = quoted_yaml(text)
    return f"""\
title: {quoted}
subtitle: {quoted}
author: {quoted}
footer: {quoted}
marking: {quoted}
trail: [{quoted}]
slides:
  - title: {quoted}
  - title: {quoted}
    section: {quoted}
    text: {quoted}
    bullets: [{quoted}, plain]
    credits: [{quoted}, {{title: {quoted}, creator: {quoted}, role: data}}]
    notes: {quoted}
"""


def quoted_yaml(text: str) -> str:
    """Return a text in double quotes, every character that is not plain as an escape."""
    return '"' + "".join(_escaped(one) for one in text) + '"'


def _escaped(character: str) -> str:
    if character.isascii() and character.isprintable():
        return json.dumps(character)[1:-1]
    return f"\\U{ord(character):08X}"


def visible(text: str) -> str:
    """Return what a reader must find of a text: its characters but for spaces, invisible ones and inline marks."""
    kept = (one for one in needing_glyphs(normalize("NFC", text)) if category(one) not in ("Zs", "Zl", "Zp", "Cc"))
    return "".join(one for one in kept if one not in "*`[]()^~\\_<>#|!&-+=.0123456789")
