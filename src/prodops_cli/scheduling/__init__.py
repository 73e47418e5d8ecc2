"""When planned experiments can run, so that nobody is in anybody's way."""
