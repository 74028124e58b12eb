"""What an enterprise files, as a record with a state."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.db.models import Q

from duibiao.access.permission import Scope
from duibiao.campaigns import queries as campaigns
from duibiao.core.report.deadlines import Deadline
from duibiao.core.report.machines.selection import DECLARATION
from duibiao.workflow.models import Stateful

EDITABLE = ("filling", "returned")


class SignerRole(StrEnum):
    """In which capacity the statement of truth is signed (五(二)3(2)-1)."""

    LEGAL = "legal"  # 法定代表人
    AUTHORISED = "authorised"  # 授权人


class Declaration(Stateful):
    """What an enterprise in a campaign declares: products, the standards it executes, their key
    indicators (五(二)2(2)). Nobody but the enterprise writes it (三-0); departments see none of
    its details, so it has no path for their field (横-8)."""

    machine = DECLARATION
    read_permission = "declaration.read"
    scope_paths: ClassVar[Mapping[Scope, str]] = {
        Scope.DISTRICT: "participation__enterprise__district_id",
        Scope.OWN: "participation__enterprise__organisation_id",
    }

    participation = models.OneToOneField(
        "selection.Participation", on_delete=models.PROTECT, related_name="declaration"
    )
    # The statement of truth: who, as what, which text, when; falls with every change.
    signed_by = models.CharField(max_length=60, blank=True)
    signer_role = models.CharField(max_length=12, blank=True)
    statement = models.CharField(max_length=24, blank=True)  # version of the text
    signed_at = models.DateTimeField(null=True)
    explanations = models.JSONField(default=dict)  # "place|rule" → why it is so, all the same
    # The reviewer's three questions: complete, true, valid (五(二)3(2)-1).
    checked_complete = models.BooleanField(default=False)
    checked_true = models.BooleanField(default=False)
    checked_valid = models.BooleanField(default=False)
    check_notes = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar[list[str]] = ["participation__enterprise__uscc"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "state_since"], name="declarations_by_state"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(signed_at=None) | ~Q(signed_by=""), name="a_signature_has_a_name"
            ),
        ]

    def __str__(self) -> str:
        return self.participation.enterprise.name

    @property
    def editable(self) -> bool:
        """May the enterprise write now?"""
        return self.state in EDITABLE

    def chain_code(self) -> str:
        """The enterprise's chain."""
        return self.participation.chain_code()

    def deadline(self, name: str) -> Deadline | None:
        """The campaign's, for this enterprise."""
        organisation = self.participation.enterprise.organisation
        return campaigns.deadline(self.participation.campaign, name, organisation)

    def get_absolute_url(self) -> str:
        """The declaration's page."""
        return f"/declarations/{self.pk}/"
