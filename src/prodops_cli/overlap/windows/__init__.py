"""When trials expose their clients: instants, stretches, windows and ramps."""
