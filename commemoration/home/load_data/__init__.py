"""Synthetic records, by the thousand, to measure the site with. They describe nothing real.

They are written in bulk, past the services: the rows hold all that the services derive, but no
revisions, no log entries and no entries in Wagtail's index of references.
"""
