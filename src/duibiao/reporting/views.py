"""Pages of filings upward."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from duibiao.access import Permission, load_or_404, may
from duibiao.accounts.models import User
from duibiao.campaigns.queries import current_campaign
from duibiao.core.errors import Fact
from duibiao.reporting import actions
from duibiao.reporting.export import as_workbook
from duibiao.reporting.models import CityPackage, DistrictPackage, Package
from duibiao.reporting.queries import (
    city_packages_for,
    district_packages_for,
    intakes,
    ready_declarations,
    ready_for,
)
from duibiao.reporting.showing import city_view, district_view
from duibiao.ui.language import language_of
from duibiao.ui.wording import sentence, text
from duibiao.workflow.queries import owners_of, steps_for


def _user(request: HttpRequest) -> User:
    return cast(User, request.user)


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The packages this person may see, and how to begin one."""
    user, campaign = _user(request), current_campaign()
    context = {
        "packages": district_packages_for(user, campaign),
        "city_packages": city_packages_for(user, campaign),
        "ready": ready_for(user, campaign),
        "may_collect": may(user, Permission.CITY_PACKAGE_PREPARE),
        "intakes": intakes() if may(user, Permission.CITY_PACKAGE_RECEIVE) else [],
    }
    return render(request, "reporting/index.html", context)


@login_required
@require_POST
def assemble_district(request: HttpRequest) -> HttpResponse:
    """Begin the district's package."""
    package = actions.assemble_district(campaign=current_campaign(), by=_user(request))
    return redirect(package)


@login_required
@require_safe
def district(request: HttpRequest, pk: int) -> HttpResponse:
    """A district's package: quota and share, members, summary, steps."""
    return render(request, "reporting/district.html", _district(request, pk))


@login_required
@require_POST
def members(request: HttpRequest, pk: int) -> HttpResponse:
    """Let exactly the ticked enterprises be in the package (field `declaration`, repeated)."""
    package = _load_district(request, pk)
    chosen = {int(value) for value in request.POST.getlist("declaration") if value.isdecimal()}
    ready = ready_declarations(package.campaign, package.district)
    wanted = [declaration for declaration in ready if declaration.pk in chosen]
    try:
        actions.choose_members(package=package, declarations=wanted, by=_user(request))
    except Fact as problem:
        messages.error(request, sentence(problem, language_of(request)))
    return redirect(package)


@login_required
@require_POST
def district_remark(request: HttpRequest, pk: int) -> HttpResponse:
    """Save the remark of a district's package."""
    return _remark(request, _load_district(request, pk))


@login_required
@require_POST
def city_remark(request: HttpRequest, pk: int) -> HttpResponse:
    """Save the remark of the city's package, and why it is partial."""
    return _remark(request, _load_city(request, pk))


@login_required
@require_POST
def assemble_city(request: HttpRequest) -> HttpResponse:
    """Begin the city's package, or bring it up to date."""
    try:
        package = actions.assemble_city(campaign=current_campaign(), by=_user(request))
    except Fact as problem:
        messages.error(request, sentence(problem, language_of(request)))
        return redirect("filings:index")
    return redirect(package)


@login_required
@require_safe
def city(request: HttpRequest, pk: int) -> HttpResponse:
    """The city's package: one row per district, summary, steps."""
    package = _load_city(request, pk)
    context = {
        "package": package,
        "shown": city_view(package, request.GET.get("level", "section")),
        "steps": steps_for(_user(request), package),
        "owners": owners_of(package),
        "may_push": package.state != "assembling"
        and bool(package.digest)
        and may(_user(request), Permission.CITY_PACKAGE_APPROVE, on=package),
    }
    return render(request, "reporting/city.html", context)


@login_required
@require_POST
def push(request: HttpRequest, pk: int) -> HttpResponse:
    """Push the filed package again; the same receipt comes back."""
    package = _load_city(request, pk)
    intake = actions.push(package=package, by=_user(request))
    language = language_of(request)
    messages.success(request, text("filing.pushed", language, receipt=intake.receipt))
    return redirect(package)


@login_required
@require_safe
def district_json(request: HttpRequest, pk: int) -> HttpResponse:
    """The frozen document, byte for byte what was hashed."""
    return _json(_load_district(request, pk))


@login_required
@require_safe
def district_xlsx(request: HttpRequest, pk: int) -> HttpResponse:
    """The document as a workbook."""
    return _xlsx(_load_district(request, pk))


@login_required
@require_safe
def city_json(request: HttpRequest, pk: int) -> HttpResponse:
    """The frozen document, byte for byte what was hashed."""
    return _json(_load_city(request, pk))


@login_required
@require_safe
def city_xlsx(request: HttpRequest, pk: int) -> HttpResponse:
    """The document as a workbook."""
    return _xlsx(_load_city(request, pk))


def _district(request: HttpRequest, pk: int) -> dict[str, object]:
    user, package = _user(request), _load_district(request, pk)
    choosing = package.state == "assembling" and may(
        user, Permission.DISTRICT_PACKAGE_PREPARE, on=package
    )
    return {
        "package": package,
        "shown": district_view(package, request.GET.get("level", "section")),
        "ready": ready_declarations(package.campaign, package.district) if choosing else (),
        "chosen": set(package.members.values_list("declaration_id", flat=True)),
        "choosing": choosing,
        "steps": steps_for(user, package),
        "owners": owners_of(package),
    }


def _remark(request: HttpRequest, package: Package) -> HttpResponse:
    try:
        actions.annotate(
            package=package,
            remark=request.POST.get("remark", "")[:2000],
            missing_note=request.POST.get("missing_note", "")[:2000],
            by=_user(request),
        )
    except Fact as problem:
        messages.error(request, sentence(problem, language_of(request)))
    return redirect(package)


def _load_district(request: HttpRequest, pk: int) -> DistrictPackage:
    permission = Permission.DISTRICT_PACKAGE_READ
    return load_or_404(_user(request), DistrictPackage, permission, pk=pk)


def _load_city(request: HttpRequest, pk: int) -> CityPackage:
    return load_or_404(_user(request), CityPackage, Permission.CITY_PACKAGE_READ, pk=pk)


def _json(package: Package) -> HttpResponse:
    response = HttpResponse(package.document, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="{package.number}.json"'
    response["Digest"] = f"sha-256={package.digest}"
    return response


def _xlsx(package: Package) -> HttpResponse:
    content = as_workbook(package.document)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{package.number}.xlsx"'
    return response
