"""The simulated patient: what a case file holds, what is said to a turn, and how rapport moves. Pure; no clock, no chance."""
