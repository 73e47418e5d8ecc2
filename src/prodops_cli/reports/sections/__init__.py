"""The sections of reports: what one says (.py) beside how it looks (.md.j2)."""
