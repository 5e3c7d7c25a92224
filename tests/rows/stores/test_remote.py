"""Outputs go into an object store whole or not at all, with a journal, one run at a time; tables come out of it.

What the store holds is read back by boto3, which wrote none of it.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from threading import Event

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.output import Finished
from deckmaker.output.draft import open_draft
from deckmaker.output.lock import FolderIsTaken
from deckmaker.output.obstacle import Obstacle
from deckmaker.rows.stores import holding, segments
from deckmaker.rows.stores.asking import Place
from deckmaker.rows.stores.holding import Hold
from deckmaker.rows.stores.inputs import fetched
from deckmaker.rows.stores.remote import RemoteStore
from tests.projects import ROOT
from tests.rows.object_store import BUCKET, object_store
from tests.signals import answered

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    with object_store() as address:
        yield address


@pytest.fixture
def folder(bucket: str, request: pytest.FixtureRequest) -> str:
    """Return the address of a folder for one test."""
    return f"{bucket}/{request.node.name}"


def objects(address: str) -> dict[str, bytes]:
    """Return what lies below an address, by key from there."""
    import boto3

    client, prefix = boto3.client("s3"), address.removeprefix(f"s3://{BUCKET}/") + "/"
    found = client.list_objects_v2(Bucket=BUCKET, Prefix=prefix).get("Contents", [])
    keys = [one["Key"] for one in found]
    return {key.removeprefix(prefix): client.get_object(Bucket=BUCKET, Key=key)["Body"].read() for key in keys}


def put(address: str, key: str, content: bytes) -> None:
    import boto3

    boto3.client("s3").put_object(Bucket=BUCKET, Key=f"{address.removeprefix(f's3://{BUCKET}/')}/{key}", Body=content)


def drafted(content: bytes, stack: ExitStack) -> Finished:
    draft = stack.enter_context(open_draft(Path(os.curdir), "some.pdf"))
    draft.stream.write(content)
    return Finished(draft, draft.finish())


def test_a_staged_file_is_hidden_until_it_is_published(folder):
    store = pickle.loads(pickle.dumps(RemoteStore(folder)))
    with store.alone(), ExitStack() as stack:
        part = store.stage("north/a.pdf", drafted(b"%PDF", stack))
        assert all(key.startswith(".deckmaker/") for key in objects(folder))
        assert store.mark("north/a.pdf") is None
        kept = store.publish(part)
        assert objects(folder)["north/a.pdf"] == b"%PDF"
        assert kept.digest == store.digest("north/a.pdf") == sha256(b"%PDF").hexdigest()
        assert kept.mark == store.mark("north/a.pdf")
    assert list(objects(folder)) == ["north/a.pdf"]


def test_a_file_that_somebody_replaced_has_another_mark(folder):
    store = RemoteStore(folder)
    with store.alone(), ExitStack() as stack:
        kept = store.publish(store.stage("a.pdf", drafted(b"ours", stack)))
        put(folder, "a.pdf", b"edit")  # as many bytes
        assert store.mark("a.pdf", is_fresh=True) not in (None, kept.mark)
        assert store.digest("a.pdf") != kept.digest
        store.remove("a.pdf")
        assert store.mark("a.pdf") is None
        store.remove("a.pdf")  # once more is no mistake


@pytest.mark.parametrize("done", [None, b"", b"%PDX"])
def test_a_store_that_copies_nothing_is_not_believed(folder, done, monkeypatch):
    """Some know no copies: they do nothing and say that all is well, or keep an empty object. Of an object that has the
    size of the new one, what tells is that its mark has not changed."""
    import fsspec

    system = fsspec.core.url_to_fs(folder)[0]
    if done:
        put(folder, "a.pdf", done)
    monkeypatch.setattr(system, "cp_file", lambda _, to: done == b"" and system.pipe_file(to, done))
    store = RemoteStore(folder)
    with store.alone(), ExitStack() as stack:
        part = store.stage("a.pdf", drafted(b"%PDF", stack))
        with pytest.raises(Obstacle, match="it says that it copied the file, and has another"):
            store.publish(part)


def test_an_object_that_is_made_as_it_was_stays_itself(folder):
    put(folder, "a.pdf", b"%PDF")
    store = RemoteStore(folder)
    with store.alone(), ExitStack() as stack:
        part = store.stage("a.pdf", drafted(b"%PDF", stack))
        assert store.publish(part).mark == store.mark("a.pdf")
    assert objects(folder) == {"a.pdf": b"%PDF"}


def test_what_a_killed_run_left_is_swept(folder):
    put(folder, ".deckmaker/parts/0123456789abcdef-4", b"half")
    put(folder, "kept.pdf", b"whole")
    with RemoteStore(folder).alone():
        pass
    assert list(objects(folder)) == ["kept.pdf"]


def test_keys_are_listed_without_what_the_store_tells_of_each(folder, monkeypatch):
    """A folder may hold a million, of which fsspec itself holds all that is told; no other folder begins so."""
    for key in ("parts/b", "parts/a/c", "parts-of-others/d", "e"):
        put(folder, key, b"")
    place = RemoteStore(folder)._place
    monkeypatch.setattr(place._system()[0], "find", None)
    assert place.keys("parts") == ["parts/a/c", "parts/b"]
    assert place.keys("nowhere") == []


def lines(count: int) -> list[bytes]:
    return [b'{"row": %d}\n' % number for number in range(count)]


@pytest.mark.parametrize("count", [0, 1, 9, 25])
def test_a_journal_is_one_object_once_it_is_closed(folder, count, monkeypatch):
    monkeypatch.setattr(segments, "JOINED", 10)
    store = RemoteStore(folder)
    for added in (lines(count), lines(3)):
        before = objects(folder).get("manifest.jsonl", b"")
        with store.journal() as journal:
            assert list(journal.lines()) == before.splitlines(keepends=True)
            for line in added:
                journal.append(line)
            assert list(journal.lines()) == [*before.splitlines(keepends=True), *added]
        assert objects(folder) == ({"manifest.jsonl": before + b"".join(added)} if before or added else {})


@pytest.mark.parametrize("count", [1, 10, 25])
def test_a_journal_that_was_not_closed_is_read_whole(folder, count, monkeypatch):
    """As when the run is killed: nobody joins its pieces, until the next run does."""
    monkeypatch.setattr(segments, "JOINED", 10)
    store = RemoteStore(folder)
    with pytest.MonkeyPatch.context() as patch, store.journal() as journal:
        patch.setattr(segments.SegmentedJournal, "join", lambda self: None)
        for line in lines(count):
            journal.append(line)
        left = [key for key in objects(folder) if key.startswith(".deckmaker/journal/")]
        assert len(left) == count // 10 + count % 10
    put(folder, "manifest.jsonl", b'{"row": "cut o')
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(segments.SegmentedJournal, "join", lambda self: None)
        with store.journal() as journal:
            assert list(journal.lines()) == [b'{"row": "cut o', *lines(count)]
    with store.journal() as journal:
        assert list(journal.lines()) == [b'{"row": "cut o\n', *lines(count)]


def test_a_piece_that_was_joined_but_not_removed_is_not_read_again(folder):
    put(folder, ".deckmaker/journal/000000000000-000000000001", b"0\n1\n")
    put(folder, ".deckmaker/journal/000000000001-000000000001", b"1\n")
    put(folder, ".deckmaker/journal/000000000002-000000000002", b"2\n")
    with RemoteStore(folder).journal() as journal:
        assert list(journal.lines()) == [b"0\n", b"1\n", b"2\n"]


@pytest.mark.parametrize("is_atomic", [True, False])
def test_a_journal_is_replaced_whole(bucket, is_atomic):
    """Pieces that were added before are gone with it; stores of folders, too, have the old one or the new."""
    folder = f"{bucket}/replaced-{is_atomic}"
    with RemoteStore(folder).journal() as journal:
        journal._place.is_atomic = is_atomic
        journal.append(b"1\n")
        journal.append(b"2\n")
        journal.replace(iter([b"2\n"]))
        assert objects(folder) == {"manifest.jsonl": b"2\n"}
        journal.append(b"3\n")
        assert list(journal.lines()) == [b"2\n", b"3\n"]
    assert objects(folder) == {"manifest.jsonl": b"2\n3\n"}


def test_a_second_run_waits_for_none_that_lives(folder, monkeypatch):
    monkeypatch.setattr(holding, "FRESHENED", 0.01)
    monkeypatch.setattr(holding, "_PAUSE", 0.01)
    store = RemoteStore(folder)
    with store.alone(), pytest.raises(FolderIsTaken), store.alone():
        pass
    with store.alone():
        pass


def test_a_second_run_takes_over_from_one_that_was_killed(folder, monkeypatch):
    monkeypatch.setattr(holding, "STALE", 0.02)
    monkeypatch.setattr(holding, "_PAUSE", 0.01)
    put(folder, ".deckmaker/held", b"0123 7\n")
    with RemoteStore(folder).alone():
        assert not objects(folder)[".deckmaker/held"].startswith(b"0123")
    assert objects(folder) == {}


def test_a_run_that_was_taken_over_does_not_take_its_place_back(folder, monkeypatch):
    monkeypatch.setattr(holding, "FRESHENED", 0.0)
    with RemoteStore(folder).alone():
        pass
    put(folder, ".deckmaker/held", b"another 1\n")
    holding._keep(Hold(Place(folder), ".deckmaker/held"), Event())  # returns, and has written nothing
    assert objects(folder) == {".deckmaker/held": b"another 1\n"}
    monkeypatch.setattr(holding, "FRESHENED", 1000.0)
    with RemoteStore(f"{folder}-2").alone():
        put(f"{folder}-2", ".deckmaker/held", b"another 1\n")
    assert objects(f"{folder}-2") == {".deckmaker/held": b"another 1\n"}


def test_a_name_with_signs_of_patterns_is_a_name(folder):
    store = RemoteStore(folder)
    put(folder, "b1.pdf", b"of somebody")
    with store.alone(), ExitStack() as stack:
        store.publish(store.stage("b[1].pdf", drafted(b"1", stack)))
        store.publish(store.stage("b*.pdf", drafted(b"2", stack)))
        assert (store.digest("b[1].pdf"), store.digest("b*.pdf")) == (
            sha256(b"1").hexdigest(),
            sha256(b"2").hexdigest(),
        )
        store.remove("b[1].pdf")
        store.remove("b*.pdf")
    assert objects(folder) == {"b1.pdf": b"of somebody"}


@pytest.mark.parametrize(
    ("address", "reason", "help"),
    [
        ("s3://no-such-bucket/x", "there is no such bucket", "make it first, or correct its name"),
        ("s3://", "the address names no folder in it", "write `s3://bucket/folder`"),
        ("foo://x/y", "no store is known by `foo`", "write `s3://bucket/folder`, or a folder's path"),
        (
            "gs://bucket/x",
            "the library for `gs` is not installed",
            "install deckmaker's extra `cluster`, and the library that fsspec names for this protocol",
        ),
    ],
)
def test_a_store_that_cannot_be_used_says_why(bucket, address, reason, help):
    with pytest.raises(Obstacle) as refused, RemoteStore(address).alone():
        pass
    assert refused.value.args == (reason, help)


def test_a_store_without_its_library_names_the_extra(bucket, monkeypatch):
    monkeypatch.setitem(sys.modules, "s3fs", None)
    monkeypatch.delitem(vars(sys.modules["fsspec.registry"])["_registry"], "s3", raising=False)
    with pytest.raises(Obstacle) as refused, RemoteStore(bucket + "/x").alone():
        pass
    assert refused.value.args[1] == "install deckmaker with its extra `s3`, as in `pip install '.[s3]'`"


def test_stores_without_fsspec_name_the_extra(bucket, monkeypatch):
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(Obstacle) as refused, RemoteStore(bucket + "/x").alone():
        pass
    assert refused.value.args == (
        "stores need fsspec, which is not installed",
        "install deckmaker with its extra `s3`, as in `pip install '.[s3]'`",
    )


def test_a_store_without_credentials_says_so(bucket, monkeypatch):
    import fsspec

    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    fsspec.get_filesystem_class("s3").clear_instance_cache()
    try:
        with pytest.raises(Obstacle) as refused, RemoteStore(bucket + "/x").alone():
            pass
    finally:
        fsspec.get_filesystem_class("s3").clear_instance_cache()
    assert refused.value.args[0] == "there are no credentials for it"


def test_a_table_comes_out_of_a_store(folder):
    put(folder, "regions.csv", b"region\nNorth\n")
    diagnostics = Diagnostics()
    with fetched(f"{folder}/regions.csv", diagnostics) as copy:
        assert (copy.suffix, copy.read_bytes()) == (".csv", b"region\nNorth\n")
    assert not copy.exists()
    assert not list(diagnostics)


FETCHING = """
import os, sys
from deckmaker.diagnostics import Diagnostics
from deckmaker.rows.stores.inputs import fetched

with fetched(sys.argv[1], Diagnostics()) as copy:
    assert copy.read_bytes()
    os.kill(os.getpid(), int(sys.argv[2]))
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_copy_of_a_table_goes_with_a_command_that_is_asked_to_end(number, tmp_path):
    """Rows are people's data, and lie in a folder that all programs use."""
    (tmp_path / "regions.csv").write_text("region\nNorth\n")
    passing = tmp_path / "passing"
    passing.mkdir()
    ended = subprocess.run(
        [sys.executable, "-c", FETCHING, (tmp_path / "regions.csv").as_uri(), str(int(number))],
        cwd=ROOT, env={**os.environ, "TMPDIR": str(passing)}, capture_output=True, text=True, preexec_fn=answered,
        check=False,
    )  # fmt: skip
    assert ended.returncode == 128 + number, ended.stderr
    assert list(passing.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("none.csv", "there is nothing of that name"),
        ("large.csv", "it has more than 10 bytes: the file of a table"),
    ],
)
def test_a_table_that_cannot_be_fetched_is_reported(folder, name, reason, monkeypatch):
    from deckmaker.budget.bound import Bound
    from deckmaker.rows.stores import inputs

    monkeypatch.setattr(inputs, "ROWS_FILE_BYTES", Bound(10, "bytes", "the file of a table of rows"))
    put(folder, "large.csv", b"12345678901")
    diagnostics = Diagnostics()
    with fetched(f"{folder}/{name}", diagnostics) as copy:
        assert copy is None
    [said] = diagnostics
    assert said.code == "unreadable-file"
    assert said.message.startswith(f"`{folder}/{name}` cannot be read: {reason}")


def test_a_command_reads_rows_in_a_store_and_a_deck_does_not(folder, tmp_path):
    from deckmaker.rows.opening import open_rows
    from deckmaker.rows.request import RowsRequest, Said
    from tests.projects import place

    put(folder, "regions.csv", b"region,sales\nNorth,1\nSouth,2\n")
    address = f"{folder}/regions.csv"
    diagnostics = Diagnostics()
    source = open_rows(RowsRequest(Said(address)), tmp_path / "deck.yaml", diagnostics)
    assert [(row.texts, row.place) for row in source] == [
        (("North", "1"), f"row 1 (line 2 of {address})"),
        (("South", "2"), f"row 2 (line 3 of {address})"),
    ]
    assert not list(diagnostics)
    assert open_rows(RowsRequest(Said(address, place())), tmp_path / "deck.yaml", diagnostics) is None
    assert [said.code for said in diagnostics] == ["missing-file"]


def test_what_was_there_before_is_known_by_lists_and_asked_for_anew_when_it_counts(folder, monkeypatch):
    """To ask for each of a million objects would take hours; before one is replaced, it is asked for all the same."""
    from deckmaker.rows.stores.asking import Place

    for number in range(3):
        put(folder, f"{number}.pdf", b"%d" % number)
    store = RemoteStore(folder)
    with store.alone():
        fresh = [store.mark(f"{number}.pdf", is_fresh=True) for number in range(3)]
        put(folder, "1.pdf", b"edited")
        with monkeypatch.context() as patch:
            patch.setattr(Place, "entry", lambda *_: pytest.fail("it is asked for each"))
            assert [store.mark(f"{number}.pdf") for number in range(3)] == fresh
            assert store.mark("none.pdf") is None
        assert store.mark("1.pdf", is_fresh=True) != fresh[1]
    monkeypatch.setattr("deckmaker.rows.stores.remote._LISTED", 2)
    with store.alone():
        assert store.mark("1.pdf") != fresh[1]
