"""What a person decides where the rules leave it open: rival bases, conflicts of districts."""

from __future__ import annotations

from django.db import transaction

from duibiao import clock
from duibiao.access import Permission, Refused, require
from duibiao.access.models import visible
from duibiao.access.reach import reach
from duibiao.accounts.models import User
from duibiao.bases.facts import NotAmongRivals, NotDrafting
from duibiao.bases.models import OPEN, Basis, BasisChoice
from duibiao.bases.queries import basis_of
from duibiao.declarations.models import Declaration, Product
from duibiao.journal import actions as journal
from duibiao.workflow.facts import ReasonMissing, StepRefused


@transaction.atomic
def choose_basis(*, product: Product, basis: Basis, reason: str, by: User) -> BasisChoice:
    """Of several bases of one rank, this one holds for the product; recorded, with the reason."""
    within = visible(Declaration, reach(by, Permission.BASIS_CHOOSE))
    if not Declaration.everything.filter(within, pk=product.declaration_id).exists():
        raise Refused(Permission.BASIS_CHOOSE, product)
    if not reason.strip():
        raise StepRefused((ReasonMissing(),))
    if basis not in basis_of(product).rivals:
        raise StepRefused((NotAmongRivals(),))
    made, _ = BasisChoice.everything.update_or_create(
        product=product,
        defaults={"basis": basis, "reason": reason.strip()[:500], "by": by, "at": clock.now()},
    )
    journal.record(
        "basis.chosen",
        chain=product.declaration.chain_code(),
        by=by,
        on=product,
        after={"basis": basis.pk, "digest": basis.digest},
        reason=reason,
    )
    return made


@transaction.atomic
def rule_conflict(*, basis: Basis, ruling: str, by: User) -> Basis:
    """The commission lets a district have its own beside the city's (requirements (b) 12)."""
    require(by, Permission.BASIS_RULE, on=basis)
    present = Basis.everything.select_for_update().get(pk=basis.pk)
    if present.state not in OPEN:
        raise StepRefused((NotDrafting(present.title),))
    if not ruling.strip():
        raise StepRefused((ReasonMissing(),))
    before = {"conflict_ruling": present.conflict_ruling}
    present.conflict_ruling = ruling.strip()[:500]
    present.version += 1
    present.save(update_fields=["conflict_ruling", "version"])
    journal.record(
        "basis.ruled",
        chain=present.chain_code(),
        by=by,
        on=present,
        before=before,
        after={"conflict_ruling": present.conflict_ruling},
    )
    return present
