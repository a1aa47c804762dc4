"""What is asked: the questionnaire, read from TOML, checked, never scored."""
