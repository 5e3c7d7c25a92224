"""A place in a store: every question to it goes through fsspec here, and every refusal comes back as an Obstacle.

Each process asks with a file system of its own, made from the address alone; credentials are those of the process's own
environment, so that none is ever sent.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import Any

from deckmaker.addresses import displayed, protocol_of, store_address
from deckmaker.budget.rows import STORE_OBJECTS
from deckmaker.output.obstacle import ELSEWHERE, Obstacle
from deckmaker.patterns import pattern
from deckmaker.rows.stores.failures import problem_of

EXTRAS = {"s3": "s3", "s3a": "s3"}
"""The extra of deckmaker that brings a protocol's library; those of other protocols are for users to install."""

_PUT_AT_ONCE = frozenset({"s3", "s3a", "gs", "gcs", "abfs", "abfss", "az", "oss"})
"""Protocols of stores in which an object is there whole or not at all, and is moved by a copy."""

_PATTERN = pattern(r"[*?\[\]]")

_PAGE = 500
"""Objects that a page of a list counts as, if it has fewer: some stores have many pages without any."""

Info = dict[str, Any]
"""What fsspec tells of an object: its `name`, `size`, `type`, and whatever else the store says."""


class Place:
    """A folder of a store, by its address. Can be pickled."""

    def __init__(self, address: str) -> None:
        bare = (store_address(address) or address).rstrip("/")
        self.address = f"{bare}//" if bare.endswith(":") else bare
        self.is_atomic = protocol_of(address) in _PUT_AT_ONCE
        self._made: tuple[int, Any, str] | None = None

    def __getstate__(self) -> dict[str, Any]:
        """Leave out what belongs to this process."""
        return {**self.__dict__, "_made": None}

    @property
    def name(self) -> str:
        """The address as messages show it."""
        return displayed(self.address)

    def read(self, key: str, most: int) -> bytes | None:
        """Return an object's content, of so many bytes at `most`; None where there is none. Raises Obstacle."""
        with self._asked() as (system, root), suppress(FileNotFoundError):
            system.invalidate_cache()
            if (system.info(_joined(root, key)).get("size") or 0) > most:
                raise Obstacle(f"a file called `{key}` there is not deckmaker's", ELSEWHERE)
            content: bytes = system.cat_file(_joined(root, key))
            return content
        return None

    def write(self, key: str, content: bytes) -> None:
        """Write an object, in place of the one that is there."""
        with self._asked(is_there=True) as (system, root):
            _make_folder(system, _joined(root, key), self.is_atomic)
            system.pipe_file(_joined(root, key), content)

    def create(self, key: str, content: bytes) -> bool:
        """Write an object where there is none; tell whether there was none. The store decides, in one step."""
        with self._asked(is_there=True) as (system, root):
            _make_folder(system, _joined(root, key), self.is_atomic)
            try:
                system.pipe_file(_joined(root, key), content, mode="create")
            except FileExistsError:
                return False
            except Exception as error:
                if _is_taken(error):
                    return False
                raise
            return True

    def send(self, key: str, file: Path) -> None:
        """Write a file of this machine as an object; a large one goes in parts, of which the store shows none before
        the last one is there."""
        with self._asked(is_there=True) as (system, root):
            _make_folder(system, _joined(root, key), self.is_atomic)
            system.put_file(str(file), _joined(root, key))

    def move(self, key: str, to: str) -> bool:
        """Give an object another key, in place of what has it; tell whether it still has the old one, too."""
        with self._asked(is_there=True) as (system, root):
            source, target = _joined(root, key), _joined(root, to)
            _make_folder(system, target, self.is_atomic)
            if self.is_atomic:
                system.cp_file(source, target)
            else:
                system.mv(source, target)
            return self.is_atomic

    def entry(self, key: str) -> Info | None:
        """Return what the store tells of an object; None where there is none."""
        with self._asked() as (system, root), suppress(FileNotFoundError):
            system.invalidate_cache()
            found: Info = system.info(_joined(root, key))
            return found
        return None

    def pages(self, below: str = "") -> Iterator[dict[str, Info]]:
        """Yield what the store tells of all objects in a folder of it and below, by their keys from that folder on, a
        thousand at a time; nothing where it cannot do so. Raises Obstacle where there are too many."""
        with self._asked() as (system, root):
            if not hasattr(system, "call_s3"):
                return
            bucket, folder, _ = system.split_path(_joined(root, below))
            start, more = f"{folder}/" if folder else "", dict[str, str]()
            left = STORE_OBJECTS.most
            while left > 0:
                page = system.call_s3("list_objects_v2", Bucket=bucket, Prefix=start, **more)
                found = page.get("Contents", ())
                yield {one["Key"][len(start) :]: {**one, "size": one["Size"], "type": "file"} for one in found}
                if not page.get("IsTruncated"):
                    return
                more = {"ContinuationToken": page["NextContinuationToken"]}
                left -= max(len(found), _PAGE)
            raise Obstacle(f"a folder of it {STORE_OBJECTS.excess()}", ELSEWHERE)

    def keys(self, folder: str) -> list[str]:
        """Return the keys of all objects in a folder and below it, sorted; none where there is no such folder."""
        pages = self.pages(folder)
        if (first := next(pages, None)) is not None:  # of a million objects, what is told takes a gigabyte
            return sorted(f"{folder}/{key}" for page in chain([first], pages) for key in page)
        with self._asked() as (system, root), suppress(FileNotFoundError):
            system.invalidate_cache()
            start = len(root) + 1
            return sorted(str(one)[start:] for one in system.find(_joined(root, folder)))
        return []

    def remove(self, keys: list[str]) -> None:
        """Remove objects, many with one question where the store takes that; what is gone already is no mistake."""
        with self._asked() as (system, root):
            paths = [_joined(root, key) for key in keys]
            plain = [one for one in paths if not _PATTERN.search(one)]
            if plain:
                with suppress(FileNotFoundError):
                    system.rm(plain)
            for path in paths:
                if _PATTERN.search(path):  # `rm` would remove what these signs match
                    with suppress(FileNotFoundError):
                        system.rm_file(path)

    @contextmanager
    def reading(self, key: str) -> Iterator[Iterator[bytes]]:
        """Open an object, and yield its content in pieces of at most a megabyte."""
        with self._asked() as (system, root), system.open(_joined(root, key), "rb") as stream:
            yield iter(lambda: stream.read(1 << 20), b"")

    @contextmanager
    def _asked(self, is_there: bool = False) -> Iterator[tuple[Any, str]]:
        """Yield the file system and the place's path in it. Raises Obstacle for all that goes wrong but what is not
        there, which is FileNotFoundError, unless what is asked for `is_there` by all that is known."""
        try:
            yield self._system()
        except Obstacle:
            raise
        except Exception as error:
            if isinstance(error, FileNotFoundError) and not is_there and not _lacks_bucket(error):
                raise
            problem = problem_of(error)
            raise Obstacle(problem.reason, problem.help) from error

    def _system(self) -> tuple[Any, str]:
        """Return the file system, made once in a process: fsspec itself would make one for each thread."""
        if self._made is None or self._made[0] != os.getpid():
            self._made = (os.getpid(), *self._made_now())
        return self._made[1:]

    def _made_now(self) -> tuple[Any, str]:
        try:
            core = import_module("fsspec.core")
        except ImportError:
            raise Obstacle("stores need fsspec, which is not installed", _install(self.address)) from None
        try:
            system, root = core.url_to_fs(self.address)
        except ImportError as error:
            named = protocol_of(self.address) or ""
            raise Obstacle(f"the library for `{named}` is not installed", _install(self.address)) from error
        except ValueError as error:
            reason = f"no store is known by `{protocol_of(self.address)}`"
            raise Obstacle(reason, "write `s3://bucket/folder`, or a folder's path") from error
        root = str(root).rstrip("/")
        if not root and protocol_of(self.address) != "memory":
            raise Obstacle("the address names no folder in it", "write `s3://bucket/folder`")
        return system, root


def _install(address: str) -> str:
    extra = EXTRAS.get(protocol_of(address) or "")
    if extra:
        return f"install deckmaker with its extra `{extra}`, as in `pip install '.[{extra}]'`"
    return "install deckmaker's extra `cluster`, and the library that fsspec names for this protocol"


def _joined(root: str, key: str) -> str:
    return f"{root}/{key}" if key else root


def _make_folder(system: Any, path: str, is_atomic: bool) -> None:
    """Make the folder of a path where the store has folders; object stores have none, and would take a bucket for
    one."""
    if not is_atomic:
        system.makedirs(path.rpartition("/")[0], exist_ok=True)


def _is_taken(error: BaseException) -> bool:
    """Tell whether a store says that there was something under a key already (HTTP's 412)."""
    answer = getattr(error.__cause__ or error, "response", None)
    return isinstance(answer, dict) and answer.get("ResponseMetadata", {}).get("HTTPStatusCode") in (409, 412)


def _lacks_bucket(error: FileNotFoundError) -> bool:
    return type(error.__cause__).__name__ in ("NoSuchBucket", "ContainerNotFound")
