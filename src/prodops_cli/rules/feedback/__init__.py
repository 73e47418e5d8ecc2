"""What customers said, and what became of it."""
