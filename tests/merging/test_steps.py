"""How lists become others, where their items repeat."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.budget.bound import Bound
from deckmaker.merging import words
from deckmaker.merging.changes import TextChanged, changes_of
from deckmaker.merging.steps import stretches
from tests.hostile.work import calls_of

ITEMS = st.lists(st.sampled_from("abc"), max_size=9)


def _longest(old: list[str], new: list[str]) -> int:
    """Return how many items two lists have in common at most, in order."""
    lengths = [0] * (len(new) + 1)
    for one in old:
        before = [*lengths]
        for at, other in enumerate(new):
            lengths[at + 1] = before[at] + 1 if one == other else max(before[at + 1], lengths[at])
    return lengths[-1]


@pytest.mark.parametrize("steps", [0, 1_000_000])
@given(ITEMS, ITEMS)
def test_stretches_lead_from_one_list_to_the_other(steps: int, old: list[str], new: list[str]) -> None:
    """All of both is in one of them, in order; where they repeat too much to look for long runs, little changes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "MERGED_STEPS", Bound(steps, "steps", "a text"))
        found = list(stretches(old, new))
    assert [item for one in found for item in old[one.first : one.last]] == old
    assert [item for one in found for item in new[one.start : one.end]] == new
    assert all(old[one.first : one.last] == new[one.start : one.end] for one in found if one.is_same)
    if not steps and len(old) != len(new):
        assert sum(one.last - one.first for one in found if one.is_same) == _longest(old, new)


@pytest.mark.parametrize("key", ["bullets", "text"])
def test_many_changes_of_lines_that_repeat_take_few_steps(key: str) -> None:
    """Each is found where it is."""
    lines = ["The same line again."] * 1_000
    edited = [f"The same line {at}." if at % 5 == 1 else one for at, one in enumerate(lines)]
    old, new = ({key: some if key == "bullets" else "\n\n".join(some)} for some in (lines, edited))
    assert len([one for one in changes_of(old, new) if isinstance(one, TextChanged)]) == 200
    assert calls_of(lambda: list(changes_of(old, new))) < 8_000_000
