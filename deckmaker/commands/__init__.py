"""The commands, a module each, named as what is typed. They hold options, printing and exit codes, nothing else.

Each imports click alone, and what it needs where it runs, so that `--help` is quick.
"""
