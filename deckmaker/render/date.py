"""The date that files carry. Not today's: the same deck gives the same bytes on any day."""

from __future__ import annotations

import os
import re
from datetime import UTC, date, datetime, time

_FIXED = datetime(2000, 1, 1, tzinfo=UTC)
_LATEST = int(datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC).timestamp())
"""No file format here, nor Python, writes a year of five digits."""

DATE_VARIABLE = "SOURCE_DATE_EPOCH"
"""The variable of the environment that says which date files carry."""


def date_of_files(day: date | None = None) -> datetime:
    """Return the date in the environment's SOURCE_DATE_EPOCH, that of a `day` where it is not set, or 2000-01-01.

    It is noon in Greenwich, when nearly all of the world has the same day.

    The variable holds seconds since 1970 (https://reproducible-builds.org/specs/source-date-epoch/); reportlab reads
    it too. Raises ValueError, its message ready for the user, when it holds anything else.
    """
    written = os.environ.get(DATE_VARIABLE, "")
    if not written:
        return datetime.combine(day, time(12), UTC) if day else _FIXED
    if not re.fullmatch("[0-9]{1,12}", written) or int(written) > _LATEST:
        raise ValueError(f"`SOURCE_DATE_EPOCH` is `{written}`: expected whole seconds since 1970, {_LATEST} at most")
    return datetime.fromtimestamp(int(written), UTC)
