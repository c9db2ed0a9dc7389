"""Imports of lists: checked first, confirmed by a person, done in the background, undoable.

An app offers an importer (`importer.py`) and registers it; the screens and the report are here.
"""

from .registry import register_importer

__all__ = ["register_importer"]
