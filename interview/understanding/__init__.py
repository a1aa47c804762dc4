"""What was typed, and what it means: one kind of answer a file. It never guesses."""
