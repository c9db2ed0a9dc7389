"""What staff fill in about submissions."""
