"""What the company wants, and how one sees that it is reached."""
