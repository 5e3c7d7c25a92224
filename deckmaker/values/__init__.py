"""Values in texts: `{{ deaths.2022.total | ,.0f }}` becomes `565,000`. Knows nothing of decks, files or YAML.

    text ─template→ words and holes ─expression→ path and filters ─lookup→ value ─formats→ words ─stand-ins→ Filled

Total and linear: no expression raises anything but a `ValueMistake`, none calls anything, and each character is read
once. What an expression may say is on `docs/reuse.md`.
"""
