"""What people ask of experiments: how pairs stand, whether a new one could run, what a customer sees."""
