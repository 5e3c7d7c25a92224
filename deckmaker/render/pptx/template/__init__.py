"""Presentations in a company's template: its parts are copied, and slides refer to its layouts."""
