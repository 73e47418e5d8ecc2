"""What `prodops size` prints."""
