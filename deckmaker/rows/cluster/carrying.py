"""Outputs that come back by way of the cluster, where workers do not see the folder that they belong into.

worker: draft ─stage→ bytes ─with the outcome→ this process ─land→ parts of the store
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from deckmaker.budget.projects import CARRIED_BYTES
from deckmaker.output import Finished
from deckmaker.output.draft import open_draft
from deckmaker.output.obstacle import Obstacle
from deckmaker.output.temporary import temporary_folder
from deckmaker.rows.stores import Part, Store


class Carrier:
    """Takes in drafts on a worker as a store does, and keeps their bytes by keys.

    `ground` is where the store's folder would be there, for the ways from it to other files.
    """

    is_local = True

    def __init__(self, ground: Path) -> None:
        self.ground = ground
        self.contents: dict[str, bytes] = {}
        self._size = 0

    def stage(self, name: str, file: Finished) -> Part:
        """Keep a draft's bytes. Raises Obstacle where there are more than an answer may hold."""
        with temporary_folder() as folder:
            copy = Path(folder) / "part"
            file.draft.publish(copy)
            content = copy.read_bytes()
        self._size += len(content)
        if self._size > CARRIED_BYTES.most:
            help = "let workers share the folder of outputs, or write into a store, as with `-o s3://bucket/folder`"
            raise Obstacle(f"an answer {CARRIED_BYTES.excess()}", help)
        key = str(len(self.contents))
        self.contents[key] = content
        return Part(name, key, file.digest)

    def settle(self, parts: Sequence[Part]) -> None:
        """Do nothing: what is kept here lasts as long as the answer."""


def landed(parts: Iterable[Part], contents: Mapping[str, bytes], store: Store) -> tuple[Part, ...]:
    """Stage what was carried here in a store; return its parts. Raises OSError, also for bytes that are not those that
    a worker kept."""
    found: list[Part] = []
    with ExitStack() as stack:
        for part in parts:
            draft = stack.enter_context(open_draft(store.ground, part.name))
            draft.stream.write(contents[part.key])
            digest = draft.finish()
            if digest != part.digest:
                raise Obstacle("what a worker sent is not what it made", "see that its network is sound")
            found.append(store.stage(part.name, Finished(draft, digest)))
    store.settle(found)
    return tuple(found)
