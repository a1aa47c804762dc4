"""One measure a module: its docstring says what, its `run` gives the lines of the table."""
