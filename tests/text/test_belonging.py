"""Words that belong together stand on one line, where that costs no line more and every engine breaks so."""

from __future__ import annotations

import pytest

from deckmaker.model import Marker, Paragraph, Run
from deckmaker.model.geometry import Rect
from deckmaker.text import FrameText, Narrowing, TextLayout, fit
from deckmaker.text.belonging import LABELLED, PARTED, WEAK, begun_clauses, names_in_parts, prices
from deckmaker.text.measuring import measure
from deckmaker.text.setting import NO_BREAK
from tests.projects import briefing

THEME = briefing()
BODY, TITLE = THEME.styles["body"], THEME.styles["title"]


def text(words: str) -> tuple[Paragraph, ...]:
    """Return a text of one paragraph."""
    return (Paragraph((Run(words),)),)


@pytest.mark.parametrize(
    ("words", "parted"),
    [
        ("up 2 % a year", "up 2 |% a year"),
        ("for € 14 each", "for € |14 each"),
        ("2.4 million euros", "2.4 |million euros"),
        ("power at berth 4 helps", "power at berth |4 helps"),
        ("See Figure 3 and p. 12", "See Figure |3 and p. |12"),
        ("J. R. Smith and Dr. Jones", "J. |R. |Smith and Dr. |Jones"),
        ("since 1 March 2026", "since 1 |March 2026"),
        ("61 dB(A) or 45 m away", "61 |dB(A) or 45 |m away"),
        ("has 3 ships, 4 tugs, 5 men", "has 3 ships, 4 tugs, 5 men"),
        ("under CC0 1.0 and MMWR 67, in Data Brief 428", "under CC0 |1.0 and MMWR |67, in Data Brief |428"),
        ("under CC BY 4.0 and CC BY-SA 4.0", "under CC |BY |4.0 and CC |BY-|SA |4.0"),
        ("area 3 m2 of what I. said", "area 3 m2 of what I. said"),
        ("um +2,1 % oder −0,5 ‰ bei 21 °C", "um +2,1 |% oder −0,5 |‰ bei 21 |°C"),
        ("2,1 Mio. € und 3 Mrd. Euro, 12 Tsd. Menschen", "2,1 |Mio. |€ und 3 |Mrd. Euro, 12 |Tsd. Menschen"),
        ("im 4. Quartal, am 12. März um 9.30 Uhr", "im 4. |Quartal, am 12. |März um 9.30 |Uhr"),
        ("Abb. 4 und Seite 12, § 16 und Nr. 3", "Abb. |4 und Seite |12, § |16 und Nr. |3"),
        ("from Q4 2025 to 2026 Q2, in H1 2027", "from Q4 |2025 to 2026 |Q2, in H1 |2027"),
        ("It was 2024. August came. Of 12. So", "It was 2024. August came. Of 12. So"),
        ("2,1 milliards, 40 pour cent, 3 millones", "2,1 |milliards, 40 |pour cent, 3 |millones"),
        ("3 Grade, 4 Punktee, 5 milder", "3 Grade, 4 Punktee, 5 milder"),
    ],
)
def test_numbers_and_names_are_parted_at_a_price(words, parted):
    """From their unit, noun or currency; initials from what follows."""
    found = sorted(position for position, price in prices(words).items() if price == PARTED)
    assert found == [index - before for before, index in enumerate(i for i, one in enumerate(parted) if one == "|")]


def test_words_that_lead_on_end_a_line_at_a_price():
    """A preposition or an article, and no word that ends with one."""
    words = "The noise of the port within a mile often begins at often"
    assert sorted(prices(words).values()) == [WEAK] * 4
    assert [words[:position].rsplit(maxsplit=1)[-1] for position in sorted(prices(words))] == ["of", "the", "a", "at"]


@pytest.mark.parametrize(
    ("words", "pair"),
    [
        (
            "The calls of reefer ships have grown by 2 % a year since the new terminal opened, and so has the noise.",
            "2 %",
        ),
        (
            "Two thirds of loud nights have a reefer ship at its place, which is berth 4 in the plan of the port.",
            "berth 4",
        ),
        (
            "It was said by the harbour master, whose name is J. Smith, and by all of her many deputies alike.",
            "J. Smith",
        ),
    ],
)
def test_a_pair_is_seldom_parted(words, pair):
    """Only where no safe width keeps it without a line more; a tenth of the width is all that may be lost."""
    measured = measure(text(words), BODY, 24, THEME)
    ending = f" {pair.split()[0]}"

    def parts(setting: TextLayout) -> bool:
        return any(line.text.endswith(ending) for line in setting.lines)

    tried = [(measured.set(width), measured.set_at_full_width(width)) for width in range(400, 800)]
    before, now = sum(parts(plain) for _, plain in tried), sum(parts(ours) for ours, _ in tried)
    assert before > 10 and now <= before / 3
    assert all(ours.safe and not parts(ours) for ours, _ in tried if ours.narrowed is Narrowing.TOGETHER)


def test_no_sign_is_parted_from_its_number_in_a_narrow_column():
    """Though it has room there with words before it: the text is set narrower by more than a tenth."""
    measured = measure(text("Incomes up to € 48,000"), THEME.styles["table"], 21, THEME)
    for width in range(150, 196, 5):
        assert measured.set(width).lines[1].text.endswith("€ 48,000")


@pytest.mark.parametrize("figure", ["+2,1 %", "2,1 %", "2,1 Mio.", "4. Quartal", "1.234,5 €", "Q4 2025"])
def test_a_figure_of_other_languages_stays_on_a_line_where_that_costs_none(figure):
    """A decimal comma and a sign before a number are no places where an engine might break."""
    listed = tuple(
        Paragraph((Run(one),), marker=Marker.BULLET)
        for one in ("Größere Vermögensfreibeträge", f"Änderung der Regelsätze um {figure}")
    )
    measured = measure(listed, BODY, 22, THEME)
    first = measure(listed[:1], BODY, 22, THEME).set_at_full_width(900).lines[0].width
    for width in range(int(first) + 50, int(first) + 110, 3):
        setting = measured.set(width)
        assert len(setting.lines) > 3 or not setting.parts_pairs, [line.text for line in setting.lines]


def test_a_last_line_of_one_word_is_avoided_however_long_the_word_is():
    """Where a narrower width leaves it another."""
    words = "Ships that are at their berths keep their own engines running for their refrigeration"
    measured = measure(text(words), BODY, 24, THEME)
    tried = [(measured.set(width), measured.set_at_full_width(width)) for width in range(300, 620, 2)]
    alone = [(ours, plain) for ours, plain in tried if plain.lines[-1].text == "refrigeration" and ours.safe]
    mended = [ours for ours, _ in alone if " " in ours.lines[-1].text]
    assert len(mended) > len(alone) / 3
    assert all(len(ours.lines) == len(plain.lines) for ours, plain in alone if ours in mended)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("What the harbour says of the nights on its quays", ["What the harbour says", "of the nights on its quays"]),
        ("Where the noise of the night comes from", ["Where the noise of", "the night comes from"]),  # else uneven
    ],
)
def test_a_title_is_even_and_then_ends_no_line_amiss(words, lines):
    """Its lines are about equally long, whatever they end with."""
    setting = measure(text(words), TITLE, 36, THEME).set_balanced(600)
    assert [line.text.replace(NO_BREAK, " ") for line in setting.lines] == lines


@pytest.mark.parametrize(
    ("words", "parted"),
    [
        ("when Xi Jinping and Çelik Öz met", ["Xi", "Çelik"]),
        ("the port of New York City", ["the", "of", "New", "York"]),
        ("Port authority meets Unions", []),
        ("at 5 Main quays A B", ["at"]),
    ],
)
def test_names_of_several_words_are_parted_at_a_small_price(words, parted):
    """So that another break that is as good is taken."""
    weak = (position for position, price in sorted(prices(words).items()) if price == WEAK)
    found = [words[:position].rsplit(maxsplit=1)[-1] for position in weak]
    assert found == parted


def test_a_label_of_credits_ends_a_line_at_a_price():
    """More so than a word of it, and less so than a pair; a colon anywhere else is no label's."""
    words = "Photo: A. Lind · Picture in the source: Getty · Text after: see: there"
    found = [
        (words[:position].rsplit(maxsplit=1)[-1], price)
        for position, price in sorted(prices(words).items())
        if words[position - 2] != "·" and position > words.index("·") + 2
    ]
    labels = [("Picture", WEAK), ("in", WEAK), ("the", WEAK), ("source:", LABELLED), ("Getty", PARTED)]
    assert found == [*labels, ("Text", WEAK), ("after:", LABELLED)]


def test_credits_seldom_end_a_line_with_a_label():
    """They are set narrower for it, in as many lines and safely."""
    words = "Illustration: deckmaker, CC0 1.0 · Picture in the source: no credit given · Text after: The Stock Dork"
    paragraph = Paragraph((Run(words),), together=("no credit given",))
    measured = measure((paragraph,), THEME.styles["credits"], 12, THEME)
    tried = [(measured.set(width), measured.set_at_full_width(width)) for width in range(200, 520, 4)]
    ours, plain = (
        [one for one in them if any(line.text.endswith(":") for line in one.lines)] for them in zip(*tried, strict=True)
    )
    assert len(plain) > 20 and not ours
    # A line more is for safe breaks, where the words fill their place to the last points.
    assert sum(len(own.lines) > len(other.lines) for own, other in tried) <= 3


def test_compounds_of_names_are_parted_at_a_price():
    words = "U.S.-China trade, Sino‐African trade, a well-known trade, A-12"
    found = [words[:position] for position, price in sorted(prices(words).items()) if price == PARTED]
    assert found == ["U.S.-", "U.S.-China trade, Sino‐"]


@pytest.mark.parametrize("width", range(300, 800, 5))
def test_a_title_parts_no_name_where_another_break_is_as_good(width):
    """Lines stay as many, and none looks amiss for its sake."""
    words = text("What Barack Obama wrote to Xi Jinping before the summit")
    setting = measure(words, TITLE, 36, THEME).set_balanced(width)
    ends = [line.text.split()[-1] for line in setting.lines[:-1]]
    if len(setting.lines) == 2 and setting.safe:
        assert not {"Barack", "Xi"} & {*ends}


MEETING = "The meeting of the U.S.-China counternarcotics working group is meant to improve relations."
CLOSING = "It follows from one that President Biden had with Xi Jinping."


def texts(words: tuple[str, ...]) -> tuple[Paragraph, ...]:
    """Return a text of several paragraphs."""
    return tuple(Paragraph((Run(one),)) for one in words)


def fitted(words: tuple[str, ...], width: float, height: float) -> TextLayout:
    """Return a text as it is set in a place."""
    (one,) = fit([FrameText(texts(words), BODY.only(24), Rect(0, 0, width, height))], THEME)
    return one.setting


@pytest.mark.sampled(every=2)
@pytest.mark.parametrize("words", [(MEETING,), (CLOSING, MEETING)])
def test_a_name_is_not_broken_at_its_hyphen_where_there_is_room_for_a_line_more(words):
    """In any width; where there is none, it is broken rather than set smaller."""
    mended = 0
    for width in range(200, 420, 3):
        close = measure(texts(words), BODY, 24, THEME).set(width)
        loose = fitted(words, width, 400)
        if close.safe and close.parts_names:
            mended += not loose.parts_names
            assert not loose.parts_names or loose.lines == close.lines
            assert len(loose.lines) <= len(close.lines) + 1 and loose.safe and loose.size == 24
            assert fitted(words, width, close.height + 3).lines == close.lines
        elif close.safe:
            assert loose.lines == close.lines
    assert mended


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Vanda Felbab-Brown", ["Felbab-"]),
        ("the U.S.-China talks", ["U.S.-"]),
        ("a High-Level talk", ["High-"]),
        ("a well-known post-Brexit X-ray, 2019-China", []),
        ("Deaths, 2013–2019 and 2020–21", ["2013–", "2020–"]),
        ("from Berlin–Hamburg, 1–2–3 and 20–", []),
    ],
)
def test_names_in_parts_begin_with_capitals(words, parts):
    """Each of their parts does."""
    assert [words[:end].split()[-1] for end in sorted(names_in_parts(words))] == parts


def test_a_range_of_years_stays_on_a_line():
    """Where another width has as many lines; every engine may break behind the dash."""
    words = text("Trends and geographic patterns in deaths by drug, 2013–2019, in the counties of the north")
    parted, whole = [], []
    for width in range(300, 700, 5):
        setting = measure(words, BODY, 24, THEME)
        greedy = setting.set_at_full_width(width)
        if greedy.parts_names:
            parted.append(width)
            whole += [width] * (not fitted(("".join(one.text for one in words),), width, 400).parts_names)
    assert parted == whole != []


@pytest.mark.parametrize(
    ("words", "behind"),
    [
        ("With a little chance, it is this one", ["it "]),
        ("One rule: six times – and again", ["six ", "and "]),
        ("A, 2", []),
    ],
)
def test_a_clause_begins_with_a_word(words, behind):
    """Behind a comma, a colon or a dash."""
    assert [words[:end].split(" ")[-2] + " " for end in sorted(begun_clauses(words))] == behind


@pytest.mark.parametrize("width", range(240, 330, 6))
def test_no_line_of_a_title_ends_with_the_first_word_of_a_clause(width):
    """It is broken by sense, where that has as many lines that are as even."""
    title = measure(text("With a little chance, it is this one"), TITLE, 33, THEME)
    assert not [line.text for line in title.set_balanced(width).lines if line.text.endswith(", it")]


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("Labour market in Baden-Württemberg, 2025", ["Labour market in", "Baden-Württemberg, 2025"]),
        ("Labour market in Baden-Württemberg", ["Labour market in", "Baden-Württemberg"]),
    ],
)
def test_a_title_alone_breaks_no_word_at_its_hyphen_where_no_width_and_no_size_helps(words, lines):
    """The part before the hyphen has room on the line before, which is shorter: other programs are told the breaks."""
    theme = briefing()
    slot = theme.layouts["title-only"].slots["title"]
    assert slot.style
    (one,) = fit([FrameText(text(words), slot.style, slot.rect)], theme)
    assert [line.text for line in one.setting.lines] == lines
    assert one.fits and one.setting.size == slot.style.size


def test_a_title_alone_is_smaller_rather_than_part_a_name():
    """By four steps at most; one that shares its size with others, by two."""
    words = "High-Level U.S.-China Talks Focus on Tackling Fentanyl Crisis"
    theme = briefing("A4")
    slot = theme.layouts["title"].slots["title"]
    assert slot.style
    (one,) = fit([FrameText(text(words), slot.style, slot.rect)], theme)
    assert not one.setting.parts_names and not one.awkward
    assert one.fits and one.setting.size >= slot.style.size - 12
