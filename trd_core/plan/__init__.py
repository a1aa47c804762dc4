"""Step 7: the individualized plan. Options to weigh with the person, matched to what was found; nothing here is an instruction."""
