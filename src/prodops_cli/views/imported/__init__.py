"""What `prodops import` says of what it did."""
