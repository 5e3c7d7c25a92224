"""The showcase in further themes and sizes by every route, for those who have the time: `make thorough` has it.

`test_decks` has each theme and each size with some other; this has them one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.agreement.conftest import SHOWCASE, read_deck
from tests.agreement.judgement import SECOND_OPINION, failing_pages, judge, write_sheets
from tests.agreement.outputs import FORMATS, Outputs
from tests.agreement.table import row
from tests.variants import write_variants

LOOKS = {
    "showcase-plain": {"theme": "plain"},
    "showcase-4x3": {"size": "4:3"},
    "showcase-A4": {"size": "A4"},
    "showcase-listed": {"credits": "{where: both}"},
}

pytestmark = [pytest.mark.outside, pytest.mark.slow, pytest.mark.long, pytest.mark.xdist_group("further looks")]


@pytest.fixture(scope="module", params=LOOKS)
def outputs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """The showcase in one of the looks; its pictures are forgotten before the next."""
    folder: Path = tmp_path_factory.mktemp(request.param)
    (path,) = write_variants(SHOWCASE, read_deck(SHOWCASE), {request.param: LOOKS[request.param]}, folder)
    with Outputs({request.param: read_deck(path)}, folder) as made:
        yield made


@pytest.mark.parametrize("format", [*FORMATS, SECOND_OPINION])
def test_every_route_shows_what_layout_decided(format: str, outputs: Outputs, record_property) -> None:
    """Within the gates of all decks."""
    (name,) = outputs.documents
    judgement = judge(outputs, name, format)
    record_property("agreement", (name, row(judgement)))
    if judgement.failures:
        write_sheets(outputs, name, [judgement], failing_pages(judgement))
    assert judgement.failures == []
