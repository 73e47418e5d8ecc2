"""What `prodops diff` prints."""
