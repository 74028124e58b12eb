"""Words of comparison: key → (中文, English)."""

WORDS: dict[str, tuple[str, str]] = {}
