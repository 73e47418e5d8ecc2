"""What the experiment review talks about: one sort of question, one file."""
