"""Files of delimited values (CSV) to records whose every cell knows its place. Knows nothing of tables on slides.

    bytes ─encoding→ text ─delimiter→ sign ─records→ cells

Source: RFC 4180, and what spreadsheets write beside it: other delimiters, other line ends, a first line `sep=;`.
"""

from deckmaker.source.delimited.reading import Delimited, NotDelimited, read_delimited
from deckmaker.source.delimited.records import Record
from deckmaker.source.delimited.streaming import DelimitedStream, StreamedRecord
from deckmaker.source.delimited.titles import title_count

__all__ = ["Delimited", "DelimitedStream", "NotDelimited", "Record", "StreamedRecord", "read_delimited", "title_count"]
