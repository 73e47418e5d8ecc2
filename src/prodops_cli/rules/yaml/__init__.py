"""What could not be read, or is not what its kind asks for."""
