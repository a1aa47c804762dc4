"""The interview: from the first keystroke to the byte on disk, and to the page that is read."""
