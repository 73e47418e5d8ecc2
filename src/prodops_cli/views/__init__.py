"""What commands other than lint print: one command's answer, one file."""
