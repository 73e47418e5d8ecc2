"""YAML text that knows where everything stands."""
