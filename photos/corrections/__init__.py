"""Errors that readers report: the form for them, and the queue for the staff."""
