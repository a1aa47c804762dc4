"""Cohorts: many cases, one a line in, one assessment a line out."""
