"""The formats of reports: one format, one file, whose `document` makes it of Markdown with the data of charts."""
