"""A comparison as a page of HTML that needs no other file: what has changed, with pictures side by side."""
