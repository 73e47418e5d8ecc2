"""What is found among a catalog's experiments, each sort by itself."""
