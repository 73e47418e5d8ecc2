"""What lies on the desk of one person or team, one heading, one file."""
