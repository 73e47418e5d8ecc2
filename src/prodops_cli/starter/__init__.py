"""What a new catalog begins with: the documents stand in `catalog`, what CI runs in `ci`."""
