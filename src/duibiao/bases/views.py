"""Pages of bases."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from duibiao.access import Permission, load_or_404, may, require
from duibiao.accounts.models import User
from duibiao.bases import actions
from duibiao.bases.actions import Draft
from duibiao.bases.forms import BasisForm, rows_of, standards_of, standards_text
from duibiao.bases.models import IN_FORCE, OPEN, Basis, Level, Study
from duibiao.bases.queries import bases_for, basis_of, institutions, products_to_draft_for, readable
from duibiao.bases.showing import document_from, edit_rows, standards_in, view_of
from duibiao.campaigns.queries import current_campaign
from duibiao.catalogue.models import SchemeVersion
from duibiao.catalogue.queries import current_scheme, current_schemes
from duibiao.core.errors import Fact
from duibiao.declarations.models import Declaration, Product
from duibiao.enterprises.queries import listed_formats
from duibiao.ui.language import language_of
from duibiao.ui.wording import sentence, text
from duibiao.workflow.facts import StepRefused
from duibiao.workflow.queries import owners_of, steps_for


def person(request: HttpRequest) -> User:
    """Whoever is signed in."""
    return cast(User, request.user)


def refused(request: HttpRequest, problem: Fact) -> None:
    """Say on the next page what stood against it."""
    facts = problem.facts if isinstance(problem, StepRefused) else (problem,)
    for one in facts:
        messages.error(request, sentence(one, language_of(request)))


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The bases this person may read, by state."""
    user = person(request)
    found = bases_for(user, current_campaign())
    states = list(found.order_by().values_list("state", flat=True))
    state = request.GET.get("state", "")
    counts = {name: states.count(name) for name in Basis.machine.states if name in states}
    context = {
        "bases": found.filter(state=state) if state in counts else found,
        "counts": counts,
        "state": state,
        "total": len(states),
        "may_prepare": may(user, Permission.BASIS_PREPARE),
        "may_mark": may(user, Permission.BASIS_MARK),
        "may_cover": may(user, Permission.DECLARATION_READ),
    }
    return render(request, "bases/index.html", context)


@login_required
@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One basis: what it demands beside the scheme, its study, its steps, its versions."""
    user, basis = person(request), load(request, pk)
    prepares = may(user, Permission.BASIS_PREPARE, on=basis)
    reads = may(user, Permission.BASIS_READ, on=basis)
    readable = Study.objects.visible_to(user, Permission.STUDY_READ).filter(basis=basis)
    context = {
        "basis": basis,
        "view": view_of(basis),
        "steps": steps_for(user, basis),
        "owners": owners_of(basis),
        "machine": "basis",
        "record": basis,
        "studies": basis.studies.select_related("institution") if reads else (),
        "readable": set(readable),
        "may_see_history": reads,
        "joint": basis.joint.all(),
        "revisions": basis.revisions.all(),
        "may_edit": prepares and basis.state == "drafting",
        "may_name": prepares and basis.state in OPEN,
        "may_settle": prepares and basis.state in OPEN,
        "institutions": institutions(basis) if prepares and basis.state in OPEN else (),
        "may_revise": prepares and basis.state in IN_FORCE,
        "newest": _newer(basis),
        "may_rule": basis.state in OPEN and may(user, Permission.BASIS_RULE, on=basis),
    }
    return render(request, "bases/show.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Draft a basis; `?product=` begins one for a declared product."""
    user = person(request)
    require(user, Permission.BASIS_PREPARE)
    form = BasisForm(
        request.POST if request.method == "POST" else None,
        initial=_initial(request),
        formats=listed_formats(),
        products=products_to_draft_for(user, current_campaign()),
        schemes=current_schemes(),
        language=language_of(request),
    )
    facts: tuple[Fact, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.draft_basis(
                campaign=current_campaign(), given=_draft(form.cleaned_data), by=user
            )
        except StepRefused as problem:
            facts = problem.facts
        except Fact as fact:
            facts = (fact,)
        else:
            return redirect("bases:edit", made.pk)
    failed = bool(facts) or (form.is_bound and not form.is_valid())
    context = {"form": form, "facts": facts}
    return render(request, "bases/new.html", context, status=409 if failed else 200)


@login_required
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """What the draft covers and demands. POST: all fields at once."""
    user = person(request)
    basis = load_or_404(user, Basis, Permission.BASIS_PREPARE, pk=pk)
    facts: tuple[Fact, ...] = ()
    rows, language = edit_rows(basis), language_of(request)
    if request.method == "POST":
        try:
            _save(request, basis, [row.entry["id"] for row in rows])
        except StepRefused as problem:
            facts = problem.facts
        else:
            messages.success(request, text("basis.saved", language))
            return redirect(basis)
    context = {
        "basis": basis,
        "rows": rows,
        "standards": standards_text(standards_in(basis), language),
        "facts": facts,
    }
    return render(request, "bases/edit.html", context, status=409 if facts else 200)


@login_required
@require_POST
def institution(request: HttpRequest, pk: int) -> HttpResponse:
    """Name an institution (field `institution`, its id)."""
    basis = load(request, pk)
    asked = request.POST.get("institution", "")
    found = get_object_or_404(institutions(basis), pk=int(asked) if asked.isdecimal() else 0)
    try:
        actions.name_institution(basis=basis, institution=found, by=person(request))
    except Fact as problem:
        refused(request, problem)
    return redirect(basis)


@login_required
@require_POST
def revise(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin a new version; field `newest`: on the newest version of its scheme."""
    basis = load(request, pk)
    scheme = _newer(basis) if request.POST.get("newest") else None
    try:
        made = actions.revise(basis=basis, scheme=scheme, by=person(request))
    except Fact as problem:
        refused(request, problem)
        return redirect(basis)
    return redirect(made)


@login_required
@require_POST
def rule(request: HttpRequest, pk: int) -> HttpResponse:
    """The commission's ruling (field `ruling`)."""
    basis = load(request, pk)
    try:
        actions.rule_conflict(
            basis=basis, ruling=request.POST.get("ruling", ""), by=person(request)
        )
    except Fact as problem:
        refused(request, problem)
    return redirect(basis)


@login_required
@require_safe
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """The frozen document, byte for byte what was hashed."""
    basis = load(request, pk)
    if not basis.document:
        raise Http404(pk)
    response = HttpResponse(basis.document, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="basis-{basis.pk}.json"'
    response["Digest"] = f"sha-256={basis.digest}"
    return response


@login_required
@require_http_methods(["GET", "POST"])
def product(request: HttpRequest, pk: int) -> HttpResponse:
    """The basis of a declared product, and where it comes from. POST `basis`, `reason`: choose
    among several."""
    user = person(request)
    found = get_object_or_404(Product.objects.select_related("declaration"), pk=pk)
    load_or_404(user, Declaration, Permission.DECLARATION_READ, pk=found.declaration_id)
    if request.method == "POST":
        asked = request.POST.get("basis", "")
        basis = get_object_or_404(readable(user), pk=int(asked) if asked.isdecimal() else 0)
        reason = request.POST.get("reason", "")
        try:
            actions.choose_basis(product=found, basis=basis, reason=reason, by=user)
        except Fact as problem:
            refused(request, problem)
        return redirect("bases:product", pk)
    got = basis_of(found)
    context = {
        "product": found,
        "got": got,
        "view": view_of(got.basis) if got.basis else None,
        "choice": getattr(found, "basis_choice", None) if got.match.chosen else None,
        "may_choose": may(user, Permission.BASIS_CHOOSE),
        "source_key": f"basis.from_{got.basis.level}" if got.basis else "",
    }
    return render(request, "bases/product.html", context)


def load(request: HttpRequest, pk: int) -> Basis:
    """The basis, if this person may read it; else 404."""
    return get_object_or_404(readable(person(request)), pk=pk)


def _newer(basis: Basis) -> SchemeVersion | None:
    """The newest version of its scheme, if it rests on an older one."""
    if basis.scheme is None:
        return None
    newest = current_scheme(basis.scheme.code)
    return newest if newest and newest.version > basis.scheme.version else None


def _initial(request: HttpRequest) -> dict[str, Any]:
    """For a product: its level, name and where its indicators come from."""
    asked = request.GET.get("product", "")
    if not asked.isdecimal() or len(asked) > 18:
        return {"for_all": True}
    found = products_to_draft_for(person(request), current_campaign()).filter(pk=int(asked)).first()
    if found is None:
        return {"for_all": True}
    enterprise = found.declaration.participation.enterprise
    return {
        "level": Level.PRODUCT.value,
        "product": found.pk,
        "sample": found.pk,
        "title": text("basis.suggested", language_of(request), title=found.name),
        "product_name": found.name,
        "class_code": found.category or enterprise.industry_code,
        "for_all": True,
    }


def _draft(given: dict[str, Any]) -> Draft:
    sample = given["sample"] or given["product"]
    own = None
    if given["scheme"] is None and sample is not None:
        own = document_from(
            sample,
            title=given["title"],
            name=given["product_name"],
            industry=given["industry"],
        )
    names = ("title", "product_name", "class_code", "models_covered", "for_all", "industry")
    return Draft(
        level=Level(given["level"]),
        business_format=given["business_format"],
        product=given["product"],
        scheme=given["scheme"],
        own_document=own,
        **{name: given[name] for name in names},
    )


def _save(request: HttpRequest, basis: Basis, ids: list[str]) -> None:
    user, posted = person(request), request.POST
    seen = posted.get("expected_version", "")
    version = int(seen) if seen.isdecimal() and len(seen) < 10 else 0
    fields: dict[str, Any] = {
        "title": posted.get("title", "").strip()[:200] or basis.title,
        "product_name": posted.get("product_name", "").strip()[:120],
        "class_code": posted.get("class_code", "").strip()[:20],
        "models_covered": posted.get("models_covered", "").strip()[:200],
        "for_all": bool(posted.get("for_all")),
    }
    rows = rows_of(posted, ids)
    actions.save_draft(
        basis=basis,
        fields=fields,
        rows=rows,
        standards=standards_of(posted.get("standards", ""), language_of(request)),
        expected_version=version,
        by=user,
    )
