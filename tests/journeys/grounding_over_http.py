"""Steps 20 and 21 played by forms and buttons."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from duibiao.bases.models import Basis, Study
from duibiao.bases.queries import declared_products
from duibiao.catalogue.models import SchemeVersion
from duibiao.demo.city import INDICATORS, Trade
from duibiao.demo.grounding import Grounding
from duibiao.demo.grounds import DEMANDS, GRADES, LOOSE, OPINION, STANDARD, title_of
from duibiao.enterprises.models import BusinessFormat
from duibiao.organisations.queries import organisation


class GroundingOverHttp(Grounding):
    """A basis drafted, studied and determined on its pages."""

    @abstractmethod
    def send(
        self, by: str, path: str, data: dict[str, Any] | None = None, *, reviewer: bool = False
    ) -> str:
        """A form of an office's handler, or of its reviewer."""

    def draft_local(self, trade: Trade) -> Basis:
        """The form of a new basis, its indicators from a declared product; then what it demands."""
        sample = declared_products(self.campaign).filter(name=trade.product)[0]
        found = BusinessFormat.everything.filter(code=trade.format).first()
        about = {"business_format": found.pk} if found else {"industry": trade.industry}
        covers = {
            "title": title_of(trade),
            "product_name": trade.product,
            "class_code": trade.industry or trade.format,
            "for_all": "on",
        }
        level = {"level": "format" if found else "industry", "sample": sample.pk}
        self.send(self.commission, "/bases/new/", {**covers, **level, **about})
        made = Basis.everything.get(title=title_of(trade))
        rows: dict[str, Any] = {}
        for place, one in enumerate(INDICATORS):
            text, leading, weight, why = DEMANDS[one.name]
            row = {"text": text, "leading": leading, "weight": weight * 100, "why": why}
            if not one.unit:
                row["scale"] = ">".join(GRADES)
            rows |= {f"{name}-{place}": value for name, value in row.items()}
        standards = {"standards": f"{STANDARD.number} | 国际标准 | {STANDARD.title}"}
        sent = {**covers, **rows, **standards, "expected_version": made.version}
        self.send(self.commission, f"/bases/{made.pk}/edit/", sent)
        return made

    def draft_loosened(self, scheme: SchemeVersion) -> Basis:
        """The form of a new basis on a scheme, and one demand beside the scheme's."""
        title = f"{scheme.product}对标依据"
        covers = {
            "title": title,
            "product_name": scheme.product,
            "class_code": scheme.industry_code,
            "for_all": "on",
        }
        level = {"level": "industry", "industry": scheme.industry_code, "scheme": scheme.pk}
        self.send(self.commission, "/bases/new/", {**covers, **level})
        made = Basis.everything.get(scheme=scheme)
        rows = {f"{name}-0": value for one in LOOSE.values() for name, value in one.items()}
        sent = {**covers, **rows, "expected_version": made.version}
        self.send(self.commission, f"/bases/{made.pk}/edit/", sent)
        return made

    def study(self, basis: Basis, institutions: tuple[str, ...]) -> None:
        """Named and invited on the basis's page, answered on the institution's."""
        page = f"/bases/{basis.pk}"
        for code in institutions:
            named = {"institution": organisation(code).pk}
            self.send(self.commission, f"{page}/institution/", named)
        self.take(basis, "invite", self.commission)
        for study in Study.everything.filter(basis=basis).select_related("institution"):
            path = f"/bases/studies/{study.pk}/"
            opinion = {"opinion": OPINION, "expected_version": study.version}
            self.send(study.institution.code, path, opinion)
            note = {"adopted": "yes", "note": "采纳", "expected_version": study.version + 1}
            self.send(self.commission, f"{path}adoption/", note)
