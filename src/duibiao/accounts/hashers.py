"""Argon2id, tuned so that a deadline day can sign in."""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class QuickArgon2(Argon2PasswordHasher):
    """19 MiB, two passes, one lane: OWASP's least configuration for Argon2id. About 25 ms on one
    core of the machine this was tuned on (the limit is 60 ms), where Django's PBKDF2 takes 240."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
