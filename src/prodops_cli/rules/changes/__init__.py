"""What a change means, for those who rely on what was there."""
