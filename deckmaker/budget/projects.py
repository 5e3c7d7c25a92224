"""What a project may hold that is copied whole: as it was at a revision, or for other machines."""

from __future__ import annotations

from deckmaker.budget.bound import MEGABYTE, Bound

REVISION_FILES = Bound(100_000, "files", "a project at a revision of git")
"""All of them are written into a folder for the time of `deckmaker diff`: 100,000 small ones take half a minute."""

REVISION_PATHS = Bound(20_000_000, "bytes of paths", "a project at a revision of git")
"""Of files and folders: those of Linux have 4 million. A thousand folders in each other lengthen all in the last."""

REVISION_BYTES = Bound(4_000_000_000, "bytes", "a project at a revision of git")
"""Room that most folders for passing files have."""

GIT_SECONDS = Bound(180, "seconds", "git, each time that it is run")
"""Of the clock: it may wait for what a repository says to be part of it. Writing out 4 GB takes a minute."""

GIT_MEMORY = Bound(3_000 * MEGABYTE, "bytes", "git, each time that it is run")
"""Of its own, beside the files of a repository, which it reads in place: it holds two states of a large file."""

GIT_STATES = Bound(200, "commits", "the search for what a presentation was made of")
"""Those that changed the deck, the last first; each takes 5 ms."""

SNAPSHOT_FILES = Bound(10_000, "files", "a project that is sent to machines without it")
"""Sent once to each of them, and unpacked there: beside the pictures of a project, some hundred."""

SNAPSHOT_BYTES = Bound(256 * MEGABYTE, "bytes", "a project that is sent to machines without it")
"""Held in memory while it is sent, by the scheduler for as long as the run takes. Fifty photos of a large camera."""

CARRIED_BYTES = Bound(1_000 * MEGABYTE, "bytes", "an answer of a worker")
"""Outputs of ten decks on their way to who asked for them, held by three processes at once."""
