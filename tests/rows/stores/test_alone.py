"""A store is written to without Dask, too: by one process, which says so. What lies there names no passing folder."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.projects import run
from tests.rows.object_store import BUCKET, object_store

pytestmark = pytest.mark.slow

DECK = """title: "Noise in {{ region }}"
rows: rows.csv
slides:
  - title: "{{ nights }} nights"
    image: {file: pictures/harbour.png, alt: "The harbour", credit: {none: own work}}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "deckmaker.yaml").write_text("formats: [md]\n")
    (tmp_path / "rows.csv").write_text("region,nights\n" + "".join(f"{number},{number}\n" for number in range(9)))
    (tmp_path / "noise.yaml").write_text(DECK)
    (tmp_path / "pictures").mkdir()
    Image.new("RGB", (320, 180), "navy").save(tmp_path / "pictures/harbour.png")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_store_without_dask_is_written_to_by_this_process(project, monkeypatch):
    """With a note; the files are named and hold what those of a folder do, but for the way to a picture."""
    import boto3

    assert run("build", "-o", "out").exit_code == 0
    found = importlib.util.find_spec
    monkeypatch.setattr("deckmaker.rows_job.find_spec", lambda name: None if name == "distributed" else found(name))
    monkeypatch.setitem(sys.modules, "distributed", None)
    with object_store() as bucket:
        done = run("build", "-o", f"{bucket}/out", "-v")
        assert done.exit_code == 0
        assert f"note[one-process]: decks for `{bucket}/out` are built one after the other" in done.stderr
        assert f"{bucket}/out: 9 built, 9 files" in done.stdout
        client = boto3.client("s3")
        for path in Path("out").glob("*.md"):
            content = client.get_object(Bucket=BUCKET, Key=f"out/{path.name}")["Body"].read()
            assert content == path.read_bytes().replace(b"(../pictures/", b"(pictures/")
            assert b"](pictures/harbour.png)" in content


@pytest.mark.parametrize("address", ["memory://alone/out", "memory:/alone/out", "simplecache::memory://alone/out"])
def test_store_of_this_process_is_refused(address, project):
    """Files were told to be built that nobody could have."""
    import fsspec

    done = run("build", "-o", address)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "cannot be written to: what is in it is gone when the command ends\n = help: write `s3://" in done.stderr
    assert not fsspec.filesystem("memory").glob("/alone/**")
    assert not Path("memory:").exists()
