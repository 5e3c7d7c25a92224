"""`deckmaker build --scheduler …`: into folders and stores, whoever is killed meanwhile, and what is said where it
cannot be."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import subprocess
import time
from collections import Counter
from hashlib import sha256
from pathlib import Path
from threading import Thread

import pytest
from click.testing import Result

from deckmaker.rows.cluster.connection import connected
from tests.projects import COMMAND, environment, run
from tests.rows.object_store import BUCKET

pytestmark = pytest.mark.slow

ROWS = 24
PATIENCE = 120.0


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a project with a deck of rows, and work in it."""
    (tmp_path / "deckmaker.yaml").write_text("formats: [md]\n")
    (tmp_path / "rows.csv").write_text("region,nights\n" + "".join(f"region {n},{n}\n" for n in range(ROWS)))
    deck = 'title: "Noise in {{ region }}"\nrows: rows.csv\nslides:\n  - title: "{{ nights }} nights"\n'
    (tmp_path / "noise.yaml").write_text(deck)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of all outputs in a folder."""
    files = (path for path in folder.iterdir() if path.suffix != ".jsonl")
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in files}


def built_rows(folder: Path) -> Counter[str]:
    """Return how often the manifest says that each row was built."""
    lines = map(json.loads, (folder / "manifest.jsonl").read_text().splitlines())
    return Counter(line["name"] for line in lines if line.get("state") == "built")


def timeless(text: str) -> str:
    return re.sub(r"\d+\.\d s", "SECONDS", text)


def in_store(bucket: str) -> dict[str, bytes]:
    """Return all objects of the bucket, as boto3 reads them."""
    import boto3

    client = boto3.client("s3")
    keys = [one["Key"] for one in client.list_objects_v2(Bucket=BUCKET).get("Contents", [])]
    return {key: client.get_object(Bucket=BUCKET, Key=key)["Body"].read() for key in keys}


def test_a_table_in_a_store_becomes_decks_in_a_store(project, scheduler, bucket):
    """The same as in a folder; once more nothing is to be done; what somebody replaced there stays."""
    import boto3

    assert run("build", "-o", "out").exit_code == 0
    boto3.client("s3").upload_file("rows.csv", BUCKET, "in/rows.csv")
    order = ("build", "--rows", f"{bucket}/in/rows.csv", "-o", f"{bucket}/out", "--scheduler", scheduler)
    done = run(*order)
    assert (done.exit_code, done.stderr) == (0, "")
    assert timeless(done.stdout) == f"{bucket}/out: 24 built, 24 files, SECONDS\n"
    objects = {key.removeprefix("out/"): content for key, content in in_store(bucket).items() if key[:4] == "out/"}
    journal = objects.pop("manifest.jsonl")
    assert {name: sha256(content).hexdigest() for name, content in objects.items()} == digests(Path("out"))
    assert journal.count(b'"state": "built"') == ROWS
    again = run(*order)
    assert timeless(again.stdout) == f"{bucket}/out: 0 built, 24 unchanged, 0 files, SECONDS\n"
    boto3.client("s3").put_object(Bucket=BUCKET, Key="out/noise-region 7.md", Body=b"edited")
    edited = run(*order)
    assert edited.exit_code == 1
    assert "is not as deckmaker wrote it, and is left alone" in edited.stderr
    assert in_store(bucket)["out/noise-region 7.md"] == b"edited"
    assert run(*order, "--force", "-q").exit_code == 0
    assert in_store(bucket)["out/noise-region 7.md"] == objects["noise-region 7.md"]


def test_workers_that_are_killed_at_random_lose_nothing(project, scheduler):
    """Each row is built once, and its files are those of one machine. On a busy one a run may be over too soon."""
    assert run("build", "-o", "here").exit_code == 0
    chance = random.Random(20)
    for there in map(Path, ("there", "there again", "there once more")):
        done, killed = run_with_workers_killed(there, scheduler, chance)
        assert (done.exit_code, done.stderr) == (0, "")
        assert digests(there) == digests(Path("here"))
        assert built_rows(there) == Counter({f"noise-region {n}": 1 for n in range(ROWS)})
        assert not list(there.glob(".deckmaker-*"))
        if killed:
            break
    assert killed


def run_with_workers_killed(there: Path, scheduler: str, chance: random.Random) -> tuple[Result, list[int]]:
    """Run while up to three workers are killed; return how it ended, and the workers."""
    killed: list[int] = []
    ended: list[bool] = []

    def kill() -> None:
        with connected(scheduler) as client:
            while not ended and len(killed) < 3:
                before = len(list(there.glob("*.md"))) if there.exists() else 0
                until = before + chance.randint(1, 4)
                while not ended and len(list(there.glob("*.md"))) < until:
                    time.sleep(0.01)
                pids = list(client.run(os.getpid, on_error="return").values())
                if not ended and pids and isinstance(pid := chance.choice(pids), int):
                    os.kill(pid, signal.SIGKILL)
                    killed.append(pid)

    killer = Thread(target=kill)
    killer.start()
    try:
        done = run("build", "-o", str(there), "--scheduler", scheduler, "--keep-going")
    finally:
        ended.append(True)
        killer.join()
    return done, killed


def test_a_run_that_is_killed_goes_on_where_it_was(project, scheduler):
    out = project / "out"
    command = [*COMMAND, "build", "-o", "out", "--scheduler", scheduler, "--keep-going"]
    variables = environment(HOME="/nowhere", XDG_DATA_HOME="/nowhere", XDG_DATA_DIRS="/nowhere")
    first = subprocess.Popen(command, env=variables, stderr=subprocess.PIPE)
    until = time.monotonic() + PATIENCE
    while first.poll() is None and not ((out / "manifest.jsonl").exists() and built_rows_so_far(out)):
        assert time.monotonic() < until
        time.sleep(0.005)
    first.kill()
    first.communicate()
    before = built_rows_so_far(out)
    assert before > 0
    done = run("build", "-o", "out", "--scheduler", scheduler)
    assert (done.exit_code, done.stderr) == (0, "")
    counts = built_rows(out)
    assert set(counts) == {f"noise-region {n}" for n in range(ROWS)}
    # a batch whose files were in their places, but not yet remembered, is told again, and not made anew
    assert sum(counts.values()) <= ROWS + 10
    assert not list(out.glob(".deckmaker-*"))


def built_rows_so_far(out: Path) -> int:
    return (out / "manifest.jsonl").read_bytes().count(b'"state": "built"')


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (
            ("--scheduler", "nowhere"),
            1,
            "error[no-cluster]: the cluster cannot be used: `nowhere` is neither a scheduler",
        ),
        (("--scheduler", "a" * 5_000), 1, "error[no-cluster]: the cluster cannot be used: `aaa"),
        (("--cluster", "local", "--scheduler", "tcp://a:1"), 2, "`--cluster` starts workers here, and `--scheduler`"),
        (("--cluster", "remote"), 2, "Invalid value for '--cluster'"),
        (("-o", "s3://no-such-bucket/x"), 1, "`s3://no-such-bucket/x` cannot be written to: there is no such bucket"),
        (("-o", "foo://x/y"), 1, "`foo://x/y` cannot be written to: no store is known by `foo`"),
        (
            ("--rows", "s3://no-such-bucket/x.csv"),
            1,
            "`s3://no-such-bucket/x.csv` cannot be read: there is no such bucket",
        ),
    ],
)
def test_what_cannot_be_is_said(project, bucket, arguments, code, said):
    done = run("build", *arguments)
    assert done.exit_code == code
    assert said in done.stderr
    assert not Path("build").exists() or not list(Path("build").rglob("*.md"))


def test_a_store_is_for_rows_and_a_file_address_is_a_folder(project):
    Path("other.yaml").write_text("title: Other\nslides: [{title: Other}]\n")
    refused = run("build", "other.yaml", "-o", "s3://office/decks")
    assert (refused.exit_code, Path("s3:").exists()) == (2, False)
    assert "`--output s3://office/decks` is for decks from rows: add `--rows FILE`" in " ".join(refused.stderr.split())
    assert run("build", "other.yaml", "-o", f"file://{project}/out").exit_code == 0
    assert (project / "out/other.md").exists()


def test_a_cluster_without_dask_names_the_extra(project, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    done = run("build", "--cluster", "local")
    assert done.exit_code == 1
    assert done.stderr.splitlines()[:2] == [
        "error[no-cluster]: the cluster cannot be used: a cluster needs Dask's `distributed`, which is not installed",
        " = help: install deckmaker with its extra `cluster`, as in `pip install '.[cluster]'`",
    ]
