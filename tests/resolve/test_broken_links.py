"""Links that are none, wherever texts stand: they are told, and so are those whose values have spaces."""

from __future__ import annotations

import pytest

from tests.projects import DECK, Project

WRITTEN = {
    "a text": "    text: See {}.\n",
    "an item": "    bullets: ['See {}']\n",
    "a title": "  - title: See {}\n",
    "a label": "    metrics: [{{value: 4, label: 'See {}'}}]\n",
    "a callout": "    callout: {{text: 'See {}'}}\n",
    "the caption of a table": "    table: {{rows: [[A, B], [1, 2]], caption: 'See {}'}}\n",
    "a cell": "    table: {{rows: [[A, B], [1, 'See {}']]}}\n",
}


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
def test_a_link_with_a_space_in_it_is_told(written, tmp_path):
    """In all texts; one that leads somewhere, or is code, is not."""
    for link in ("[a](https://x.org/b c)", "[a] (https://x.org/b)"):
        _, diagnostics = Project(tmp_path).read(f"{DECK}  - title: A\n{written.format(link)}")
        assert [one.message for one in diagnostics] == [f"`{link}` makes no link"]
    for link in ("[a](https://x.org/b)", "`[a](https://x.org/b c)`", "[a] (b)"):
        assert not [*Project(tmp_path).read(f"{DECK}  - title: A\n{written.format(link)}")[1]]


def test_a_value_with_a_space_makes_no_link(tmp_path):
    """The message shows it."""
    head = DECK.replace("slides:", "variables: {place: New York}\nslides:", 1)
    _, diagnostics = Project(tmp_path).read(f"{head}  - title: A\n    text: '[a](https://x.org/{{{{ place }}}}) b'\n")
    assert [one.message for one in diagnostics] == ["`[a](https://x.org/New York)` makes no link"]


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://x.org/b\n'Title') c",
        "[a](https://x.org/b\n) c",
        "As in [3] (https://x.org/1), it fell",
        "It fell [sic] (https://x.org/1)",
        "a [b c\\](https://x.org/d e) f",
        "[a](https://x.org/b_(c)) d",
    ],
)
def test_what_is_a_link_or_was_none_is_not_told(text, tmp_path):
    """A link may end on the next line; numbers of sources stand before addresses."""
    lines = text.replace("\n", "\n      ")
    assert [*Project(tmp_path).read(f"{DECK}  - title: A\n    text: |\n      {lines}\n")[1]] == []


def test_each_link_is_held_against_all_code(tmp_path):
    """One that is told is no reason to tell another one that is code."""
    text = "[a](https://x.org/b c), as in `[d](https://x.org/e f)` and [g](https://x.org/h i)"
    _, diagnostics = Project(tmp_path).read(f'{DECK}  - title: A\n    text: "{text}"\n')
    assert [one.message[:4] for one in diagnostics] == ["`[a]", "`[g]"]
