"""What the documents mean: one file for each kind."""
