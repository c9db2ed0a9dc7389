"""What caretakers of burial sites may do by a signed link, without an account: read what is asked
of them, and report a visit, which staff review."""
