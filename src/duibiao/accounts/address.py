"""The address a request comes from, as far as it can be believed."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """The peer's address; behind proxies of our own (TRUSTED_PROXIES, their addresses), the last
    one they report that is not one of them. What the client claims in the header is not heard."""
    peer = str(request.META.get("REMOTE_ADDR", ""))
    trusted: frozenset[str] = settings.TRUSTED_PROXIES
    reported = request.headers.get("x-forwarded-for", "").split(",")
    while peer in trusted and reported:
        peer = reported.pop().strip() or peer
    return peer[:64]


def address_for_axes(request: HttpRequest) -> str | None:
    """The same for django-axes, which keeps addresses in a column of their own type."""
    return address_of(request) or None
