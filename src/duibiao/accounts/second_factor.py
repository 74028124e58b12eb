"""The second factor: who needs one, who has one, and what a session knows of it.

Kept in django-allauth's table (`Authenticator`: TOTP and recovery codes); the pages are our own.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Callable, Iterator
from typing import cast

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string

from duibiao import clock
from duibiao.accounts.models import User

# What the session knows: the person has none; she has one and still owes it; she has passed.
STATE, ABSENT, OWED, PASSED = "second_factor", "absent", "owed", "passed"
PERIOD, TOLERANCE = 30, 1  # seconds of one code (RFC 6238); codes before and after that also do

Demand = Callable[[HttpRequest, User], bool]


class Adapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """What allauth asks of a site: secrets are encrypted in the table, and nothing is mailed."""

    def encrypt(self, text: str) -> str:
        """For the database: whoever copies it has no one's second factor."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Back from the database."""
        return _box().decrypt(encrypted_text.encode()).decode()

    def get_totp_issuer(self) -> str:
        """The name the phone shows above the digits."""
        return str(settings.SECOND_FACTOR_ISSUER)


def required(request: HttpRequest, user: User) -> bool:
    """Must this person have a second factor? Higher rooms know (SECOND_FACTOR_DEMANDED_BY)."""
    path = settings.SECOND_FACTOR_DEMANDED_BY
    return bool(path) and cast(Demand, import_string(path))(request, user)


def has(user: User) -> bool:
    """Has she set one up?"""
    return bool(Authenticator.objects.filter(user_id=user.pk, type="totp").exists())


def state(request: HttpRequest, user: User) -> str:
    """What this session knows; a session that did not begin on our page asks the table."""
    known = request.session.get(STATE)
    return str(known) if known else OWED if has(user) else ABSENT


def recovery_codes(user: User) -> list[str]:
    """Those not used yet."""
    kept = Authenticator.objects.filter(user_id=user.pk, type="recovery_codes").first()
    return list(kept.wrap().get_unused_codes()) if kept else []


def new_secret() -> str:
    """A fresh TOTP secret of 160 bits, in Base32 as phones read it."""
    return base64.b32encode(secrets.token_bytes(20)).decode("ascii")


def address_of(user: User, secret: str) -> str:
    """What the QR code says: otpauth://…"""
    return str(Adapter().build_totp_url(user, secret))


def picture_of(address: str) -> str:
    """The QR code as a data: address of an SVG picture, which the content policy allows."""
    svg = Adapter().build_totp_svg(address)
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode("ascii")


def counter_of(secret: str, code: str, *, after: int = -1) -> int | None:
    """The period a code belongs to, if it is one of the present ones and later than `after`."""
    typed = "".join(c for c in code if c.isascii() and c.isdigit())
    for counter in _present():
        right = format_hotp_value(hotp_value(secret, counter))
        if counter > after and secrets.compare_digest(right, typed):
            return counter
    return None


def _present() -> Iterator[int]:
    now = int(clock.machine_now().timestamp()) // PERIOD
    yield from range(now - TOLERANCE, now + TOLERANCE + 1)


def _box() -> Fernet:
    """Keyed by the site's secret: whoever loses that, sets second factors up again."""
    key = hashlib.sha256(b"second factor:" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
