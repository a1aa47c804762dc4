"""A second implementation of the clinical rules, written from the documents alone, that the core is compared with."""
