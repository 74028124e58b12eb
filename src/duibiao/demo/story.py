"""The story of the rehearsal: the acceptance scenario's steps 1–19 (requirements (g3)), played by
the rooms' own actions while the clock is turned to each step's day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict

from django.db import transaction

from duibiao import clock
from duibiao.campaigns import actions as campaigns
from duibiao.campaigns.models import Campaign
from duibiao.clock import at
from duibiao.declarations import actions as declarations
from duibiao.declarations.models import Declaration
from duibiao.demo.city import (
    DISTRICTS,
    District,
    Firm,
    city_leads,
    district_leads,
    firms,
)
from duibiao.demo.moments import MOMENTS
from duibiao.demo.papers import declaration_content, extra_firm, particulars
from duibiao.demo.people import Cast
from duibiao.demo.schemes_story import publish_list, publish_scheme
from duibiao.enterprises.actions import draft_format, register_enterprise
from duibiao.enterprises.models import BusinessFormat, FormatKind
from duibiao.leads import actions as leads
from duibiao.leads.models import Decision, DistrictLeadSheet
from duibiao.organisations.actions import DISTRICT_FIELDS, load_organisations
from duibiao.organisations.queries import organisation
from duibiao.reference.actions import load_reference
from duibiao.reference.models import Region
from duibiao.reporting import actions as reporting
from duibiao.reporting.models import DistrictPackage
from duibiao.selection import actions as selection
from duibiao.selection.models import (
    AccountSlot,
    ChangeKind,
    ChangeOrder,
    Participation,
    Recommendation,
)
from duibiao.workflow.models import Stateful
from duibiao.workflow.performing import perform

LATE = "120117-tourism"  # the one department that hands in a day late
FORMATS = (
    ("共享经济平台", "L"),
    ("数字创意体验服务", "R"),
)


class Story:
    """Plays the steps in order; `step_n` is the scenario's step n."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.commission = "tj-market"

    @property
    def campaign(self) -> Campaign:
        """The campaign of the story."""
        return Campaign.everything.get(code="TJ2018")

    def take(
        self, record: Stateful, step: str, by: str, *, reason: str = "", reviewer: bool = False
    ) -> None:
        """One step by somebody of an office: its handler, or its reviewer."""
        person = self.cast.reviewer(by) if reviewer else self.cast.person(by)
        fresh = type(record).everything.get(pk=record.pk)
        perform(fresh, step, by=person, expected_version=fresh.version, reason=reason)

    def step_1(self) -> None:
        """An empty database is initialised."""
        load_reference()
        load_organisations()

    def step_2(self) -> None:
        """The commission creates the campaign; the national office confirms the city."""
        by = self.cast.person(self.commission)
        campaign = campaigns.create_campaign(content=campaigns.tianjin_2018(), by=by)
        campaigns.confirm_city(campaign=campaign, by=self.cast.person("gb"))

    def step_3(self) -> None:
        """Seven departments co-sign: six agree, one lapses with an explanation."""
        campaign, by = self.campaign, self.cast.person(self.commission)
        with clock.turned_to(at(2018, 3, 5)):
            plan = campaigns.draft_plan(campaign=campaign, text="工作方案", by=by)
            perform(plan, "circulate", by=by, expected_version=plan.version)
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
        by = self.cast.person(self.commission)
        campaigns.number_plan(plan=plan, number="津市场监管标〔2018〕12号", by=by)
        self.take(plan, "issue", self.commission, reviewer=True)
        self.take(self.campaign, "deploy", self.commission)
        self.take(self.campaign, "select", self.commission)
        for district in DISTRICTS:
            self.cast.person(f"{district.code}-market")
            self.cast.reviewer(f"{district.code}-market")

    def step_5(self) -> None:
        """Eight departments name their contacts."""
        for one in self.campaign.participants.filter(part="deployment").order_by("id"):
            campaigns.set_contact(
                campaign=self.campaign,
                organisation=one.organisation,
                office="标准化处",
                name="联系人",
                phone="022-00000000",
                by=self.cast.person(one.organisation.code),
            )

    def step_6(self) -> None:
        """79 of 80 district departments hand in, in time."""
        for district in DISTRICTS:
            for field, _ in DISTRICT_FIELDS:
                code = f"{district.code}-{field.value}"
                sheet = self._district_sheet(district, field.value, code)
                if code != LATE:
                    self.take(sheet, "submit", code)

    def step_7(self) -> None:
        """The last one hands in a day late."""
        self.take(DistrictLeadSheet.everything.get(provider__code=LATE), "submit", LATE)

    def step_8(self) -> None:
        """Five municipal departments hand in 150 lines; the bank has nothing to offer."""
        for code, lines in city_leads().items():
            by = self.cast.person(code)
            sheet = leads.open_city_sheet(campaign=self.campaign, by=by)
            items = [asdict(line) for line in lines]
            leads.write_items(sheet=sheet, items=items, by=by)
            self.take(sheet, "submit", code)
            self.take(sheet, "receive", self.commission)
        nothing = leads.open_city_sheet(campaign=self.campaign, by=self.cast.person("tj-finance"))
        self.take(nothing, "nothing", "tj-finance")

    def step_9(self) -> None:
        """Merge, route (three by hand), distribute to sixteen districts."""
        by = self.cast.person(self.commission)
        work = leads.begin_consolidation(campaign=self.campaign, by=by)
        self.take(work, "merge", self.commission)
        for place, lead in enumerate(work.leads.filter(kind="enterprise", district=None)):
            district = Region.objects.get(code=DISTRICTS[place].code)
            leads.choose_district(lead=lead, district=district, why="电话核实", by=by)
        self.take(work, "route", self.commission)
        self.take(work, "distribute", self.commission)
        for sheet in DistrictLeadSheet.everything.filter(provider__region_id="120101"):
            self._settle(sheet)

    def step_10(self) -> None:
        """Formats are applied for and listed; districts recommend trades and enterprises."""
        applicant = f"{DISTRICTS[0].code}-market"
        for name, sized_like in FORMATS:
            found = draft_format(
                name=name,
                kind=FormatKind.UNCODED_INDUSTRY,
                consumers="城市居民",
                needs="按需使用",
                strategy="平台化运营",
                why_not_coded="GB/T 4754—2017 未列",
                means={"services": "线上预约"},
                is_new=True,
                sized_like=sized_like,
                by=self.cast.person(applicant),
            )
            self.take(found, "apply", applicant)
            self.take(found, "list", self.commission)
        for district in DISTRICTS:
            self._recommend(district)

    def step_11(self) -> None:
        """The commission makes slots, districts give them out, enterprises activate."""
        for district in DISTRICTS:
            region = Region.objects.get(code=district.code)
            selection.generate_slots(
                campaign=self.campaign,
                district=region,
                count=district.declared + 2,
                batch="2018-04",
                by=self.cast.person(self.commission),
            )
            self._allocate(district)

    def step_12(self) -> None:
        """200 consent; the sixteenth of 静海 declines."""
        for one in Participation.everything.filter(campaign=self.campaign, state="recommended"):
            clerk = self.cast.enterprise(one.enterprise.uscc.lower())
            extra = one.enterprise.uscc == extra_firm().uscc
            step, reason = ("decline", "今年不参加") if extra else ("consent", "")
            perform(one, step, by=clerk, expected_version=one.version, reason=reason)

    def step_13(self) -> None:
        """200 declarations are filled and handed in."""
        for firm in firms():
            self._declare(firm)

    def step_14(self) -> None:
        """Districts review; Binhai puts its package together."""
        for district in DISTRICTS:
            self._review(district)
        self._assemble(DISTRICTS[0])

    def step_15(self) -> None:
        """The other districts put theirs together."""
        for district in DISTRICTS[1:]:
            self._assemble(district)

    def step_16(self) -> None:
        """Sixteen packages are filed."""
        for package in DistrictPackage.everything.filter(campaign=self.campaign):
            self.take(package, "file", f"{package.district_id}-market", reviewer=True)
            self.take(package, "receive", self.commission)

    def step_17(self) -> None:
        """The city files, the national office accepts."""
        by = self.cast.person(self.commission)
        package = reporting.assemble_city(campaign=self.campaign, by=by)
        self.take(package, "present", self.commission)
        self.take(package, "file", self.commission, reviewer=True)
        self.take(package, "accept", "gb")

    def step_18(self) -> None:
        """One enterprise each of Binhai and Xiqing leaves."""
        for district in DISTRICTS:
            if district.leaves:
                last = [firm for firm in firms() if firm.district is district][-1]
                self.leave(last)

    def step_19(self) -> None:
        """The national office publishes a list, and a scheme with its three sections."""
        publish_list(self)
        publish_scheme(self)

    def leave(self, firm: Firm) -> ChangeOrder:
        """An enterprise leaves by a change order."""
        bureau = f"{firm.district.code}-market"
        order = selection.draft_change(
            participation=Participation.everything.get(
                campaign=self.campaign, enterprise__uscc=firm.uscc
            ),
            kind=ChangeKind.LEAVE,
            ground="经营调整",
            by=self.cast.enterprise(firm.uscc.lower()),
        )
        clerk = self.cast.enterprise(firm.uscc.lower())
        perform(order, "request", by=clerk, expected_version=order.version)
        self.take(order, "review", bureau)
        self.take(order, "take_effect", self.commission)
        return ChangeOrder.everything.get(pk=order.pk)

    def _district_sheet(self, district: District, field: str, code: str) -> DistrictLeadSheet:
        by = self.cast.person(code)
        found = organisation(code)
        sheet: DistrictLeadSheet = leads.open_district_sheet(
            campaign=self.campaign, provider=found, by=by
        )
        lines = [asdict(line) for line in district_leads(district, field)]
        leads.write_items(sheet=sheet, items=lines, by=by)
        return sheet

    def _settle(self, sheet: DistrictLeadSheet) -> None:
        bureau = f"{sheet.provider.region_id}-market"
        self.take(sheet, "receive", bureau)
        for item in sheet.items.all():
            adopted = item.kind != "industry"
            leads.decide_item(
                item=item,
                decision=Decision.ADOPTED if adopted else Decision.DECLINED,
                reason="" if adopted else "已由其他部门提供",
                by=self.cast.person(bureau),
            )
        self.take(sheet, "settle", bureau)

    def _recommend(self, district: District) -> None:
        bureau = f"{district.code}-market"
        by = self.cast.person(bureau)
        own = [firm for firm in firms() if firm.district is district]
        own += [extra_firm()] if district.code == "120118" else []
        trades: dict[str, Recommendation] = {}
        for firm in own:
            trade = firm.trade
            key = trade.industry or trade.format
            if key not in trades:
                trades[key] = self._trade(district, key, trade.noun, bureau)
            enterprise = register_enterprise(given=particulars(firm), by=by)
            one = selection.draft_participation(
                campaign=self.campaign,
                enterprise=enterprise,
                recommendation=trades[key],
                reason="排在行业前列",
                by=by,
            )
            self.take(one, "recommend", bureau)

    def _trade(self, district: District, key: str, noun: str, bureau: str) -> Recommendation:
        found = BusinessFormat.everything.filter(code=key).first()
        made = selection.draft_recommendation(
            campaign=self.campaign,
            name=f"{district.name}{noun}产业",
            industries=[] if found else [key],
            business_format=found,
            is_cluster=not found,
            reason="区域特色",
            by=self.cast.person(bureau),
        )
        self.take(made, "recommend", bureau)
        return made

    def _allocate(self, district: District) -> None:
        by = self.cast.person(f"{district.code}-market")
        slots = iter(
            AccountSlot.everything.filter(
                campaign=self.campaign, district_id=district.code, state="free"
            )
        )
        waiting = Participation.everything.filter(
            campaign=self.campaign, enterprise__district_id=district.code, state="recommended"
        )
        for one in waiting.select_related("enterprise"):
            slot = next(slots)
            given, code = selection.allocate(
                slot=slot, enterprise=one.enterprise, expected_version=slot.version, by=by
            )
            assert given.user is not None  # allocate gives one
            selection.activate_slot(
                username=given.user.username, code=code, password=self.cast.passphrase
            )

    def _declare(self, firm: Firm) -> None:
        clerk = self.cast.enterprise(firm.uscc.lower())
        one = Participation.everything.get(campaign=self.campaign, enterprise__uscc=firm.uscc)
        declaration = declarations.open_declaration(participation=one, by=clerk)
        declarations.write_declaration(
            declaration=declaration,
            content=declaration_content(firm),
            expected_version=declaration.version,
            by=clerk,
        )
        declarations.sign_truth(
            declaration=declaration,
            name="法定代表人",
            expected_version=declaration.version,
            by=clerk,
        )
        perform(declaration, "submit", by=clerk, expected_version=declaration.version)

    def _review(self, district: District) -> None:
        bureau = f"{district.code}-market"
        waiting = Declaration.everything.filter(
            state="submitted", participation__enterprise__district_id=district.code
        )
        for declaration in waiting:
            declarations.answer_checklist(
                declaration=declaration,
                complete=True,
                true=True,
                valid=True,
                by=self.cast.person(bureau),
            )
            self.take(declaration, "approve", bureau)

    def _assemble(self, district: District) -> DistrictPackage:
        bureau = f"{district.code}-market"
        by = self.cast.person(bureau)
        package = reporting.assemble_district(campaign=self.campaign, by=by)
        self.take(package, "present", bureau)
        return package


LAST = 19


def play(story: Story, *, first: int = 1, last: int = LAST, said: Callable[[int], None]) -> None:
    """Play the steps from first to last, each in one transaction and at its moment."""
    for number in range(first, last + 1):
        with clock.turned_to(MOMENTS[number]), transaction.atomic():
            getattr(story, f"step_{number}")()
        said(number)
