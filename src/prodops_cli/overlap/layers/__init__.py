"""What layers have room for: buckets, capacity, and who can be kept apart."""
