"""What a report says becomes Markdown and what is made of that; it knows no report by name."""
