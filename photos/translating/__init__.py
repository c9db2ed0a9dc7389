"""Texts of many photographs translated side by side, on one screen."""
