"""Which facts a conclusion rests on: the smallest sets of facts whose error would change it."""
