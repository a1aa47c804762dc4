"""The interview itself: events appended, everything else a fold over them. `Session` is the one door."""
