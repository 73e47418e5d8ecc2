"""What the world does to commands that write: kills, full disks, system calls that fail, others who write meanwhile."""
