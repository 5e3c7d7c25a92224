"""Tables laid out: columns, rows, cells and rules, and what does not fit. Loaded where a slide has a table."""
