"""What reports are made from: an edition, its period, its links, and the plain values that they say it in."""
