"""The interface in a browser on this computer: one page, one process of the program a tab, nothing that leaves the loopback address."""
