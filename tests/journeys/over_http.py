"""The story of the rehearsal once more, played by forms and buttons instead of actions: what the
scenario asks, somebody can do on a page."""

from __future__ import annotations

import re
from dataclasses import asdict
from html import unescape
from typing import Any

from django.db.models import Model
from django.test import Client

from duibiao.accounts.models import User
from duibiao.clock import at, turned_to
from duibiao.declarations.models import Declaration, ExecutedStandard, Product
from duibiao.demo.city import DISTRICTS, District, Firm, Lead, city_leads, district_leads, firms
from duibiao.demo.papers import declaration_content, extra_firm, particulars
from duibiao.demo.people import Cast
from duibiao.demo.story import FORMATS, LATE, Story
from duibiao.enterprises.models import BusinessFormat
from duibiao.leads.models import CityLeadSheet, Consolidation, DistrictLeadSheet
from duibiao.organisations.actions import add_person
from duibiao.organisations.kinds import Post
from duibiao.organisations.queries import organisation
from duibiao.reporting.models import CityPackage, DistrictPackage
from duibiao.selection.models import AccountSlot, ChangeOrder, Participation, Recommendation
from duibiao.workflow.models import Stateful
from tests.journeys.grounding_over_http import GroundingOverHttp
from tests.people import client_of

KINDS = {"enterprise": "企业", "industry": "产业", "format": "业态"}
FOUND = re.compile(r'role="(?:alert|status)"[^>]*>(.*?)</(?:div|p)>', re.DOTALL)


class Browsers(dict[int, Client]):
    """One browser per person, signed in."""

    def of(self, user: User) -> Client:
        """This person's."""
        if user.pk not in self:
            self[user.pk] = client_of(user)
        return self[user.pk]

    def post(self, user: User, path: str, data: dict[str, Any] | None = None) -> str:
        """Send a form; it must be accepted. Returns the page that follows, from its main part."""
        browser = self.of(user)
        answer = browser.post(path, data or {})
        text = answer.content.decode()
        assert answer.status_code == 302, f"{path}: {answer.status_code} {said(text)}"
        return main_of(browser.get(answer["Location"]).content.decode())


def said(page: str) -> list[str]:
    """The messages of a page, without tags."""
    found = [unescape(re.sub(r"<[^>]+>", " ", one)) for one in FOUND.findall(page)]
    return [" ".join(one.split()) for one in found] or [page[-600:]]


def main_of(page: str) -> str:
    """What stands between the header and the footer."""
    return page.partition("<main")[2].partition("</main>")[0]


class CastOverHttp(Cast):
    """Accounts are opened on the page, activated on the page; the very first two by installing."""

    def __init__(self, passphrase: str) -> None:
        super().__init__(passphrase)
        self.browsers = Browsers()

    def _make(self, code: str, post: Post, username: str) -> User:
        known = User.objects.filter(username=username).first()
        if known is not None:
            return known
        if code == "tj-market":
            _, activation = add_person(
                organisation=organisation(code), post=post, username=username, name=code, by=None
            )
        else:
            data = {"organisation": code, "post": post.value, "username": username, "name": code}
            page = self.browsers.post(self.person("tj-market"), "/do/account/", data)
            activation = code_on(page, username)
        self.activate(username, activation)
        return User.objects.get(username=username)

    def activate(self, username: str, code: str) -> None:
        """With the code on the slip."""
        data = {"username": username, "code": code}
        twice = {"password": self.passphrase, "again": self.passphrase}
        answer = Client().post("/activate/", {**data, **twice})
        assert answer.status_code == 302, said(answer.content.decode())


def code_on(page: str, username: str) -> str:
    """The activation code a page tells once."""
    found = re.search(rf"{re.escape(username)}\s+([0-9A-Za-z-]+)", page)
    assert found, said(page)
    return found[1]


class StoryOverHttp(GroundingOverHttp, Story):
    """Each step as its people do it in a browser."""

    cast: CastOverHttp

    def send(
        self, by: str, path: str, data: dict[str, Any] | None = None, *, reviewer: bool = False
    ) -> str:
        """A form of an office's handler, or of its reviewer."""
        person = self.cast.reviewer(by) if reviewer else self.cast.person(by)
        return self.cast.browsers.post(person, path, data)

    def take(
        self, record: Stateful, step: str, by: str, *, reason: str = "", reviewer: bool = False
    ) -> None:
        """The button of a step."""
        person = self.cast.reviewer(by) if reviewer else self.cast.person(by)
        self._button(record, step, person, reason)

    def _button(self, record: Stateful, step: str, person: User, reason: str = "") -> None:
        fresh = type(record).everything.get(pk=record.pk)
        data = {"expected_version": fresh.version, "reason": reason}
        path = f"/steps/{record.machine.name}/{record.pk}/{step}/"
        self.cast.browsers.post(person, path, data)

    def step_2(self) -> None:
        """The commission creates the campaign; the national office confirms the city."""
        self.send(self.commission, "/do/campaign/")
        self.send("gb", f"/do/confirm/{self.campaign.pk}/")

    def step_3(self) -> None:
        """Seven departments co-sign: six agree, one lapses with an explanation."""
        with turned_to(at(2018, 3, 5)):
            self.send(self.commission, "/do/plan/", {"text": "工作方案"})
            plan = self.campaign.plans.get()
            self.take(plan, "circulate", self.commission)
        for cosign in plan.cosigns.select_related("organisation"):
            code = cosign.organisation.code
            if code == "tj-sasac":
                self.take(cosign, "lapse", self.commission, reason="已电话确认无意见，书面件未到")
            else:
                self.take(cosign, "agree", code)
        self.take(plan, "conclude", self.commission)

    def step_4(self) -> None:
        """The plan is issued in time; sixteen districts get their accounts."""
        plan = self.campaign.plans.get()
        self.send(self.commission, f"/do/number/{plan.pk}/", {"number": "津市场监管标〔2018〕12号"})
        self.take(plan, "issue", self.commission, reviewer=True)
        self.take(self.campaign, "deploy", self.commission)
        self.take(self.campaign, "select", self.commission)
        for district in DISTRICTS:
            self.cast.person(f"{district.code}-market")
            self.cast.reviewer(f"{district.code}-market")

    def step_5(self) -> None:
        """Eight departments name their contacts."""
        for one in self.campaign.participants.filter(part="deployment").order_by("id"):
            contact = {"office": "标准化处", "name": "联系人", "phone": "022-00000000"}
            self.send(one.organisation.code, "/do/contact/", contact)

    def _district_sheet(self, district: District, field: str, code: str) -> DistrictLeadSheet:
        self.send(code, "/do/district_sheet/")
        sheet = DistrictLeadSheet.everything.get(provider__code=code)
        lines = {"lines": as_lines(district_leads(district, field))}
        self.send(code, f"/do/district_items/{sheet.pk}/", lines)
        return sheet

    def step_7(self) -> None:
        """The last one hands in a day late."""
        self.take(DistrictLeadSheet.everything.get(provider__code=LATE), "submit", LATE)

    def step_8(self) -> None:
        """Five municipal departments hand in 150 lines; the bank has nothing to offer."""
        for code, lines in city_leads().items():
            self.send(code, "/do/city_sheet/")
            sheet = CityLeadSheet.everything.get(provider__code=code)
            self.send(code, f"/do/city_items/{sheet.pk}/", {"lines": as_lines(lines)})
            self.take(sheet, "submit", code)
            self.take(sheet, "receive", self.commission)
        self.send("tj-finance", "/do/city_sheet/")
        sheet = CityLeadSheet.everything.get(provider__code="tj-finance")
        self.take(sheet, "nothing", "tj-finance")

    def step_9(self) -> None:
        """Merge, route (three by hand), distribute to sixteen districts."""
        self.send(self.commission, "/do/consolidation/")
        work = Consolidation.everything.get()
        self.take(work, "merge", self.commission)
        for place, lead in enumerate(work.leads.filter(kind="enterprise", district=None)):
            district = {"lead": lead.pk, "district": DISTRICTS[place].code, "why": "电话核实"}
            self.send(self.commission, f"/do/route/{work.pk}/", district)
        self.take(work, "route", self.commission)
        self.take(work, "distribute", self.commission)
        for sheet in DistrictLeadSheet.everything.filter(provider__region_id="120101"):
            self._settle(sheet)

    def _settle(self, sheet: DistrictLeadSheet) -> None:
        bureau = f"{sheet.provider.region_id}-market"
        self.take(sheet, "receive", bureau)
        for item in sheet.items.all():
            adopted = item.kind != "industry"
            decision = {
                "place": item.place,
                "decision": "adopted" if adopted else "declined",
                "reason": "" if adopted else "已由其他部门提供",
            }
            self.send(bureau, f"/do/decide/{sheet.pk}/", decision)
        self.take(sheet, "settle", bureau)

    def step_10(self) -> None:
        """Formats are applied for and listed; districts recommend trades and enterprises."""
        applicant = f"{DISTRICTS[0].code}-market"
        for name, sized_like in FORMATS:
            content = {
                "name": name,
                "format_kind": "uncoded_industry",
                "consumers": "城市居民",
                "needs": "按需使用",
                "strategy": "平台化运营",
                "why_not_coded": "GB/T 4754—2017 未列",
                "services": "线上预约",
                "is_new": "on",
                "sized_like": sized_like,
            }
            self.send(applicant, "/do/format/", content)
            found = BusinessFormat.everything.get(name=name)
            self.take(found, "apply", applicant)
            self.take(found, "list", self.commission)
        for district in DISTRICTS:
            self._recommend(district)

    def _recommend(self, district: District) -> None:
        bureau = f"{district.code}-market"
        own = [firm for firm in firms() if firm.district is district]
        own += [extra_firm()] if district.code == "120118" else []
        trades: dict[str, Recommendation] = {}
        for firm in own:
            key = firm.trade.industry or firm.trade.format
            if key not in trades:
                trades[key] = self._trade(district, key, firm.trade.noun, bureau)
            given = asdict(particulars(firm))
            data = {name: value for name, value in given.items() if value not in (None, "")}
            data["business_format"] = firm.trade.format
            self.send(bureau, "/do/enterprise/", data)
            self.send(bureau, f"/do/put_forward/{trades[key].pk}/", {"uscc": firm.uscc})
            one = Participation.everything.get(enterprise__uscc=firm.uscc)
            self.take(one, "recommend", bureau)

    def _trade(self, district: District, key: str, noun: str, bureau: str) -> Recommendation:
        is_format = BusinessFormat.everything.filter(code=key).exists()
        name = f"{district.name}{noun}产业"
        content = {
            "name": name,
            "industries": "" if is_format else key,
            "business_format": key if is_format else "",
            "reason": "区域特色",
            **({} if is_format else {"is_cluster": "on"}),
        }
        self.send(bureau, "/do/trade/", content)
        made: Recommendation = Recommendation.everything.get(name=name)
        self.take(made, "recommend", bureau)
        return made

    def step_11(self) -> None:
        """The commission makes slots, districts give them out, enterprises activate."""
        for district in DISTRICTS:
            count = {"district": district.code, "count": district.declared + 2, "batch": "2018-04"}
            self.send(self.commission, "/do/slots/", count)
            self._allocate(district)

    def _allocate(self, district: District) -> None:
        bureau = f"{district.code}-market"
        free = AccountSlot.everything.filter(district_id=district.code, state="free")
        waiting = Participation.everything.filter(
            enterprise__district_id=district.code, state="recommended"
        )
        for slot, one in zip(list(free), waiting.select_related("enterprise"), strict=False):
            uscc = one.enterprise.uscc
            page = self.send(bureau, f"/do/allocate/{slot.pk}/", {"uscc": uscc})
            given = AccountSlot.everything.get(pk=slot.pk).user
            assert given is not None
            self.cast.activate(given.username, code_on(page, given.username))

    def step_12(self) -> None:
        """200 consent; the sixteenth of 静海 declines."""
        for one in Participation.everything.filter(state="recommended"):
            clerk = self.cast.enterprise(one.enterprise.uscc.lower())
            extra = one.enterprise.uscc == extra_firm().uscc
            step, reason = ("decline", "今年不参加") if extra else ("consent", "")
            self._button(one, step, clerk, reason)

    def _declare(self, firm: Firm) -> None:
        clerk, content = self.cast.enterprise(firm.uscc.lower()), declaration_content(firm)
        one = Participation.everything.get(enterprise__uscc=firm.uscc)
        post = self.cast.browsers.post
        post(clerk, "/declarations/begin/", {"participation": one.pk})
        declaration = Declaration.everything.get(participation=one)
        base = f"/declarations/{declaration.pk}"
        given = content["products"][0]
        post(clerk, f"{base}/products/new/", {n: given[n] for n in ("track", "name", "model")})
        product = Product.objects.get(declaration=declaration)
        standard = dict(content["standards"][0], kind=given["track"], products=[product.pk])
        post(clerk, f"{base}/standards/new/", {k: v for k, v in standard.items() if v is not False})
        executed = ExecutedStandard.objects.get(declaration=declaration)
        for some in (given["indicators"][:3], given["indicators"][3:]):  # three empty rows a page
            post(clerk, f"{base}/indicators/{product.pk}/", grid(some, executed))
        fresh = Declaration.everything.get(pk=declaration.pk)
        signed = {"signer_name": "法定代表人", "signer_role": "legal", "agreed": "on"}
        post(clerk, f"{base}/submit/", {**signed, "expected_version": fresh.version})

    def _review(self, district: District) -> None:
        bureau = f"{district.code}-market"
        waiting = Declaration.everything.filter(
            participation__enterprise__district_id=district.code, state="submitted"
        )
        for one in waiting:
            answers = {"complete": "on", "true": "on", "valid": "on", "decision": "approve"}
            version = {"expected_version": one.version}
            self.send(bureau, f"/declarations/{one.pk}/decide/", {**answers, **version})

    def _assemble(self, district: District) -> DistrictPackage:
        bureau = f"{district.code}-market"
        self.send(bureau, "/filings/district/assemble/")
        package: DistrictPackage = DistrictPackage.everything.get(district_id=district.code)
        self.take(package, "present", bureau)
        return package

    def step_17(self) -> None:
        """The city files, the national office accepts."""
        self.send(self.commission, "/filings/city/assemble/")
        package = CityPackage.everything.get()
        self.take(package, "present", self.commission)
        self.take(package, "file", self.commission, reviewer=True)
        self.take(package, "accept", "gb")

    def leave(self, firm: Firm) -> ChangeOrder:
        """An enterprise leaves by a change order."""
        clerk = self.cast.enterprise(firm.uscc.lower())
        one = Participation.everything.get(enterprise__uscc=firm.uscc)
        ground = {"change": "leave", "ground": "经营调整"}
        self.cast.browsers.post(clerk, f"/do/change/{one.pk}/", ground)
        order = ChangeOrder.everything.get(participation=one)
        self._button(order, "request", clerk)
        self.take(order, "review", f"{firm.district.code}-market")
        self.take(order, "take_effect", self.commission)
        return ChangeOrder.everything.get(pk=order.pk)


def as_lines(leads: list[Lead]) -> str:
    """Rows as they come from a worksheet."""
    return "\n".join(
        "\t".join((KINDS[one.kind], one.name, one.uscc, one.address, one.industry, one.reason))
        for one in leads
    )


def grid(indicators: list[dict[str, Any]], standard: Model) -> dict[str, Any]:
    """Indicators typed into the empty rows of the grid."""
    sent: dict[str, Any] = {}
    for number, one in enumerate(indicators, start=1):
        key = f"new{number}"
        sent[f"row-{key}"] = "1"
        for name, value in one.items():
            if name == "standard":
                sent[f"standard-{key}"] = standard.pk
            elif value is not False:
                sent[f"{name}-{key}"] = "on" if value is True else value
    return sent
