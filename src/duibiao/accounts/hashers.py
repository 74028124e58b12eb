"""Argon2id, tuned so that a deadline day can sign in (reliability.md F7: at most 60 ms)."""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class QuickArgon2(Argon2PasswordHasher):
    """OWASP's second choice of parameters: 19 MiB, two passes, one lane."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
