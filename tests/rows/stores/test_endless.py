"""A store whose lists have no end: it is asked for so many pages, and then given up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import pytest

from deckmaker.budget.rows import STORE_OBJECTS
from deckmaker.output.obstacle import Obstacle
from deckmaker.rows.stores import asking
from deckmaker.rows.stores.asking import Place

pytest.importorskip("s3fs")


class _Endless(BaseHTTPRequestHandler):
    """Answers each question for a list with a page of so many objects, and says that there are more."""

    count = 0
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        """Answer as S3 does (ListObjectsV2)."""
        number = len(self.asked)
        self.asked.append(self.path)
        one = "<Contents><Key>folder/{}</Key><Size>1</Size></Contents>"
        found = "".join(one.format(number * self.count + index) for index in range(self.count))
        more = f"<IsTruncated>true</IsTruncated><NextContinuationToken>{number}</NextContinuationToken>"
        content = f"<ListBucketResult>{found}{more}</ListBucketResult>".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing of requests."""


@pytest.fixture(params=[0, 1, 1_000])
def endless(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[type[_Endless]]:
    """Such a store, with pages of few objects, or of none."""
    import fsspec

    handler = type("_Handler", (_Endless,), {"count": request.param, "asked": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{server.server_address[1]}")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "for-tests")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    fsspec.get_filesystem_class("s3").clear_instance_cache()
    yield handler
    fsspec.get_filesystem_class("s3").clear_instance_cache()
    server.shutdown()
    server.server_close()


def test_a_list_without_end_is_given_up(endless: type[_Endless], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether its pages have objects or none."""
    monkeypatch.setattr(asking, "STORE_OBJECTS", replace(STORE_OBJECTS, most=3_000))
    with pytest.raises(Obstacle, match="a folder of it has more than 3,000 objects"):
        Place("s3://bucket/folder").keys("")
    assert len(endless.asked) == (3 if endless.count == 1_000 else 6)
