"""The clinical core: `Case` in, `Assessment` out; no clock, no randomness, no printing."""
