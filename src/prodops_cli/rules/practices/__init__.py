"""How things are done here, and by whom."""
