"""What is written for people."""
