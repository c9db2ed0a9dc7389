"""The Immortal Regiment: families send a portrait and a story, and keep a say in them."""
