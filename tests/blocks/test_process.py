"""Processes: what is written, what is shown of it and where, in chevrons and below one another."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import GroupItem, Outline, Page, Placed, Role, ShapeItem, TextItem
from deckmaker.render.registry import load_renderer
from deckmaker.theme import built_in_themes
from tests.blocks.pages_of import meeting
from tests.projects import DECK, Project
from tests.samples import examples

THREE = DECK + "  - title: A\n    process: [Survey, {title: Dig *deep*, text: Six weeks a street}, Connect]\n"

BESIDE = "    image: {file: ../wide.png, alt: A wall, credit: me}\n"


@pytest.fixture
def project(tmp_path):
    """A project with a picture."""
    found = Project(tmp_path)
    found.picture("wide.png", (1600, 900))
    return found


def items_of(page: Page) -> list[Placed]:
    """Return the groups of the steps."""
    (found,) = [one for one in page.placed if one.role is Role.STEPS]
    assert isinstance(found.item, GroupItem)
    return list(found.item.children)


def words_of(page: Page) -> list[list[str]]:
    """Return the texts of each step."""
    return [[one.item.text for one in item.leaves if isinstance(one.item, TextItem)] for item in items_of(page)]


def outlines_of(page: Page) -> list[Outline]:
    """Return the outline of the last shape of each step."""
    found = [[one.item for one in item.leaves if isinstance(one.item, ShapeItem)] for item in items_of(page)]
    return [shapes[-1].outline for shapes in found]


def steps_of(count: int, text: str) -> str:
    """Return so many steps."""
    return "".join(f"      - {{title: Step {one}, text: {text}}}\n" for one in range(1, count + 1))


def test_steps_with_room_are_chevrons(project):
    """The first begins straight; each title stands in its own, all texts are level below them."""
    page = project.document(THREE).pages[1]
    assert words_of(page) == [["Survey"], ["Dig deep", "Six weeks a street"], ["Connect"]]
    assert outlines_of(page) == [Outline.FIRST_CHEVRON, Outline.CHEVRON, Outline.CHEVRON]
    for item in items_of(page):
        chevron, title, *texts = item.leaves
        assert chevron.rect.x < title.rect.x and title.rect.right < chevron.rect.right
        assert chevron.rect.y < title.rect.y and title.rect.bottom < chevron.rect.bottom
        assert all(text.rect.y > chevron.rect.bottom and text.rect.x == title.rect.x for text in texts)
    assert len({item.rect.y for item in items_of(page)}) == 1
    assert items_of(page)[-1].rect.right == pytest.approx(912)


@pytest.mark.parametrize("place", ["beside a picture", "many", "long words"])
def test_steps_without_room_have_numbers(project, place):
    """They stand below one another, each number in the middle of its circle."""
    decks = {
        "beside a picture": THREE + BESIDE,
        "many": f"{DECK}  - title: A\n    process:\n{steps_of(9, 'Words')}",
        "long words": THREE.replace("Survey", "Bundesimmissionsschutzgenehmigung"),
    }
    page = project.document(decks[place]).pages[1]
    assert set(outlines_of(page)) == {Outline.ELLIPSE}
    assert [words[0] for words in words_of(page)] == [str(one + 1) for one in range(len(items_of(page)))]
    for item in items_of(page):
        (number,) = [one for one in item.leaves if one.role is Role.ORDINAL]
        (circle,) = [
            one for one in item.leaves if isinstance(one.item, ShapeItem) and one.item.outline is Outline.ELLIPSE
        ]
        assert circle.rect.y <= number.rect.y and number.rect.bottom <= circle.rect.bottom
        middle = number.rect.x + number.rect.width / 2
        assert middle == pytest.approx(circle.rect.x + circle.rect.width / 2, abs=1)


WARM = "".join(
    f"      - {{title: {title}, text: {text}}}\n"
    for title, text in {
        "Advice": "An engineer looks at the house.",
        "Application": "Online with two offers.",
        "Answer": "In writing and with a number to call.",
        "Building": "Within eighteen months.",
        "Payment": "Two weeks after the last bill.",
    }.items()
)


@pytest.mark.parametrize("theme", built_in_themes())
def test_steps_alone_stand_below_one_another_where_they_are_larger_so(project, theme):
    """Chevrons that hold no large texts leave the room on their page to nobody."""
    sizes = {}
    for size in ("4:3", "A4"):
        page = project.document(f"theme: {theme}\nsize: '{size}'\n{DECK}  - title: A\n    process:\n{WARM}").pages[1]
        assert set(outlines_of(page)) == {Outline.ELLIPSE}
        sizes[size] = [one.item.setting.size for one in page.leaves if isinstance(one.item, TextItem)]
    assert sizes["A4"] == sizes["4:3"]


@pytest.mark.slow
@pytest.mark.parametrize("count", [7, 8, 10, 20])
def test_many_short_steps_stand_in_two_columns(count, project):
    """The first half of them at the left, and both begin at one height."""
    deck = DECK + "  - title: A\n    process:\n" + "".join(f"      - Step {one}\n" for one in range(1, count + 1))
    page = project.document(deck).pages[1]
    assert [words[0] for words in words_of(page)] == [str(one) for one in range(1, count + 1)]
    lefts = [item.rect.x for item in items_of(page)]
    half = (count + 1) // 2
    assert len({round(one) for one in lefts}) == 2
    assert lefts == sorted(lefts) and lefts.count(lefts[0]) == half
    assert items_of(page)[0].rect.y == pytest.approx(items_of(page)[half].rect.y, abs=1)


def test_many_long_steps_stay_in_one_column(project):
    """Their texts have the whole width beside them."""
    long = "Two days in March with the fire brigade and the neighbours and all who want to say something. " * 2
    page = project.document(DECK + f"  - title: A\n    process:\n{steps_of(7, long.strip())}").pages[1]
    assert len({round(item.rect.x) for item in items_of(page)}) == 1


def test_long_processes_go_on_on_the_next_slide(project):
    """Their numbers, too, on the page and in Markdown, and none stands alone."""
    text = "Something that takes a line of its own and perhaps another one of them or more than that in all"
    document = project.document(f"{DECK}  - title: A\n    overflow: split\n    process:\n{steps_of(20, text)}")
    pages = document.pages[1:]
    assert len(pages) > 1 and min(len(items_of(page)) for page in pages) >= 2
    assert [words[0] for page in pages for words in words_of(page)] == [str(one) for one in range(1, 21)]
    stream, diagnostics = BytesIO(), Diagnostics()
    renderer = load_renderer("md", diagnostics)
    assert renderer
    renderer.render(document, stream, diagnostics)
    lines = stream.getvalue().decode().splitlines()
    assert [line for line in lines if line[:1].isdigit()] == [f"{one}. **Step {one}**" for one in range(1, 21)]


def test_mistakes_are_told_where_they_are(project):
    """One step alone, a step without a title, another key."""
    assert "`process` takes 2 to 20 entries, found 1" in project.said(f"{DECK}  - title: A\n    process: [a]\n")
    assert "deck.yaml:5:18" in project.said(f"{DECK}  - title: A\n    process: [a, {{text: b}}]\n")
    assert "did you mean `title`?" in project.said(f"{DECK}  - title: A\n    process: [a, {{name: b}}]\n")


words = st.integers(1, 6).map(lambda count: " ".join(["word", "Bürgermeisterkandidat", "a", "of the year"][:count]))
some = settings(
    max_examples=examples(25),
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
    deadline=None,
)


@pytest.mark.slow
@some
@given(
    st.lists(st.tuples(words, st.sampled_from(["", "Words", "Many words " * 12])), min_size=2, max_size=12),
    st.sampled_from(["", BESIDE, "    text: Above\n"]),
    st.sampled_from(["16:9", "4:3", "A4"]),
)
def test_no_text_lies_on_another(tmp_path_factory, steps, more, size):
    """Nor beside its chevron; whatever the steps' number and words are."""
    found = Project(tmp_path_factory.mktemp("process"))
    found.picture("wide.png", (1600, 900))
    listed = "".join(
        f"      - {{title: {title}{f', text: {text.strip()}' if text else ''}}}\n" for title, text in steps
    )
    document = found.document(f"size: {size}\noverflow: split\n{DECK}  - title: A\n{more}    process:\n{listed}")
    titles = []
    for page in document.pages[1:]:
        texts = [one for one in page.leaves if isinstance(one.item, TextItem)]
        assert list(meeting(texts)) == []
        for item in (one for one in page.placed if one.role is Role.STEPS):
            leaves = [*item.leaves]
            titles += [one.item.text for one in leaves if one.role is Role.HEADING and isinstance(one.item, TextItem)]
            shapes = [one for one in leaves if isinstance(one.item, ShapeItem) and one.rect.height > 20]
            for one in leaves:
                if one.role is Role.HEADING:
                    over = [shape for shape in shapes if shape.rect.overlaps(one.rect)]
                    assert all(shape.rect.x < one.rect.x and one.rect.right < shape.rect.right for shape in over[-1:])
    assert titles == [title for title, _ in steps]
