"""Standards with their editions, what adopts what, and how much of a field is adopted."""
