"""What is hidden: files and folders that programs keep for themselves, such as keys, settings and histories."""

from __future__ import annotations


def is_hidden(step: str) -> bool:
    """Tell whether a step of a path is hidden, as by its first sign on every system but Windows."""
    return step.startswith(".") and step not in (".", "..")


def hidden_step(steps: tuple[str, ...]) -> str | None:
    """Return the first hidden step of a path."""
    return next(filter(is_hidden, steps), None)
