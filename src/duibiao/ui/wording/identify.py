"""Words of identify: key → (中文, English)."""

WORDS: dict[str, tuple[str, str]] = {}
