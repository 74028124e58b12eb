"""Tables of people."""

from __future__ import annotations

import unicodedata
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q


def normal_username(text: str) -> str:
    """One spelling per name: NFKC and casefold, so that twins cannot be registered."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


class UserManager(BaseUserManager["User"]):
    """Finds people by any spelling of their name."""

    def get_by_natural_key(self, username: str | None) -> User:
        """The person of that name, however it is typed."""
        return self.get(username=normal_username(username or ""))


class User(AbstractBaseUser):
    """A person who signs in. Where she works, and what she may, other rooms know."""

    username = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=60)
    phone = models.CharField(max_length=32, blank=True)
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)
    password_changed_at = models.DateTimeField(null=True, blank=True)
    activated_at = models.DateTimeField(null=True, blank=True)
    last_seen_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        ordering: ClassVar[list[str]] = ["username"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=~Q(username=""), name="a_person_has_a_user_name")
        ]

    def __str__(self) -> str:
        return self.name


class PasswordHistory(models.Model):
    """An earlier password's hash: it may not come back too soon."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="earlier_passwords")
    password = models.CharField(max_length=128)
    until = models.DateTimeField()

    class Meta:
        ordering: ClassVar[list[str]] = ["-until", "-id"]

    def __str__(self) -> str:
        return f"{self.user_id} until {self.until}"


class ActivationCode(models.Model):
    """A one-time code that lets a person choose her password; kept as a hash only."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="activation_codes")
    digest = models.CharField(max_length=64)
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["-issued_at", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(used_at=None, withdrawn=False),
                name="one_open_code_per_person",
            ),
        ]

    def __str__(self) -> str:
        return f"code of {self.user_id} until {self.expires_at}"
