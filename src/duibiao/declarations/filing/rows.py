"""Products and executed standards, one plain form each; and evidence."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from duibiao.core.errors import Fact
from duibiao.core.report.findings import Thing
from duibiao.declarations import actions
from duibiao.declarations.filing.forms import EvidenceForm, ProductForm, StandardForm
from duibiao.declarations.filing.opening import Visit, visit
from duibiao.declarations.filing.presenting import shown
from duibiao.declarations.filing.workspace import context
from duibiao.declarations.models import Evidence, ExecutedStandard, Product
from duibiao.declarations.queries import indicators_of
from duibiao.declarations.queries.content import PRODUCT_FIELDS, STANDARD_FIELDS
from duibiao.files.store import store
from duibiao.ui import wording
from duibiao.workflow.facts import StepRefused

TYPED = tuple(name for name in STANDARD_FIELDS if name != "normalised")


@login_required
@require_http_methods(["GET", "POST"])
def product(request: HttpRequest, pk: int, row: int | None = None) -> HttpResponse:
    """A product: track, name, model, family, category, is_livelihood; seen (its version)."""
    seen = visit(request, pk)
    known = get_object_or_404(Product, declaration=seen.declaration, pk=row) if row else None
    form = ProductForm(
        request.POST or None, initial=_initial(known, PRODUCT_FIELDS), language=seen.language
    )
    facts: tuple[Fact, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            if known is None:
                made = actions.add_product(
                    declaration=seen.declaration, values=form.cleaned_data, by=seen.user
                )
                return _done(request, seen, f"#product-{made.pk}")
            actions.save_product(
                product=known,
                values=form.cleaned_data,
                expected_version=_seen(request),
                by=seen.user,
            )
            return _done(request, seen, f"#product-{known.pk}")
        except StepRefused as refused:
            facts = refused.facts
    return _page(request, seen, form, known, Thing.PRODUCT, facts)


@login_required
@require_http_methods(["GET", "POST"])
def standard(request: HttpRequest, pk: int, row: int | None = None) -> HttpResponse:
    """An executed standard: number, title, level, kind, edition, implemented_on, status,
    products, self_declared, platform_number, disclosed_on, link; seen (its version)."""
    seen = visit(request, pk)
    known = (
        get_object_or_404(ExecutedStandard, declaration=seen.declaration, pk=row) if row else None
    )
    initial = _initial(known, TYPED)
    initial["products"] = list(known.products.all()) if known else list(_products(seen))
    form = StandardForm(
        request.POST or None, initial=initial, language=seen.language, products=_products(seen)
    )
    facts: tuple[Fact, ...] = ()
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        products = values.pop("products")
        try:
            if known is None:
                made = actions.add_standard(
                    declaration=seen.declaration, values=values, products=products, by=seen.user
                )
                return _done(request, seen, f"#standard-{made.pk}")
            actions.save_standard(
                standard=known,
                values=values,
                products=products,
                expected_version=_seen(request),
                by=seen.user,
            )
            return _done(request, seen, f"#standard-{known.pk}")
        except StepRefused as refused:
            facts = refused.facts
    return _page(request, seen, form, known, Thing.STANDARD, facts)


@login_required
@require_POST
def remove(request: HttpRequest, pk: int, thing: str, row: int) -> HttpResponse:
    """Take a product, a standard or an indicator out."""
    seen = visit(request, pk)
    own = {
        "product": Product.objects.filter(declaration=seen.declaration),
        "standard": ExecutedStandard.objects.filter(declaration=seen.declaration),
        "indicator": indicators_of(seen.declaration),
    }.get(thing)
    found: Any = own.filter(pk=row).first() if own is not None else None
    if found is None:
        raise Http404(thing)
    actions.remove_row(row=found, by=seen.user)
    messages.success(request, wording.text("declare.removed", seen.language, label=str(found)))
    if thing == "indicator":
        return redirect("declarations:grid", pk, found.product_id)
    return redirect("declarations:show", pk)


@login_required
@require_http_methods(["GET", "POST"])
def evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a document: document, evidence_kind, evidence_title, issuer, issued_on, valid_until,
    covers."""
    seen = visit(request, pk)
    form = EvidenceForm(
        request.POST or None,
        request.FILES or None,
        language=seen.language,
        indicators=indicators_of(seen.declaration),
    )
    facts: tuple[Fact, ...] = ()
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_evidence(
                declaration=seen.declaration,
                document=form.given(),
                indicators=form.cleaned_data["covers"].select_related("product"),
                by=seen.user,
            )
            return _done(request, seen, "#evidence")
        except StepRefused as refused:
            facts = refused.facts
        except Fact as wrong:
            facts = (wrong,)
    return _page(request, seen, form, None, Thing.EVIDENCE, facts)


@login_required
@require_safe
def document(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """The file of a document, as it was uploaded; always downloaded, never shown in the site."""
    seen = visit(request, pk)
    found = get_object_or_404(Evidence, declaration=seen.declaration, pk=row)
    answer = HttpResponse(store().fetch(found.digest), content_type=found.media_type)
    ending = found.media_type.rsplit("/", 1)[-1]
    answer["Content-Disposition"] = f'attachment; filename="evidence-{found.pk}.{ending}"'
    return answer


@login_required
@require_POST
def remove_document(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Take a document away."""
    seen = visit(request, pk)
    found = get_object_or_404(Evidence, declaration=seen.declaration, pk=row, removed_at=None)
    actions.remove_evidence(evidence=found, by=seen.user)
    return _done(request, seen, "#evidence")


def _products(seen: Visit) -> Any:
    return seen.declaration.products.all()


def _initial(known: Any, fields: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(known, name) for name in fields} if known else {}


def _seen(request: HttpRequest) -> int:
    given = request.POST.get("seen", "")
    return int(given) if given.isdecimal() and len(given) < 10 else 0


def _done(request: HttpRequest, seen: Visit, anchor: str) -> HttpResponse:
    messages.success(request, wording.text("declare.saved", seen.language))
    return redirect(seen.declaration.get_absolute_url() + anchor)


def _page(
    request: HttpRequest, seen: Visit, form: Any, known: Any, thing: Thing, facts: tuple[Fact, ...]
) -> HttpResponse:
    page = shown(seen.declaration, seen.language)
    more = {
        "form": form,
        "known": known,
        "thing": thing.value,
        "thing_key": f"thing.{thing.value}",
        "facts": facts,
        "found": page.about(thing, known.pk) if known else (),
        "pins": page.pinned(thing, known.pk) if known else (),
    }
    status = 409 if facts else 200
    return render(
        request,
        "declarations/filing/row.html",
        {**context(request, seen, page), **more},
        status=status,
    )
