"""Charts as written to charts as meant: data, what is stressed, and what is said."""
