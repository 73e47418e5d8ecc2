"""What has not been looked at for too long."""
