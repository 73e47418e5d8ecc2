"""What `prodops schedule` prints."""
