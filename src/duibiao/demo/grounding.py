"""Steps 20 and 21 of the story: bases are studied, then determined for the whole city."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from duibiao.accounts import actions as accounts
from duibiao.bases import actions as bases
from duibiao.bases.actions import Draft
from duibiao.bases.models import Basis, Level, Study
from duibiao.campaigns.models import Campaign
from duibiao.catalogue.models import SchemeVersion
from duibiao.catalogue.queries import current_scheme
from duibiao.demo.city import Trade
from duibiao.demo.grounds import (
    INSTITUTIONS,
    LOOSE,
    LOOSENED,
    OPINION,
    ground_document,
    title_of,
    trades,
)
from duibiao.demo.people import Cast
from duibiao.enterprises.models import BusinessFormat
from duibiao.organisations.queries import organisation
from duibiao.workflow.models import Stateful


class Grounding(ABC):
    """What the steps need of the story, and the steps."""

    cast: Cast
    commission: str

    @property
    @abstractmethod
    def campaign(self) -> Campaign:
        """The campaign of the story."""

    @abstractmethod
    def take(
        self, record: Stateful, step: str, by: str, *, reason: str = "", reviewer: bool = False
    ) -> None:
        """One step by somebody of an office."""

    def step_20(self) -> None:
        """The commission drafts a basis for each trade; institutions study them."""
        accounts.pass_months()
        for place, trade in enumerate(trades()):
            self.study(self.draft_local(trade), INSTITUTIONS[: 1 + place % 2])
        known = current_scheme(LOOSENED)
        if known is not None:
            self.study(self.draft_loosened(known), INSTITUTIONS[:1])

    def step_21(self) -> None:
        """All of them are determined: every declared product has its basis."""
        for basis in Basis.everything.filter(campaign=self.campaign, state="opinions_in"):
            self.take(basis, "determine", self.commission, reviewer=True)

    def draft_local(self, trade: Trade) -> Basis:
        """The basis of a trade; no national scheme fits, so it is made locally."""
        found = BusinessFormat.everything.filter(code=trade.format).first()
        return bases.draft_basis(
            campaign=self.campaign,
            given=Draft(
                level=Level.FORMAT if found else Level.INDUSTRY,
                industry=trade.industry,
                business_format=found,
                title=title_of(trade),
                product_name=trade.product,
                class_code=trade.industry or trade.format,
                own_document=ground_document(trade),
            ),
            by=self.cast.person(self.commission),
        )

    def draft_loosened(self, scheme: SchemeVersion) -> Basis:
        """A basis on a national scheme, one indicator looser."""
        by = self.cast.person(self.commission)
        basis = bases.draft_basis(
            campaign=self.campaign,
            given=Draft(
                level=Level.INDUSTRY,
                industry=scheme.industry_code,
                title=f"{scheme.product}对标依据",
                product_name=scheme.product,
                class_code=scheme.industry_code,
                scheme=scheme,
            ),
            by=by,
        )
        adjustments: dict[str, dict[str, Any]] = LOOSE
        return bases.adjust(
            basis=basis, adjustments=adjustments, expected_version=basis.version, by=by
        )

    def study(self, basis: Basis, institutions: tuple[str, ...]) -> None:
        """Invited, answered, adopted."""
        by = self.cast.person(self.commission)
        for code in institutions:
            bases.name_institution(basis=basis, institution=organisation(code), by=by)
        self.take(basis, "invite", self.commission)
        for study in Study.everything.filter(basis=basis).select_related("institution"):
            expert = self.cast.person(study.institution.code)
            bases.give_opinion(
                study=study, opinion=OPINION, expected_version=study.version, by=expert
            )
            bases.note_adoption(
                study=study, adopted=True, note="采纳", expected_version=study.version, by=by
            )
