"""What waits for somebody: one sort of matter, one file."""
