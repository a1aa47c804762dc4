"""One file a format, all from transcript and assessment."""
