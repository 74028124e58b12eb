"""A district hands out its enterprises' accounts: tick who gets one, print the slips."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from duibiao.access import Permission, acting
from duibiao.accounts.models import User
from duibiao.accounts.queries import code_until
from duibiao.accounts.slips import Slip, slips_page
from duibiao.campaigns.models import Campaign
from duibiao.campaigns.queries import current_campaign
from duibiao.core.errors import Fact
from duibiao.selection.actions import allocate_many, reissue
from duibiao.selection.models import AccountSlot, Participation
from duibiao.selection.queries import free_slots, not_activated, without_account
from duibiao.workflow.facts import StepRefused

BACK = "/slots/"


@login_required
@require_http_methods(["GET", "POST"])
@sensitive_variables("given")
def hand_out(request: HttpRequest) -> HttpResponse:
    """Fields: `participation` (ids) for a first code, `slot` (ids) for a new one. The answer to a
    POST is the slips, shown this once."""
    user, campaign = cast(User, request.user), current_campaign()
    district = acting(user, Permission.SLOT_ALLOCATE).region
    assert district is not None  # every bureau has one
    waiting = without_account(campaign, district.code)
    open_slots = not_activated(campaign, district.code)
    facts: tuple[Fact, ...] = ()
    if request.method == "POST":
        try:
            slips = _slips(request, campaign, waiting, open_slots)
        except StepRefused as refused:
            facts = refused.facts
        else:
            if slips:
                return slips_page(request, slips, back=BACK)
    context = {
        "waiting": waiting,
        "open_slots": open_slots,
        "free": free_slots(campaign, district.code).count(),
        "facts": facts,
    }
    return render(request, "portal/slots.html", context, status=409 if facts else 200)


def _slips(
    request: HttpRequest,
    campaign: Campaign,
    waiting: QuerySet[Participation],
    open_slots: QuerySet[AccountSlot],
) -> list[Slip]:
    user = cast(User, request.user)
    district = acting(user, Permission.SLOT_ALLOCATE).region
    assert district is not None  # every bureau has one
    chosen = [one.enterprise for one in waiting.filter(pk__in=_ids(request, "participation"))]
    again = list(open_slots.filter(pk__in=_ids(request, "slot")))
    given = allocate_many(campaign=campaign, district=district, enterprises=chosen, by=user)
    given += reissue(slots=again, by=user)
    return [_slip(slot, code) for slot, code in given]


def _slip(slot: AccountSlot, code: str) -> Slip:
    assert slot.user is not None  # a slot with a code has its person
    assert slot.enterprise is not None
    return Slip(slot.enterprise.name, slot.user.username, code, code_until(slot.user))


def _ids(request: HttpRequest, name: str) -> list[int]:
    return [int(pk) for pk in request.POST.getlist(name) if pk.isdecimal() and len(pk) < 19]
