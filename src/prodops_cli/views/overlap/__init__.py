"""What `prodops overlap` prints."""
