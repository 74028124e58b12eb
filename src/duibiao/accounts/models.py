"""Tables of people."""

from __future__ import annotations

import unicodedata
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import Q

LONGEST_USERNAME = 64


def normal_username(text: str) -> str:
    """One spelling per name: NFKC and casefold, so that twins cannot be registered."""
    # Once is not enough: casefolding can leave what NFKC changes again (ϓ, İ).
    for _ in range(2):
        text = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize("NFKC", text).strip()


def fit_username(normal: str) -> bool:
    """Can an account have this name? Neither empty nor too long, and every character visible."""
    return normal.isprintable() and 0 < len(normal) <= LONGEST_USERNAME


class UserManager(BaseUserManager["User"]):
    """Finds people by any spelling of their name."""

    def get_by_natural_key(self, username: str | None) -> User:
        """The person of that name, however it is typed."""
        return self.get(username=normal_username(username or ""))


class User(AbstractBaseUser):
    """A person who signs in. Where she works, and what she may, other rooms know."""

    username = models.CharField(max_length=LONGEST_USERNAME, unique=True)
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
    issued_by = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    batch = models.CharField(max_length=60, blank=True)  # printed together
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


class Session(AbstractBaseSession):
    """A session that knows whose it is, so that it can be listed, limited and ended.

    Its times are the machine's, not the rehearsal's: browsers and cookies live by them.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="sessions")
    handle = models.CharField(max_length=16)  # names it on a page without giving the key away
    started_at = models.DateTimeField()
    address = models.CharField(max_length=64, blank=True)
    agent = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["user", "-started_at"], name="sessions_of_a_person"),
        ]

    @classmethod
    def get_session_store_class(cls) -> type[SessionBase]:
        """The engine that keeps these rows (SESSION_ENGINE)."""
        # The engine needs this table first.
        from duibiao.accounts.sessions import SessionStore  # noqa: PLC0415

        return SessionStore
