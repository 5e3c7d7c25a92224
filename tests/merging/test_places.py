"""Texts, entries and keys written into a file of any style: it says what was meant, and all else is as it was."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.merging.editing import Entry, Key, Splice, applied
from deckmaker.merging.pieces import Leaf
from deckmaker.source.yaml_reader import parse_yaml

WORDS = st.text(st.sampled_from("ab é:#-'\"{}[],&*!|>%@`\\?=~0.7"), min_size=1, max_size=24).map(
    lambda text: " ".join(text.split()) or "x"
)

STYLES = {
    "plain": "text: Loud nights",
    "single quotes": "text: 'Loud nights'",
    "double quotes": 'text: "Loud nights"',
    "a comment behind it": "text: Loud nights   # in May",
    "folded": "text: >-\n      Loud\n      nights",
    "lines": "text: |\n      Loud nights",
    "several plain lines": "text: Loud\n      nights",
    "several quoted lines": 'text: "Loud\n      nights"',
    "brackets": "bullets: [Loud nights, b]",
    "a list": "bullets:\n      - Loud nights\n      - b",
    "an item with items below": "bullets:\n      - Loud nights: [b, c]",
    "an item with items below, in quotes": "bullets:\n      - 'Loud nights': [b, c]",
}
ABOVE = "# Comment.\nslides:\n  - title: One  # remark\n\n  - "
BELOW = "\n    # Another.\n    notes: |\n      Say.\n\n      More.\n\n  - title: Last\n"


def tree_of(text):
    """Return a file's tree."""
    return parse_yaml(SourceFile("deck.yaml", text), Diagnostics())


def leaf_of(tree):
    """Return where the text of a deck of these styles stands."""
    slide = tree.data["slides"][1]
    if "text" in slide:
        return Leaf(("slides", 1, "text"), False)
    is_key = isinstance(slide["bullets"][0], dict)
    return Leaf(("slides", 1, "bullets", 0, *(["Loud nights"] if is_key else [])), is_key)


@pytest.mark.parametrize("style", STYLES)
@given(new=WORDS)
@example(new="a: b")
@example(new="- a")
@example(new="0.7")
@example(new="a" * 130)
@example(new=("word " * 60).strip())
def test_a_text_is_written_in_any_style(style, new):
    """Whatever signs are in it."""
    text = f"{ABOVE}{STYLES[style]}{BELOW}"
    tree = tree_of(text)
    assert tree
    leaf = leaf_of(tree)
    written, made = applied(tree, [[Splice(leaf, 0, len("Loud nights"), new)]])
    if new == "Loud nights":
        return
    assert made, "it could not be written"
    assert written.startswith(ABOVE) and written.endswith(BELOW)
    found = tree_of(written)
    assert found
    slide = found.data["slides"][1]
    said = slide["text"].rstrip("\n") if "text" in slide else slide["bullets"][0]
    assert (next(iter(said)) if leaf.is_key else said) == new
    assert "# in May" in written or "# in May" not in text


@pytest.mark.parametrize("style", ["plain", "double quotes", "lines", "a comment behind it"])
@given(new=st.lists(WORDS, min_size=2, max_size=4))
def test_a_text_of_several_paragraphs_is_written_as_lines(style, new):
    """Behind `|`, or as it was."""
    text = f"{ABOVE}{STYLES[style]}{BELOW}"
    tree = tree_of(text)
    assert tree
    leaf = Leaf(("slides", 1, "text"), False)
    written, made = applied(tree, [[Splice(leaf, 0, len("Loud nights"), "\n\n".join(new))]])
    assert made and written.startswith(ABOVE) and written.endswith(BELOW)
    found = tree_of(written)
    assert found and found.data["slides"][1]["text"].rstrip("\n") == "\n\n".join(new)


LISTS = {
    "brackets": ("    bullets: [a, 'b, c', d]  # remark", ["a", "b, c", "d"]),
    "lines": ("    bullets:\n      - a  # one\n      # two\n      - 'b, c'\n\n      - d", ["a", "b, c", "d"]),
    "the column of its key": ("    bullets:\n    - a\n    - 'b, c'\n    - d", ["a", "b, c", "d"]),
    "brackets on lines": ("    bullets: [\n      a,\n      'b, c',\n      d,\n    ]", ["a", "b, c", "d"]),
}


@pytest.mark.parametrize("style", LISTS)
@given(
    gone=st.sets(st.sampled_from([0, 1, 2]), max_size=1), come=st.lists(st.tuples(st.integers(0, 3), WORDS), max_size=3)
)
def test_entries_come_and_go(style, gone, come):
    """In any order, several at one place among them; comments stay, but for one right above what goes."""
    lines, entries = LISTS[style]
    text = f"slides:\n  - title: One\n{lines}\n  - title: Last\n"
    tree = tree_of(text)
    assert tree
    path = ("slides", 0, "bullets")
    steps = [*(Entry(path, number, None) for number in gone), *(Entry(path, number, words) for number, words in come)]
    expected = [
        one
        for number in range(4)
        for one in (
            *(words for at, words in come if at == number),
            *([entries[number]] if number < 3 and number not in gone else []),
        )
    ]
    written, made = applied(tree, [[one] for one in steps])
    found = tree_of(written)
    assert found and found.data["slides"][1] == {"title": "Last"}
    if len(made) == len(steps):
        assert found.data["slides"][0]["bullets"] == expected
    else:
        assert "brackets" in style and gone, "it could not be written"
    for comment, of in (("# remark", None), ("# two", 1)):
        assert (comment in written) == (comment in text and of not in gone)


@pytest.mark.parametrize("style", [*STYLES, "nothing"])
@given(notes=st.lists(WORDS, min_size=1, max_size=3))
def test_notes_come_behind_all_else_of_a_slide(style, notes):
    """In lines where there are several."""
    text = f"slides:\n  - title: One\n    {STYLES.get(style, 'layout: content')}\n\n  - title: Last\n"
    tree = tree_of(text)
    assert tree
    written, made = applied(tree, [[Key(("slides", 0), "notes", "\n".join(notes))]])
    assert made and written.startswith(text.removesuffix("\n\n  - title: Last\n"))
    found = tree_of(written)
    assert found and found.data["slides"][0]["notes"].rstrip("\n") == "\n".join(notes)
    assert written.endswith("\n\n  - title: Last\n")


BLOCKS = """\
slides:
  - title: One
    content:
      - First
      - text: Second
        only: board
      - bullets:
          - a
          - b
        only: board
      - Last
"""


@given(blocks=st.sets(st.sampled_from([0, 3])), keys=st.sets(st.sampled_from([1, 2])), items=st.sets(st.integers(0, 1)))
@example(blocks={0}, keys={1}, items={1})
@example(blocks={0, 3}, keys={1, 2}, items=set())
def test_entries_go_and_keys_and_entries_of_others(blocks, keys, items):
    """Each is the one that it was in the file, whatever goes before it."""
    tree = tree_of(BLOCKS)
    assert tree
    path = ("slides", 0, "content")
    steps = [
        *(Entry(path, number, None) for number in blocks),
        *(Key((*path, number), "only", None) for number in keys),
        *(Entry((*path, 2, "bullets"), number, None) for number in items if len(items) == 1),
        Splice(Leaf((*path, 1, "text"), False), 0, 6, "Other"),
    ]
    content = [
        "First",
        {"text": "Other", "only": "board"},
        {"bullets": [one for at, one in enumerate("ab") if items != {at}], "only": "board"},
        "Last",
    ]
    for number in keys:
        del content[number]["only"]
    written, made = applied(tree, [[one] for one in steps])
    assert made == steps
    found = tree_of(written)
    assert found
    assert found.data["slides"][0]["content"] == [one for at, one in enumerate(content) if at not in blocks]


@pytest.mark.parametrize(
    ("slide", "written"),
    [
        ("- section: South\n    title: One\n    text: a", "- title: One\n    text: a"),
        ("- section: South  # where\n\n    title: One\n    text: a", "- title: One\n    text: a"),
        (
            "- section: South\n    # The first.\n    title: One\n    text: a",
            "-\n    # The first.\n    title: One\n    text: a",
        ),
        ("- {section: South, title: One, text: a}", "- {title: One, text: a}"),
        ("- {title: One, section: South, text: a}", "- {title: One, text: a}"),
    ],
)
def test_the_first_key_of_a_slide_goes(slide, written):
    """The next one takes its place behind the dash, and a comment above that one stays."""
    tree = tree_of(f"slides:\n  {slide}\n  - title: Last\n")
    assert tree
    text, made = applied(tree, [[Key(("slides", 0), "section", None)]])
    assert made
    assert text == f"slides:\n  {written}\n  - title: Last\n"


@pytest.mark.parametrize("key", ["a", "b", "title"])
def test_a_comment_between_keys_in_brackets_stays(key):
    """Whose that is, is not sure: so the key stays, too."""
    text = "slides:\n  - {title: One,  # first\n     a: b,  # second\n     b: c}\n"
    tree = tree_of(text)
    assert tree
    assert applied(tree, [[Key(("slides", 0), key, None)]]) == (text, [])


BLOCK_ENDS = {"": "\n", "-": "", "+": "\n\n"}
"""What a block of lines ends with, above an empty line, by the sign in its head."""


@pytest.mark.parametrize("lines", [["Loud"], ["Loud", "", "nights"], ["Loud", "nights"]], ids=["one", "apart", "two"])
@pytest.mark.parametrize("chomping", BLOCK_ENDS)
@pytest.mark.parametrize("mark", ["|", ">"])
@pytest.mark.parametrize("key", ["text", "notes"])
def test_lines_come_into_a_block_of_lines_with_any_head(key, mark, chomping, lines):
    """And all else stays as it is written, the head and what the text ends with."""
    head = f"{mark}{chomping}"
    body = "".join(f"\n      {line}".rstrip(" ") for line in lines)
    text = f"slides:\n  - title: One\n    {key}: {head}{body}\n\n  - title: Last\n"
    tree = tree_of(text)
    assert tree
    value = tree.data["slides"][0][key]
    end = len(value.rstrip("\n"))
    assert value[end:] == BLOCK_ENDS[chomping]
    written, made = applied(tree, [[Splice(Leaf(("slides", 0, key), False), end, end, "\n\nAnd days")]])
    assert made, "it could not be written"
    assert written.startswith(f"slides:\n  - title: One\n    {key}: {head}{body}\n")
    assert written.endswith("\n      And days\n\n  - title: Last\n")
    found = tree_of(written)
    assert found and found.data["slides"][0][key] == f"{value[:end]}\n\nAnd days{BLOCK_ENDS[chomping]}"
