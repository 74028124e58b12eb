"""Template tags: words and components."""
