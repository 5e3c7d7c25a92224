"""Documents to files. One module or folder a format; `protocol` says what a renderer is, `registry` finds them."""
