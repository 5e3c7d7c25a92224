"""Cases of which `make quick` tries only some: each takes long, and most mistakes show in the first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest


def mostly_slow(cases: Iterable[Any], quick: int = 1) -> list[Any]:
    """Return cases for `pytest.mark.parametrize`, slow but for the first `quick`. A tuple is one of several values."""
    return [
        pytest.param(
            *(case if isinstance(case, tuple) else (case,)), marks=[pytest.mark.slow] if number >= quick else []
        )
        for number, case in enumerate(cases)
    ]
