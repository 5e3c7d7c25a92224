"""Files with a few wrong bytes: a picture or a message, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.assets.drawings import size
from tests.assets.damage import SEEDS, check_damaged, wrong_bytes
from tests.samples import examples

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def small_drawings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw with a fifth of the pixels: here it counts what is drawn, not how finely."""
    monkeypatch.setattr(size, "LONGER_SIDE", 640)


@pytest.mark.parametrize("seed", SEEDS)
@settings(max_examples=examples(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_is_a_picture_or_a_message(seed: str, data: st.DataObject, tmp_path: Path) -> None:
    """What is shown has the size that layout was told, and can be opened."""
    check_damaged(data.draw(wrong_bytes(SEEDS[seed])), tmp_path / "damaged")
