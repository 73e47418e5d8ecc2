"""What the catalog knows, as files for other systems."""
