"""What is accepted is accepted with a reason, for a while, and by comments that say something."""
