"""Files of rows to a `RowSource`: one pass over the file, in which every mistake is told with its place.

    file ─delimited, workbook, json_lines, parquet→ names, texts ─collecting→ Spool, Columns ─→ RowSource

Each reader knows a kind of file, and no bound but that of its own pieces.
"""
