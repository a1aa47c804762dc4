"""The life chart: treatments, mood, events, illness and what helped, on one calendar that is no more exact than what was said."""
