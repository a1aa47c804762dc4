"""The core: vignettes, laws, and what it refuses."""
