"""What a cluster says is looked at before it is believed: answers of workers, and files of schedulers."""

from __future__ import annotations

import os
import pickle
import re
import time
from concurrent.futures import Future
from pathlib import Path
from typing import Any, cast

import pytest

from deckmaker.diagnostics import Diagnostic, Severity, SourceFile, Span
from deckmaker.diagnostics.row_place import RowPlace
from deckmaker.rows.batch import Batch, RowOutcome
from deckmaker.rows.cluster import agreement
from deckmaker.rows.cluster.alike import Facts
from deckmaker.rows.cluster.connection import connected
from deckmaker.rows.cluster.problem import ClusterProblem, WorkersDiffer
from deckmaker.rows.cluster.running import _outcomes
from deckmaker.rows.cluster.submitting import Submission
from deckmaker.rows.cluster.worker import Answer, Seen
from deckmaker.rows.found import Found
from deckmaker.rows.stores import FolderStore, Part
from tests.rows.cluster.office import batches_of, order_for, rows_of

pytest.importorskip("distributed")


def batch(is_built: bool = True) -> Batch:
    (one,) = batches_of(order_for(Path("deck.yaml"), FolderStore(Path("out")), "answers"), rows_of(2), 2)
    return one._replace(is_built=is_built)


def outcome(number: int, name: str, *files: str, state: str = "built") -> RowOutcome:
    parts = tuple(Part(file, key(file), "digest") for file in files)
    return RowOutcome(number, None, name, state, parts, "", (), (), (), (), 0.0)


def key(name: str) -> str:
    """Return a key as a folder gives them."""
    return f".deckmaker-{name.encode().hex():>016.16}"


FIRST = outcome(1, "south/1", "south/1.pdf", "south/1-png/01.png")
SECOND = outcome(2, "east/2", "east/2.pdf")
PART = Part("east/2.pdf", key("east/2.pdf"), "digest")


def test_answer_to_a_batch_is_taken() -> None:
    assert _outcomes(Answer([SECOND, FIRST], {}), batch(), batch().order) == [SECOND, FIRST]
    failed = SECOND._replace(state="failed", parts=())
    assert _outcomes(Answer([failed, FIRST], {}), batch(), batch().order) == [failed, FIRST]
    checked = [one._replace(state="checked", parts=()) for one in (FIRST, SECOND)]
    assert _outcomes(Answer(checked, {}), batch(False), batch().order) == checked


def test_all_that_a_deck_is_told_of_may_be_sent(tmp_path: Path) -> None:
    """What is sent of a mistake is as its annotations say, of each kind of place that it may have."""
    source = SourceFile("deck.yaml", "title: T", tmp_path)
    told = [
        Diagnostic("unknown-key", Severity.ERROR, "m", Span(source, 1, 1, 1, 2), "help", ("note",), (), row)
        for row in (None, RowPlace("rows.csv", 1, None, ("place",)), RowPlace("rows.csv", 1, 2, ()))
    ]
    found = (Found("k", None), *(Found("k", pickle.loads(pickle.dumps(one))) for one in told))
    failed = SECOND._replace(state="failed", parts=(), found=found, said=("m",), causes=("c",), reads=("a",), seconds=1)
    assert _outcomes(Answer([failed, FIRST], {}), batch(), batch().order) == [failed, FIRST]


KEYS = ("../../victim", "/etc/hosts", "manifest.jsonl", "south.pdf", "a\0b", "", f"{PART.key}/..", FIRST.parts[0].key)
"""What is no key of a file that this worker staged: to publish it would rename what is somebody's."""

WRONG = (
    *(("number", one) for one in (2.0, True)),
    *(("line", one) for one in ("2", [object])),
    *(("state", one) for one in ("checked", None)),
    *(
        ("parts", one)
        for one in ((), (PART, PART), (PART._replace(digest=b"x"),), (("east/2.pdf", PART.key, "digest"),))
    ),
    *(("inputs", one) for one in (None, b"x")),
    *(("reads", one) for one in (None, (5,))),
    *(("found", one) for one in (None, ("x",), (("k", None),), (Found([], None),), (Found("k", "x"),))),  # type: ignore[arg-type]
    *(("said", one) for one in (None, (5,), "x")),
    *(("causes", one) for one in (None, (5,))),
    *(("seconds", one) for one in (None, float("nan"), object())),
)
"""Fields of an outcome that are none."""


def mistake(**fields: Any) -> Diagnostic:
    """Return a mistake with fields of any kind, as a pickle makes it."""
    one = Diagnostic("internal-error", Severity.ERROR, "m")
    for name, value in fields.items():
        object.__setattr__(one, name, value)
    return one


MISTAKES = (
    *(mistake(code=one) for one in ("no-such-code", 5)),
    *(mistake(severity=one) for one in ("error", None)),
    *(mistake(**{one: 5}) for one in ("message", "help", "notes", "span", "row")),
    mistake(notes=(5,)),
    mistake(span=Span(SourceFile("deck.yaml", None), 1, 1, 1, 1)),  # type: ignore[arg-type]
    object.__new__(Diagnostic),
)

CONTENTS = (None, {PART.key: "text"}, {PART.key: 5}, {PART.key: b""}, [])


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
        *(Answer([FIRST, SECOND._replace(parts=(PART._replace(key=key),))], {}) for key in KEYS),
        *(Answer([FIRST, SECOND._replace(**{field: wrong})], {}) for field, wrong in WRONG),
        *(Answer([FIRST, SECOND._replace(found=(Found("k", one),))], {}) for one in MISTAKES),
        *(Answer([FIRST, SECOND], contents) for contents in CONTENTS),
    ],
)
def test_what_is_no_answer_ends_the_run(answer: Any) -> None:
    """Workers of another version, or broken ones: their files are of nobody's rows."""
    with pytest.raises(ClusterProblem, match=r"^a worker has sent what is no answer$"):
        _outcomes(answer, batch(), batch().order)


@pytest.mark.parametrize("state", ["built", "new"])
def test_what_is_only_checked_is_not_built(state: str) -> None:
    """A row that were so would be taken for done, and never built."""
    answer = Answer([FIRST._replace(state="checked", parts=()), SECOND._replace(state=state, parts=())], {})
    with pytest.raises(ClusterProblem, match=r"^a worker has sent what is no answer$"):
        _outcomes(answer, batch(False), batch().order)


def test_a_row_that_is_built_has_no_error() -> None:
    """Or the run would end well with an error."""
    with pytest.raises(ClusterProblem, match=r"^a worker has sent what is no answer$"):
        _outcomes(Answer([FIRST, SECOND._replace(found=(Found("k", mistake()),))], {}), batch(), batch().order)


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


def test_nothing_is_no_answer() -> None:
    """It would be taken for a batch that workers die of."""
    done: Future[None] = Future()
    done.set_result(None)
    with pytest.raises(ClusterProblem, match=r"^a worker has sent what is no answer$"):
        Submission._answer(cast(Any, None), done)


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
        (None, "cannot say what it has (NoneType)"),
        ("x", "cannot say what it has (str)"),
        (Seen(None, True), "cannot say what it has (Seen)"),  # type: ignore[arg-type]
        (Seen(Facts(None, {}), True), "cannot say what it has (Seen)"),  # type: ignore[arg-type]
        (Seen(Facts({"python": "3.11"}, {5: b"x"}), True), "cannot say what it has (Seen)"),  # type: ignore[dict-item]
    ],
    ids=repr,
)
def test_worker_without_deckmaker_is_named_as_such(answer: object, said: str) -> None:
    """However Dask tells that it cannot read the question."""

    class Client:
        def run(self, *asked: object, on_error: str) -> dict[str, object]:
            return {"tcp://10.0.0.7:1": answer}

    with pytest.raises(WorkersDiffer, match=re.escape(f"the worker `tcp://10.0.0.7:1` {said}")):
        agreement._seen(Client(), cast(Any, None))


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        (OSError("Timed out trying to connect"), "its scheduler is gone"),
        (None, "its workers do not answer"),
        (KeyError("status"), r"its scheduler answers as none does \(KeyError\)"),
    ],
    ids=["gone", "stuck", "another version"],
)
def test_workers_that_cannot_be_asked_are_told(
    failure: Exception | None, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is nothing of the folder of outputs."""
    monkeypatch.setattr(agreement, "STUCK", 0.1)

    class Client:
        def run(self, *asked: object, on_error: str) -> dict[str, object]:
            if failure:
                raise failure
            time.sleep(5)
            return {}

    with pytest.raises(ClusterProblem, match=f"^{reason}$"):
        agreement._seen(Client(), cast(Any, None))


@pytest.mark.parametrize(
    "answer", [None, "x", ["a worker"], {"a worker": "many"}, {5: 1}, KeyError("status")], ids=repr
)
def test_a_scheduler_that_tells_no_threads_is_told(answer: Any) -> None:
    """As one of another version of Dask."""

    class Client:
        def nthreads(self) -> Any:
            if isinstance(answer, Exception):
                raise answer
            return answer

        def wait_for_workers(self, count: int, timeout: float) -> None:
            self.nthreads()

    with pytest.raises(ClusterProblem, match=r"^its scheduler answers as none does \((TypeError|KeyError)\)$"):
        agreement._wait(Client())
    with pytest.raises(ClusterProblem, match=r"^its scheduler answers as none does \((TypeError|KeyError)\)$"):
        Submission(Client(), cast(Any, None))._threads()


@pytest.mark.parametrize("answer", [None, "x", [1, 2]], ids=repr)
def test_workers_that_nobody_names_are_told(answer: Any) -> None:
    class Client:
        def run(self, *asked: object, on_error: str) -> Any:
            return answer

    with pytest.raises(ClusterProblem, match=r"^its scheduler answers as none does \(TypeError\)$"):
        agreement._seen(Client(), cast(Any, None))
