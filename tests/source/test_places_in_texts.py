"""Places within texts, in every style in which YAML writes them."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.source import parse_yaml
from deckmaker.source.scalars import span_within

STYLES = {
    "plain": "a:\n  one two\n  three\n",
    "single": "a: 'it''s one two\n    three'\n",
    "double": 'a: "\\u201cone\\" two\\n\\\n    three"\n',
    "literal": "a: |\n  one two\n\n    three\nb: c\n",
    "folded": "a: >-\n    one two\n    three\nb: c\n",
    "indented": "a: |2\n    one two\n  three\n",
    "anchored": "a: &here |\n  one two\n  three\nb: *here\n",
    "in a flow": "a: [one two three]\n",
}


@pytest.mark.parametrize("text", STYLES.values(), ids=STYLES)
def test_a_word_is_where_the_file_has_it(text):
    """Whatever lines, quotes and escapes stand before it."""
    source = SourceFile("deck.yaml", text)
    tree = parse_yaml(source, Diagnostics())
    assert tree
    path = ("a", 0) if isinstance(tree.data["a"], list) else ("a",)
    value = tree.data["a"][0] if len(path) == 2 else tree.data["a"]
    for word in ("one", "two", "three"):
        begin = value.index(word)
        found = span_within(tree.value_span(path), value, begin, begin + len(word))
        line = source.line(found.line)
        assert line[found.column - 1 : found.end_column - 1] == word
        assert found.line == found.end_line


@given(
    st.text(alphabet=st.sampled_from("ab'\"\\: \n#é\u2028\t"), min_size=1, max_size=40),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.integers(0, 39),
)
def test_a_sign_is_where_the_file_has_it(text, style, index):
    """Or the whole text is, where its escapes are of another kind."""
    written = yaml.dump({"a": text}, default_style=style, allow_unicode=True, width=12)
    source = SourceFile("deck.yaml", written)
    tree = parse_yaml(source, Diagnostics())
    assert tree
    value = tree.data["a"]
    if value is None or index >= len(value) or value[index].isspace():
        return
    whole = tree.value_span(("a",))
    found = span_within(whole, value, index, index + 1)
    sign = source.line(found.line)[found.column - 1]
    assert found == whole or sign in (value[index], "\\")


def test_what_holds_no_sign_is_the_whole():
    """A space has no place of its own."""
    source = SourceFile("deck.yaml", "a: one two\n")
    tree = parse_yaml(source, Diagnostics())
    assert tree
    whole = tree.value_span(("a",))
    assert span_within(whole, "one two", 3, 4) == whole
    assert span_within(whole, "another", 0, 2) == whole
