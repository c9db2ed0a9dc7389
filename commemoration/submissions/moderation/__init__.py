"""The screens on which staff review what the public sends."""
