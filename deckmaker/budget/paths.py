"""How long paths and files of outputs may be."""

from __future__ import annotations

from deckmaker.budget.bound import MEGABYTE, Bound

PATH_BYTES = Bound(4_096, "bytes", "a path")
"""Linux's own limit (PATH_MAX); no other system has files with longer paths in practice."""

PATH_LINKS = Bound(40, "links", "a path")
"""Links that lead from one to the next: Linux's own limit, behind which it calls them a circle."""

RECORD_BYTES = Bound(4 * MEGABYTE, "bytes", "the record of what was built")
"""A file takes about a hundred bytes of it."""

OUTPUT_BYTES = Bound(8_000 * MEGABYTE, "bytes", "an output that is to be replaced")
"""A file is read to see whether it was edited. A thousand photos of a large camera make two billion."""
