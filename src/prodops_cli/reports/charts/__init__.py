"""What charts show, as plain values; how they look, those who render them say."""
