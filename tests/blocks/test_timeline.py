"""Timelines: what is written, what is shown of it and where, evenly and to scale."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from deckmaker.layout import Document, GroupItem, Outline, Page, Placed, Role, ShapeItem, TextItem
from deckmaker.theme import built_in_themes
from tests.blocks.pages_of import meeting
from tests.projects import DECK, Project
from tests.samples import examples

THREE = DECK + (
    "  - title: Years\n    timeline:\n"
    "      - {when: 2019, title: Subsidy *starts*, text: A third of the price.}\n"
    "      - 2021: Waiting lists\n"
    "      - {when: March 2026, title: Today}\n"
)

BESIDE = "    image: {file: ../wide.png, alt: A wall, credit: me}\n"


@pytest.fixture
def project(tmp_path):
    """A project with a picture."""
    found = Project(tmp_path)
    found.picture("wide.png", (1600, 900))
    return found


def scaled(*events: str, key: str = "timeline") -> str:
    """Return a deck with a timeline to scale of short events."""
    return f"{DECK}  - title: A\n    {key}: {{scale: time, events: [{', '.join(events)}]}}\n"


def items_of(page: Page) -> list[Placed]:
    """Return the groups of the events."""
    (found,) = [one for one in page.placed if one.role is Role.LIST]
    assert isinstance(found.item, GroupItem)
    return list(found.item.children)


def texts_of(item: Placed) -> list[Placed]:
    """Return the texts of a group."""
    return [one for one in item.leaves if isinstance(one.item, TextItem)]


def words_of(page: Page) -> list[list[str]]:
    """Return the texts of each event."""
    return [[one.item.text for one in texts_of(item) if isinstance(one.item, TextItem)] for item in items_of(page)]


def mark_of(item: Placed) -> Placed:
    """Return the mark of an event."""
    shapes = [one for one in item.leaves if isinstance(one.item, ShapeItem)]
    (mark,) = [one for one in shapes if isinstance(one.item, ShapeItem) and one.item.outline is Outline.ELLIPSE]
    return mark


def is_level(page: Page) -> bool:
    """Tell whether events stand side by side."""
    return len({mark_of(item).rect.y for item in items_of(page)}) == 1


def events_of(count: int, word: str = "word", text: str = "") -> str:
    """Return so many events."""
    own = f", text: {text}" if text else ""
    return "\n".join(f"      - {{when: {1990 + one}, title: {word} {one}{own}}}" for one in range(count))


def long_deck(count: int, more: str = "") -> str:
    """Return a deck of a timeline of so many events, each with a text."""
    text = "Something that takes a line of its own and perhaps another one of them"
    return f"{DECK}  - title: A\n    overflow: split\n{more}    timeline:\n{events_of(count, text=text)}\n"


def test_each_event_is_an_item_with_its_time_first(project):
    """Then its title, then what is said of it; the short form is a time and a title."""
    page = project.document(THREE).pages[1]
    assert words_of(page) == [
        ["2019", "Subsidy starts", "A third of the price."],
        ["2021", "Waiting lists"],
        ["March 2026", "Today"],
    ]
    assert [one.role for one in texts_of(items_of(page)[0])] == [Role.LABEL, Role.HEADING, Role.TEXT]


def test_a_text_without_a_title_is_one(project):
    """It is what is typed first, by some."""
    page = project.document(f"{DECK}  - title: A\n    timeline: [2019: a, {{when: 2020, text: b}}]\n").pages[1]
    assert words_of(page) == [["2019", "a"], ["2020", "b"]]
    assert [texts_of(item)[1].role for item in items_of(page)] == [Role.HEADING] * 2


def test_events_with_room_stand_side_by_side(project):
    """Level: marks, times and titles, and each below its mark."""
    page = project.document(THREE).pages[1]
    assert is_level(page)
    items = items_of(page)
    for index in (0, 1):
        assert len({texts_of(item)[index].rect.y for item in items}) == 1
    assert all(abs(mark_of(item).rect.x - texts_of(item)[0].rect.x) < 1 for item in items)
    lefts = [mark_of(item).rect.x for item in items]
    assert lefts[1] - lefts[0] == pytest.approx(lefts[2] - lefts[1])


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("place", ["beside a picture", "many", "long words", "much to say", "in a column"])
def test_events_without_room_stand_below_one_another(project, place):
    """In their order, a mark beside each first line."""
    decks = {
        "beside a picture": THREE + BESIDE,
        "many": f"{DECK}  - title: A\n    timeline:\n{events_of(10)}\n",
        "long words": f"{DECK}  - title: A\n    timeline:\n{events_of(5, 'Hochspannungsnetzausbau')}\n",
        "much to say": f"{DECK}  - title: A\n    timeline:\n{events_of(4, text='words and ' * 25)}\n",
        "in a column": f"{DECK}  - title: A\n    columns: [{{timeline: [1: a, 2: b]}}, {{text: a}}]\n",
    }
    page = project.document(decks[place]).pages[1]
    groups = [one for one in page.leaves if one.slot and "event" in one.slot and one.role is Role.LABEL]
    assert [one.rect.y for one in groups] == sorted({one.rect.y for one in groups})
    assert len({one.rect.x for one in groups}) == 1
    marks = [one for one in page.leaves if isinstance(one.item, ShapeItem) and one.item.outline is Outline.ELLIPSE]
    assert all(one.rect.y - 3 < mark.rect.y < one.rect.bottom for one, mark in zip(groups, marks, strict=True))


def test_marks_are_to_scale(project):
    """By days, whatever events are written as, and sorted by them; an event of the same day has the same mark."""
    page = project.document(scaled("2010: a", "2030: d", "2020 Q1: b", "2020-01-01: c")).pages[1]
    assert [words[1] for words in words_of(page)] == ["a", "b", "c", "d"]
    lefts = [mark_of(item).rect.x for item in items_of(page)]
    assert lefts[1] == lefts[2]
    assert (lefts[1] - lefts[0]) / (lefts[3] - lefts[0]) == pytest.approx(0.5, abs=0.001)


def test_a_title_is_on_one_line_where_it_has_room_beside_it(project):
    """At the end of the line, its mark stands earlier for that."""
    events = ("2020 Q2: Pandemic", "2022 Q2: Low point", "2022 Q4: Energy", "2024 Q1: Skills act")
    page = project.document(scaled(*events, "2026 Q1: Minimum wage")).pages[1]
    assert is_level(page)
    title = texts_of(items_of(page)[-1])[1]
    assert isinstance(title.item, TextItem) and len(title.item.setting.lines) == 1
    lefts = [mark_of(item).rect.x for item in items_of(page)]
    assert (lefts[1] - lefts[0]) / (lefts[4] - lefts[0]) == pytest.approx(730 / 2100, abs=0.001)


def test_events_whose_labels_would_stand_far_from_their_marks_stand_below_one_another(project):
    """Leaders across half of the page tangle; two events of one day stay beside each other."""
    days = ("2026-02-02: Application", "2026-02-06: Receipt sent", "2026-04-03: First reading", "2026-04-10: Question")
    assert not is_level(project.document(scaled(*days, "2026-04-20: Answer")).pages[1])
    assert is_level(project.document(scaled("2010: a", "2020: b", "2020: c", "2030: d")).pages[1])


def test_marks_below_one_another_are_to_scale(project):
    """Labels are not: each has a thin line to it."""
    deck = scaled("2010: a", "2011: b", "2012: c", "2050: d") + BESIDE
    items = items_of(project.document(deck).pages[1])
    tops = [mark_of(item).rect.y for item in items]
    assert (tops[1] - tops[0]) / (tops[3] - tops[0]) == pytest.approx(365 / 14_610, abs=0.001)
    texts = [texts_of(item)[0].rect for item in items]
    assert all(after.y >= before.bottom for before, after in pairwise(texts))


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize("theme", built_in_themes())
@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
def test_labels_below_one_another_stand_near_their_marks(project, theme, size):
    """They leave open what is open between the marks, and keep to the page."""
    days = ["2026-02-02: Application", "2026-02-06: Receipt sent", "2026-04-03: First reading of the whole file"]
    deck = scaled(*days, "2026-04-10: Question to the owner", "2026-04-20: Answer")
    items = items_of(project.document(f"theme: {theme}\nsize: '{size}'\n{deck}").pages[1])
    marks, labels = [mark_of(item).rect for item in items], [texts_of(item)[0].rect for item in items]
    if len({mark.y for mark in marks}) > 1:
        middles = [[one.y + one.height / 2 for one in rects] for rects in (marks, labels)]
        assert max(abs(mark - label) for mark, label in zip(*middles, strict=True)) < 48
        gaps = [after.y - before.bottom for before, after in pairwise(labels)]
        assert gaps[1] > 2 * max(gaps[0], gaps[2], gaps[3])
        assert labels[-1].bottom - labels[0].y < 0.55 * (595 if size == "A4" else 540)


@pytest.mark.parametrize(
    "days", [("2026-02-02", "2026-02-06", "2026-04-03", "2026-04-10", "2026-04-20"), ("2001", "2002", "2003", "2060")]
)
def test_labels_below_one_another_stand_nearer_to_their_own_marks(project, days):
    """Than to those of others: the line ends where those around its outermost marks have room."""
    events = [f"{day}: {'abcde'[index]}" for index, day in enumerate(days)]
    items = items_of(project.document(scaled(*events) + BESIDE).pages[1])
    marks, labels = (
        [one.rect.y + one.rect.height / 2 for one in found]
        for found in ([mark_of(item) for item in items], [texts_of(item)[0] for item in items])
    )
    assert len(set(marks)) > 1
    for own, label in zip(marks, labels, strict=True):
        assert all(abs(label - own) < abs(label - other) for other in marks if other != own)


def test_the_line_of_many_events_to_scale_goes_no_further_than_their_texts(project):
    """They stand close to one another, whatever their line would like to have."""
    items = items_of(project.document(scaled(*(f"{year}: a" for year in range(2001, 2008))) + BESIDE).pages[1])
    texts = [one.rect for item in items for one in texts_of(item)]
    marks = [mark_of(item).rect for item in items]
    assert len({mark.y for mark in marks}) > 1
    assert min(one.y for one in texts) <= marks[0].y and marks[-1].bottom <= max(one.bottom for one in texts)


@pytest.mark.parametrize("theme", built_in_themes())
def test_events_below_one_another_are_equally_far_apart(project, theme):
    """Whatever each has of lines: a text of two beside one of one is no reason for a gap elsewhere."""
    more = "" if theme == "statement" else " after a debate of many months"
    said = (f"Four options are put to the public{more}", "All agree", f"For owners who live in their house{more}")
    events = (f"{{when: January 20{year}, title: Money runs short, text: {said[year % 3]}.}}" for year in range(20, 25))
    deck = f"{DECK}  - title: A\n    timeline: [{', '.join(events)}]\n"
    document = project.document(f'theme: {theme}\nsize: "4:3"\n{deck}')
    items = items_of(document.pages[1])
    marks = [mark_of(one).rect.y for one in items]
    steps = [other - one for one, other in pairwise(marks)]
    assert len({len(texts_of(one)[-1].item.setting.lines) for one in items}) > 1
    assert max(steps) - min(steps) < 1.5


def test_events_of_one_day_stand_evenly(project):
    """There is no scale for them."""
    lefts = [
        mark_of(item).rect.x for item in items_of(project.document(scaled("2010: a", "2010: b", "2010: c")).pages[1])
    ]
    assert lefts[1] - lefts[0] == pytest.approx(lefts[2] - lefts[1]) and lefts[1] > lefts[0]


def test_many_events_go_on_on_the_next_slide(project):
    """Each whole and none alone, in one arrangement; none is lost."""
    pages = project.document(long_deck(23)).pages[1:]
    assert len(pages) > 1 and not any(is_level(page) for page in pages)
    assert [words[0] for page in pages for words in words_of(page)] == [str(1990 + one) for one in range(23)]
    assert min(len(items_of(page)) for page in pages) >= 2


def test_footnotes_go_with_their_events(project):
    """Each on the slide of its mark."""
    pages = project.document(long_deck(23).replace("word 22", '"last^[A note.]"')).pages[1:]
    assert [bool(page.slot("footnotes")) for page in pages] == [False] * (len(pages) - 1) + [True]


def test_a_timeline_that_may_not_be_split_is_too_long(project):
    """An error with its place."""
    said = project.said(long_deck(30).replace("overflow: split", "overflow: {way: shrink, then: error}"))
    assert "text-too-long" in said and "decks/deck.yaml:" in said


MISTAKES = {
    "one event": ("timeline: [2019: a]", "`timeline` takes 2 to 30 entries, found 1"),
    "a text": ("timeline: [2019: a, b]", "an event takes a time and what happened"),
    "no title": ("timeline: [2019: a, 2020: ]", "an event takes a time and what happened"),
    "a blank title": ("timeline: [2019: a, {when: 2020, title: ' '}]", "`title` is empty"),
    "neither title nor text": ("timeline: [2019: a, {when: 2020}]", "key `title` is missing"),
    "another key": ("timeline: [2019: a, {date: 2020, title: b}]", "help: did you mean `when`?"),
    "a mapping": ("timeline: {2019: a, 2020: b}", "help: begin each with `- `, as in `- 2019: …`"),
    "another scale": ("timeline: {scale: log, events: [2019: a, 2020: b]}", "`scale` is `even` or `time`, not `log`"),
    "no time": ("timeline: {scale: time, events: [2019: a, soon: b]}", "`soon` cannot be put to scale"),
    "no time among others": (
        "timeline: {scale: time, events: [2019: a, soon: b, 2021: c]}",
        "`soon` cannot be put to scale",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistakes_are_told_where_they_are(project, name):
    """With what to write."""
    written, expected = MISTAKES[name]
    said = project.said(f"{DECK}  - title: A\n    {written}\n")
    assert expected in said
    assert "decks/deck.yaml:5:" in said


def test_a_time_that_is_none_is_told_at_itself(project):
    """In the long form and in the short one."""
    events = "        - {when: soon, title: a}\n        - later: b\n"
    said = project.said(f"{DECK}  - title: A\n    timeline:\n      scale: time\n      events:\n{events}")
    assert "deck.yaml:8:18" in said and "deck.yaml:9:11" in said
    assert said.count("help: write a year, a month, a day or a quarter") == 2


words = st.integers(1, 8).map(lambda count: " ".join(["word", "Bürgermeisterkandidat", "a", "of the year"][:count]))


@pytest.mark.slow
@settings(
    max_examples=examples(25),
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
    deadline=None,
)
@given(
    st.lists(
        st.tuples(st.integers(1900, 2030), words, st.sampled_from(["", "Words", "Many words " * 12])),
        min_size=2,
        max_size=12,
    ),
    st.booleans(),
    st.sampled_from(["", BESIDE, "    text: Above\n"]),
    st.sampled_from(["16:9", "4:3", "A4"]),
)
def test_no_text_lies_on_another(tmp_path_factory, events, to_scale, more, size):
    """Nor on a leader; whatever their number and words are."""
    found = Project(tmp_path_factory.mktemp("timeline"))
    found.picture("wide.png", (1600, 900))
    listed = "".join(
        f"        - {{when: {year}, title: {title}{f', text: {text.strip()}' if text else ''}}}\n"
        for year, title, text in events
    )
    scale = "time" if to_scale else "even"
    slide = f"  - title: A\n{more}    timeline:\n      scale: {scale}\n      events:\n{listed}"
    deck = f"size: {size}\noverflow: split\n{DECK}{slide}"
    document: Document = found.document(deck)
    shown = []
    for page in document.pages[1:]:
        texts = [one for one in page.leaves if isinstance(one.item, TextItem)]
        assert list(meeting(texts)) == []
        lines = [
            one
            for one in page.leaves
            if isinstance(one.item, ShapeItem) and one.role is Role.DECORATION and one.rect.y > 170
        ]
        assert not [one for one in lines for text in texts if one.rect.overlaps(text.rect)]
        shown += [one.item.text for one in texts if one.role is Role.LABEL and isinstance(one.item, TextItem)]
    years = [str(year) for year, _, _ in events]
    assert shown == (sorted(years) if to_scale else years)


@pytest.mark.parametrize("theme", built_in_themes())
def test_below_a_heading_events_are_as_large_as_alone(theme, project):
    """And stand with it about the middle of the page, not at its top."""
    look = DECK.replace("slides:", f"theme: {theme}\nsize: 4:3\nslides:")
    events = "timeline: [{1 May: The board decides}, {15 May: The works order the cable}]"
    document = project.document(
        f"{look}  - title: A\n    {events}\n  - title: A\n    content:\n      - heading: By June\n      - {events}\n"
    )
    alone, headed = document.pages[1:3]
    sizes = [{text.item.setting.size for item in items_of(page) for text in texts_of(item)} for page in (alone, headed)]
    assert sizes[0] == sizes[1] and min(sizes[1]) > document.theme.styles["item-title"].size
    (heading,) = (one for one in headed.leaves if one.role is Role.HEADING and one.slot == "heading")
    region = headed.layout.slots["body"].rect
    assert heading.rect.y > region.y + 0.15 * region.height


def test_events_below_one_another_are_larger_where_the_page_has_room(project):
    """At more than their style's size they leave some of it free, and not half."""
    look = DECK.replace("slides:", "theme: plain\nsize: 4:3\nslides:")
    events = events_of(5, "Landlords as well", "Applications pass the budget in May.").replace("when:", "when: January")
    document = project.document(f"{look}  - title: A\n    timeline:\n{events}\n")
    page, styles = document.pages[1], document.theme.styles
    sizes = {text.item.setting.size for item in items_of(page) for text in texts_of(item)}
    assert min(sizes) > styles["item-text"].size and max(sizes) > styles["item-title"].size
    region = page.layout.slots["body"].rect
    texts = [one.rect for item in items_of(page) for one in texts_of(item)]
    height = max(one.bottom for one in texts) - min(one.y for one in texts)
    assert 0.7 * region.height < height < region.height


def test_times_have_one_line_beside_a_picture_where_they_may_have_more_room(project):
    """A month and a year stay together; longer times leave titles their room, and are broken."""
    for times, is_whole in ((("November 2026", "March 2027"), True), (("Once it has been raining", "Later"), False)):
        events = ", ".join(f"{{when: {one}, title: Something happens there}}" for one in times)
        page = project.document(f"{DECK}  - title: A\n    timeline: [{events}]\n{BESIDE}").pages[1]
        first = texts_of(items_of(page)[0])[0]
        assert isinstance(first.item, TextItem)
        assert (len(first.item.setting.lines) == 1) == is_whole
