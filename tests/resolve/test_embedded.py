"""What a picture's file adds to a credit, and what it may not."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.assets import Rights
from deckmaker.model import Credit
from deckmaker.resolve.embedded import COMPLETED, alt_in, completed, credit_in, names_somebody
from tests.projects import place

BY = "https://creativecommons.org/licenses/by/4.0/"
AI = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
PART = "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"


def found(rights: Rights) -> Credit:
    """Return what a file says for its credit."""
    return credit_in(rights, place())


@pytest.mark.parametrize(
    ("rights", "credit"),
    [
        (Rights(creator=("A. Lind", "B. Berg")), {"creator": "A. Lind, B. Berg"}),
        (Rights(attribution_name="Lind Press", owner=("Lind",)), {"creator": "Lind Press"}),
        (Rights(owner=("Lind",), copyright_owner=("Estate",)), {"creator": "Lind"}),
        (Rights(copyright_owner=("Estate",)), {"creator": "Estate"}),
        (Rights(credit_line="Lind / Press"), {"text": "Lind / Press"}),
        (Rights(copyright_notice="© 2026\n A. Lind"), {"copyright": "© 2026 A. Lind"}),
        (Rights(title="Berth 4"), {"title": "Berth 4"}),
        (Rights(title="DSC_0123"), {}),
        (Rights(title="berth.JPG"), {}),
        (Rights(title="1984"), {"title": "1984"}),
        (Rights(license=BY, web_statement="https://example.org/"), {"license": BY}),
        (Rights(license="CC-BY-4.0"), {"license": "CC-BY-4.0"}),
        (Rights(license="https://example.org/terms"), {"license": "https://example.org/terms"}),
        (Rights(license="ask me"), {}),
        (Rights(license="javascript:alert(1)"), {}),
        (Rights(web_statement=BY), {"license": BY}),
        (Rights(web_statement="https://example.org/terms"), {}),
        (
            Rights(attribution_url="https://a.example/", licensor_url="https://b.example/"),
            {"url": "https://a.example/"},
        ),
        (Rights(attribution_url="javascript:0", licensor_url="https://b.example/"), {"url": "https://b.example/"}),
        (Rights(digital_source_type=AI), {"ai": "yes"}),
        (Rights(digital_source_type=PART), {}),
        (Rights(description="A quay", usage_terms="Ask", source="Archive", alt_text="Quay"), {}),
        # What no slide can show is left out, the next best taken.
        (Rights(creator=("\ue000",), attribution_name="Yonatan"), {"creator": "Yonatan"}),
        (Rights(creator=("יונתן",), attribution_name="Yonatan"), {"creator": "יונתן"}),
        (Rights(creator=("\ue000",)), {}),
        (Rights(creator=("A" + "\u0301" * 40,)), {}),
        (Rights(creator=("A\u200fB",)), {"creator": "AB"}),
        (Rights(copyright_notice="Terms " * 60), {}),
        (Rights(credit_line="x" * 61), {}),
        (Rights(), {}),
    ],
)
def test_a_files_rights_are_read_as_a_credit(rights, credit):
    """Field by field; addresses that lead nowhere or run code are none."""
    assert found(rights) == Credit("picture", **credit)


@pytest.mark.parametrize(
    ("rights", "named"),
    [
        (Rights(creator=("A. Lind",)), True),
        (Rights(credit_line="Press"), True),
        (Rights(copyright_notice="© A. Lind"), True),
        (Rights(copyright_owner=("Estate",)), True),
        (Rights(copyright_notice="© 2026. All rights reserved."), False),
        (Rights(title="Berth 4", license=BY, digital_source_type=AI, licensor_url="https://b.example/"), False),
    ],
)
def test_a_credit_names_somebody(rights, named):
    """A title and a licence alone credit nobody."""
    assert names_somebody(found(rights)) is named


FULL = Rights(
    creator=("A. Lind",),
    title="Berth 4",
    credit_line="Lind / Press",
    copyright_notice="© A. Lind",
    license=BY,
    attribution_url="https://a.example/",
    digital_source_type=AI,
)
FILLED = {"creator": "A. Lind", "title": "Berth 4", "copyright": "© A. Lind", "license": BY}
SHOWN = {**FILLED, "url": "https://a.example/", "ai": "yes"}


@pytest.mark.parametrize(
    ("typed", "rights", "credit"),
    [
        # Nothing is typed: the owner's own line, but where that would hide the licence, or that AI made it.
        ({}, FULL, SHOWN),
        ({}, Rights(credit_line="Press", creator=("A. Lind",)), {"text": "Press", "creator": "A. Lind"}),
        ({}, Rights(credit_line="Press", license=BY), {"creator": "Press", "license": BY}),
        ({}, Rights(credit_line="Press", digital_source_type=AI), {"creator": "Press", "ai": "yes"}),
        ({"kind": "photo"}, Rights(credit_line="Press"), {"kind": "photo", "text": "Press"}),
        ({}, Rights(), {}),
        # What is typed wins, field by field.
        ({"creator": "Lind"}, FULL, {**SHOWN, "creator": "Lind"}),
        ({"license": "CC0-1.0", "ai": "no"}, FULL, {**SHOWN, "license": "CC0-1.0", "ai": "no"}),
        ({"publisher": "Press"}, Rights(credit_line="Lind"), {"publisher": "Press"}),
        (
            {"creator": "Lind", "note": "made with AI"},
            Rights(digital_source_type=AI),
            {"creator": "Lind", "note": "made with AI"},
        ),
        # A line stands as typed; the rest is for machines and for the gate.
        ({"text": "Lind"}, FULL, {**FILLED, "text": "Lind"}),
        ({"text": "Lind, CC BY-SA 4.0"}, Rights(license=BY), {"text": "Lind, CC BY-SA 4.0"}),
        # Statements, and credits of something else than the picture, are no place for what is in its file.
        ({"nobody": "own work"}, FULL, {"nobody": "own work"}),
        ({"role": "data", "creator": "B. Berg"}, FULL, {"role": "data", "creator": "B. Berg"}),
        ({"role": "original"}, FULL, {"role": "original"}),
    ],
)
def test_a_credit_is_completed_by_the_file(typed, rights, credit):
    """The deck's word counts before the file's."""
    picture = {"role": "picture"}
    assert completed(Credit(**{**picture, **typed}), found(rights)) == Credit(**{**picture, **credit})


texts = st.text(st.characters(codec="utf-8"), max_size=12)
anything = st.builds(
    Rights,
    creator=st.lists(texts, max_size=2).map(tuple),
    owner=st.lists(texts, max_size=2).map(tuple),
    digital_source_type=st.sampled_from(["", AI, PART]),
    license=st.sampled_from(["", BY]) | texts,
    **dict.fromkeys(
        ("credit_line", "copyright_notice", "title", "attribution_url", "licensor_url", "web_statement"), texts
    ),
)
NAMES = [one.name for one in fields(Credit) if one.name not in ("role", "span", "named_at")]
credits = st.builds(
    Credit,
    role=st.sampled_from(["picture", "data", "text", "original"]),
    **{name: st.none() | texts.filter(bool) for name in NAMES},
)


@given(credits, anything)
def test_what_is_typed_stays(typed, rights):
    """Whatever the file says, and however often it is asked."""
    result = completed(typed, found(rights))
    for name in NAMES:
        assert getattr(typed, name) in (None, getattr(result, name))
    added = {name for name in NAMES if getattr(typed, name) != getattr(result, name)}
    assert added <= ({*COMPLETED} if typed.says_something else {*COMPLETED, "text"})
    assert result == typed or (typed.role == "picture" and typed.nobody is None)
    assert completed(result, found(rights)) == result


@given(anything)
def test_what_a_file_brings_can_be_shown(rights):
    """One line of what fonts may have: no control character, no private one."""
    credit = found(rights)
    for name in NAMES:
        text = getattr(credit, name) or ""
        assert text == " ".join(text.split(" ")).strip(" ") and "\n" not in text and len(text) <= 300
        assert not any(character in text for character in "\0\u200f\ue000")
    assert credit_in(replace(rights), place()) == credit


@pytest.mark.parametrize(
    ("text", "alt"), [("A quay\nat night", "A quay at night"), ("\u200f", None), ("רציף", "רציף"), ("", None)]
)
def test_alt_text_is_read_out_not_set(text, alt):
    """So it may be of any script."""
    assert alt_in(Rights(alt_text=text), place()) == alt
