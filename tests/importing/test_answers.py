"""Marks of lists that say yes or no: a check or a cross beside another mark is a part of what an item says."""

from __future__ import annotations

import pytest

from tests.importing.presentations import TITLE_ONLY, body_of, content_slide, slide_of, text_box

CHECK, CROSS, DOT = ("✔", ""), ("✘", ""), ("•", "Arial")


def marked(*items):
    """Return what makes a slide with items, each of a level, with its words, and its mark and the font of that."""

    def make(found):
        frame = body_of(content_slide(found), *((level, words) for level, words, _ in items))
        for one, (_, _, (sign, font)) in zip(frame.paragraphs, items, strict=True):
            properties = one._p.get_or_add_pPr()
            space = f"{{{one._p.nsmap['a']}}}"
            if font:
                properties.append(properties.makeelement(f"{space}buFont", {"typeface": font}))
            properties.append(properties.makeelement(f"{space}buChar", {"char": sign}))

    return make


@pytest.mark.parametrize(
    ("yes", "no", "expected"),
    [
        (CHECK, CROSS, ["✔ Paid", "✘ Sent"]),
        (CHECK, DOT, ["✔ Paid", "Sent"]),
        (DOT, ("✗", ""), ["Paid", "✗ Sent"]),
        (("ü", "Wingdings"), ("û", "Wingdings"), ["✓ Paid", "✗ Sent"]),
        (("\uf0fc", "Wingdings"), ("\uf0a7", "Wingdings"), ["✓ Paid", "Sent"]),
        (("P", "Wingdings 2"), ("O", "Wingdings 2"), ["✓ Paid", "✗ Sent"]),
        (("a", "Webdings"), ("r", "Webdings"), ["✓ Paid", "✗ Sent"]),
        (("✅", ""), ("❌", ""), ["✔ Paid", "✘ Sent"]),  # few fonts have them in colours
    ],
)
def test_checks_and_crosses_beside_other_marks_are_kept(yes, no, expected):
    """What is done and what is not, one knows by them alone."""
    assert slide_of(marked((0, "Paid", yes), (0, "Sent", no)))["bullets"] == expected


@pytest.mark.parametrize(
    "items",
    [
        [(0, "Paid", CHECK), (0, "Sent", CHECK)],
        [(0, "Paid", CHECK), (0, "Sent", ("☑", ""))],  # which say the same
        [(0, "Paid", DOT), (1, "Sent", CHECK)],  # each level has its look
        [(0, "Paid", DOT), (0, "Sent", ("★", ""))],
    ],
)
def test_marks_that_are_a_look_are_left(items):
    """One kind of mark throughout, or one for each level."""
    shown = str(slide_of(marked(*items))["bullets"])
    assert not set("✔☑✘★") & set(shown)


def test_marks_of_a_whole_slide_count():
    """What speaks for something stands in one text, and what speaks against it in another."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        text_box(slide, "✓ Cheap\n✓ Quick", 1, 2)
        text_box(slide, "❌ Loud", 1, 4)

    assert slide_of(make) == {"text": "- ✓ Cheap\n- ✓ Quick\n\n- ✘ Loud\n"}


def test_typed_marks_of_one_kind_are_as_before():
    """Checks are the look of a list; crosses are words."""

    def make(found):
        text_box(content_slide(found, layout=TITLE_ONLY), "✓ Cheap\n✓ Quick", 1, 2)

    def crossed(found):
        text_box(content_slide(found, layout=TITLE_ONLY), "✗ Loud\n✗ Slow", 1, 2)

    assert slide_of(make) == {"bullets": ["Cheap", "Quick"]}
    assert slide_of(crossed) == {"text": "✗ Loud\n\n✗ Slow\n"}


def test_words_after_a_mark_have_their_own_marks():
    """Bold words are bold, and the sign before them is not."""

    def make(found):
        marked((0, "Paid", CHECK), (0, "Sent", CROSS))(found)
        found.slides[-1].placeholders[1].text_frame.paragraphs[0].runs[0].font.bold = True

    assert slide_of(make)["bullets"] == ["✔ **Paid**", "✘ Sent"]
