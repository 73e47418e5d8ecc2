"""What `prodops show` prints."""
