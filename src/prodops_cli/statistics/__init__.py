"""Pure: sample size, power, sample ratio, interaction; imports the standard library only."""
