"""`check --fix`: mends that are sure, made in the files; each result is read anew before anything is written.

    diagnostics ─choose edits→ texts ─read anew→ diagnostics … until nothing is left to mend ─replace→ files

Which mends are sure is said where a mistake is reported: nothing here knows a code or a key.
"""
