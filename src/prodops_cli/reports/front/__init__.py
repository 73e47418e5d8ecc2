"""The first screen of the weekly: what a chief product officer reads, one heading, one file."""
