"""Pictures in characters: life chart, profile of well-being, two visits side by side."""
