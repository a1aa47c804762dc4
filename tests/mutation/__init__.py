"""Can the tests fail? A room is broken in one place at a time (`scripts/mutate`): `rooms`, `making`, `trials`, `processes`, `telling`."""
