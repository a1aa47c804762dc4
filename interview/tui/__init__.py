"""The terminal interface: it draws what `Session` says, and decides nothing."""
