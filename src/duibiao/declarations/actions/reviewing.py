"""The district's review: three answers, pins at fields, approval alone or together, return."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction

from duibiao import clock
from duibiao.access import Permission, require
from duibiao.accounts.models import User
from duibiao.core.report.completeness import notable
from duibiao.core.report.findings import Thing
from duibiao.core.report.machines.selection import DECLARATION
from duibiao.declarations.facts import CountDiffers, NotAllGreen, Question, ReturnNeedsPlace
from duibiao.declarations.models import Declaration, ReturnReason, ReviewPin
from duibiao.declarations.queries import findings_of
from duibiao.journal import actions as journal
from duibiao.workflow.actions import advance
from duibiao.workflow.facts import NoSuchStep, StepRefused
from duibiao.workflow.performing import performs


@transaction.atomic
def answer_checklist(
    *,
    declaration: Declaration,
    complete: bool,
    true: bool,
    valid: bool,
    by: User,
    notes: Mapping[str, str] | None = None,
) -> Declaration:
    """The reviewer's answers to the three questions, each with its note."""
    _demand_review(declaration, by)
    fields = {
        "checked_complete": complete,
        "checked_true": true,
        "checked_valid": valid,
        "check_notes": {q.value: (notes or {}).get(q.value, "")[:300] for q in Question},
    }
    before = {name: getattr(declaration, name) for name in fields}
    Declaration.everything.filter(pk=declaration.pk).update(**fields)
    for name, value in fields.items():
        setattr(declaration, name, value)
    journal.record(
        "declaration.checked",
        chain=declaration.chain_code(),
        by=by,
        on=declaration,
        before=before,
        after=fields,
    )
    return declaration


@transaction.atomic
def pin(
    *,
    declaration: Declaration,
    thing: Thing,
    object_id: str,
    field: str,
    label: str,
    reason: ReturnReason,
    note: str,
    by: User,
) -> ReviewPin:
    """Stick a remark to a field."""
    _demand_review(declaration, by)
    made = ReviewPin.objects.create(
        declaration=declaration,
        submission=declaration.submissions.last(),
        thing=thing.value,
        object_id=object_id,
        field=field,
        label=label[:120],
        reason=reason.value,
        note=note.strip()[:300],
        by=by,
        at=clock.now(),
    )
    journal.record(
        "declaration.pinned",
        chain=declaration.chain_code(),
        by=by,
        on=declaration,
        after={"place": made.place, "reason": made.reason, "note": made.note},
    )
    return made


@transaction.atomic
def unpin(*, pinned: ReviewPin, by: User) -> ReviewPin:
    """Take a remark off: the field is in order now."""
    _demand_review(pinned.declaration, by)
    pinned.resolved_at = clock.now()
    pinned.save(update_fields=["resolved_at"])
    journal.record(
        "declaration.unpinned",
        chain=pinned.declaration.chain_code(),
        by=by,
        on=pinned.declaration,
        before={"place": pinned.place, "reason": pinned.reason, "note": pinned.note},
    )
    return pinned


@performs(DECLARATION, "return")
@transaction.atomic
def return_declaration(
    record: Declaration, *, by: User, expected_version: int, reason: str = ""
) -> Declaration:
    """Send back: with pins at fields, or a reason in words; a pinned return needs no words."""
    pins = list(record.pins.filter(resolved_at=None))
    if not pins and not reason.strip():
        raise StepRefused((ReturnNeedsPlace(),))
    said = reason.strip() or "; ".join(_said(one) for one in pins)
    return advance(record, "return", by=by, expected_version=expected_version, reason=said[:2000])


@transaction.atomic
def approve_all(
    *, declarations: Iterable[Declaration], confirmed: int, by: User
) -> list[Declaration]:
    """Approve several at once: only those without any finding, only as many as were confirmed,
    each with its three answers and its own step."""
    chosen = list(declarations)
    if len(chosen) != confirmed:
        raise CountDiffers(confirmed=confirmed, present=len(chosen))
    amiss = tuple(str(one) for one in chosen if notable(findings_of(one)))
    if amiss:
        raise NotAllGreen(names=amiss)
    done = []
    for one in chosen:
        answer_checklist(declaration=one, complete=True, true=True, valid=True, by=by)
        done.append(advance(one, "approve", by=by, expected_version=one.version))
    return done


def _demand_review(declaration: Declaration, by: User) -> None:
    require(by, Permission.DECLARATION_REVIEW, on=declaration)
    if declaration.state != "submitted":
        raise StepRefused((NoSuchStep("review", declaration.state),))


def _said(pinned: ReviewPin) -> str:
    parts = (pinned.label, pinned.field, str(pinned.reason), pinned.note)
    return " ".join(part for part in parts if part)


@transaction.atomic
def decide(
    *,
    declaration: Declaration,
    answers: Mapping[Question, bool],
    notes: Mapping[str, str],
    decision: str,
    reason: str,
    expected_version: int,
    by: User,
) -> Declaration:
    """The three answers, and with them the step: approve, return, or keep for later. When the
    step is refused, the answers of that click are not kept either."""
    answer_checklist(
        declaration=declaration,
        complete=answers[Question.COMPLETE],
        true=answers[Question.TRUE],
        valid=answers[Question.VALID],
        notes=notes,
        by=by,
    )
    if decision == "approve":
        return advance(declaration, "approve", by=by, expected_version=expected_version)
    if decision == "return":
        return return_declaration(
            declaration, by=by, expected_version=expected_version, reason=reason
        )
    return declaration
