"""A company's template adopted as a theme: its layouts matched, a theme file to confirm and edit, a contact sheet.

    template ─matching→ layouts of ours and theirs ─theme_text→ theme file ─contact_sheet→ PDF

Nothing is matched in silence: every match says by what, and what was matched with nothing is listed.
"""
