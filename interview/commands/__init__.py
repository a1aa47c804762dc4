"""One command a file: arguments in, exit code out. What they share with a face stands in `bootstrap` and in `views`."""
