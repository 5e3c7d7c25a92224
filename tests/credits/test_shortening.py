"""What a strip goes without, step by step, and what licences ask it to keep."""

from __future__ import annotations

import pytest

from deckmaker.credits.shortening import STEPS, shortened, shortest_step
from deckmaker.model import Credit

WORK = {"title": "T", "creator": "C", "via": "V", "retrieved": "R", "note": "N", "modified": "M", "copyright": "© C"}


def text(step: int, *credits: Credit, language: str = "en") -> str:
    """Return the words of a strip after a step."""
    return "".join(run.text for run in shortened(credits, language, step).runs("screen"))


@pytest.mark.parametrize(
    ("step", "strip"),
    [
        (0, "Picture: “T”, C, retrieved R, CC BY 4.0 (M), via V, © C; N"),
        (1, "Picture: “T”, C, retrieved R, CC BY 4.0 (M), via V, © C"),
        (2, "Picture: “T”, C, retrieved R, CC BY 4.0 (M), © C"),
        (3, "Picture: “T”, C, CC BY 4.0 (M), © C"),
        (4, "Picture: C, CC BY 4.0 (M), © C"),
        (5, "See Credits at the end"),
    ],
)
def test_each_step_goes_without_one_thing_more(step, strip):
    """What CC BY 4.0 asks for in 3 (a) (1), creator, notice, licence and changes, is left until the last."""
    assert text(step, Credit("picture", license="CC-BY-4.0", **WORK)) == strip


@pytest.mark.parametrize(
    ("credit", "strip"),
    [
        # Titles are asked for before 4.0: 3.0, 4 (b); 2.0, 4 (c); and so for a version that is not known.
        ({"title": "T", "creator": "C", "license": "CC-BY-3.0"}, "Picture: “T”, C, CC BY 3.0"),
        ({"title": "T", "creator": "C", "license": "CC-BY-SA-2.0"}, "Picture: “T”, C, CC BY-SA 2.0"),
        ({"title": "T", "creator": "C", "license": "CC BY"}, "Picture: “T”, C, CC BY"),
        ({"title": "T", "creator": "C", "license": "CC-BY-4.0"}, "Picture: C, CC BY 4.0"),
        ({"title": "T", "creator": "C", "license": "CC0-1.0"}, "Picture: C, CC0 1.0"),
        ({"title": "T", "creator": "C", "license": "Getty Images"}, "Picture: C, Getty Images"),
        ({"title": "T", "creator": "C"}, "Picture: C"),
        # Where nothing else names the work, its title stays.
        ({"title": "T", "license": "CC0-1.0"}, "Picture: “T”, CC0 1.0"),
        ({"dataset": "D", "publisher": "P", "date": "2026"}, "Picture: P, 2026"),
        ({"dataset": "D", "date": "2026"}, "Picture: “D”, 2026"),
        # A note that names a licence says under which a changed work may be shared: CC BY-SA 4.0, 3 (b).
        ({"creator": "C", "note": "this slide: CC BY-SA 4.0"}, "Picture: C; this slide: CC BY-SA 4.0"),
        ({"creator": "C", "note": "as is"}, "Picture: C"),
        # A text stands as its author wrote it.
        ({"text": "A; B", "note": "N"}, "Picture: A; B"),
        ({"nobody": "own work"}, "Picture: own work"),
    ],
)
def test_what_is_asked_for_is_kept(credit, strip):
    """After the last of the steps at which all credits are still there."""
    assert text(len(STEPS), Credit("picture", **credit)) == strip


def test_credits_that_no_licence_asks_for_go_first():
    """Then the last ones; how many are missing is said in the deck's language."""
    credits = [
        Credit("picture", creator="A", license="CC-BY-4.0"),
        Credit("original"),
        Credit("picture", creator="B", license="CC0-1.0"),
        Credit("text", text="C"),
    ]
    left = [text(len(STEPS) + count, *credits) for count in range(5)]
    assert left == [
        "Picture: A, CC BY 4.0 · Picture in the source: no credit given · Picture: B, CC0 1.0 · Text after: C",
        "Picture: A, CC BY 4.0 · Picture in the source: no credit given · Text after: C · … and 1 more: see Credits",
        "Picture: A, CC BY 4.0 · Text after: C · … and 2 more: see Credits",
        "Picture: A, CC BY 4.0 · … and 3 more: see Credits",
        "See Credits at the end",
    ]
    assert shortest_step(credits, "en") == len(STEPS) + 4
    assert text(len(STEPS) + 3, *credits, language="de").endswith(" · … und 3 weitere: siehe Nachweise")


def test_what_is_left_out_is_known_and_told():
    """The credits that the strip does not say whole, and what of them it lacks; only what was there."""
    one, other = Credit("picture", creator="A", via="V"), Credit("text", text="B")
    strip = shortened([one, other, other], "en", 3)
    assert strip.left_out == (one,)
    assert strip.lacking == ("where works were found",)
    strip = shortened([one, other], "en", 5)
    assert strip.left_out == (one, other)
    assert strip.lacking == ("where works were found", "1 of 2 credits")


def test_a_strip_knows_its_entries():
    """Which credit each says; none where several read the same, or where it says that there are more."""
    credits = [
        Credit("picture", title="T", creator="A", license="CC-BY-4.0"),
        Credit("picture", title="U", creator="A", license="CC-BY-4.0"),
        Credit("text", text="B"),
        Credit("original"),
    ]
    for step, expected in {
        0: [
            "Picture: “T”, A, CC BY 4.0",
            "Picture: “U”, A, CC BY 4.0",
            "Text after: B",
            "Picture in the source: no",
        ],
        len(STEPS): ["Picture: A, CC BY 4.0", "Text after: B", "Picture in the source: no"],
        len(STEPS) + 2: ["Picture: A, CC BY 4.0", "… and 2 more"],
    }.items():
        strip, whole = shortened(credits, "en", step), text(step, *credits)
        entries = strip.entries("screen")
        assert all(whole[one.begin :].startswith(begin) for one, begin in zip(entries, expected, strict=True))
        assert " · ".join(whole[one.begin : one.end] for one in entries) == whole
        credited = {whole[one.begin : one.end]: one.credit for one in entries}
        assert credited.get("Text after: B", credits[2]) == credits[2]
        assert credited.get("Picture: A, CC BY 4.0") is None
    assert shortened(credits, "en", 0).entries("screen")[1].credit == credits[1]
    assert shortened(credits, "en", shortest_step(credits, "en")).entries("screen") == ()
