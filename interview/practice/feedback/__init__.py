"""Feedback on a practice session: what was found out and what was not, how it was asked, and one thing to try next."""
