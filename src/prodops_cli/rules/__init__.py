"""What can be wrong with a catalog: one rule, one file."""
