"""The map: rankings, their agreement, what the first place hangs on, and two maps."""
