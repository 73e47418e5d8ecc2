"""The Markdown documents: what one says beside how it looks."""
