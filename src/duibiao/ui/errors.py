"""Error pages: what happened and what to do, in the site's own look."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request could not be understood."""
    return _page(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: not allowed here."""
    return _page(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing at this address."""
    return _page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our own fault."""
    return _page(request, 500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form came without its token: an old page, or cookies switched off."""
    return _page(request, 403, "csrf")


def _page(request: HttpRequest, status: int, kind: str = "") -> HttpResponse:
    context = {"title": f"error.{kind or status}_title", "what": f"error.{kind or status}_what"}
    return render(request, "ui/error.html", context, status=status)
