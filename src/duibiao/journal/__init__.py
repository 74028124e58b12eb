"""The journal: an append-only, hash-chained record of every change. It knows nobody: no keys."""
