"""The archive for other archives and programs: IIIF manifests, the feed of changes, data, bags."""
