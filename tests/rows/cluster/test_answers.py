"""What a cluster says is looked at before it is believed: answers of workers, and files of schedulers."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, cast

import pytest

from deckmaker.rows.batch import Batch, RowOutcome
from deckmaker.rows.cluster import agreement
from deckmaker.rows.cluster.connection import connected
from deckmaker.rows.cluster.problem import ClusterProblem, WorkersDiffer
from deckmaker.rows.cluster.running import _outcomes
from deckmaker.rows.cluster.submitting import Submission
from deckmaker.rows.cluster.worker import Answer
from deckmaker.rows.stores import Part
from tests.rows.cluster.office import batches_of, order_for, rows_of

pytest.importorskip("distributed")


def batch() -> Batch:
    (one,) = batches_of(order_for(Path("deck.yaml"), None, "answers"), rows_of(2), 2)
    return one


def outcome(number: int, name: str, *files: str, state: str = "built") -> RowOutcome:
    parts = tuple(Part(file, "key", "digest") for file in files)
    return RowOutcome(number, None, name, state, parts, "", (), (), (), (), 0.0)


FIRST, SECOND = outcome(1, "south/1", "south/1.pdf", "south/1-png/01.png"), outcome(2, "east/2")


def test_answer_to_a_batch_is_taken() -> None:
    assert _outcomes(Answer([SECOND, FIRST], {}), batch(), batch().order) == [SECOND, FIRST]


@pytest.mark.parametrize(
    "answer",
    [
        "done",
        [FIRST, SECOND],
        Answer(["done"], {}),  # type: ignore[list-item]
        Answer([FIRST], {}),
        Answer([FIRST, FIRST], {}),
        Answer([FIRST, SECOND, outcome(3, "west/3")], {}),
        Answer([FIRST, outcome(2, "west/3")], {}),
        Answer([FIRST, outcome(2, "east/2", state="new")], {}),
        Answer([FIRST, outcome(2, "east/2", "../other.pdf")], {}),
        Answer([FIRST, outcome(2, "east/2", "south/1.pdf")], {}),
        Answer([FIRST, outcome(2, "east/2", "east/2.pdf/../../../x")], {}),
        Answer([FIRST, outcome(2, "east/2", "east/2.pdf")], {"another": b""}),
        Answer([FIRST, outcome("2", "east/2")], {}),  # type: ignore[arg-type]
        Answer(None, {}),  # type: ignore[arg-type]
        Answer([FIRST, SECOND._replace(parts=None)], {}),  # type: ignore[arg-type]
        Answer([FIRST, SECOND._replace(parts=(Part(5, "key", "digest"),))], {}),  # type: ignore[arg-type]
        Answer([FIRST, SECOND._replace(parts=(Part("east/2.pdf", [], "digest"),))], {"key": b""}),  # type: ignore[arg-type]
    ],
    ids=str,
)
def test_what_is_no_answer_ends_the_run(answer: Any) -> None:
    """Workers of another version, or broken ones: their files are of nobody's rows."""
    with pytest.raises(ClusterProblem, match=r"^a worker has sent what is no answer$"):
        _outcomes(answer, batch(), batch().order)


class Ended:
    """A batch that has ended with an error."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def result(self) -> Answer:
        """Raise the error."""
        raise self.error


@pytest.mark.parametrize("error", [TypeError("no order"), RuntimeError("not read"), AttributeError()], ids=repr)
def test_what_no_sound_worker_ends_with_is_told(error: Exception) -> None:
    """Workers of another version fail in ways that theirs know."""
    with pytest.raises(ClusterProblem, match=rf"^a worker has ended with {type(error).__name__}$"):
        Submission._answer(cast(Any, None), Ended(error))


def test_what_stores_refuse_a_worker_stays_what_it_is() -> None:
    with pytest.raises(PermissionError):
        Submission._answer(cast(Any, None), Ended(PermissionError()))


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"{}", b'{"address": 5}', b'{"address": "nowhere"}', b"\xff\xfe", b"[" * 100_000, None],
    ids=lambda one: str(one)[:30],
)
def test_file_that_no_scheduler_wrote_is_told(content: bytes | None, tmp_path: Path) -> None:
    """Whatever it holds, and however large it is."""
    file = tmp_path / "scheduler.json"
    file.write_bytes(content or b"{")
    if content is None:
        os.truncate(file, 10_000_000_000)
    with pytest.raises(ClusterProblem, match=r"is no scheduler's file: it names no address$"), connected(str(file)):
        pass


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (ModuleNotFoundError("No module named 'deckmaker'"), "has another version of deckmaker, or none"),
        # What Dask 2026.8 makes of it.
        (
            Exception("ModuleNotFoundError(\"No module named 'deckmaker'\")"),
            "has another version of deckmaker, or none",
        ),
        (Exception("AttributeError(\"has no attribute 'seen'\")"), "has another version of deckmaker, or none"),
        (Exception("full"), "cannot say what it has (Exception)"),
        (ValueError("ImportError("), "cannot say what it has (ValueError)"),
    ],
    ids=repr,
)
def test_worker_without_deckmaker_is_named_as_such(answer: Exception, said: str) -> None:
    """However Dask tells that it cannot read the question."""

    class Client:
        def run(self, *asked: object, on_error: str) -> dict[str, Exception]:
            return {"tcp://10.0.0.7:1": answer}

    with pytest.raises(WorkersDiffer, match=re.escape(f"the worker `tcp://10.0.0.7:1` {said}")):
        agreement._seen(Client(), cast(Any, None))
