"""Chinese by default, English behind a switch kept in a cookie."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from duibiao.ui.wording import Language

COOKIE = "language"
YEAR = 365 * 24 * 3600


class LanguageChoice:
    """Puts the chosen language on every request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page, marked with its language."""
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", _tag(language_of(request)))
        return response


def language_of(request: HttpRequest) -> Language:
    """The language of this request."""
    return "en" if request.COOKIES.get(COOKIE) == "en" else "zh"


def page_language(request: HttpRequest) -> dict[str, str]:
    """For templates: `language`, `language_tag` for the html element, `here` to come back to."""
    language = language_of(request)
    return {"language": language, "language_tag": _tag(language), "here": request.get_full_path()}


@require_safe
def switch(request: HttpRequest, language: str) -> HttpResponse:
    """Choose a language and go back to where the person was."""
    back = request.GET.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    response = redirect(back)
    chosen = "en" if language == "en" else "zh"
    response.set_cookie(COOKIE, chosen, max_age=YEAR, samesite="Lax", httponly=True)
    return response


def _tag(language: Language) -> str:
    return "en" if language == "en" else "zh-CN"
