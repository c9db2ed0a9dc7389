"""Bulk edits: one change of many photographs, shown before it is made and put back if it was wrong.

They are batches of `core.imports`, whose rows the site makes itself: so each record is judged, done
and undone by itself, a long one goes on in the background, and a killed worker loses nothing.
"""
