"""A new document, as it is written: what is asked, what may be answered, where it stands, and how it reads."""
