"""The agreement test: PDF, PPTX (through LibreOffice) and HTML (in Chromium) show the slide that layout decided.

    Document ─expectation→ views ─┐
    PDF, PPTX, HTML ─readers→ views ─┴─comparison→ Report ─gates→ pass or fail, table, sheets

A view holds the lines and picture frames of a page. Readers know nothing of deckmaker; `expectation` knows nothing of
files. docs/analysis/agreement.md says what is measured and why; `python -m tests.agreement` prints the tables.
"""
