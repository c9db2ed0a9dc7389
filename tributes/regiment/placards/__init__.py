"""The placard for the march: the portrait and the name, to print or to show on a phone."""
