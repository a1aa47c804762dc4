"""Pictures as SVG, from the same drawings that the terminal shows; no script, no reference to anything outside the file."""
