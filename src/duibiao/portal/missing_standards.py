"""Standards cited somewhere that the register does not hold: what the institute has to add."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from duibiao.access import Permission, may, require
from duibiao.accounts.models import User
from duibiao.declarations.queries.citing import cited_not_held

SHOWN = 500


@login_required
@require_safe
def missing(request: HttpRequest) -> HttpResponse:
    """In declarations within reach and in current schemes, most often cited first."""
    user = cast(User, request.user)
    require(user, Permission.DECLARATION_READ)
    found = cited_not_held(user)
    context = {
        "rows": found[:SHOWN],
        "total": len(found),
        "may_manage": may(user, Permission.STANDARD_MANAGE),
    }
    return render(request, "portal/missing_standards.html", context)
