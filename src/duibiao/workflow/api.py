"""Records and their steps for programs: the same tables, the same refusals as the pages."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, cast

from django.http import Http404, HttpRequest
from ninja import Header, Router, Schema

from duibiao.access import Permission, load_or_404
from duibiao.accounts.models import User
from duibiao.core.errors import Fact
from duibiao.ui.wording import sentence
from duibiao.workflow.actions import once
from duibiao.workflow.models import Stateful
from duibiao.workflow.performing import perform
from duibiao.workflow.queries import changes_of, stateful_models, steps_for

router = Router(tags=["records"])
PAGE = 100
Key = Annotated[str, Header(alias="Idempotency-Key", min_length=8, max_length=80)]


class Missing(Schema):
    """One thing that stands against a step."""

    code: str
    said: str


class StepOut(Schema):
    """A step this person may take."""

    name: str
    target: str
    reason_needed: bool
    missing: list[Missing]


class RecordOut(Schema):
    """A record with a state."""

    machine: str
    id: int
    label: str
    state: str
    since: datetime
    version: int
    url: str


class RecordDetail(RecordOut):
    """A record, and what this person may do with it now."""

    steps: list[StepOut]


class ChangeOut(Schema):
    """One step taken."""

    step: str
    source: str
    target: str
    version: int
    by: str
    at: datetime
    reason: str
    days_late: int


class StepIn(Schema):
    """Which version was seen, and why."""

    expected_version: int
    reason: str = ""


@router.get("/{machine}/", response=list[RecordOut])
def records(request: HttpRequest, machine: str, state: str = "", after: int = 0) -> list[RecordOut]:
    """Records this person may see, by id; `after` is the last id of the page before."""
    model = _model(machine)
    seen = model.objects.visible_to(_user(request), Permission(model.read_permission))
    seen = seen.filter(pk__gt=after).order_by("pk")
    if state:
        seen = seen.filter(state=state)
    return [_record(one) for one in seen[:PAGE]]


@router.get("/{machine}/{int:pk}", response=RecordDetail)
def record(request: HttpRequest, machine: str, pk: int) -> RecordDetail:
    """One record and the steps open to this person."""
    return _detail(_user(request), _load(request, machine, pk))


@router.get("/{machine}/{int:pk}/changes", response=list[ChangeOut])
def changes(request: HttpRequest, machine: str, pk: int) -> list[ChangeOut]:
    """The steps the record has taken."""
    return [
        ChangeOut(
            step=change.step,
            source=change.source,
            target=change.target,
            version=change.version,
            by=change.by.name,
            at=change.at,
            reason=change.reason,
            days_late=change.days_late,
        )
        for change in changes_of(_load(request, machine, pk))
    ]


@router.post("/{machine}/{int:pk}/steps/{step}", response=RecordDetail)
def take_step(
    request: HttpRequest, machine: str, pk: int, step: str, body: StepIn, key: Key
) -> RecordDetail:
    """Take a step, once per key: the same key again gives the same answer."""
    user = _user(request)
    content = {"machine": machine, "pk": pk, "step": step, **body.dict()}

    def take() -> dict[str, object]:
        loaded = _load(request, machine, pk)
        done = perform(
            loaded, step, by=user, expected_version=body.expected_version, reason=body.reason
        )
        return _detail(user, done).model_dump(mode="json")

    return RecordDetail(**once(key, by=user, content=content, action=take))


def _user(request: HttpRequest) -> User:
    return cast(User, request.user)


def _model(machine: str) -> type[Stateful]:
    found = next((m for m in stateful_models() if m.machine.name == machine), None)
    if found is None:
        raise Http404(machine)
    return found


def _load(request: HttpRequest, machine: str, pk: int) -> Stateful:
    model = _model(machine)
    return load_or_404(_user(request), model, Permission(model.read_permission), pk=pk)


def _record(one: Stateful) -> RecordOut:
    return RecordOut(**_fields(one))


def _fields(one: Stateful) -> dict[str, Any]:
    return {
        "machine": one.machine.name,
        "id": one.pk,
        "label": str(one),
        "state": one.state,
        "since": one.state_since,
        "version": one.version,
        "url": one.get_absolute_url(),
    }


def _detail(user: User, one: Stateful) -> RecordDetail:
    steps = [
        StepOut(
            name=button.step.name,
            target=button.step.target,
            reason_needed=button.step.reason,
            missing=[_missing(fact) for fact in button.missing],
        )
        for button in steps_for(user, one)
    ]
    return RecordDetail(**_fields(one), steps=steps)


def _missing(fact: Fact) -> Missing:
    return Missing(code=fact.code, said=sentence(fact))
