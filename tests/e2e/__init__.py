"""Tests of the whole program as a person or a script meets it."""
