"""Practice: a simulated patient to talk to, and feedback on how it went. On the same engine, store and core as a real interview."""
