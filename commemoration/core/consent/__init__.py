"""Consent of a person, for every app: to which words, in which scope, when, and how it was given.

An app registers what it asks consent for (`purposes`). Records name the person by a random key and
say the rest in codes; what tells who it was lies in a row of its own that can be erased alone.
"""
