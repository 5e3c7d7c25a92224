"""Sums of files that grow: the same as those of the files when they are whole, however they were written."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.output import streaming_digest
from deckmaker.output.draft import open_draft

LARGE = 9 << 20
"""Bytes for which a thread sums along."""

writes = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.binary(max_size=40)),
        st.tuples(st.just("seek"), st.integers(0, 60)),
        st.tuples(st.just("truncate"), st.integers(0, 60)),
    )
)


def test_a_large_file_is_summed_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without reading it once more at its end."""
    monkeypatch.setattr(streaming_digest, "file_digest", None)
    parts = [bytes([number]) * (LARGE // 30 + number) for number in range(32)]
    with open_draft(tmp_path, "deck.pdf") as draft:
        for part in parts:
            draft.stream.write(part)
        assert draft.finish() == sha256(b"".join(parts)).hexdigest()


@pytest.mark.parametrize("place", [0, LARGE // 2, LARGE - 4])
def test_what_is_written_over_counts_as_it_is_at_last(tmp_path: Path, place: int) -> None:
    """As headers of ZIP files are, once the size of what follows is known."""
    with open_draft(tmp_path, "deck.pptx") as draft:
        draft.stream.write(b"a" * LARGE)
        draft.stream.flush()
        draft.stream.seek(place)
        draft.stream.write(b"bcde")
        whole = b"a" * place + b"bcde" + b"a" * (LARGE - place - 4)
        assert draft.finish() == sha256(whole).hexdigest()


def test_what_is_cut_off_does_not_count(tmp_path: Path) -> None:
    """Though it was summed already."""
    with open_draft(tmp_path, "deck.pdf") as draft:
        draft.stream.write(b"a" * LARGE)
        draft.stream.truncate(100)
        assert draft.finish() == sha256(b"a" * 100).hexdigest()


@given(writes)
def test_any_way_of_writing_has_the_sum_of_what_is_there(tmp_path_factory: pytest.TempPathFactory, steps) -> None:
    """Another file tells what that is."""
    folder = tmp_path_factory.getbasetemp()
    with (
        pytest.MonkeyPatch.context() as patch,
        TemporaryFile() as expected,
        open_draft(folder, "deck.pdf") as draft,
    ):
        patch.setattr(streaming_digest, "_WORTHWHILE", 8)
        patch.setattr(streaming_digest, "_STEP", 4)
        for step, value in steps:
            for file in (expected, draft.stream):
                getattr(file, step)(value)
            draft.stream.flush()
        expected.seek(0)
        assert draft.finish() == sha256(expected.read()).hexdigest()
