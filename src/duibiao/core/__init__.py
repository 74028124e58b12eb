"""The law, pure: no Django, no input or output, no clock, no randomness that is not passed in."""

ENGINE_VERSION = "1"
"""Changes whenever the same input could get another verdict. Every proof carries it."""
