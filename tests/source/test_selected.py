"""Places in lists of which some entries are left out are those of what is kept."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckmaker.diagnostics import SourceFile, Span
from deckmaker.source.selected import Selected

SOURCE = SourceFile("deck.yaml", "")
DATA = st.recursive(
    st.just("x"), lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("ab"), inner)
)


def places(value, path=()):
    """Yield the path of each value, all the way down."""
    yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, one in inside:
        yield from places(one, (*path, step))


def selected(value, choose, kept, path=()):
    """Return a value without what is not chosen, each text in it replaced by its path as it is written."""
    if isinstance(value, list):
        kept[path] = [index for index in range(len(value)) if choose((*path, index))]
        return [selected(value[index], choose, kept, (*path, index)) for index in kept[path]]
    if isinstance(value, dict):
        return {key: selected(one, choose, kept, (*path, key)) for key, one in value.items()}
    return path


def texts(value, path=()):
    """Yield the path of each text as it is now, and as it is written."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    if isinstance(value, tuple):
        yield path, value
    for step, one in inside:
        yield from texts(one, (*path, step))


@given(DATA, st.data())
def test_each_path_leads_to_where_its_value_is_written(data, draw):
    """Each that there is now, and no other; all of them are listed."""
    written = {path: Span(SOURCE, number, 1, number, 2) for number, path in enumerate(places(data), 1)}
    left_out = draw.draw(st.sets(st.sampled_from(sorted(written, key=repr))))
    kept: dict = {}
    now = selected(data, lambda path: path not in left_out, kept)
    found = Selected(written, kept)
    for path, origin in texts(now):
        assert found[path] is written[origin]
    assert set(found) == set(places(now_without_texts(now)))
    assert len(found) == len({*found})
    assert all(found.get((*path, 99)) is None for path in kept)


def now_without_texts(value):
    """Return a value with one text for each path in it."""
    if isinstance(value, list):
        return [now_without_texts(one) for one in value]
    if isinstance(value, dict):
        return {key: now_without_texts(one) for key, one in value.items()}
    return "x"
