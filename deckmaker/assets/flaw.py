"""What can be wrong with a picture, as values and as the exceptions that carry them out of a reader."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from deckmaker.dataclasses import dataclass
from deckmaker.model import PictureFile

KINDS = "use a JPEG, PNG, WebP, TIFF, GIF or SVG file"
WHOLE = "get the whole file again, from where it came"
AGAIN = "save it again in a picture editor"


@dataclass(frozen=True, slots=True)
class Flaw:
    """A reason why a file cannot be used.

    `what` is the end of a sentence that the name of the file begins, `help` says how to mend it.
    """

    what: str
    help: str | None = KINDS


NO_MEMORY = Flaw("needs more memory than there is", "save it smaller")


class Unusable(Exception):
    """A reader gave a file up."""

    def __init__(self, what: str, help: str | None = KINDS) -> None:
        super().__init__(what)
        self.flaw = Flaw(what, help)


class OutOfTime(Unusable):
    """A drawing was given up for what others before it had taken, or the system gives: elsewhere it may be fine."""


class PictureLost(Exception):
    """A picture that was found and usable is no longer so when its content is asked for."""

    def __init__(self, picture: PictureFile, flaw: Flaw) -> None:
        super().__init__(f"`{picture.path.name}` {flaw.what}")
        self.picture = picture
        self.flaw = flaw


@contextmanager
def lost_on_failure(picture: PictureFile) -> Iterator[None]:
    """Tell of a picture that cannot be decoded, or not in the memory that there is, by its name: it is lost."""
    try:
        yield
    except Unusable as error:
        raise PictureLost(picture, error.flaw) from error
    except MemoryError as error:
        raise PictureLost(picture, NO_MEMORY) from error


def cut_short() -> Unusable:
    """Return what is said of a file that ends too early."""
    return Unusable("is cut short", WHOLE)


def damaged(where: str) -> Unusable:
    """Return what is said of a file whose parts contradict each other."""
    return Unusable(f"is damaged: {where}", WHOLE)
