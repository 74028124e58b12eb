"""The API: each room's router under /api/v1/, one way to sign in, one form of errors."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, ValidationError
from ninja.security import django_auth

from duibiao.access.middleware import record_refusal
from duibiao.access.refusal import Foreign, Refused
from duibiao.core.errors import Fact
from duibiao.ui.wording import sentence
from duibiao.workflow.api import router as records
from duibiao.workflow.facts import StepRefused

api = NinjaAPI(
    title="对标 API", version="1", urls_namespace="api", docs_url=None, auth=[django_auth]
)
api.add_router("/records/", records)


def problem(status: HTTPStatus, detail: str, **more: Any) -> HttpResponse:
    """An error as problem+json (RFC 9457)."""
    content = {"type": "about:blank", "title": status.phrase, "status": status, "detail": detail}
    return JsonResponse({**content, **more}, status=status, content_type="application/problem+json")


@api.exception_handler(StepRefused)
def _refused_step(_request: HttpRequest, refused: StepRefused) -> HttpResponse:
    facts = [{"code": fact.code, "said": sentence(fact)} for fact in refused.facts]
    return problem(HTTPStatus.CONFLICT, sentence(refused), facts=facts)


@api.exception_handler(Fact)
def _fact(_request: HttpRequest, fact: Fact) -> HttpResponse:
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, sentence(fact), code=fact.code)


@api.exception_handler(Refused)
def _refused(request: HttpRequest, refused: Refused) -> HttpResponse:
    on = refused.on
    record_refusal(
        request,
        what=refused.permission.value,
        object_type=on._meta.label_lower if on is not None else "",
        object_id=str(getattr(on, "pk", "")),
    )
    return problem(HTTPStatus.FORBIDDEN, sentence(refused.fact), code=refused.fact.code)


@api.exception_handler(Http404)
def _missing(request: HttpRequest, missing: Http404) -> HttpResponse:
    if isinstance(missing, Foreign):
        record_refusal(
            request,
            what="read",
            object_type=missing.model,
            object_id=str(next(iter(missing.lookup.values()), "")),
        )
    return problem(HTTPStatus.NOT_FOUND, HTTPStatus.NOT_FOUND.phrase)


@api.exception_handler(AuthenticationError)
def _nobody(_request: HttpRequest, _problem: AuthenticationError) -> HttpResponse:
    return problem(HTTPStatus.UNAUTHORIZED, HTTPStatus.UNAUTHORIZED.phrase)


@api.exception_handler(ValidationError)
def _invalid(_request: HttpRequest, invalid: ValidationError) -> HttpResponse:
    found = [{"where": list(map(str, e["loc"])), "said": e["msg"]} for e in invalid.errors]
    return problem(
        HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.UNPROCESSABLE_ENTITY.phrase, errors=found
    )
