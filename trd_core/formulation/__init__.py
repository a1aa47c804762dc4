"""The macro-analysis: problems, links, and which problem to take up first."""
