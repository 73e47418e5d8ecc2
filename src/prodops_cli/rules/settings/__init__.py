"""What the settings say of the rest of the catalog."""
