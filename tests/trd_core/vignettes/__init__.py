"""Cases and what must be concluded from them, as TOML: one file for each part of the rules, and the module that reads them."""
