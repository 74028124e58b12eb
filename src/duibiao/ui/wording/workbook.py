"""Words of workbook: key → (中文, English)."""

WORDS: dict[str, tuple[str, str]] = {}
