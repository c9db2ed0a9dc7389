"""Deep zoom: the tiles of a published picture, as the IIIF Image API 3.0 asks for at level 0."""
