"""The days that a catalog knows, as a calendar that people subscribe to."""
