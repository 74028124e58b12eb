"""People: accounts, sign-in, activation codes, second factor, lockout."""
